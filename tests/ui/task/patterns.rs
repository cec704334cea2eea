use workflow::prelude::*;

#[task]
async fn add((a, b): (u8, u8), _: u8) -> Result<u8, Failure> {
    Ok(a + b)
}

fn main() {}
