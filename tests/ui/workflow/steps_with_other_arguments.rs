use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[steps]
async fn twice(line: String, n: u32) -> Result<u32, Failure> {
    let first = ship(line).await?;
    Ok(first + n)
}

#[workflow(steps(twice))]
async fn one_missing(line: String) -> Result<u32, Failure> {
    let n = twice(line).await?;
    Ok(n)
}

fn main() {}
