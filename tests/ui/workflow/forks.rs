use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

fn shipped(line: String) -> u32 {
    line.len() as u32
}

#[workflow]
async fn tried_inside(line: String) -> Result<(u32, u32), Failure> {
    join!(ship(line.clone())?, ship(line)).await
}

#[workflow]
async fn function_of_an_item(lines: Vec<String>) -> Result<Vec<u32>, Failure> {
    map(lines, shipped).await
}

#[workflow]
async fn nothing_done(lines: Vec<String>) -> Result<Vec<u32>, Failure> {
    map(lines).await
}

#[workflow]
async fn two_items(lines: Vec<(String, u32)>) -> Result<Vec<u32>, Failure> {
    map(lines, async |line, _n| ship(line).await).await
}

#[workflow]
async fn future_kept(line: String) -> Result<u32, Failure> {
    let later = async { ship(line).await };
    later.await
}

fn main() {}
