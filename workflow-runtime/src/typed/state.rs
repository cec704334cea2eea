//! The trait that the macro implements for the enum of states.

use super::distribution::{Inputs, Ready};
use super::saved::{Kept, Saved};
use crate::failure::Failure;
use crate::machine::{Effect, StateInfo};
use crate::payload::{Live, Payload};
use workflow_asl::schema::Lazy;

/// The position of a variant of the enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In a state with an effect.
    State(usize),
    /// At a join point, a loop header, or the start of a scope: stepped through at once, never saved
    /// (but as the start of a child).
    Label,
    /// At the end of a scope.
    Done,
}

/// The enum of states of a workflow, nested scopes included.
pub trait State: Sized + Send + Sync + 'static {
    /// True if a step looks at the time.
    const READS_TIME: bool = false;
    /// The table of states.
    fn states() -> &'static [StateInfo];
    /// The seconds that an execution may take.
    const TIMEOUT: Option<u32> = None;
    /// The types of what is kept, by the numbers in the table of it.
    fn schemas() -> Vec<Lazy>;
    /// The start of the workflow.
    ///
    /// # Errors
    /// If the input does not fit.
    fn start(input: Payload) -> Result<Self, Failure>;
    /// Returns where this is.
    fn place(&self) -> Place;
    /// Returns what it waits for; apart from the step, so that a retry and a resumed run send the same.
    ///
    /// # Errors
    /// A fault of the arguments.
    fn effect(&self) -> Result<Effect, Failure>;
    /// The run of a distributed Map that it waits for, if it waits for one.
    fn distributed(&self) -> Option<Result<Ready, Failure>> {
        None
    }
    /// The start of an execution of an item of a distributed Map, the state of this number.
    ///
    /// # Errors
    /// If the input does not fit.
    fn execution(state: usize, input: Inputs) -> Result<Self, Failure> {
        let _ = (state, input);
        Err(super::lost("the items of a Map"))
    }
    /// The start of a child.
    fn child(&mut self, index: usize) -> Option<Self>;
    /// The value at the end of the scope.
    fn value(&self) -> Option<&dyn Live>;
    /// The value at the end of the workflow.
    fn into_value(self) -> Option<Payload>;
    /// Writes down what is kept.
    fn save(&self, to: &mut Saved);
    /// Reads it back; what is shared with the parent comes from there.
    ///
    /// # Errors
    /// If the record does not fit.
    fn load(state: &str, kept: &mut Kept, parent: Option<&Self>) -> Result<Self, Failure>;
}
