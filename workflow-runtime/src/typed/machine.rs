//! The closure behind a `Box<dyn Machine>`: the only place where the types of the states are known.

use super::cx::Cx;
use super::saved::{Kept, Saved, lost};
use super::state::{Place, State};
use crate::failure::Failure;
use crate::machine::distributed::ItemProcessor;
use crate::machine::{At, Effect, Event, Machine, StateInfo, StepContext, StepTrace, Stop};
use crate::payload::Payload;
use crate::task::TaskDefinition;
use serde_json::Value;
use std::any::Any;
use std::mem::discriminant;
use workflow_asl::program::Types;
use workflow_asl::{Schema, ops};

/// A request to the generated function.
pub enum Ask {
    /// A machine that begins with an input.
    Begin(Payload),
    /// A machine that goes on from a record.
    Revive(Value),
    /// The schemas of the probes.
    Types,
}

/// The generated function's answer to an [`Ask`].
pub enum Answer {
    /// A machine.
    Machine(Box<dyn Machine>),
    /// The schemas of the probes.
    Types(Vec<Schema>),
}

/// Answers, with the closure that knows the types of the states and the probes that share them.
///
/// `types` comes last: rustc goes through the closures in order. Asked for a schema before its type is known, it would
/// come back to each of them at every expression of the machine.
///
/// # Errors
/// Where the input or the record does not fit.
pub fn answer<S, P, F>(
    ask: Ask,
    probes: P,
    step: F,
    types: impl FnOnce() -> Vec<Schema>,
) -> Result<Answer, Failure>
where
    S: State,
    P: Copy + Send + Sync + 'static,
    F: Fn(S, &mut Cx<'_, S>, P) -> Result<S, Stop> + Copy + Send + Sync + 'static,
{
    let state = match ask {
        Ask::Types => return Ok(Answer::Types(types())),
        Ask::Begin(input) => S::start(input)?,
        Ask::Revive(record) => load(record, None)?,
    };
    let step = move |state, cx: &mut Cx<'_, S>| step(state, cx, probes);
    Ok(Answer::Machine(Typed::boxed(state, step)))
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

/// The tasks of a table of states, each once; a workflow that is both called and gone on as, twice.
#[must_use]
pub fn tasks(states: &'static [StateInfo]) -> Vec<TaskDefinition> {
    let mut tasks: Vec<TaskDefinition> = vec![];
    for task in states.iter().filter_map(|state| state.task) {
        let same = |known: &TaskDefinition| {
            known.name == task.name && discriminant(&known.way) == discriminant(&task.way)
        };
        if !tasks.iter().any(same) {
            tasks.push(task);
        }
    }
    tasks
}

/// `step` captures nothing but zero-sized probes: it is `Copy` and zero-sized, so a child costs its state alone.
struct Typed<S, F> {
    state: Option<S>,
    step: F,
    /// While the state waits for children.
    children: Option<Box<Children<S, F>>>,
}

/// The children that have ended. Their states are kept side by side, and one box serves one child after the other:
/// a Map of 40,000 items needs one, not 40,000 all over memory.
struct Children<S, F> {
    ended: Vec<Option<S>>,
    spare: Option<Box<Typed<S, F>>>,
}

impl<S, F> Children<S, F> {
    fn new(count: usize) -> Self {
        Children { ended: Vec::with_capacity(count), spare: None }
    }
}

impl<S: State, F> Typed<S, F> {
    fn boxed(state: S, step: F) -> Box<Self> {
        Box::new(Typed { state: Some(state), step, children: None })
    }

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

    fn effect(&mut self, _: &StepContext) -> Result<Effect, Failure> {
        if let Some(ready) = self.state()?.distributed() {
            return Ok(ready?.effect());
        }
        let effect = self.state()?.effect()?;
        if let Effect::Fork { count, .. } = effect {
            self.children = Some(Box::new(Children::new(count)));
        }
        Ok(effect)
    }

    fn child(&mut self, index: usize) -> Result<Box<dyn Machine>, Failure> {
        let state = self
            .state
            .as_mut()
            .and_then(|state| state.child(index))
            .ok_or_else(|| lost("a child"))?;
        match self.children.as_mut().and_then(|children| children.spare.take()) {
            Some(mut spare) => {
                spare.state = Some(state);
                Ok(spare)
            }
            None => Ok(Typed::boxed(state, self.step)),
        }
    }

    fn processor(&mut self) -> Result<Box<dyn ItemProcessor>, Failure> {
        let ready = self.state()?.distributed().ok_or_else(|| lost("the items of a Map"))??;
        let step = self.step;
        let open = move |state, input| -> Result<Box<dyn Machine>, Failure> {
            Ok(Typed::boxed(S::execution(state, input)?, step))
        };
        let revive = move |record| -> Result<Box<dyn Machine>, Failure> {
            Ok(Typed::boxed(load::<S>(record, None)?, step))
        };
        Ok(ready.processor(open, revive))
    }

    fn take_in(&mut self, index: usize, child: Box<dyn Machine>) {
        let (Some(children), Ok(mut child)) =
            (&mut self.children, child.into_any().downcast::<Self>())
        else {
            return;
        };
        if children.ended.len() <= index {
            children.ended.resize_with(index + 1, || None);
        }
        children.ended[index] = child.state.take();
        children.spare = Some(child);
    }

    fn step(
        &mut self,
        event: Event,
        context: &StepContext,
        trace: &mut StepTrace,
    ) -> Result<(), Stop> {
        let mut cx = Cx { event: None, joined: vec![], context, trace, entropy: None };
        // Where a catcher takes their failure, nothing of the children is left that the state may share with them.
        let children = self.children.take();
        match event {
            Event::Start => {}
            Event::Children => {
                cx.joined = children.map(|children| children.ended).unwrap_or_default();
                cx.event = Some(event);
            }
            other => {
                drop(children);
                cx.event = Some(other);
            }
        }
        let mut state = self.state.take().ok_or_else(|| Stop::Failed(lost("its state")))?;
        let step = self.step;
        let arrived = &mut self.state;
        // A fault unwinds to here: no closure of the user's code needs a `?`.
        // So is a panic of a user's own `Serialize` or `Deserialize`, silently.
        let stepped = ops::catch(|| {
            while cx.event.is_some() || state.place() == Place::Label {
                state = step(state, &mut cx)?;
            }
            *arrived = Some(state);
            Ok(())
        });
        stepped.unwrap_or_else(|fault| Err(Stop::Fault(Failure::query(fault.to_string()))))
    }

    fn reads_time(&self) -> bool {
        S::READS_TIME
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
        Ok(Typed::boxed(state, self.step))
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}
