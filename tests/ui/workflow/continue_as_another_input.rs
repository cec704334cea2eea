use workflow::prelude::*;

#[task]
async fn tick(number: u64) -> Result<u64, Failure> {
    Ok(number + 1)
}

/// The input and the output are those of the next.
#[workflow]
async fn poll(number: u64) -> Result<String, Failure> {
    let next = tick(number).await?;
    if next > 10 {
        return continue_as(other(next)).await;
    }
    continue_as(poll(next.to_string())).await
}

#[workflow]
async fn other(number: u64) -> Result<u64, Failure> {
    tick(number).await
}

fn main() {}
