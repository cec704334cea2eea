use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<String, Failure> {
    Ok(line)
}

#[task(callback)]
async fn ask(line: String, context: TaskContext) -> Result<Pending<bool>, Failure> {
    println!("{line} {:?}", context.token);
    Ok(Pending::new())
}

#[task(resource = "arn:aws:states:us-east-1:123456789012:activity:pack")]
async fn pack(line: String) -> Result<String, Failure>;

#[task(resource = "arn:aws:states:::glue:startJobRun.sync")]
async fn crawl(line: String) -> Result<String, Failure>;

#[workflow]
async fn inner(line: String) -> Result<String, Failure> {
    ship(line).await
}

#[workflow]
async fn token(lines: Vec<String>) -> Result<Vec<bool>, Failure> {
    map(lines, async |line| {
        let line = ship(line).await?;
        ask(line).await
    })
    .distributed()
    .express()
    .await
}

#[workflow]
async fn activity(lines: Vec<String>) -> Result<Vec<String>, Failure> {
    map(lines, async |line| pack(line).await).distributed().express().await
}

#[workflow]
async fn job(lines: Vec<String>) -> Result<Vec<Vec<String>>, Failure> {
    map(lines, async |line| map(vec![line], async |line| crawl(line).await).await)
        .distributed()
        .express()
        .await
}

#[workflow]
async fn another(lines: Vec<String>) -> Result<Vec<String>, Failure> {
    map(lines, async |line| inner(line).await).distributed().express().await
}

fn main() {}
