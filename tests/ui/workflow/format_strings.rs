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
    let lines = order.lines.len() as i64;
    let total = order.total;
    ship(format!("{:^08}", order.id)).await?;
    ship(format!("{total:>8.2} and {:.1} and {:.0}", total, total)).await?;
    ship(format!("{:?} and {lines:.2}", order.id)).await?;
    ship(format!("{} and {}", order.id)).await?;
    Ok(())
}

fn main() {}
