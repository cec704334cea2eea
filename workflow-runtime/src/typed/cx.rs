//! The context with which an arm of the generated `match` asks and tells.

use super::draws::{Draws, Known};
use super::saved::lost;
use crate::failure::{Caught, Failure};
use crate::machine::{Event, StepContext, StepTrace, Stop};
use crate::task::Task;
use crate::way::Ways;
use serde::Serialize;
use serde::de::DeserializeOwned;
use workflow_asl::jsonata::Entropy;

/// The outcome of a task: its output, or its error.
pub type Outcome<T> = Result<<T as Task>::Output, <T as Task>::Error>;

/// The event that the arm answers, the context of the step, and the trace it leaves.
pub struct Cx<'a, S> {
    pub(super) event: Option<Event>,
    pub(super) joined: Vec<Option<S>>,
    pub(super) context: &'a StepContext,
    pub(super) trace: &'a mut StepTrace,
    /// The numbers of the visit that drew last.
    pub(super) entropy: Option<(u32, Entropy)>,
}

impl<S: 'static> Cx<'_, S> {
    /// The output of the task.
    ///
    /// # Errors
    /// If it does not fit its type.
    pub fn done<T: Task>(&mut self) -> Result<T::Output, Stop> {
        match self.event.take() {
            Some(Event::Done(value)) => output::<T>(value),
            _ => Err(Stop::Failed(lost(T::DEFINITION.name))),
        }
    }

    /// The outcome as the user's own `match` sees it.
    ///
    /// # Errors
    /// If it does not fit its type.
    pub fn outcome<T: Task>(&mut self) -> Result<Outcome<T>, Stop> {
        match self.event.take() {
            Some(Event::Done(value)) => output::<T>(value).map(Ok),
            Some(Event::Caught(_, failure)) => {
                T::Error::caught(failure).map(Err).map_err(Stop::Fault)
            }
            _ => Err(Stop::Failed(lost(T::DEFINITION.name))),
        }
    }

    /// The failure that a catcher of whatever is left took, as it came: no type reads it, as none does in the document.
    pub fn rest(&mut self, catcher: usize) -> Option<Failure> {
        match self.event.take() {
            Some(Event::Caught(taken, failure)) if taken == catcher => Some(failure),
            other => {
                self.event = other;
                None
            }
        }
    }

    /// Returns the failure that a catcher took, as it came. It is still there to be decoded.
    #[must_use]
    pub fn taken(&self) -> Option<Failure> {
        match &self.event {
            Some(Event::Caught(_, failure)) => Some(failure.clone()),
            _ => None,
        }
    }

    /// The wait is over.
    pub fn waited(&mut self) {
        self.event = None;
    }

    /// The machine enters a state. What is evaluated after this belongs to that state.
    #[inline]
    pub fn enter(&mut self, state: usize) {
        self.trace.enter(state);
    }

    /// The rule of the Choice that applies; where none does, how many there are.
    #[inline]
    pub fn chose(&mut self, rule: u32) {
        self.trace.chose(rule);
    }

    /// Returns what is known of the execution.
    #[must_use]
    pub fn execution(&self) -> Known<'_> {
        Known(&self.context.execution)
    }

    /// Time and chance: what is drawn belongs to the visit of the state that is left.
    pub fn draw(&mut self) -> Draws<'_> {
        Draws { context: self.context, trace: self.trace, entropy: &mut self.entropy }
    }

    /// A variable of the document has a new value.
    #[inline]
    pub fn assign<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) {
        self.trace.assign(name, || text(value));
    }

    /// Sets what the last state hands on.
    #[inline]
    pub fn output<T: Serialize + ?Sized>(&mut self, value: &T) {
        self.trace.output(|| text(value));
    }

    /// The end: a Fail state.
    pub fn fail(&mut self, state: usize, failure: impl FnOnce() -> Failure) -> Stop {
        self.trace.enter(state);
        Stop::Failed(failure())
    }

    /// The failure of a fork that a catcher took.
    pub fn caught(&mut self) -> Option<Failure> {
        match self.event.take() {
            Some(Event::Caught(_, failure)) => Some(failure),
            other => {
                self.event = other;
                None
            }
        }
    }

    /// The last states of the branches, in order: typed, so that no type needs naming.
    ///
    /// # Errors
    /// If one is missing.
    pub fn branches<const N: usize>(&mut self) -> Result<[S; N], Stop> {
        self.event = None;
        let joined: Vec<S> = std::mem::take(&mut self.joined).into_iter().flatten().collect();
        joined.try_into().map_err(|_| Stop::Failed(lost("a branch")))
    }

    /// The values of the items.
    ///
    /// # Errors
    /// If one is missing.
    pub fn items<T>(&mut self, value: fn(S) -> Option<T>) -> Result<Vec<T>, Stop> {
        self.event = None;
        let joined = std::mem::take(&mut self.joined);
        let mut values = Vec::with_capacity(joined.len());
        for item in joined {
            values.push(item.and_then(&value).ok_or_else(|| Stop::Failed(lost("an item")))?);
        }
        Ok(values)
    }
}

impl<S> Cx<'_, S> {
    /// Returns where a distributed Map has written its results.
    ///
    /// # Errors
    /// If it is not said.
    pub fn written(&mut self) -> Result<crate::Written, Stop> {
        match self.event.take() {
            Some(Event::Done(value)) => take(value),
            _ => Err(Stop::Failed(lost("the manifest of a Map"))),
        }
    }

    /// The values of the items of a distributed Map: of those that ended well. The function is there for its type.
    ///
    /// # Errors
    /// If they do not fit it.
    pub fn gathered<T>(&mut self, _: fn(S) -> Option<T>) -> Result<Vec<T>, Stop>
    where
        T: DeserializeOwned + Send + Sync + 'static,
    {
        match self.event.take() {
            Some(Event::Done(value)) => take(value),
            _ => Err(Stop::Failed(lost("the items of a Map"))),
        }
    }
}

fn take<T: DeserializeOwned + Send + Sync + 'static>(value: crate::Payload) -> Result<T, Stop> {
    value.take().map_err(Stop::Failed)
}

fn output<T: Task>(value: crate::Payload) -> Result<T::Output, Stop> {
    T::DEFINITION.way.opened(value).map_err(Stop::Failed).and_then(take)
}

fn text<T: Serialize + ?Sized>(value: &T) -> std::sync::Arc<str> {
    let text = crate::payload::written(value);
    // It is a fault of the state's code, which `Typed::step` catches.
    text.unwrap_or_else(|failure| workflow_asl::ops::fault(failure.reported())).into()
}

/// The failure with which a branch wins its race: the value is its cause.
pub fn wins<T: Serialize + ?Sized>(error: &'static str, value: &T) -> Failure {
    Failure::new(error, workflow_asl::ops::carried::carried(value))
}

/// The value with which a branch has won its race.
///
/// # Errors
/// A value that is not of its type.
pub fn won<T: DeserializeOwned>(failure: &Failure) -> Result<T, Stop> {
    workflow_asl::ops::carried::read(&failure.reported())
        .map_err(|error| Stop::Fault(Failure::query(error.to_string())))
}

/// Takes a value back from its `Arc`, which no child shares any more.
///
/// # Errors
/// If a child still has it.
pub fn reclaim<T>(shared: std::sync::Arc<T>) -> Result<T, Stop> {
    std::sync::Arc::into_inner(shared)
        .ok_or_else(|| Stop::Failed(lost("a variable: a child still has it")))
}

/// A machine that lost its way: a checkpoint of other code.
///
/// # Errors
/// Always.
pub fn astray<S>(what: &str) -> Result<S, Stop> {
    Err(Stop::Failed(lost(what)))
}
