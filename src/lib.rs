//! Write a workflow as one ordinary Rust `async fn`.

pub use workflow_asl::{Data, Definition, Json, Schema};
pub use workflow_macros::{Data, TaskError, steps, task, workflow};
pub use workflow_runtime::oracle::{map, sleep};
pub use workflow_runtime::{
    Call, Caught, Durable, Failure, Payload, Res, Resources, Retry, Task, TaskContext,
    TaskDefinition, TaskError, task::Heartbeat,
};
pub use workflow_runtime::{Engine, Execution, Workflow, join};
pub use workflow_runtime::{clock, engine, history, machine};

/// What a file with tasks and workflows needs: `use workflow::prelude::*;`.
pub mod prelude {
    #[doc(no_inline)]
    pub use crate::{
        Data, Engine, Failure, Res, Retry, TaskContext, TaskError, join, map, sleep, steps, task,
        workflow,
    };
    /// serde's traits and derives. The derives name the crate `serde`, which must be a dependency of yours.
    #[doc(no_inline)]
    pub use serde::{Deserialize, Serialize};
    #[doc(no_inline)]
    pub use std::time::Duration;
}

/// What the code that macros write needs. No part of the interface: it changes without notice.
#[doc(hidden)]
pub mod __private {
    pub use serde::Serialize;
    pub use serde::de::DeserializeOwned;
    pub use serde_json::Value;
    pub use workflow_asl::schema::{Content, Field, Schema, Tagging, Variant};
    pub use workflow_asl::{Data, Definition, Json, ops, program};
    pub use workflow_macros::with_steps;
    pub use workflow_runtime::arguments::{Argument, Arguments};
    pub use workflow_runtime::body::{not_a_task, run_task};
    pub use workflow_runtime::export::{ExportError, constant, export};
    pub use workflow_runtime::failure::{Caught, Failure, TaskError};
    pub use workflow_runtime::fields::fields;
    pub use workflow_runtime::inject::{Inject, needs};
    pub use workflow_runtime::machine::{Effect, Kind, Machine, Names, Retrier, StateInfo, Stop};
    pub use workflow_runtime::payload::{Durable, Live, Payload};
    pub use workflow_runtime::retriers::{TRANSIENT, only_retriers, retriers};
    pub use workflow_runtime::task::{Call, Task, TaskDefinition};
    pub use workflow_runtime::typed;
    pub use workflow_runtime::workflow::Workflow;
}
