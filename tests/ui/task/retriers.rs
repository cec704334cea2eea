use workflow::prelude::*;

#[task(retry = "twice")]
async fn text() -> Result<(), Failure> {
    Ok(())
}

fn main() {}
