//! One state by itself, for those who test it: what goes in, what comes out, and what is in between.

use super::context::{Context, Moment, Run};
use super::distributed::Distribution;
use super::flow::Known;
use super::items::{Selection, listed};
use super::leave::{self, left};
use super::plan::{Flow, MapWork, Work};
use super::variables::Variables;
use super::view::View;
use super::work::{arguments, whole};
use super::{Compiled, Interpreted, Position, Visit, paths};
use crate::failure::Failure;
use crate::machine::distributed::{Element, ReadFrom, Tolerated, elements, exceeded};
use crate::machine::{Effect, StateInfo, StepContext, Stop};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// A machine in one state.
pub(crate) struct Probe(Interpreted);

/// The data that a state hands on.
pub(crate) struct Handed {
    pub(crate) output: Arc<Value>,
    /// The name of the state that follows.
    pub(crate) next: Option<Arc<str>>,
    /// The variables that it assigns.
    pub(crate) assigned: Vec<(Arc<str>, Arc<Value>)>,
}

impl Probe {
    /// A state of this name; `None` where there is none.
    pub(crate) fn new(
        program: Arc<Compiled>,
        name: &str,
        input: Arc<Value>,
        variables: &Map<String, Value>,
        context: Context,
        step: &StepContext,
    ) -> Option<Self> {
        let state = program.named(name)?;
        let run = Arc::new(Run::new(context, input.clone()));
        let moment = Moment::from(step);
        let visit =
            Visit { state, input, entered: moment.now, order: None, made: None, renewed: false };
        let mut machine = Interpreted::root(program, run, Position::State(visit));
        let mut own = Variables::default();
        for (name, value) in variables {
            own.set_given(name, value.clone());
        }
        machine.variables = Arc::new(own);
        machine.moment = moment;
        Some(Probe(machine))
    }

    /// Returns what is known of the state.
    pub(crate) fn info(&self) -> Result<&StateInfo, Failure> {
        let state = self.0.visit()?.state;
        let info = self.0.program.states().get(state);
        info.ok_or_else(|| Failure::runtime("there is no such state"))
    }

    /// Returns what it waits for.
    pub(crate) fn effect(&mut self) -> Result<Effect, Failure> {
        self.0.wanted()
    }

    /// Returns how many scopes are within.
    pub(crate) fn scopes(&self) -> usize {
        self.0.visit().map_or(0, |visit| self.0.program.node(visit.state).starts.len())
    }

    /// True if it waits for nothing.
    pub(crate) fn is_passed(&self) -> bool {
        let work = self.0.visit().map(|visit| &self.0.program.node(visit.state).plan.work);
        matches!(work, Ok(Work::Pass | Work::Choice(_) | Work::Succeed | Work::Wait(_)))
    }

    /// Returns what a Fail state fails with.
    pub(crate) fn failure(&self) -> Option<Result<Failure, Failure>> {
        let view = self.0.view(self.0.visit().ok()?);
        match &view.node.plan.work {
            Work::Fail { error, cause } => {
                Some(leave::failure(&view, error.as_ref(), cause.as_ref()))
            }
            _ => None,
        }
    }

    /// Returns what it hands on after this result, or without one.
    pub(crate) fn done(&self, result: Option<Arc<Value>>) -> Result<Handed, Failure> {
        let known = match result {
            None => Known::Nothing,
            Some(value) => Known::Result { value, wrapped: false },
        };
        self.handed(known)
    }

    /// Returns what its catcher of this index hands on.
    pub(crate) fn caught(&self, catcher: usize, failure: &Failure) -> Result<Handed, Failure> {
        let error = json!({ "Error": failure.error(), "Cause": failure.reported() });
        self.handed(Known::Error(catcher, error))
    }

    /// Returns what it fails with where a state in it does: a distributed Map by how many of its items have failed, of all;
    /// `None` if it tolerates that. Its fields are evaluated with the data at hand, which is that of an item.
    pub(crate) fn fails_with(&self, failure: Failure, failed: u64, all: u64) -> Option<Failure> {
        let view = self.0.view(self.0.visit().ok()?);
        let distribution = match &view.node.plan.work {
            Work::Map(map) => map.distribution.as_ref(),
            _ => None,
        };
        let Some(distribution) = distribution else { return Some(failure) };
        let tolerated = distribution.tolerated(&view).unwrap_or_default();
        tolerated.is_exceeded(failed, Some(all)).then(exceeded)
    }

    fn handed(&self, known: Known) -> Result<Handed, Failure> {
        let mut visit = self.0.visit()?.clone();
        let left = left(&self.0.view(&visit), known).map_err(|stop| match stop {
            Stop::Failed(failure) | Stop::Fault(failure) => failure,
        })?;
        let left = self.0.place(&mut visit, left)?;
        let next = left.next.map(|next| self.0.program.node(next).name.clone());
        Ok(Handed { output: left.output, next, assigned: left.assigned })
    }

    /// Returns what its data was before the work: of the steps that came to a value.
    pub(crate) fn before(&self) -> Map<String, Value> {
        let mut seen = Map::new();
        let Ok(visit) = self.0.visit() else { return seen };
        let view = self.0.view(visit);
        match &view.node.plan.flow {
            Flow::Jsonata(_) => {
                if let (Work::Task(_), Ok(made)) = (&view.node.plan.work, arguments(&view)) {
                    seen.insert("afterArguments".into(), (*made).clone());
                }
            }
            Flow::JsonPath(flow) => {
                let work = &view.node.plan.work;
                // Recorded: a Pass with a `Result`, and a Parallel, do not say what they began with.
                if flow.literal.is_some() || matches!(work, Work::Parallel) {
                    return seen;
                }
                let Ok(effective) = view.effective() else { return seen };
                seen.insert("afterInputPath".into(), effective.into_owned());
                if let (Work::Task(_) | Work::Pass, Ok(made)) = (work, view.parameters(flow)) {
                    seen.insert("afterParameters".into(), (*made).clone());
                }
            }
        }
        seen
    }

    /// Returns what its data was after the work.
    pub(crate) fn after(&self, result: Option<&Arc<Value>>) -> Map<String, Value> {
        let mut seen = Map::new();
        let Ok(visit) = self.0.visit() else { return seen };
        let view = self.0.view(visit);
        let work = &view.node.plan.work;
        match &view.node.plan.flow {
            Flow::Jsonata(_) => {
                if let (Work::Task(_), Some(result)) = (work, result) {
                    seen.insert("result".into(), (**result).clone());
                }
            }
            Flow::JsonPath(flow) => {
                if let (Work::Task(_), Some(result)) = (work, result) {
                    seen.insert("result".into(), (**result).clone());
                }
                if let Some(literal) = &flow.literal {
                    seen.insert("result".into(), (**literal).clone());
                }
                let (selected, placed) = paths::stages(&view, flow, result.cloned());
                let mut put = |name: &str, value: Option<Arc<Value>>| {
                    value.map(|value| seen.insert(name.to_owned(), (*value).clone()));
                };
                put("afterResultSelector", selected);
                put("afterResultPath", placed);
            }
        }
        seen
    }

    /// Returns what a Map reads its items from, and the most of them; `None` if it does not read.
    pub(crate) fn reads(&self) -> Option<Result<(&ReadFrom, i64), Failure>> {
        let view = self.0.view(self.0.visit().ok()?);
        let Work::Map(map) = &view.node.plan.work else { return None };
        let distribution = map.distribution.as_ref()?;
        let source = distribution.source()?;
        Some(distribution.most(&view).map(|most| (source, most)))
    }

    /// Returns what a Map tolerates, and the number of its iterations if that is known. `read` are the items that its reader
    /// reads, `source` the place they come from.
    pub(crate) fn map(
        &self,
        read: Option<Vec<Element>>,
        source: Option<&Arc<str>>,
        seen: &mut Map<String, Value>,
    ) -> Result<(Tolerated, Option<u64>), Failure> {
        let view = self.0.view(self.0.visit()?);
        let Work::Map(map) = &view.node.plan.work else { return Ok(Default::default()) };
        let is_read = map.distribution.as_ref().and_then(Distribution::source).is_some();
        let mut list = || {
            let items = listed(&view, map, &*view.effective()?)?;
            if matches!(view.node.plan.flow, Flow::JsonPath(_)) {
                seen.insert("afterItemsPath".into(), items.clone());
            }
            elements(items)
        };
        let items = match read {
            Some(items) => Some(items),
            // Documented: what a reader would read may be in the input.
            None if is_read => list().ok(),
            None => Some(list()?),
        };
        let mut put = |name: &str, value: Option<Value>| {
            value.map(|value| seen.insert(name.to_owned(), value));
        };
        let width = map.concurrency.as_ref().map_or(Ok(0), |width| whole(&view, width, 0))?;
        put("maxConcurrency", Some(json!(width)));
        let tolerated = match &map.distribution {
            Some(distribution) => distribution.tolerated(&view)?,
            None => Tolerated::default(),
        };
        put("toleratedFailureCount", tolerated.count.map(Value::from));
        put("toleratedFailurePercentage", tolerated.percentage.map(Value::from));
        let iterations =
            items.map(|items| iterations(&view, map, items, source, seen)).transpose()?;
        Ok((tolerated, iterations))
    }
}

/// Puts what the iterations of a Map begin with beside what was seen; returns their number.
fn iterations(
    view: &View<'_>,
    map: &MapWork,
    items: Vec<Element>,
    source: Option<&Arc<str>>,
    seen: &mut Map<String, Value>,
) -> Result<u64, Failure> {
    let mut selection = Selection::new(view)?;
    let next =
        |element| selection.next(view, map, element, source.cloned()).map(|(_, input)| input);
    let inputs = items.into_iter().map(next);
    let inputs = inputs.collect::<Result<Vec<Arc<Value>>, Failure>>()?;
    let mut put = |name: &str, inputs: &[Arc<Value>]| {
        seen.insert(name.to_owned(), inputs.iter().map(|it| (**it).clone()).collect());
    };
    if map.selector.is_some() {
        put("afterItemSelector", &inputs);
    }
    let batch = map.distribution.as_ref().map(|it| it.batch(view)).transpose()?.flatten();
    let Some(mut batch) = batch else { return Ok(inputs.len() as u64) };
    let mut batches: Vec<_> = inputs.into_iter().filter_map(|it| batch.add(it)).collect();
    batches.extend(batch.take());
    let batches: Vec<_> = batches.into_iter().map(|(input, _)| input).collect();
    put("afterItemBatcher", &batches);
    Ok(batches.len() as u64)
}
