use workflow::prelude::*;

trait Bank: Send + Sync {
    fn limit(&self) -> f64;
}

#[task]
async fn charge(bank: Res<dyn Bank>, amount: f64) -> Result<f64, Failure> {
    Ok(amount.min(bank.limit()))
}

#[task]
async fn boxed(bank: Res<Box<dyn Bank>>, amount: f64) -> Result<f64, Failure> {
    Ok(amount.min(bank.limit()))
}

fn main() {}
