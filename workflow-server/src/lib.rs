//! A server with the API of AWS Step Functions, on the engine of `workflow`.
//!
//! - [`Service`] answers calls as AWS would. It needs no socket, so tests can use it directly.
//! - [`Server`](http::Server) listens for them (feature `http`, on by default).
//!
//! Most users need neither: `workflow serve` is the server as a command, and a program with the feature `serve` of `workflow`
//! serves its own workflows.
//!
//! ```
//! # use workflow_server::{Call, Service};
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let service = Service::builder().open().await?;
//! let body = br#"{"name":"mail"}"#;
//! let reply = service.answer(Call { target: Some("AWSStepFunctions.CreateActivity"), body }).await;
//! assert_eq!(reply.status, 200);
//! assert!(reply.body.contains("arn:aws:states:us-east-1:123456789012:activity:mail"));
//! # Ok(())
//! # }
//! ```
//!
//! `docs/server.md` of the repository lists what works and what does not.

#[cfg(feature = "http")]
pub mod access;
mod answer;
mod arn;
mod calls;
mod catalog;
#[cfg(feature = "console")]
mod console;
#[cfg(feature = "http")]
pub mod http;
mod model;
mod moment;
mod name;
mod operations;
mod page;
mod refusal;
mod service;
mod typed;

pub use answer::{Call, Reply};
pub use calls::MockFile;
#[cfg(feature = "http")]
pub use calls::NamedFunctions as Functions;
pub use refusal::Refusal;
pub use service::{Builder, Service};
pub use typed::OpenError;
pub use workflow_runtime::engine::Retention;
