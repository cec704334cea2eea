//! The closure behind a `Box<dyn Machine>`: the only place where the types of the states are known.

use super::cx::Cx;
use super::saved::{Kept, Saved, lost};
use super::state::{Place, State};
use crate::failure::Failure;
use crate::machine::{At, Effect, Event, Machine, StateInfo, Stop, Trail};
use crate::payload::Payload;
use crate::task::TaskDefinition;
use serde_json::Value;
use std::any::Any;
use workflow_asl::program::Types;
use workflow_asl::{Schema, ops};

/// What the generated function is asked for.
pub enum Ask {
    /// A machine that begins with an input.
    Begin(Payload),
    /// A machine that goes on from a record.
    Revive(Value),
    /// The schemas of the probes.
    Types,
}

/// What it answers.
pub enum Answer {
    /// A machine.
    Machine(Box<dyn Machine>),
    /// The schemas of the probes.
    Types(Vec<Schema>),
}

/// Answers, with the closure that knows the types of the states and the probes that share them.
///
/// # Errors
/// Where the input or the record does not fit.
pub fn answer<S, F>(
    ask: Ask,
    types: impl FnOnce() -> Vec<Schema>,
    step: F,
) -> Result<Answer, Failure>
where
    S: State,
    F: Fn(S, &mut Cx<'_, S>) -> Result<S, Stop> + Copy + Send + Sync + 'static,
{
    let state = match ask {
        Ask::Types => return Ok(Answer::Types(types())),
        Ask::Begin(input) => S::start(input)?,
        Ask::Revive(record) => load(record, None)?,
    };
    Ok(Answer::Machine(Box::new(Typed { state: Some(state), step })))
}

pub(super) fn load<S: State>(record: Value, parent: Option<&S>) -> Result<S, Failure> {
    let mut kept = Kept::new(record)?;
    let name = kept.state();
    S::load(&name, &mut kept, parent)
}

/// The machine that was asked for.
///
/// # Errors
/// Where the input or the record does not fit.
pub fn machine(answer: Result<Answer, Failure>) -> Result<Box<dyn Machine>, Failure> {
    match answer? {
        Answer::Machine(machine) => Ok(machine),
        Answer::Types(_) => Err(lost("a machine")),
    }
}

/// The types that were asked for, with the values of the constants and the paths to them.
#[must_use]
pub fn types<const N: usize>(
    answer: Result<Answer, Failure>,
    constants: [Value; N],
    paths: [&'static str; N],
) -> Types {
    let probes = match answer {
        Ok(Answer::Types(probes)) => probes,
        _ => vec![],
    };
    Types { probes, constants: constants.into(), paths: paths.into() }
}

/// The tasks of a table of states, each once.
#[must_use]
pub fn tasks(states: &'static [StateInfo]) -> Vec<TaskDefinition> {
    let mut tasks: Vec<TaskDefinition> = vec![];
    for task in states.iter().filter_map(|state| state.task) {
        if tasks.iter().all(|known| known.name != task.name) {
            tasks.push(task);
        }
    }
    tasks
}

/// `step` captures nothing but zero-sized probes: it is `Copy` and zero-sized, so a child costs its state alone.
struct Typed<S, F> {
    state: Option<S>,
    step: F,
}

impl<S: State, F> Typed<S, F> {
    fn state(&self) -> Result<&S, Failure> {
        self.state.as_ref().ok_or_else(|| lost("its state: it has failed"))
    }
}

impl<S, F> Machine for Typed<S, F>
where
    S: State,
    F: Fn(S, &mut Cx<'_, S>) -> Result<S, Stop> + Copy + Send + Sync + 'static,
{
    fn states(&self) -> &[StateInfo] {
        S::states()
    }

    fn at(&self) -> At {
        match self.state.as_ref().map(S::place) {
            Some(Place::State(id)) => At::State(id),
            Some(Place::Done) => At::Done,
            Some(Place::Label) | None => At::Gone,
        }
    }

    fn effect(&mut self) -> Result<Effect, Failure> {
        self.state()?.effect()
    }

    fn child(&mut self, index: usize) -> Result<Box<dyn Machine>, Failure> {
        let state = self
            .state
            .as_mut()
            .and_then(|state| state.child(index))
            .ok_or_else(|| lost("a child"))?;
        Ok(Box::new(Typed { state: Some(state), step: self.step }))
    }

    fn step(&mut self, event: Event, trail: &mut Trail) -> Result<(), Stop> {
        let (event, joined) = arrived::<S, F>(event)?;
        let mut state = self.state.take().ok_or_else(|| Stop::Failed(lost("its state")))?;
        let mut cx = Cx { event, joined, trail };
        let step = self.step;
        // A fault unwinds to here: no closure of the user's code needs a `?`.
        let stepped = ops::catch(|| {
            while cx.event.is_some() || state.place() == Place::Label {
                state = step(state, &mut cx)?;
            }
            Ok(state)
        });
        self.state = Some(
            stepped.unwrap_or_else(|fault| Err(Stop::Fault(Failure::query(fault.to_string()))))?,
        );
        Ok(())
    }

    fn output(&self) -> Option<Payload> {
        let value = self.state.as_ref()?.value()?;
        value.text().ok().map(|text| Payload::Text(text.into()))
    }

    fn into_output(self: Box<Self>) -> Payload {
        self.state.and_then(S::into_value).unwrap_or_else(|| Payload::Json(Value::Null.into()))
    }

    fn save(&self) -> Result<Value, Failure> {
        let mut saved = Saved::default();
        self.state()?.save(&mut saved);
        saved.finish()
    }

    fn revive(&self, _: usize, record: Value) -> Result<Box<dyn Machine>, Failure> {
        let state = load(record, Some(self.state()?))?;
        Ok(Box::new(Typed { state: Some(state), step: self.step }))
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

/// Children give up their states here, and what they share with their parent goes with them.
fn arrived<S: State, F: 'static>(event: Event) -> Result<(Option<Event>, Vec<S>), Stop> {
    match event {
        Event::Start => Ok((None, vec![])),
        Event::Children(children) => {
            let joined = children.into_iter().map(|child| {
                let child = child.into_any().downcast::<Typed<S, F>>().ok();
                child.and_then(|child| child.state).ok_or_else(|| Stop::Failed(lost("a child")))
            });
            Ok((Some(Event::Children(vec![])), joined.collect::<Result<_, _>>()?))
        }
        other => Ok((Some(other), vec![])),
    }
}
