//! A shop whose workflows are served: `shop serve`.

use std::path::PathBuf;
use std::process::ExitCode;
use workflow::prelude::*;

/// An order.
#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    total: f64,
    lines: Vec<String>,
    express: Option<bool>,
}

/// The bank that cards are charged at.
struct Bank {
    limit: f64,
}

/// The folder with a file `open` while the shop ships.
struct Warehouse {
    folder: PathBuf,
}

/// Charges the customer.
#[task]
async fn charge(bank: Res<Bank>, id: String, amount: f64) -> Result<String, Failure> {
    if amount > bank.limit {
        return Err(Failure::new("Declined", format!("{amount} is over the limit")));
    }
    Ok(format!("receipt of {id}"))
}

/// Asks a person.
#[task(callback, timeout = "60s")]
async fn approve(context: TaskContext, id: String) -> Result<Pending<bool>, Failure> {
    drop((context, id));
    Ok(Pending::new())
}

/// Ships an order.
#[task]
async fn ship(warehouse: Res<Warehouse>, id: String) -> Result<String, Failure> {
    if !warehouse.folder.join("open").exists() {
        return Err(Failure::new("Closed", "the warehouse is closed"));
    }
    Ok(format!("parcel of {id}"))
}

/// Doubles a number.
#[task]
async fn double(n: u32) -> Result<u32, Failure> {
    Ok(n * 2)
}

/// Delivers an order tomorrow.
#[workflow]
async fn deliver(id: String) -> Result<String, Failure> {
    sleep(Duration::from_secs(1)).await;
    ship(id).await
}

/// Charges an order and delivers it. Large ones need an approval.
#[workflow]
async fn fulfil(order: Order) -> Result<Vec<String>, Failure> {
    if order.total > 500.0 {
        let approved = approve(order.id.clone()).await?;
        if !approved {
            return Err(Failure::new("Refused", "not approved"));
        }
    }
    let receipt = charge(order.id.clone(), order.total).await?;
    let parcel = deliver(order.id).await?;
    Ok(vec![receipt, parcel])
}

/// Doubles numbers.
#[workflow]
async fn doubled(numbers: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(numbers, async |n| double(n).await).await
}

fn main() -> ExitCode {
    let folder = std::env::var_os("SHOP_FOLDER").map(PathBuf::from).unwrap_or_default();
    workflow::cli()
        .about("Sells things.")
        .workflow::<fulfil>()
        .workflow::<deliver>()
        .workflow::<doubled>()
        .engine(async |engine| {
            Ok(engine.resource(Bank { limit: 1_000.0 }).resource(Warehouse { folder }).into())
        })
        .main()
}
