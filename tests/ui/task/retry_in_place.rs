use workflow::prelude::*;

#[task(retry(max_attempts = 3, often))]
async fn unknown(id: String) -> Result<String, Failure> {
    Ok(id)
}

#[task(retry(interval = "1x"))]
async fn no_duration(id: String) -> Result<String, Failure> {
    Ok(id)
}

#[task(retry(jitter, jitter))]
async fn twice(id: String) -> Result<String, Failure> {
    Ok(id)
}

#[task(retry(max_attempts = "3"))]
async fn text(id: String) -> Result<String, Failure> {
    Ok(id)
}

#[task(retry(backoff_rate = 0.5))]
async fn smaller(id: String) -> Result<String, Failure> {
    Ok(id)
}

#[task(retry(on = ["Throttled"], max_attempts = 3, interval = "1m", backoff_rate = 1.5, max_delay = 90, jitter))]
async fn fine(id: String) -> Result<String, Failure> {
    Ok(id)
}

fn main() {}
