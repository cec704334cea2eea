use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize)]
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


#[workflow]
async fn fulfil(id: String) -> Result<Order, Failure> {
    let id = ship(id).await?;
    Ok(Order { id, total: 1.0, lines: vec![] })
}

fn main() {}
