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

mod prices {
    pub fn total(order: &super::Order) -> f64 {
        order.total
    }
}

#[steps]
async fn twice(id: String) -> Result<String, Failure> {
    let id = ship(id).await?;
    ship(id).await
}

/// In another module.
#[workflow]
async fn priced(order: Order) -> Result<f64, Failure> {
    let total = prices::total(&order);
    ship(order.id).await?;
    Ok(total)
}

/// Steps that are not listed.
#[workflow]
async fn listed(order: Order) -> Result<String, Failure> {
    twice(order.id).await
}

#[pure]
fn discounted(total: f64) -> f64 {
    total * rate()
}

fn rate() -> f64 {
    0.9
}

/// In the body of a function.
fn local() {
    fn shorten(id: String) -> String {
        id
    }

    #[workflow]
    async fn short(order: Order) -> Result<String, Failure> {
        ship(shorten(order.id)).await
    }
}

fn main() {}
