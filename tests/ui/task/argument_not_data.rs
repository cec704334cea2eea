use workflow::prelude::*;

#[derive(Clone)]
struct Card(String);

struct Payment(String);

#[task]
async fn charge(card: Card, amount: f64) -> Result<f64, Failure> {
    drop(card);
    Ok(amount)
}

#[task]
async fn one(card: Card) -> Result<(), Failure> {
    drop(card);
    Ok(())
}

#[task]
async fn pay(amount: f64) -> Result<Payment, Failure> {
    Ok(Payment(amount.to_string()))
}

fn main() {}
