use workflow::prelude::{Failure, task};

struct Res<T>(T);

#[task]
async fn charge(bank: Res<u8>, amount: f64) -> Result<f64, Failure> {
    Ok(amount + f64::from(bank.0))
}

fn main() {}
