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

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
enum Size {
    Small,
    Large,
}

#[workflow]
async fn options(order: Order) -> Result<String, Failure> {
    match order.note {
        Some(note) => ship(note).await,
    }
}

#[workflow]
async fn values(size: Size) -> Result<String, Failure> {
    let text = match size {
        Size::Small => "small".to_owned(),
    };
    ship(text).await
}

fn main() {}
