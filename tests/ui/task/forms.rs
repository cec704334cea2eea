use workflow::prelude::*;

#[task(timeout = "1200d")]
async fn slow(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

#[task(callback, resource = "arn:aws:states:::sqs:sendMessage")]
async fn answered(n: u32) -> Result<u32, Failure>;

#[task]
async fn bounded(n: u32) -> Result<u32, Failure>
where
    u32: Clone,
{
    Ok(n)
}

fn main() {}
