//! A shop whose workflows are served (`shop serve`), and whose tasks answer activities (`shop worker`).

use std::path::PathBuf;
use std::process::ExitCode;
use workflow::Resources;
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

/// Weighs a parcel, as soon as the scales are free: the process that has done it.
#[task]
async fn weigh(warehouse: Res<Warehouse>, id: String) -> Result<u32, Failure> {
    let (folder, process) = (&warehouse.folder, std::process::id());
    let taken = std::fs::write(folder.join(format!("weighs-{process}")), &id);
    taken.map_err(|error| Failure::new("Broken", error.to_string()))?;
    while !folder.join("free").exists() {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    Ok(process)
}

/// Weighs a parcel wherever there are scales.
#[task(
    resource = "arn:aws:states:us-east-1:123456789012:activity:weigh",
    timeout = "60s",
    heartbeat = "2s",
    retry = Retry::on(&["States.Timeout", "States.HeartbeatTimeout"]).interval(1).max_attempts(5)
)]
async fn weigh_there(id: String) -> Result<u32, Failure>;

/// Weighs a parcel on the scales of this process, or on others.
#[workflow]
async fn weighed(id: String, here: bool) -> Result<u32, Failure> {
    if here { weigh(id).await } else { weigh_there(id).await }
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
#[workflow(triggers(schedule("rate(1 day)", name = "often", input = [20, 21])))]
async fn doubled(numbers: Vec<u32>) -> Result<Vec<u32>, Failure> {
    map(numbers, async |n| double(n).await).await
}

fn main() -> ExitCode {
    workflow::cli()
        .about("Sells things.")
        .workflow::<fulfil>()
        .workflow::<deliver>()
        .workflow::<doubled>()
        .workflow::<weighed>()
        .resources(async || {
            let folder = std::env::var_os("SHOP_FOLDER").map(PathBuf::from).unwrap_or_default();
            let mut resources = Resources::default();
            resources.insert(Bank { limit: 1_000.0 });
            resources.insert(Warehouse { folder });
            Ok(resources)
        })
        .main()
}
