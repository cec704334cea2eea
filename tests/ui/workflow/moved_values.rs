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
async fn save(order: Order) -> Result<(), Failure> {
    Ok(drop(order))
}

#[workflow]
async fn variable(order: Order) -> Result<String, Failure> {
    let id = order.id.clone();
    let first = ship(id).await?;
    let second = ship(id).await?;
    Ok(format!("{first}{second}"))
}

#[workflow]
async fn read_later(order: Order) -> Result<String, Failure> {
    let id = ship(order.id.clone()).await?;
    let first = ship(id).await?;
    Ok(format!("{first}{id}"))
}

#[workflow]
async fn field(order: Order) -> Result<String, Failure> {
    let first = ship(order.id).await?;
    let second = ship(order.id.clone()).await?;
    Ok(format!("{first}{second}"))
}

#[workflow]
async fn whole(order: Order) -> Result<String, Failure> {
    save(order).await?;
    ship(order.id).await
}

#[workflow]
async fn into_a_struct(order: Order) -> Result<String, Failure> {
    let id = order.id;
    save(Order { id, total: 1.0, note: None }).await?;
    ship(id).await
}

#[workflow]
async fn beside_others(order: Order, other: String) -> Result<String, Failure> {
    let id = ship(order.id.clone()).await?;
    let first = ship(id).await?;
    let second = ship(id).await?;
    Ok(format!("{first}{second}{other}{}", order.note.is_some()))
}

#[workflow]
async fn in_a_branch(order: Order, other: String) -> Result<String, Failure> {
    let (first, _) = join!(ship(order.id), ship(other.clone())).await?;
    let second = ship(order.id).await?;
    Ok(format!("{first}{second}{other}"))
}

fn main() {}
