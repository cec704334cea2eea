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
async fn arguments(order: Order) -> Result<String, Failure> {
    charge(order.id.clone(), order.lines.len()).await?;
    charge(order.id.clone()).await?;
    Ok(ship("text").await?)
}

#[workflow]
async fn results(order: Order) -> Result<u32, Failure> {
    let shipped = ship(order.id).await?;
    if shipped.len() {
        return Ok(order.total);
    }
    Ok(shipped)
}

#[workflow]
async fn bound(order: Order) -> Result<u32, Failure> {
    let shipped: u32 = ship(order.id).await?;
    Ok(shipped)
}

#[workflow]
async fn operands(order: Order) -> Result<f64, Failure> {
    if order.lines.len() > order.total {
        ship(order.id.clone()).await?;
    }
    Ok(order.total + 1)
}

fn main() {}
