//! The closure behind a `Box<dyn Machine>`: the only place where the types of the states are known.

use super::cx::Cx;
use super::saved::{END, Kept, START, Saved, lost};
use super::state::{Place, State};
use crate::blocked::{Blocked, Reason};
use crate::failure::Failure;
use crate::machine::distributed::ItemProcessor;
use crate::machine::{
    At, Effect, Event, Kind, Machine, Order, StateInfo, StepContext, StepTrace, Stop, order,
    renumbered,
};
use crate::payload::Payload;
use crate::task::TaskDefinition;
use serde_json::Value;
use std::any::Any;
use std::mem::discriminant;
use workflow_asl::program::{Twin, Types};
use workflow_asl::schema::Lazy;
use workflow_asl::{Schema, ops};

/// A request to the generated function.
pub enum Ask {
    /// A machine that begins with an input.
    Begin(Payload),
    /// A machine that goes on from a record.
    Revive(Value),
    /// The schemas of the probes.
    Types,
    /// The types of what is kept.
    Kept,
}

/// The generated function's answer to an [`Ask`].
pub enum Answer {
    /// A machine.
    Machine(Box<dyn Machine>),
    /// The types that the probes have learnt.
    Types(Types),
    /// The schemas of what is kept, by the numbers in the table of it.
    Kept(Vec<Lazy>),
}

/// Answers, with the closure that knows the types of the states and the probes that share them.
///
/// `types` comes last: rustc goes through the closures in order. Asked for a schema before its type is known, it would
/// come back to each of them at every expression of the machine.
///
/// # Errors
/// If the input or the record does not fit.
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
    answer_with_methods(ask, probes, step, move || (types(), vec![]))
}

/// [`answer`] of a machine that calls methods of the user's own.
///
/// # Errors
/// If the input or the record does not fit.
pub fn answer_with_methods<S, P, F>(
    ask: Ask,
    probes: P,
    step: F,
    types: impl FnOnce() -> (Vec<Schema>, Vec<&'static Twin>),
) -> Result<Answer, Failure>
where
    S: State,
    P: Copy + Send + Sync + 'static,
    F: Fn(S, &mut Cx<'_, S>, P) -> Result<S, Stop> + Copy + Send + Sync + 'static,
{
    let (state, order) = match ask {
        Ask::Types => return Ok(Answer::Types(learnt(types()))),
        Ask::Kept => return Ok(Answer::Kept(S::schemas())),
        Ask::Begin(input) => (S::start(input)?, None),
        Ask::Revive(record) => load(record, None)?,
    };
    let step = move |state, cx: &mut Cx<'_, S>| step(state, cx, probes);
    Ok(Answer::Machine(Typed::revived(state, order, step)))
}

/// A state from its record. A child is in one of the branches of the state that its parent is in.
pub(super) fn load<S: State>(
    record: Value,
    at: Option<(&S, usize)>,
) -> Result<(S, Option<Order>), Failure> {
    let mut kept = Kept::new(record)?;
    let name = kept.state();
    let known = match at.map(|(parent, branch)| (parent.place(), branch)) {
        Some((Place::State(fork), branch)) if name == START || name == END => {
            S::load(&format!("{name} {fork}.{branch}"), &mut kept, at.map(|(parent, _)| parent))
        }
        _ => S::load(&name, &mut kept, at.map(|(parent, _)| parent)),
    };
    let state = known.map_err(|failure| explained(failure, S::states(), &name))?;
    let Place::State(number) = state.place() else { return Ok((state, None)) };
    let info = &S::states()[number];
    if let Some(Ok(ready)) = state.distributed() {
        let open = |state, input| S::execution(state, input).map(drop);
        ready.fits(open).map_err(|failure| explained(failure, S::states(), &name))?;
    }
    if kept.does() != Some(info.work()) {
        let found = kept.does().unwrap_or("nothing");
        return Err(Failure::unfit(Reason::new(name, "does", found, info.work())));
    }
    renumbered(S::states(), number, kept.code())?;
    let moved = match info.kind {
        Kind::Parallel => order(S::states(), number, kept.branches())?,
        _ => None,
    };
    Ok((state, moved))
}

/// The reasons for which a record does not fit, with the state that they are about.
fn explained(failure: Failure, states: &[StateInfo], name: &str) -> Failure {
    let inner = name == START || name == END;
    if !inner && !states.iter().any(|info| info.name == name) {
        let found = "an execution that is in it";
        return Failure::unfit(Reason::new(name, "", found, "a state of this name"));
    }
    let reasons = match failure.as_blocked() {
        Some(Blocked { reasons, .. }) => reasons.clone(),
        None => vec![Reason::new(name, "", failure.reported(), "a record that fits")],
    };
    let named = reasons.into_iter().map(|reason| match &*reason.state {
        "" => Reason { state: name.to_owned(), ..reason },
        _ => reason,
    });
    Failure::blocked(Blocked { execution: "".into(), reasons: named.collect() })
}

fn learnt((probes, methods): (Vec<Schema>, Vec<&'static Twin>)) -> Types {
    Types { probes, methods, ..Types::default() }
}

/// The machine that was asked for.
///
/// # Errors
/// If the input or the record does not fit.
pub fn machine(answer: Result<Answer, Failure>) -> Result<Box<dyn Machine>, Failure> {
    match answer? {
        Answer::Machine(machine) => Ok(machine),
        Answer::Types(_) | Answer::Kept(_) => Err(lost("a machine")),
    }
}

/// The types that were asked for, with the values of the constants and the paths to them.
#[must_use]
pub fn types<const N: usize>(
    answer: Result<Answer, Failure>,
    constants: [Value; N],
    paths: [&'static str; N],
) -> Types {
    let learnt = match answer {
        Ok(Answer::Types(learnt)) => learnt,
        _ => Types::default(),
    };
    Types { constants: constants.into(), paths: paths.into(), ..learnt }
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
    /// The branches that they are, where these changed places since the state was entered.
    order: Option<Order>,
}

impl<S, F> Children<S, F> {
    fn new(count: usize, order: Option<Order>) -> Self {
        Children { ended: Vec::with_capacity(count), spare: None, order }
    }

    /// The children in the order of the code.
    fn joined(self) -> Vec<Option<S>> {
        let Some(order) = self.order else { return self.ended };
        let mut joined: Vec<_> = self.ended.iter().map(|_| None).collect();
        for (branch, state) in order.iter().zip(self.ended) {
            if let Some(place) = joined.get_mut(*branch) {
                *place = state;
            }
        }
        joined
    }
}

impl<S: State, F> Typed<S, F> {
    fn boxed(state: S, step: F) -> Box<Self> {
        Typed::revived(state, None, step)
    }

    fn revived(state: S, order: Option<Order>, step: F) -> Box<Self> {
        let children = order.map(|order| Box::new(Children::new(0, Some(order))));
        Box::new(Typed { state: Some(state), step, children })
    }

    fn order(&self) -> Option<&Order> {
        self.children.as_ref()?.order.as_ref()
    }

    /// The labels of the branches of a state, in the order of its children.
    fn labels<'s>(&'s self, info: &'s StateInfo) -> impl Iterator<Item = &'s str> {
        (0..info.branches.len()).map(|index| {
            let branch = self.order().map_or(index, |order| order[index]);
            &*info.branches[branch]
        })
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

    fn timeout(&self) -> Option<u32> {
        S::TIMEOUT
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
            let order = self.children.take().and_then(|children| children.order);
            self.children = Some(Box::new(Children::new(count, order)));
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
            let (state, order) = load::<S>(record, None)?;
            Ok(Typed::revived(state, order, step))
        };
        Ok(ready.processor(open, revive))
    }

    fn branch(&self, index: usize) -> usize {
        self.order().and_then(|order| order.get(index)).map_or(index, |branch| *branch)
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
                cx.joined = children.map(|children| children.joined()).unwrap_or_default();
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

    fn save(&self) -> Result<String, Failure> {
        let (mut saved, state) = (Saved::default(), self.state()?);
        state.save(&mut saved);
        if let Place::State(number) = state.place() {
            let info = &S::states()[number];
            saved.work(info, self.labels(info));
        }
        saved.finish()
    }

    fn revive(&self, index: usize, record: Value) -> Result<Box<dyn Machine>, Failure> {
        let parent = self.state()?;
        let branch = match parent.place() {
            Place::State(fork) if S::states()[fork].kind == Kind::Parallel => self.branch(index),
            // The items of a Map are alike.
            _ => 0,
        };
        let (state, order) = load(record, Some((parent, branch)))?;
        Ok(Typed::revived(state, order, self.step))
    }

    fn into_any(self: Box<Self>) -> Box<dyn Any> {
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::way::Way;

    #[test]
    fn each_task_is_listed_once_in_each_way() {
        let task = |name, way| TaskDefinition { way, ..crate::body::not_a_task(name) };
        let (pay, told) = (task("pay", Way::Function), task("pay", Way::Callback));
        let states = [pay, told, pay, task("ship", Way::Function), told];
        let states = states
            .map(|task| StateInfo { task: Some(task), ..StateInfo::new("Pay", Kind::Task, "") });
        let found = tasks(Vec::leak(states.into()));
        let found: Vec<_> =
            found.iter().map(|task| (task.name, matches!(task.way, Way::Callback))).collect();
        assert_eq!(found, [("pay", false), ("pay", true), ("ship", false)]);
    }

    fn reasons(failure: Failure, name: &str) -> Vec<Reason> {
        let states = [StateInfo::new("Pay", Kind::Task, "")];
        let explained = explained(failure, &states, name);
        explained.as_blocked().map(|blocked| blocked.reasons.clone()).unwrap_or_default()
    }

    #[test]
    fn a_record_that_does_not_fit_is_told_with_its_state() {
        let broken = || Failure::new("States.Runtime", "no number");
        let gone = Reason::new("Gone", "", "an execution that is in it", "a state of this name");
        assert_eq!(reasons(broken(), "Gone"), [gone]);
        for known in ["Pay", START, END] {
            let unfit = Reason::new(known, "", "no number", "a record that fits");
            assert_eq!(reasons(broken(), known), [unfit], "{known}");
        }
    }

    #[test]
    fn reasons_that_have_no_state_are_given_it() {
        let own = Reason::new("", "total", "text", "a number");
        let named = Reason { state: "Pay".to_owned(), ..own.clone() };
        assert_eq!(reasons(Failure::unfit(own), "Pay"), std::slice::from_ref(&named));
        assert_eq!(reasons(Failure::unfit(named.clone()), START), [named]);
    }
}
