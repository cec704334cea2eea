use workflow::prelude::*;

#[task]
async fn build(constructor: String, site: String) -> Result<String, Failure> {
    Ok(constructor + &site)
}

#[task]
async fn größe(of: String) -> Result<usize, Failure> {
    Ok(of.len())
}

#[task]
async fn str(of: usize) -> Result<String, Failure> {
    Ok(of.to_string())
}

fn main() {}
