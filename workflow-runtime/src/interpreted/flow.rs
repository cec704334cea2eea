//! From state to state, until one waits or the scope ends.

use super::call::Call;
use super::joined::Unjoined;
use super::leave::{failure, left};
use super::plan::Work;
use super::{Interpreted, Position, Visit, paths};
use crate::failure::Failure;
use crate::functions::envelope;
use crate::limits::too_large;
use crate::machine::{Event, History, StepTrace, Stop};
use crate::payload::Payload;
use serde_json::{Value, json};
use std::sync::Arc;
use std::time::{Duration, Instant};
use workflow_asl::bounds::{self, Excess};

/// The most states that one step passes; then others have their turn. The engine counts events, and ends a loop
/// that neither calls nor waits.
const TURN: u32 = 100;
/// The time after which they count as long; it does not show in the states where a machine stops for its turn.
const LONG: Duration = Duration::from_millis(250);

/// The data known when a state is left.
pub(super) enum Known {
    /// Its input only.
    Nothing,
    /// The result of its work. If it was wrapped, history has to be told what is handed on.
    Result { value: Arc<Value>, wrapped: bool },
    /// The error output, in the catcher of this index.
    Error(usize, Value),
}

/// A variable and its value.
pub(super) type Assigned = (Arc<str>, Arc<Value>);

/// A variable and its value; with its text if the history is to know that.
struct Measured {
    name: Arc<str>,
    value: Arc<Value>,
    size: usize,
    text: Option<Arc<str>>,
}

/// The data that a state leaves behind, within the limits; texts where the history is to be told of them.
struct Written {
    assigned: Vec<Measured>,
    output: Arc<Value>,
    text: Option<Arc<str>>,
    next: Option<usize>,
}

/// The data that a state leaves behind.
pub(super) struct Left {
    pub(super) assigned: Vec<Assigned>,
    pub(super) output: Arc<Value>,
    /// True if history knows the output without being told.
    pub(super) plain: bool,
    pub(super) next: Option<usize>,
    /// The placing of the output that is not yet put into the input.
    pub(super) placing: Option<paths::Placing>,
}

impl Interpreted {
    pub(super) fn advance(&mut self, event: Event, trace: &mut StepTrace) -> Result<(), Stop> {
        let mut moved = match event {
            Event::Start => self.begin(trace)?,
            Event::Done(result) => self.done(result, trace)?,
            Event::Waited => self.waited(trace)?,
            Event::Caught(catcher, failure) => self.caught(catcher, &failure, trace)?,
            Event::Children => self.joined(trace)?,
        };
        let (before, begin) = (trace.entered, Instant::now());
        while moved && trace.entered - before < TURN && begin.elapsed() < LONG {
            moved = self.pass(trace)?;
        }
        Ok(())
    }

    fn waited(&mut self, trace: &mut StepTrace) -> Result<bool, Stop> {
        let state = self.visit().map_err(Stop::Failed)?.state;
        match &self.program.node(state).plan.work {
            Work::Wait(_) => self.leave(Known::Nothing, trace),
            // It waited for its turn.
            _ => self.pass(trace),
        }
    }

    fn begin(&mut self, trace: &mut StepTrace) -> Result<bool, Stop> {
        match &self.at {
            Position::Start(input) => {
                let input = input.clone();
                if !self.variables.is_inner() {
                    // Whoever starts an execution may hand over anything; children get what was looked at.
                    let sized = bounds::size(&*input, bounds::SIZE);
                    sized.map_err(|excess| self.lost(&format!("The input {excess}.")))?;
                }
                if self.variables.is_inner() {
                    // The engine knows the input of the execution, but not that of a child.
                    trace.output(|| text(&input));
                }
                self.enter(self.start, input, trace);
                Ok(true)
            }
            _ => Err(self.lost("a machine that has begun cannot begin")),
        }
    }

    fn done(&mut self, result: Payload, trace: &mut StepTrace) -> Result<bool, Stop> {
        let value = result.json().map_err(Stop::Failed)?;
        // The payload is often held by nobody else: then it is moved.
        drop(result);
        let state = self.visit().map_err(Stop::Failed)?.state;
        let wrapped = match &self.program.node(state).plan.work {
            Work::Task(task) => matches!(task.call, Call::Task(..)),
            _ => false,
        };
        let value = if wrapped { Arc::new(envelope(Arc::unwrap_or_clone(value))) } else { value };
        self.leave(Known::Result { value, wrapped }, trace)
    }

    fn caught(
        &mut self,
        catcher: usize,
        failure: &Failure,
        trace: &mut StepTrace,
    ) -> Result<bool, Stop> {
        let output = json!({ "Error": failure.error(), "Cause": failure.reported() });
        let left = self.leave(Known::Error(catcher, output), trace);
        if left.is_err() {
            // A fault in a catcher: caught again, it would come back for ever.
            self.at = Position::Gone;
        }
        left
    }

    fn joined(&mut self, trace: &mut StepTrace) -> Result<bool, Stop> {
        let joined = std::mem::take(&mut self.joined);
        let values = joined.values().map_err(|unjoined| match (unjoined, &self.at) {
            (Unjoined::Failed(failure), _) => Stop::Failed(failure),
            (Unjoined::Over, Position::State(visit)) => {
                Stop::Failed(too_large(&self.program.node(visit.state).name))
            }
            (Unjoined::Over, _) => self.lost("the machine is in no state"),
        })?;
        self.leave(Known::Result { value: Arc::new(Value::Array(values)), wrapped: false }, trace)
    }

    /// Goes through a state that waits for nothing. Whether it has come to another.
    fn pass(&mut self, trace: &mut StepTrace) -> Result<bool, Stop> {
        let Position::State(visit) = &self.at else { return Ok(false) };
        match &self.program.node(visit.state).plan.work {
            Work::Pass | Work::Choice(_) | Work::Succeed => self.leave(Known::Nothing, trace),
            Work::Fail { error, cause } => {
                let failure = failure(&self.view(visit), error.as_ref(), cause.as_ref());
                let failure = failure.map_err(Stop::Fault)?;
                self.at = Position::Gone;
                Err(Stop::Failed(failure))
            }
            Work::Task(_) | Work::Wait(_) | Work::Parallel | Work::Map(_) => Ok(false),
        }
    }

    /// Leaves the state: evaluates what it hands on, all of one snapshot, sets the variables, and moves on.
    fn leave(&mut self, known: Known, trace: &mut StepTrace) -> Result<bool, Stop> {
        self.visit().map_err(Stop::Failed)?;
        let mut visit = match std::mem::replace(&mut self.at, Position::Gone) {
            Position::State(visit) => visit,
            // It was looked at just now.
            _ => return Err(self.lost("the machine is in no state")),
        };
        let left = left(&self.view(&visit), known)
            .and_then(|left| self.place(&mut visit, left).map_err(Stop::Fault))
            .and_then(|left| self.written(&visit, left, trace));
        let Written { assigned, output, text, next } = match left {
            Ok(left) => left,
            Err(stop) => {
                // A catcher may take a fault: then it is still in its state.
                if matches!(stop, Stop::Fault(_)) {
                    self.at = Position::State(visit);
                }
                return Err(stop);
            }
        };
        self.assign(assigned, trace);
        if let Some(text) = text {
            trace.output(|| text);
        }
        match next {
            Some(state) => self.enter(state, output, trace),
            None => self.at = Position::Done(output),
        }
        Ok(next.is_some())
    }

    /// Looks at all that a state leaves behind before the next one does anything with it: as text where the history is
    /// to know that.
    fn written(&self, visit: &Visit, left: Left, trace: &StepTrace) -> Result<Written, Stop> {
        let Left { assigned, output, plain, next, .. } = left;
        let (mut room, mut held) = (self.moment.limits.payload(), self.variables.bytes());
        let mut all = Vec::with_capacity(assigned.len());
        for (name, value) in assigned {
            let (text, size) = self.measured(visit, &name, &value, room, trace)?;
            room -= size;
            held = held + size - self.variables.bytes_of(&name);
            all.push(Measured { name, value, size, text });
        }
        if !all.is_empty() && held > self.moment.limits.variables() {
            return Err(Stop::Failed(too_large(&self.program.node(visit.state).name)));
        }
        // What is handed on as it came has been looked at; but children's results are put together here.
        let known = Arc::ptr_eq(&output, &visit.input);
        let work = &self.program.node(visit.state).plan.work;
        let joined = matches!(work, Work::Parallel | Work::Map(_));
        let text = if (plain || trace.history != History::Full) && (known || (plain && !joined)) {
            None
        } else {
            let (text, _) =
                self.measured(visit, "output", &output, self.moment.limits.payload(), trace)?;
            text.filter(|_| !plain)
        };
        Ok(Written { assigned: all, output, text, next })
    }

    /// The size of a value that a state hands on, and its text if the history is to know that.
    fn measured(
        &self,
        visit: &Visit,
        what: &str,
        value: &Value,
        most: usize,
        trace: &StepTrace,
    ) -> Result<(Option<Arc<str>>, usize), Stop> {
        let measured = if trace.history == History::Full {
            bounds::text(value, most).map(|text| (text.len(), Some(text.into())))
        } else {
            bounds::size(value, most).map(|size| (size, None))
        };
        let (size, text) = measured.map_err(|excess| match excess {
            Excess::Size(_) => Stop::Failed(too_large(&self.program.node(visit.state).name)),
            excess => {
                Stop::Fault(self.view(visit).runtime(&format!("The value of '{what}' {excess}.")))
            }
        })?;
        Ok((text, size))
    }

    fn assign(&mut self, assigned: Vec<Measured>, trace: &mut StepTrace) {
        if assigned.is_empty() {
            return;
        }
        // The children are gone: nobody else holds the variables, and nothing is copied.
        let variables = Arc::make_mut(&mut self.variables);
        for Measured { name, value, size, text } in assigned {
            if let Some(text) = text {
                trace.assign(name.to_string(), || text);
            }
            variables.set(name, value, size);
        }
    }

    fn enter(&mut self, state: usize, input: Arc<Value>, trace: &mut StepTrace) {
        trace.enter(state);
        self.visits += 1;
        self.fork.take();
        let (entered, made) = (self.moment.now, self.program.node(state).made);
        self.at =
            Position::State(Visit { state, input, entered, order: None, made, renewed: false });
    }

    /// `States.Runtime`: what nothing catches.
    fn lost(&mut self, cause: &str) -> Stop {
        self.at = Position::Gone;
        Stop::Failed(Failure::runtime(cause))
    }
}

fn text(value: &Value) -> Arc<str> {
    value.to_string().into()
}
