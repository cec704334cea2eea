use workflow::prelude::*;

#[task]
async fn ship(id: u32) -> Result<u32, Failure> {
    Ok(id)
}

#[workflow]
async fn dropped(id: u32) -> Result<u32, Failure> {
    let _ = ship(id);
    Ok(1)
}

fn main() {}
