//! The engine of `workflow`: it performs the effects of machines, retries, times out, catches, cancels and records history.
//!
//! Users of workflows depend on the crate `workflow`, which re-exports what they need. This crate is for those who embed
//! the engine: to run documents of the States Language, to add a connector, a store or a clock, or to test a state.
//!
//! # The parts
//!
//! - [`machine`] is the seam: a [`Machine`](machine::Machine) says which [`Effect`](machine::Effect) it waits for, and an
//!   engine performs it. [`typed`] is the generated kind, [`interpreted`] the interpreter of a document.
//! - [`engine`] drives a machine: [`Engine::builder`] takes the clock, the seed, the limits, the store and the connectors.
//! - [`connector`] answers calls of resources: Lambda functions, services, activities, nested executions. [`mocks`] answers
//!   them from a file.
//! - [`history`] has the events that AWS would record; [`store`] the commits that survive a crash. There is one store, in
//!   memory: executions end with their process.
//! - [`schedule`] has the times at which [`Engine::schedule`] starts a workflow.
//! - [`test_state`] tests one state, [`testing`] whole workflows, in virtual time.
//!
//! # Features
//!
//! `http` makes calls of `http:invoke` for real, `object-store` reads and writes objects of distributed Maps in folders and
//! buckets, `parquet` reads items out of Parquet files, `zones` has the database of time zones within the program. All are off.

mod binary;
pub mod budget;
pub mod call;
mod chance;
pub mod clock;
pub mod connector;
pub mod description;
pub mod engine;
pub mod export;
mod functions;
mod handed;
pub mod history;
mod input;
mod integrations;
pub mod interpreted;
mod key;
mod limits;
pub mod machine;
pub mod mocks;
pub mod oracle;
mod place;
pub mod price;
pub mod schedule;
pub mod simulate;
pub mod store;
mod target;
pub mod test_state;
pub mod testing;
mod texts;
mod token;
pub mod typed;
pub mod way;
pub mod workflow;
mod written;

pub use workflow_task::{
    arguments, body, failure, fields, inject, payload, resource, retriers, retry, task,
};
pub(crate) use workflow_task::{blocked, finite};

pub use blocked::{Blocked, Reason};
pub use call::Call;
pub use description::{Description, compatible};
pub use engine::{Engine, Execution};
pub use failure::{Caught, Failure, TaskError};
pub use jiff::Timestamp;
#[cfg(feature = "object-store")]
pub use object_store;
pub use payload::{Durable, Payload};
pub use resource::{Res, Resources};
pub use retry::Retry;
pub use task::{Task, TaskContext, TaskDefinition};
pub use workflow::Workflow;
pub use written::{Manifest, Written};
