//! The tasks: they speak to the service that has the job, and keep its result.

use super::common::http::Client;
use super::results::Results;
use super::workflow::Status;
use serde_json::json;
use workflow::prelude::*;

/// For a service that is down for a moment.
const A_MOMENT: Retry = Retry::on(&["Unavailable", "States.Timeout"]).interval(1).max_attempts(3);

/// Starts a job, once: its number.
#[task(timeout = "10s", retry = A_MOMENT)]
pub async fn start(
    service: Res<Client>,
    context: TaskContext,
    below: u64,
) -> Result<String, Failure> {
    let key = context.idempotency_key.to_string();
    service.post("/jobs", &key, &json!({ "below": below })).await?.text("job")
}

/// Asks how far the job is.
#[task(timeout = "10s", retry = A_MOMENT)]
pub async fn look(service: Res<Client>, job: String) -> Result<Status, Failure> {
    let reply = service.get(&format!("/jobs/{job}")).await?;
    serde_json::from_value(reply.body).map_err(|error| Failure::new("BadAnswer", error.to_string()))
}

/// Ends a job that nobody waits for.
#[task(timeout = "10s", retry = A_MOMENT)]
pub async fn cancel(service: Res<Client>, job: String) -> Result<(), Failure> {
    service.post(&format!("/jobs/{job}/cancel"), "", &json!({})).await.map(drop)
}

/// Keeps a result.
#[task(timeout = "10s")]
pub fn keep(results: Res<Results>, below: u64, primes: u64) -> Result<(), Failure> {
    results.write(below, primes)
}
