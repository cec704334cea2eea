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
async fn fine(line: String) -> std::result::Result<String, Failure> {
    ship(line).await
}

fn main() {}
