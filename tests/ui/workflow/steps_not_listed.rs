use workflow::prelude::*;

#[task]
async fn wash(cup: u32) -> Result<u32, Failure> {
    Ok(cup)
}

#[steps]
async fn tidy(cup: u32) -> Result<u32, Failure> {
    wash(cup).await
}

#[workflow]
async fn evening(cup: u32) -> Result<u32, Failure> {
    tidy(cup).await
}

fn main() {}
