use std::rc::Rc;
use workflow::prelude::*;

async fn pause() {}

#[task]
async fn charge(amount: f64) -> Result<f64, Failure> {
    let shared = Rc::new(amount);
    pause().await;
    Ok(*shared)
}

fn main() {}
