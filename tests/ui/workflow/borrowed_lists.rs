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
    for line in &order.lines {
        ship(line.clone()).await?;
    }
    for (n, line) in order.lines.iter().enumerate() {
        charge(line.clone(), n as f64).await?;
    }
    map(&order.lines, async |line| ship(line.clone()).await).await?;
    map(order.lines.iter().rev(), async |line| ship(line.clone()).await).await?;
    for word in order.id.split(" ") {
        ship(word.to_owned()).await?;
    }
    Ok(())
}

fn main() {}
