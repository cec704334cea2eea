use workflow::prelude::*;

#[task]
async fn ship(line: String) -> Result<u32, Failure> {
    Ok(line.len() as u32)
}

#[workflow]
async fn by_reference(name: Option<String>) -> Result<u32, Failure> {
    match name {
        Some(ref name) => ship(name.clone()).await,
        None => Ok(0),
    }
}

#[workflow]
async fn guards_alone(n: u32) -> Result<u32, Failure> {
    match n {
        n if n < 3 => Ok(ship("few".to_string()).await?),
        n if n >= 3 => Ok(0),
    }
}

#[workflow]
async fn guard_that_awaits(n: u32) -> Result<u32, Failure> {
    match n {
        n if ship("few".to_string()).await? > n => Ok(1),
        _ => Ok(0),
    }
}

fn main() {}
