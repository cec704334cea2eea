use workflow::prelude::*;

#[task]
async fn ship(id: u32) -> Result<u32, Failure> {
    Ok(id)
}

#[task(retry = 3)]
async fn pack(id: u32) -> Result<u32, Failure> {
    Ok(id)
}

#[workflow]
async fn literals(id: u32) -> Result<u32, Failure> {
    ship(id).retry(3).await?;
    ship(id).timeout(45).await?;
    ship(id).timeout("30s").await?;
    Ok(1)
}

fn main() {}
