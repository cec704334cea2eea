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

#[workflow]
async fn in_a_block(depth: u32) -> Result<u32, Failure> {
    match async { dig(depth).await }.await {
        Ok(depth) => Ok(depth),
        Err(_) => Ok(0),
    }
}

fn main() {}
