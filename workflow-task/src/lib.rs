//! The tasks of `workflow`: their arguments, results, failures, resources and context, without an engine that calls them.
//!
//! Users of workflows depend on the crate `workflow`, which re-exports what they need. This crate is the layer that an
//! engine and a Lambda function have in common: a program that serves tasks links it, and no engine.
//!
//! ```
//! use workflow_task::{Failure, Payload, Retry};
//!
//! // A value stays what it is until somebody needs its JSON.
//! let payload = Payload::live(vec![1, 2]);
//! assert_eq!(&*payload.text()?, "[1,2]");
//! assert_eq!(payload.take::<Vec<u8>>()?, [1, 2]);
//!
//! // A task fails with a name, which retriers and catchers match, and a cause.
//! let failure = Failure::new("Declined", "reported stolen");
//! assert_eq!((failure.error(), &*failure.cause()), ("Declined", "reported stolen"));
//! const GENTLY: Retry = Retry::on(&["Throttled"]).interval(2).max_attempts(5);
//! # Ok::<(), Failure>(())
//! ```
//!
//! # The parts
//!
//! - [`task`] has what `#[task]` makes of a function: its definition, its context, its body without types.
//! - [`payload`] is a value on its way; [`failure`] is an error as a workflow sees it; [`retry`] has the retry policies.
//! - [`resource`] and [`inject`] give a body its resources, [`arguments`] its arguments.
//! - [`large`] has values that are too large for the data of a workflow.
//! - [`way`] says who answers a call: the body, a service, an activity, another workflow.

pub mod arguments;
pub mod blocked;
pub mod body;
pub mod calls;
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
pub mod large;
pub mod payload;
pub mod resource;
pub mod retriers;
pub mod retry;
pub mod task;
pub mod way;

pub use blocked::{Blocked, Reason};
pub use failure::{Caught, Failure, TaskError};
pub use large::{Large, LargeStore};
pub use payload::{Durable, Payload};
pub use resource::{Res, Resources};
pub use retry::Retry;
pub use task::{Task, TaskContext, TaskDefinition};
