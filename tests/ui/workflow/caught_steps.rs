use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
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

#[steps]
pub(crate) async fn once(id: String) -> Result<String, Failure> {
    Ok(ship(id).await?)
}

#[workflow(steps(once))]
async fn fulfil(order: Order) -> Result<String, Failure> {
    match once(order.id).await {
        Ok(shipped) => Ok(shipped),
        Err(failure) => Err(failure),
    }
}

fn main() {}
