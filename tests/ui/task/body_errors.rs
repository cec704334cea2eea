use workflow::prelude::*;

#[task(timeout = "1s")]
async fn charge(amount: f64, note: String) -> Result<f64, Failure> {
    let cents: u32 = note;
    Ok(amuont)
}

fn main() {}
