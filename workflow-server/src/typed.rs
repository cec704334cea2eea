//! A workflow of this program, without its types: what the server needs of it to run its executions as a state machine.

use serde_json::Value;
use std::fmt;
use workflow_asl::Definition;
use workflow_runtime::engine::EngineBuilder;
use workflow_runtime::export::ExportError;
use workflow_runtime::machine::Machine;
use workflow_runtime::store::StoreError;
use workflow_runtime::{Engine, Failure, TaskDefinition, Workflow};
#[cfg(feature = "console")]
use {
    workflow_asl::{Data, Schema},
    workflow_runtime::machine::StateInfo,
};

/// A machine, if the input or the record fits.
type Opened = Result<Box<dyn Machine>, Failure>;

/// A workflow that runs as a typed machine.
#[derive(Clone, Copy)]
pub(crate) struct Typed {
    pub(crate) name: &'static str,
    /// True if its executions are EXPRESS ones.
    pub(crate) express: bool,
    #[cfg(feature = "console")]
    pub(crate) states: fn() -> &'static [StateInfo],
    pub(crate) tasks: fn() -> Vec<TaskDefinition>,
    pub(crate) definition: fn() -> Result<Definition, ExportError>,
    #[cfg(feature = "console")]
    pub(crate) input: fn() -> Schema,
    pub(crate) open: fn(&Engine, &str) -> Opened,
    pub(crate) revive: fn(Value) -> Opened,
    pub(crate) register: fn(EngineBuilder) -> EngineBuilder,
}

impl Typed {
    pub(crate) fn of<W: Workflow>(express: bool) -> Self {
        Typed {
            name: W::NAME,
            express,
            #[cfg(feature = "console")]
            states: W::states,
            tasks: W::tasks,
            definition: W::definition,
            #[cfg(feature = "console")]
            input: <W::Input as Data>::schema,
            open: Engine::machine::<W>,
            revive: W::revive,
            register: EngineBuilder::workflow::<W>,
        }
    }
}

/// The reason why a service cannot be opened.
#[derive(Debug)]
#[non_exhaustive]
pub enum OpenError {
    /// The store cannot be read or written.
    Store(StoreError),
    /// A workflow of the program cannot be a state machine of the service.
    Workflow {
        /// Its name.
        name: &'static str,
        /// The reason, and the remedy.
        why: String,
    },
}

impl OpenError {
    pub(crate) fn workflow(name: &'static str, why: impl Into<String>) -> Self {
        OpenError::Workflow { name, why: why.into() }
    }
}

impl From<StoreError> for OpenError {
    fn from(error: StoreError) -> Self {
        OpenError::Store(error)
    }
}

impl fmt::Display for OpenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OpenError::Store(error) => error.fmt(f),
            OpenError::Workflow { name, why } => write!(f, "the workflow `{name}` {why}"),
        }
    }
}

impl std::error::Error for OpenError {}
