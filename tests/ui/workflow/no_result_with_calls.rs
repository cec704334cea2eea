use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    note: Option<String>,
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn value(order: Order) -> String {
    let shipped = ship(order.id).await?;
    shipped
}

#[workflow]
async fn nothing(order: Order) {
    ship(order.id).await?;
}

fn main() {}
