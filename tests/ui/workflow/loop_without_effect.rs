use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn fulfil(order: Order) -> Result<u32, Failure> {
    let mut count = 0;
    while count < 3 {
        count += 1;
    }
    for line in order.lines.clone() {
        let _length = line.len();
    }
    for line in &order.lines {
        count += 1;
        if line.is_empty() {
            return Ok(count);
        }
    }
    ship(order.id).await?;
    Ok(count)
}

fn main() {}
