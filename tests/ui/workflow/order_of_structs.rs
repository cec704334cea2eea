use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    size: Size,
}

#[derive(Clone, Debug, PartialEq, PartialOrd, Serialize, Deserialize, Data)]
struct Size {
    width: u32,
    height: u32,
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
async fn fulfil(order: Order) -> Result<String, Failure> {
    let least = Size { width: 1, height: 2 };
    if order.size < least {
        return Ok(String::new());
    }
    Ok(ship(order.id).await?)
}

fn main() {}
