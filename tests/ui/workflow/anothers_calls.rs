use workflow::prelude::*;

#[task]
async fn dig(depth: u32) -> Result<u32, Failure> {
    Ok(depth)
}

#[workflow]
async fn in_time(depth: u32) -> Result<u32, Failure> {
    tokio::time::timeout(Duration::from_secs(1), dig(depth)).await.unwrap()
}

#[workflow]
async fn apart(depth: u32) -> Result<u32, Failure> {
    let digging = tokio::spawn(async move { dig(depth).await });
    digging.await.unwrap()
}

fn main() {}
