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
async fn handed_over(mut order: Order) -> Result<f64, Failure> {
    double(&mut order.total);
    ship(order.id).await?;
    Ok(order.total)
}

fn double(total: &mut f64) {
    *total *= 2.0;
}

fn main() {}
