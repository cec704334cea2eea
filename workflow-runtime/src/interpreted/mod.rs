//! The machine that interprets a document in the States Language.
//!
//! It says what it waits for, and the engine does it, as with a generated machine:
//!
//! - [`Compiled`] is a definition with all states in one table, made once.
//! - [`Interpreted`] is one scope of one execution: the position, the state's input, the variables.
//! - [`Context`] is what `$states.context` holds; time and chance come with each step.

mod call;
mod choose;
mod compiled;
mod context;
mod distributed;
mod flow;
mod items;
mod joined;
mod known;
mod leave;
mod paths;
mod plan;
mod probe;
mod reads;
mod record;
#[cfg(test)]
mod tests;
mod until;
mod variables;
mod view;
mod work;

pub use compiled::{Compiled, Unresolved};
pub use context::Context;
pub(crate) use probe::{Handed, Probe};
pub(crate) use until::{NO_TIMESTAMP, timestamp};

use crate::failure::Failure;
use crate::machine::distributed::ItemProcessor;
use crate::machine::{At, Effect, Event, Machine, Order, StateInfo, StepContext, StepTrace, Stop};
use crate::payload::Payload;
use context::{Moment, Run};
use distributed::Made;
use joined::Joined;
use serde_json::Value;
use std::any::Any;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use variables::Variables;

/// One scope of one execution of a document.
pub struct Interpreted {
    program: Arc<Compiled>,
    run: Arc<Run>,
    /// The state that the scope begins with.
    start: usize,
    at: Position,
    variables: Arc<Variables>,
    /// The item of a Map that this scope, or one around it, works on.
    item: Option<Arc<Item>>,
    /// The context of the last step or effect: expressions see it.
    moment: Moment,
    /// The number of states that it has entered: each visit draws its own numbers.
    visits: u32,
    /// The inputs of the children, while the state waits for them.
    fork: OnceLock<work::Fork>,
    /// The results of the children that have ended.
    joined: Joined,
}

/// The position of a machine, and its data.
enum Position {
    /// Before the first state.
    Start(Arc<Value>),
    /// In a state.
    State(Visit),
    /// At the end.
    Done(Arc<Value>),
    /// Nowhere.
    Gone,
}

/// One visit of a state.
#[derive(Clone)]
struct Visit {
    state: usize,
    input: Arc<Value>,
    /// Milliseconds since 1970.
    entered: i64,
    /// The branches that its children are, where these changed places since it was entered.
    order: Option<Order>,
    /// The way in which a distributed Map came to its items, if that is known.
    made: Option<Made>,
    /// True if that was written down otherwise.
    renewed: bool,
}

/// The item of a Map.
struct Item {
    index: usize,
    /// Its key, if the Map iterates over an object.
    key: Option<Arc<str>>,
    value: Arc<Value>,
    /// The source of the item, if its Map is a distributed one.
    source: Option<Arc<str>>,
    /// `$states.context.Map`.
    context: OnceLock<Value>,
}

impl Interpreted {
    /// Makes a new execution, before its first state.
    #[must_use]
    pub fn start(program: Arc<Compiled>, input: Arc<Value>, context: Context) -> Box<dyn Machine> {
        let run = Arc::new(Run::new(context, input.clone()));
        Box::new(Self::root(program, run, Position::Start(input)))
    }

    /// Makes a new execution that begins at another state of the outermost scope, with that state's input and variables.
    /// `input` is the input of the execution, for the context object.
    ///
    /// # Errors
    /// There is no such state, or it is inside another one.
    pub fn start_at(
        program: Arc<Compiled>,
        input: Arc<Value>,
        context: Context,
        state: &str,
        (at, variables): (Arc<Value>, BTreeMap<String, Value>),
    ) -> Result<Box<dyn Machine>, Failure> {
        let outermost = |index: &usize| program.states()[*index].within.is_none();
        let start = program.named(state).filter(outermost).ok_or_else(|| {
            Failure::runtime(format!("there is no state `{state}` at the outermost level"))
        })?;
        let run = Arc::new(Run::new(context, input));
        let mut machine = Self::root(program, run, Position::Start(at));
        machine.start = start;
        let own = Arc::<Variables>::make_mut(&mut machine.variables);
        variables.into_iter().for_each(|(name, value)| own.set_given(&name, value));
        Ok(Box::new(machine))
    }

    /// Makes an execution from the record of its outermost scope.
    ///
    /// # Errors
    /// If the record does not fit the document.
    pub fn resume(
        program: Arc<Compiled>,
        input: Arc<Value>,
        context: Context,
        record: Value,
    ) -> Result<Box<dyn Machine>, Failure> {
        let run = Arc::new(Run::new(context, input.clone()));
        let mut machine = Self::root(program, run, Position::Start(input));
        machine.load(record)?;
        Ok(Box::new(machine))
    }

    fn root(program: Arc<Compiled>, run: Arc<Run>, at: Position) -> Self {
        let (start, moment) = (program.start(), Moment::from(&StepContext::default()));
        Interpreted {
            program,
            run,
            start,
            at,
            variables: Arc::default(),
            item: None,
            moment,
            visits: 0,
            fork: OnceLock::new(),
            joined: Joined::default(),
        }
    }

    /// A child at the beginning, made for the state that waits for it.
    fn fresh_child(&self, index: usize) -> Result<Interpreted, Failure> {
        let work::Child { start, input, item } = self.forked()?.child(index)?;
        Ok(Interpreted {
            program: self.program.clone(),
            run: self.run.clone(),
            start,
            at: Position::Start(input),
            variables: Arc::new(Variables::within(self.variables.clone())),
            item: item.or_else(|| self.item.clone()),
            moment: self.moment,
            visits: 0,
            fork: OnceLock::new(),
            joined: Joined::default(),
        })
    }

    /// The visit of the state that it waits in.
    fn visit(&self) -> Result<&Visit, Failure> {
        match &self.at {
            Position::State(visit) => Ok(visit),
            _ => Err(Failure::runtime("the machine is in no state")),
        }
    }
}

impl Machine for Interpreted {
    fn states(&self) -> &[StateInfo] {
        self.program.states()
    }

    fn at(&self) -> At {
        match &self.at {
            Position::State(visit) => At::State(visit.state),
            Position::Done(_) => At::Done,
            Position::Start(_) | Position::Gone => At::Gone,
        }
    }

    fn effect(&mut self, context: &StepContext) -> Result<Effect, Failure> {
        self.moment = Moment::from(context);
        self.wanted()
    }

    fn child(&mut self, index: usize) -> Result<Box<dyn Machine>, Failure> {
        Ok(Box::new(self.fresh_child(index)?))
    }

    fn renew(&mut self) -> bool {
        match &mut self.at {
            Position::State(visit) => std::mem::take(&mut visit.renewed),
            _ => false,
        }
    }

    fn processor(&mut self) -> Result<Box<dyn ItemProcessor>, Failure> {
        Ok(Box::new(distributed::MapItems::new(self)?))
    }

    fn branch(&self, index: usize) -> usize {
        let order = self.visit().ok().and_then(|visit| visit.order.as_ref());
        order.and_then(|order| order.get(index)).map_or(index, |branch| *branch)
    }

    fn take_in(&mut self, index: usize, child: Box<dyn Machine>) {
        let index = self.branch(index);
        self.joined.take(index, child.into_output(), self.moment.limits);
    }

    fn step(
        &mut self,
        event: Event,
        context: &StepContext,
        trace: &mut StepTrace,
    ) -> Result<(), Stop> {
        self.moment = Moment::from(context);
        self.advance(event, trace)
    }

    fn reads_time(&self) -> bool {
        self.program.is_timed()
    }

    fn output(&self) -> Option<Payload> {
        match &self.at {
            Position::Done(value) => Some(Payload::Json(value.clone())),
            _ => None,
        }
    }

    fn into_output(self: Box<Self>) -> Payload {
        match self.at {
            Position::Done(value) => Payload::Json(value),
            // Asked before the end: there is nothing yet.
            _ => Payload::Json(Arc::new(Value::Null)),
        }
    }

    fn save(&self) -> Result<String, Failure> {
        self.record()
    }

    fn revive(&self, index: usize, record: Value) -> Result<Box<dyn Machine>, Failure> {
        let mut child = self.fresh_child(index)?;
        child.load(record)?;
        Ok(Box::new(child))
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}
