use workflow::prelude::*;
use workflow::testing::Test;

#[task]
async fn price(lines: Vec<String>) -> Result<f64, Failure> {
    Ok(lines.len() as f64)
}

#[workflow]
async fn total(lines: Vec<String>) -> Result<f64, Failure> {
    price(lines).await
}

fn main() {
    let _ = Test::of::<total>().mock::<price>(|call| call.with(|lines| lines.is_empty()));
    let _ = Test::of::<price>();
}
