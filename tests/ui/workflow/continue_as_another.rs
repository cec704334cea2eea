use workflow::prelude::*;

#[task]
async fn tick(number: u64) -> Result<u64, Failure> {
    Ok(number + 1)
}

#[workflow]
async fn poll(number: u64) -> Result<u64, Failure> {
    let next = tick(number).await?;
    continue_as(poll(next)).await
}

/// Nobody can wait for what goes on elsewhere.
#[workflow]
async fn waits(number: u64) -> Result<u64, Failure> {
    let polled = poll(number).await?;
    tick(polled).await
}

/// A task does not go on.
#[workflow]
async fn as_a_task(number: u64) -> Result<u64, Failure> {
    continue_as(tick(number)).await
}

fn main() {}
