use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize)]
struct Reason(String);

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined { reason: Reason },
}

fn main() {}
