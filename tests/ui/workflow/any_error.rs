use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn boxed(line: String) -> Result<String, Box<dyn std::error::Error>> {
    Ok(ship(line).await?)
}

#[workflow]
async fn of_the_library(line: String) -> std::result::Result<Vec<String>, Box<dyn std::error::Error>> {
    Ok(vec![ship(line).await?])
}

#[workflow]
async fn text(line: String) -> Result<String, String> {
    Ok(ship(line).await?)
}

#[workflow]
async fn borrowed(line: String) -> Result<String, &'static str> {
    Ok(ship(line).await?)
}

#[workflow]
async fn nothing(line: String) -> Result<String, ()> {
    Ok(ship(line).await?)
}

#[workflow]
async fn of_files(line: String) -> std::io::Result<String> {
    Ok(ship(line).await?)
}

mod anyhow {
    pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
}

#[workflow]
async fn of_another_library(line: String) -> anyhow::Result<String> {
    Ok(ship(line).await?)
}

#[workflow]
async fn fine(line: String) -> std::result::Result<String, Failure> {
    ship(line).await
}

fn main() {}
