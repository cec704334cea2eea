//! The engine: it performs the effects of machines, retries, times out, catches, cancels and writes history.

pub mod arguments;
pub mod body;
pub mod budget;
mod chance;
pub mod clock;
pub mod connector;
pub mod engine;
pub mod export;
pub mod failure;
pub mod fields;
mod finite;
pub mod history;
pub mod inject;
pub mod interpreted;
mod key;
mod limits;
pub mod machine;
pub mod mocks;
pub mod oracle;
pub mod payload;
pub mod price;
pub mod resource;
pub mod retriers;
pub mod retry;
pub mod simulate;
pub mod store;
pub mod task;
pub mod test_state;
pub mod testing;
pub mod typed;
pub mod way;
pub mod workflow;
mod written;

pub use engine::{Engine, Execution};
pub use failure::{Caught, Failure, TaskError};
#[cfg(feature = "object-store")]
pub use object_store;
pub use payload::{Durable, Payload};
pub use resource::{Res, Resources};
pub use retry::Retry;
pub use task::{Call, Task, TaskContext, TaskDefinition};
pub use workflow::Workflow;
pub use written::{Manifest, Written};
