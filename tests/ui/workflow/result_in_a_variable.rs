use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn fulfil(id: String) -> Result<String, Failure> {
    let result = ship(id.clone()).await;
    ship(id).await?;
    match result {
        Ok(shipped) => Ok(shipped),
        Err(error) => Err(error),
    }
}

fn main() {}
