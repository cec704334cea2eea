//! The engine of `workflow`: it runs state machines, calls their tasks, retries, times out, catches, cancels and records
//! histories.
//!
//! Users of workflows depend on the crate `workflow`, which re-exports what they need. This crate is for those who embed
//! the engine: to run documents of the States Language, to add a connector, a store or a clock, or to test a state.
//!
//! ```
//! use serde_json::json;
//! use std::sync::Arc;
//! use workflow_asl::Definition;
//! use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
//! use workflow_runtime::{Engine, Failure};
//!
//! # let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
//! # runtime.block_on(async {
//! let states = json!({ "Add": { "Type": "Pass", "Output": "{% $states.input.n + 1 %}", "End": true } });
//! let machine = json!({ "QueryLanguage": "JSONata", "StartAt": "Add", "States": states });
//! let definition = Definition::from_value(machine).unwrap();
//! let document = Arc::new(Compiled::connected(definition).unwrap());
//!
//! let engine = Engine::builder().build();
//! let input = Arc::new(json!({ "n": 20 }));
//! let output = engine
//!     .drive(|identity| Ok(Interpreted::start(document, input, Context::from(identity))), "add", None)
//!     .await?;
//! assert_eq!(*output.json()?, json!(21));
//! # Ok::<(), Failure>(())
//! # }).unwrap();
//! ```
//!
//! # The parts
//!
//! - [`machine`] is the interface between the two halves: a [`Machine`](machine::Machine) says which
//!   [`Effect`](machine::Effect) it waits for, and an engine performs it. The macro generates one kind of machine;
//!   [`interpreted`] is the other kind, a document.
//! - [`engine`] drives a machine: [`Engine::builder`] takes the clock, the seed, the limits, the store and the connectors.
//! - [`connector`] answers calls of resources: Lambda functions, services, activities, nested executions. [`mocks`] answers
//!   them from a file.
//! - [`history`] has the events that AWS would record; [`store`] the commits that survive a crash. The store in this crate
//!   is in memory, for tests; `workflow-sqlite` has one in a file.
//! - [`schedule`] has the times at which [`Engine::schedule`] starts a workflow.
//! - [`test_state`] tests one state, [`testing`] whole workflows, in virtual time.
//!
//! # Features
//!
//! `http` makes calls of `http:invoke` for real, `object-store` reads and writes objects of distributed Maps in folders and
//! buckets, `parquet` reads items out of Parquet files, `zones` has the database of time zones within the program. All are off.

mod binary;
#[doc(hidden)]
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
mod lock;
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
#[doc(hidden)]
pub mod typed;
pub mod way;
pub mod workflow;
mod written;

pub use workflow_task::{
    arguments, body, failure, fields, inject, large, payload, resource, retriers, retry, task,
};
pub(crate) use workflow_task::{blocked, finite};

pub use blocked::{Blocked, Reason};
pub use call::Call;
pub use description::{Description, compatible};
pub use engine::{Engine, Execution};
pub use failure::{Caught, Failure, TaskError};
pub use jiff::Timestamp;
pub use large::{Large, LargeStore};
#[cfg(feature = "object-store")]
pub use object_store;
pub use payload::{Durable, Payload};
pub use resource::{Res, Resources};
pub use retry::Retry;
pub use task::{Task, TaskContext, TaskDefinition};
pub use workflow::Workflow;
pub use workflow_triggers::{StartOn, Trigger};
pub use written::{Manifest, Written};
