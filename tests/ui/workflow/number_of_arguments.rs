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

#[task]
async fn charge(id: String, total: f64) -> Result<String, Failure> {
    Ok(format!("{id}{total}"))
}

#[workflow]
async fn too_few(order: Order) -> Result<String, Failure> {
    charge(order.id).await
}

#[workflow]
async fn too_many(order: Order) -> Result<String, Failure> {
    ship(order.id, order.total).await
}

fn main() {}
