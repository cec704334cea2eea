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
    println!("{}", order.id);
    let total = dbg!(order.total);
    assert!(total > 1.0);
    let shipped = ship(order.id).await?;
    if shipped.is_empty() {
        unreachable!();
    }
    lazy!(shipped);
    Ok(shipped)
}

macro_rules! lazy {
    ($($any:tt)*) => {};
}
use lazy;

fn main() {}
