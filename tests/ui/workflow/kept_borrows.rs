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
async fn fulfil(order: Order) -> Result<(), Failure> {
    let first = order.lines.first();
    let id = order.id.as_str();
    let longest = order.lines.iter().filter(|line| !line.is_empty()).max().unwrap();
    let whole = &order;
    if first.is_some() {
        // Not kept: nothing is awaited before its last use.
        let last = order.lines.last();
        ship(last.cloned().unwrap_or_default()).await?;
    }
    ship(id.to_owned()).await?;
    ship(longest.clone()).await?;
    ship(whole.id.clone()).await?;
    Ok(())
}

#[workflow]
async fn of_a_list(lines: Vec<String>) -> Result<String, Failure> {
    let last = lines.last();
    ship("first".to_owned()).await?;
    ship(last.cloned().unwrap_or_default()).await
}

fn main() {}
