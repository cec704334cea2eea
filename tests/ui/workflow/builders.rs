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
    sleep(Duration::from_secs(1)).timeout(Duration::from_secs(2)).await;
    let n = order.lines.len();
    map(order.lines, async |line| Ok(ship(line).await?)).max_concurrency(n).await?;
    let a = ship(order.id.clone()).named("Ship").await?;
    let b = ship(order.id).named("Ship").await?;
    Ok(format!("{a}{b}"))
}

fn main() {}
