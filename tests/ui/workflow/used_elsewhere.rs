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
    dbg!(&order);
    Ok(order.id)
}


#[workflow]
async fn borrows(id: &str) -> Result<String, Failure> {
    ship(id.to_owned()).await
}

#[workflow]
fn returns(lines: &[String]) -> String {
    lines[0].clone()
}

#[workflow(retry)]
async fn optional(id: String) -> Result<String, Failure> {
    ship(id).await
}

#[workflow]
async fn calls(order: Order) -> Result<String, Failure> {
    let shipped = fulfil(order).await?;
    Ok(shipped)
}

async fn run(engine: Engine, order: Order) -> Result<String, Failure> {
    fulfil::definition().unwrap();
    borrows::definition().unwrap();
    engine.run::<borrows>("a".to_owned()).await?;
    engine.run::<returns>(vec![]).await?;
    engine.run::<optional>(String::new()).await?;
    engine.run::<fulfil>(order).await
}

fn main() -> std::process::ExitCode {
    drop(run);
    workflow::cli![fulfil, borrows, returns, optional, calls]
}
