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

#[workflow]
async fn fulfil(order: Order) -> Result<String, Failure> {
    fn dear(total: f64) -> bool {
        total > 5.0
    }
    if dear(order.total) {
        ship(order.id.clone()).await?;
    }
    Ok(order.id)
}

fn main() {}
