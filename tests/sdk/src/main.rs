//! Calls a running server with the AWS SDK for Rust, as its users' programs do: `workflow-sdk-client URL`.
//!
//! Prints a line of JSON: the operations that were called, and the exceptions that came as the SDK's own types.

mod client;
mod exceptions;
mod executions;
mod synchronous;

use client::{Outcome, Told};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let url = std::env::args().nth(1).ok_or("usage: workflow-sdk-client URL")?;
    let mut told = Told::default();
    let sfn = client::plain(&url);
    executions::run(&sfn, &mut told).await?;
    exceptions::provoke(&sfn, &mut told).await?;
    synchronous::run(&client::of_environment(&url), &mut told).await?;
    println!("{}", told.json());
    Ok(())
}
