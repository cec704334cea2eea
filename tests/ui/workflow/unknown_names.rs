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
async fn tasks(order: Order) -> Result<String, Failure> {
    let id = shipp(order.id).await?;
    Ok(id)
}

#[workflow]
async fn functions(order: Order) -> Result<String, Failure> {
    let label = labl(&order);
    ship(label).await
}

#[workflow]
async fn variables(order: Order) -> Result<String, Failure> {
    let mut count = 1;
    cuont = 2;
    ordr.total += 1.0;
    ship(order.id).await
}

fn main() {}
