use workflow::prelude::*;

#[task]
async fn ship(id: u32) -> Result<u32, Failure> {
    Ok(id)
}

#[workflow]
async fn endless(id: u32) -> Result<u32, Failure> {
    ship(id).await?;
    loop {}
}

#[workflow]
async fn left(id: u32) -> Result<u32, Failure> {
    ship(id).await?;
    loop {
        if id > 1 {
            break;
        }
    }
    Ok(id)
}

fn main() {}
