use workflow::prelude::*;
use workflow::testing::Test;

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ShipError {
    Lost,
}

#[task]
async fn charge(card: String) -> Result<String, ChargeError> {
    if card.is_empty() { Err(ChargeError::Declined) } else { Ok(card) }
}

#[workflow]
async fn pay(card: String) -> Result<String, Failure> {
    Ok(charge(card).await?)
}

fn main() {
    let _ = Test::of::<pay>().mock::<charge>(|call| call.fails(ShipError::Lost));
}
