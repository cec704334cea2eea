use workflow::prelude::*;

#[task(retries = 3, blocking, timeout = "1s", timeout = "2s", aws_retry = "no")]
async fn charge() -> Result<(), Failure> {
    Ok(())
}

fn main() {}
