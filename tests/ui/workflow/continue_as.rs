use workflow::prelude::*;

#[task]
async fn tick(number: u64) -> Result<u64, Failure> {
    Ok(number + 1)
}

/// Something comes after it.
#[workflow]
async fn goes_on(number: u64) -> Result<u64, Failure> {
    let next = continue_as(goes_on(number)).await?;
    Ok(next + 1)
}

/// An item does not end the workflow.
#[workflow]
async fn in_items(numbers: Vec<u64>) -> Result<Vec<u64>, Failure> {
    map(numbers, async |number| continue_as(poll(number)).await).await
}

/// Not a call.
#[workflow]
async fn no_call(number: u64) -> Result<u64, Failure> {
    continue_as({ poll(number) }).await
}

#[workflow]
async fn poll(number: u64) -> Result<u64, Failure> {
    let next = tick(number).await?;
    continue_as(poll(next)).await
}

fn main() {}
