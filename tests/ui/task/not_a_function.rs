use workflow::prelude::*;

#[task]
struct Charge;

#[task]
async fn charge(amount: f64) -> Result<f64, Failure>;

fn main() {}
