//! Workflows: what `#[workflow]` makes of a function.

use crate::description::Description;
use crate::export::ExportError;
use crate::failure::Failure;
use crate::machine::{Machine, StateInfo};
use crate::payload::{Durable, Payload};
use crate::task::TaskDefinition;
use workflow_asl::Definition;
use workflow_triggers::Trigger;

/// The `Result` that a function returns, where its type has a name of its own: `type Answer = Result<u32, Failure>`.
#[diagnostic::on_unimplemented(
    message = "a workflow or a task returns a `Result`",
    label = "write `Result<{Self}, Failure>`"
)]
pub trait Returned {
    /// The type inside `Ok`.
    type Value;
    /// The type inside `Err`.
    type Error;
}

impl<T, E> Returned for Result<T, E> {
    type Value = T;
    type Error = E;
}

/// A workflow, under the name of its function.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a workflow",
    note = "write `#[workflow]` above the function, and hand its name to the engine: `engine.run::<fulfil>(order)`"
)]
pub trait Workflow: 'static {
    /// The type of its input.
    type Input: Durable;
    /// The input as tests write it: several arguments are a tuple.
    type Values: Into<Self::Input>;
    /// The type of its result.
    type Output: Durable;
    /// The name of the function, and of the state machine.
    const NAME: &'static str;
    /// The triggers that `#[workflow(triggers(..))]` lists: a deployment makes them on AWS, and
    /// [`Engine::schedule_triggers`](crate::Engine::schedule_triggers) makes its schedules here.
    const TRIGGERS: &'static [Trigger] = &[];
    /// Makes a machine at the beginning.
    ///
    /// # Errors
    /// If the payload is not of the type of the input.
    fn machine(input: Payload) -> Result<Box<dyn Machine>, Failure>;
    /// Makes a machine from what [`Machine::save`] wrote.
    ///
    /// # Errors
    /// If the record does not fit.
    fn revive(record: serde_json::Value) -> Result<Box<dyn Machine>, Failure>;
    /// All states, in program order.
    fn states() -> &'static [StateInfo];
    /// The parts of it that executions depend on which run, for [`compatible`](crate::compatible).
    #[must_use]
    fn description() -> Description {
        Description::of_states(Self::NAME, Self::states())
    }
    /// All tasks that it calls.
    fn tasks() -> Vec<TaskDefinition>;
    /// The States Language document that does the same.
    ///
    /// # Errors
    /// If an expression has no exact counterpart for its types; the error names the state.
    fn definition() -> Result<Definition, ExportError>;
}
