use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[workflow]
async unsafe fn dangerous(line: String) -> Result<u32, Failure> {
    ship(line).await
}

#[workflow]
async fn taken_apart((line, _): (String, u32)) -> Result<u32, Failure> {
    ship(line).await
}

#[workflow]
async fn any(line: impl ToString) -> Result<u32, Failure> {
    ship(line.to_string()).await
}

fn main() {}
