use workflow::prelude::*;

#[pure(inline)]
fn with_options(n: u32) -> u32 {
    n + 1
}

#[steps(fast)]
async fn with_options_too(n: u32) -> Result<u32, Failure> {
    Ok(n)
}

fn main() {}
