use std::collections::BTreeMap;
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
async fn fulfil(mut order: Order) -> Result<String, Failure> {
    let id = &mut order.id;
    let shipped = ship(id.clone()).await?;
    id.push_str(&shipped);
    Ok(order.id)
}

#[workflow]
async fn counted(lines: Vec<String>) -> Result<BTreeMap<String, usize>, Failure> {
    let mut sums: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines {
        let sum = sums.entry(line.clone()).or_default();
        *sum += ship(line).await?.len();
    }
    Ok(sums)
}

#[workflow]
async fn changed(mut orders: Vec<Order>) -> Result<Vec<Order>, Failure> {
    for order in &mut orders {
        order.id = ship(order.id.clone()).await?;
    }
    Ok(orders)
}

#[workflow]
async fn handed_over(mut order: Order) -> Result<f64, Failure> {
    double(&mut order.total);
    ship(order.id).await?;
    Ok(order.total)
}

fn double(total: &mut f64) {
    *total *= 2.0;
}

fn main() {}
