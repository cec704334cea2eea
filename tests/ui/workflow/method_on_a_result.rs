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
    ship(order.id.clone()).await.unwrap();
    ship(order.id.clone()).await.expect("it is shipped");
    ship(order.id.clone()).await.map_err(|_| Failure::new("NotShipped", "sold out"))?;
    let _shipped = ship(order.id).await.unwrap_or(order.lines[0].clone());
    Ok(())
}

fn main() {}
