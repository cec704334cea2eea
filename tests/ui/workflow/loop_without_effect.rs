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
    ship(order.id).await?;
    Ok(count)
}

#[derive(Debug, Serialize, Deserialize, TaskError)]
enum LineError {
    Empty,
}

#[workflow]
async fn counted(order: Order) -> Result<u32, LineError> {
    let mut count = 0;
    for line in &order.lines {
        count += 1;
        if line.is_empty() {
            return Err(LineError::Empty);
        }
    }
    Ok(count)
}

fn main() {}
