use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum ChargeError {
    Declined { reason: String },
    Throttled,
}

#[task]
async fn charge(id: String, total: f64) -> Result<String, ChargeError> {
    drop(total);
    Ok(id)
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[derive(Clone, Serialize, Deserialize)]
struct Secret(String);

#[derive(Serialize, Deserialize, Data)]
struct Answer(String);

#[workflow]
async fn fulfil(secret: Secret) -> Result<Answer, Failure> {
    ship(secret.0.clone()).await?;
    Ok(Answer(secret.0))
}

fn main() {}
