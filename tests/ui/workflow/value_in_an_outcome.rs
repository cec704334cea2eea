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
async fn find(id: String) -> Result<Option<String>, Failure> {
    Ok(Some(id))
}

#[workflow]
async fn matched(order: Order) -> Result<String, Failure> {
    match find(order.id.clone()).await {
        Some(id) => ship(id).await,
        None => Ok(order.id),
    }
}

#[workflow]
async fn tested(order: Order) -> Result<String, Failure> {
    if let Some(id) = find(order.id.clone()).await {
        ship(id).await?;
    }
    Ok(order.id)
}

#[workflow]
async fn bound(order: Order) -> Result<String, Failure> {
    let Some(id) = find(order.id.clone()).await else { return Ok(order.id) };
    ship(id).await
}

fn main() {}
