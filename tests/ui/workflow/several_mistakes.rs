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

#[workflow]
async fn fulfil(order: Order) -> Result<String, Failure> {
    println!("{}", order.id);
    let bits = order.lines.len() << 2;
    let bytes = order.id.as_bytes();
    let loud = shout(order.id.clone());
    let shipped = ship(order.id).await?;
    unsafe { std::hint::unreachable_unchecked() }
}

fn shout(text: String) -> String {
    text
}

fn main() {}
