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

impl Order {
    fn discounted(&self, rate: f64) -> f64 {
        self.total * rate
    }
}

#[workflow]
async fn methods(order: Order) -> Result<f64, Failure> {
    let total = order.discounted(0.9);
    ship(order.id).await?;
    Ok(total)
}

#[workflow]
async fn closures(order: Order) -> Result<f64, Failure> {
    let twice = |amount: f64| amount * 2.0;
    ship(order.id).await?;
    Ok(twice(order.total))
}

fn main() {}
