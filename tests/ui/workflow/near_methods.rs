use workflow::prelude::*;

#[task]
async fn ship(lines: Vec<String>) -> Result<u32, Failure> {
    Ok(lines.len() as u32)
}

#[workflow]
async fn sorted(lines: Vec<String>) -> Result<u32, Failure> {
    let mut lines = lines;
    lines.sorrt();
    ship(lines).await
}

#[workflow]
async fn counted(lines: Vec<String>) -> Result<usize, Failure> {
    let found = ship(lines.clone()).await?;
    Ok(lines.lenght() + found as usize)
}

#[workflow]
async fn of_an_option(name: Option<String>) -> Result<u32, Failure> {
    ship(vec![name.unwarp_or_default()]).await
}

#[workflow]
async fn soon(lines: Vec<String>) -> Result<u32, Failure> {
    sleep_until("2025").await;
    ship(lines).await
}

#[workflow]
async fn on_no_day(lines: Vec<String>) -> Result<u32, Failure> {
    sleep_until("2025-02-30T12:00:00Z").await;
    ship(lines).await
}

#[workflow]
async fn a_bare_value(lines: Vec<String>) -> Result<u32, Failure> {
    let found = ship(lines).await?;
    found + 1
}

fn main() {}
