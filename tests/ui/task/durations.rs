use workflow::prelude::*;

#[task(timeout = "500ms")]
async fn milliseconds() -> Result<(), Failure> {
    Ok(())
}

#[task(timeout = "1.5m")]
async fn fraction() -> Result<(), Failure> {
    Ok(())
}

#[task(timeout = 0)]
async fn zero() -> Result<(), Failure> {
    Ok(())
}

#[task(timeout = "soon")]
async fn soon() -> Result<(), Failure> {
    Ok(())
}

#[task(timeout = Duration::from_secs(3))]
async fn expression() -> Result<(), Failure> {
    Ok(())
}

#[task(timeout = "10s", heartbeat = "1m")]
async fn heartbeat() -> Result<(), Failure> {
    Ok(())
}

fn main() {}
