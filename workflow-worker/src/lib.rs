//! Workers of activities. A [`Worker`] asks AWS Step Functions, or a server with the same API, for tasks of an activity, and
//! answers them with tasks in Rust.
//!
//! ```no_run
//! use workflow_task::TaskDefinition;
//! use workflow_worker::{Client, Endpoint, Worker};
//!
//! # async fn work(charge: TaskDefinition, stop: impl Future<Output = ()>) -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::new(Endpoint::parse("http://localhost:8083")?, "us-east-1");
//! let arn = "arn:aws:states:us-east-1:123456789012:activity:charge";
//! Worker::new(client).activity(arn, charge).run(stop).await?;
//! # Ok(())
//! # }
//! ```

mod attempt;
mod client;
mod pause;
mod poller;
mod worker;

pub use client::{ApiError, Client};
pub use worker::Worker;
pub use workflow_aws::{Endpoint, Keys};
