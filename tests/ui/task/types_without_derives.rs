use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Order {
    id: String,
}

#[derive(Debug, Serialize, Deserialize)]
enum ShipError {
    Lost,
}

#[task]
async fn ship(order: Order) -> Result<String, ShipError> {
    Ok(order.id)
}

#[workflow]
async fn fulfil(id: String) -> Result<String, Failure> {
    let shipped = ship(Order { id }).await?;
    match ship(Order { id: shipped }).await {
        Ok(shipped) => Ok(shipped),
        Err(error) => Err(error.into()),
    }
}

fn main() {}
