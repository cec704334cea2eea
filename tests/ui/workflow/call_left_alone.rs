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
async fn at_the_end(order: Order) -> Result<String, Failure> {
    match order.note {
        Some(note) => ship(note).await,
        None => ship(order.id),
    }
}

#[workflow]
async fn as_a_statement(order: Order) -> Result<String, Failure> {
    ship(order.id.clone());
    ship(order.id).await
}

fn main() {}
