use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[workflow]
async fn returns_nothing(line: String) -> Result<(), Failure> {
    if ship(line).await? > 3 {
        return;
    }
    Ok(())
}

#[workflow]
async fn no_else(line: String) -> Result<u32, Failure> {
    if ship(line).await? > 3 {
        Ok(1)
    }
}

#[workflow]
async fn else_that_stays(line: Option<String>) -> Result<u32, Failure> {
    let Some(line) = line else { ship("none".to_string()).await? };
    ship(line).await
}

#[workflow]
async fn let_behind(line: Option<String>, n: u32) -> Result<u32, Failure> {
    if n > 3
        && let Some(line) = line
    {
        return ship(line).await;
    }
    Ok(0)
}

#[workflow]
async fn names_and_pauses(line: String) -> Result<u32, Failure> {
    let name = "Shipped";
    let first = ship(line.clone()).named(name).await?;
    let second = ship(line.clone()).named("").await?;
    sleep().await;
    sleep_until().await;
    Ok(first + second)
}

fn main() {}
