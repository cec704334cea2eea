use workflow::prelude::*;

struct Bank;

impl Bank {
    #[task]
    async fn charge(&self, amount: f64) -> Result<f64, Failure> {
        Ok(amount)
    }
}

fn main() {}
