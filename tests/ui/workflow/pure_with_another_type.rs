use workflow::prelude::*;

struct NoData(i64);

#[pure]
fn double(number: i64) -> i64 {
    number * 2
}

#[pure]
fn inside(it: &NoData) -> i64 {
    it.0
}

#[workflow]
async fn doubled(text: String, number: i64) -> Result<i64, Failure> {
    let one = double(text);
    let two = double(number, one);
    Ok(two)
}

fn main() {}
