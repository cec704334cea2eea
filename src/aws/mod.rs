//! Actions of AWS services that a workflow calls directly, without a Lambda function in between. Each service is a module.
//! They need the feature `aws`, which is off by default.
//!
//! An action is a task: `sqs::send_message(..).await?`. In the document it is the state
//! `arn:aws:states:::sqs:sendMessage`, with `Arguments` in the service's own casing. Its arguments are a struct. A
//! function makes it from what the service requires; optional members are written before it:
//!
//! ```
//! use workflow::aws::sqs;
//! use workflow::prelude::*;
//!
//! /// Puts an order into a queue, once it may be read.
//! #[workflow]
//! async fn enqueue(queue: String, order: String) -> Result<String, Failure> {
//!     let message = sqs::SendMessage { delay_seconds: Some(30), ..sqs::message(queue, order) };
//!     match sqs::send_message(message).await {
//!         Ok(sent) => Ok(sent.message_id),
//!         Err(sqs::Error::QueueDoesNotExist) => Err(Failure::new("NoQueue", "make it first")),
//!         Err(other) => Err(other.into()),
//!     }
//! }
//!
//! let document = enqueue::definition().unwrap().to_json_pretty();
//! assert!(document.contains(r#""Resource": "arn:aws:states:::sqs:sendMessage""#));
//! assert!(document.contains(r#""DelaySeconds": 30"#));
//! ```
//!
//! `docs/guide/integrations.md` says how they are mocked and called in a run here, and how any other action is declared.

#[macro_use]
mod shape;

pub mod athena;
pub mod batch;
pub mod dynamodb;
pub mod ecs;
pub mod events;
pub mod glue;
pub mod http;
pub mod lambda;
pub mod s3;
pub mod sfn;
pub mod sns;
pub mod sqs;

/// Texts under names.
pub type Texts = std::collections::BTreeMap<String, String>;

response! {
    /// A variable of an environment.
    NameValue {
        /// Its name.
        name: String,
        /// Its value.
        value: String,
    }
}
