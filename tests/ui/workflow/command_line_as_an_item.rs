use workflow::prelude::*;

#[workflow]
async fn count(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

workflow::cli![count];

fn main() {}
