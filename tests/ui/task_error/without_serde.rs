use workflow::prelude::*;

#[derive(Debug, TaskError)]
enum ChargeError {
    Declined { reason: String },
    Limit(f64),
    Throttled,
}

fn main() {}
