use workflow::prelude::*;

#[derive(Debug, Serialize, Deserialize)]
enum ChargeError {
    Declined,
}

#[task]
async fn charge(amount: f64) -> Result<f64, ChargeError> {
    if amount > 1.0 { Err(ChargeError::Declined) } else { Ok(amount) }
}

#[task]
async fn read(path: String) -> Result<String, std::io::Error> {
    std::fs::read_to_string(path)
}

fn main() {}
