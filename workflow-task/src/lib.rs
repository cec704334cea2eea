//! The tasks of `workflow`: what they take, return, fail with and are given, without an engine that calls them.
//!
//! Users of workflows depend on the crate `workflow`, which re-exports what they need. This crate is the layer that an
//! engine and a Lambda function have in common: a program that serves tasks links it, and no engine.

pub mod arguments;
pub mod blocked;
pub mod body;
mod constant;
pub mod failure;
pub mod fields;
#[doc(hidden)]
pub mod finite;
pub mod inject;
#[doc(hidden)]
pub mod integers;
#[doc(hidden)]
pub mod key;
pub mod payload;
pub mod resource;
pub mod retriers;
pub mod retry;
pub mod task;
pub mod way;

pub use blocked::{Blocked, Reason};
pub use failure::{Caught, Failure, TaskError};
pub use payload::{Durable, Payload};
pub use resource::{Res, Resources};
pub use retry::Retry;
pub use task::{Task, TaskContext, TaskDefinition};
