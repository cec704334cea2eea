use workflow::prelude::*;

#[derive(Serialize, Deserialize, Data)]
struct Card(String);

#[task]
async fn charge(card: Card, amount: f64) -> Result<f64, Failure> {
    drop(card);
    Ok(amount)
}

fn main() {}
