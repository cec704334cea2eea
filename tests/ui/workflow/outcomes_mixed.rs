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
async fn mixed(order: Order) -> Result<String, Failure> {
    match ship(order.id).await {
        Ok(text) | Err(text) => Ok(text),
    }
}

fn main() {}
