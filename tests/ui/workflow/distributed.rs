use workflow::prelude::*;

#[derive(Clone, Debug, Serialize, Deserialize, Data)]
struct Order {
    id: String,
    lines: Vec<String>,
    most: u32,
}

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[workflow]
async fn limits(order: Order) -> Result<(), Failure> {
    let lines = order.lines;
    map(lines.clone(), async |line| ship(line).await)
        .distributed()
        .tolerated_failure_count(order.most)
        .await?;
    map(lines.clone(), async |line| ship(line).await)
        .distributed()
        .tolerated_failure_percentage(101.0)
        .await?;
    map(lines, async |line| ship(line).await).distributed().timeout(Duration::from_secs(5)).await?;
    Ok(())
}

#[workflow]
async fn inline(order: Order) -> Result<Vec<String>, Failure> {
    map(order.lines, async |line| ship(line).await).tolerated_failure_count(5).await
}

#[workflow]
async fn changes(order: Order) -> Result<u32, Failure> {
    let mut count = 0;
    map(order.lines, async |line| {
        ship(line).await?;
        count += 1;
        Ok(())
    })
    .distributed()
    .await?;
    Ok(count)
}

#[workflow]
async fn branch(order: Order) -> Result<(), Failure> {
    join!(ship(order.id.clone()), ship(order.id)).distributed().await?;
    ship(order.lines.concat()).distributed().await?;
    Ok(())
}

#[workflow]
async fn read(order: Order) -> Result<(), Failure> {
    map(read_jsonl::<String>("data", "lines.jsonl"), async |line| ship(line).await).await?;
    map(batches(order.lines, 10), async |lines| ship(lines.concat()).await).await?;
    Ok(())
}

#[workflow]
async fn sizes(order: Order) -> Result<(), Failure> {
    let size = order.lines.len();
    map(batches(order.lines, size), async |lines| ship(lines.concat()).await).distributed().await?;
    let lines = read_csv::<Order>("data", order.id);
    drop(lines);
    Ok(())
}

#[workflow]
async fn within(lines: Vec<Vec<String>>) -> Result<Vec<Vec<String>>, Failure> {
    map(lines, async |part| map(part, async |line| ship(line).await).distributed().await)
        .distributed()
        .express()
        .await
}

#[workflow]
async fn alone(lines: Vec<String>) -> Result<Vec<String>, Failure> {
    map(lines, async |line| ship(line).await).express().await
}

fn main() {}
