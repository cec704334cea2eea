//! Runs of documents: by the interpreter, with answers from mocks.

use crate::stop::Stop;
use serde_json::Value;
use std::sync::Arc;
use tokio::runtime::Runtime;
use workflow_asl::Definition;
use workflow_asl::document::MachineType;
use workflow_runtime::engine::{Identity, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::{Engine, Execution, Failure};

/// A document that can be run.
pub(crate) fn compiled(definition: Definition, named: &str) -> Result<Arc<Compiled>, Stop> {
    let compiled = Compiled::connected(definition).map_err(|problems| {
        let lines = problems.iter().map(|problem| format!("\n  {problem}")).collect::<String>();
        Stop::Usage(format!("{named} cannot be run here:{lines}"))
    })?;
    Ok(Arc::new(compiled))
}

/// Starts an execution of a document under the name of its state machine.
pub(crate) fn start(
    engine: &Engine,
    compiled: &Arc<Compiled>,
    machine: &str,
    (value, text): (Value, Arc<str>),
    machine_type: MachineType,
) -> Execution {
    let (program, value) = (compiled.clone(), Arc::new(value));
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, value, Context::from(identity)))
    };
    let timeout = machine_type.limits(compiled.definition().timeout());
    let start = Start { machine, input: Some(text), timeout, ..Start::default() };
    engine.start_with(open, start)
}

/// A runtime of one thread: executions under one virtual clock take turns on it, the same every time.
pub(crate) fn single() -> Result<Runtime, Stop> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Stop::Failed(format!("no runtime: {error}")))
}
