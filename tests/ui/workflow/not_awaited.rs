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
async fn fulfil(order: Order) -> Result<(), Failure> {
    sleep(Duration::from_secs(1));
    join!(ship(order.id.clone()), ship(order.id.clone()));
    map(order.lines.clone(), async |line| ship(line).await);
    ship(order.id.clone())?;
    map(order.lines, async |line| ship(line).await).max_concurrency(2)?;
    sleep(Duration::from_secs(1)).await?;
    Ok(())
}

fn main() {}
