//! Calls of AWS services: signed, over HTTP/1.1, each on its own connection. Users of workflows need it rarely: the connector
//! `workflow::connector::Aws` makes such calls for them.
//!
//! ```no_run
//! use workflow_aws::{Endpoint, Keys, Outgoing};
//!
//! # async fn call() -> Result<(), String> {
//! let endpoint = Endpoint::parse("http://localhost:8083")?;
//! let request = Outgoing::post("/", "{}").header("x-amz-target", "AWSStepFunctions.ListActivities");
//! let signed = request.signed(&endpoint, Keys::from_env().as_ref(), "us-east-1", "states");
//! let answer = endpoint.exchange(signed, 1 << 20).await?;
//! assert_eq!(answer.status, 200);
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "services")]
mod casing;
#[cfg(feature = "services")]
mod client;
#[cfg(feature = "services")]
mod encode;
mod endpoint;
mod exchange;
#[cfg(feature = "services")]
mod failure;
#[cfg(feature = "large")]
mod large;
mod outgoing;
#[cfg(feature = "services")]
mod protocol;
#[cfg(feature = "services")]
mod services;
#[cfg(feature = "services")]
mod settings;
mod signature;
#[cfg(feature = "services")]
mod xml;

#[cfg(feature = "services")]
pub use client::{CallOutcome, Services};
pub use endpoint::Endpoint;
pub use exchange::Incoming;
#[cfg(feature = "services")]
pub use failure::CallError;
#[cfg(feature = "large")]
pub use large::LargeBucket;
pub use outgoing::Outgoing;
pub use signature::Keys;
