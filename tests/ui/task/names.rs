use workflow::prelude::*;

#[task]
async fn build(constructor: String, site: String) -> Result<String, Failure> {
    Ok(constructor + &site)
}

#[task]
async fn größe(of: String) -> Result<usize, Failure> {
    Ok(of.len())
}

fn main() {}
