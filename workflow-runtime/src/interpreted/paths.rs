//! Leaves a state in JSONPath: `ResultSelector`, `ResultPath`, `Assign` and `OutputPath`.

use super::flow::{Assigned, Known, Left};
use super::plan::{Flow, Handover, PathFlow, Place, Work};
use super::view::View;
use super::{Interpreted, Visit};
use crate::failure::Failure;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::jsonpath::PayloadTemplate;

/// The `ResultPath` by which a value is still to be put into the state's input.
#[derive(Clone, Copy)]
pub(super) enum Placing {
    /// The path of the state: `OutputPath` follows.
    State,
    /// The path of the catcher of this index.
    Catcher(usize),
}

/// Returns what a state without an error leaves behind.
pub(super) fn leave(view: &View<'_>, flow: &PathFlow, known: Known) -> Result<Left, Failure> {
    let next = view.node.next;
    let result = match known {
        Known::Result { value, .. } => selected(view, flow.selector.as_ref(), value)?,
        _ if matches!(view.node.plan.work, Work::Pass) => match &flow.literal {
            Some(literal) => literal.clone(),
            None => view.parameters(flow)?,
        },
        _ => {
            let value = view.routed_whole(&flow.input, view.visit.input.clone())?;
            let assigned = assigned(view, flow.assign.as_ref(), &value)?;
            let output = view.routed_whole(&flow.output, value)?;
            return Ok(Left { assigned, output, plain: false, next, placing: None });
        }
    };
    let assigned = assigned(view, flow.assign.as_ref(), &result)?;
    let output = match &flow.result {
        Place::At(_) => {
            let placing = Some(Placing::State);
            return Ok(Left { assigned, output: result, plain: false, next, placing });
        }
        Place::Whole => result,
        Place::Nothing => view.visit.input.clone(),
    };
    let output = view.routed_whole(&flow.output, output)?;
    Ok(Left { assigned, output, plain: false, next, placing: None })
}

impl Interpreted {
    /// Puts what a state leaves behind into its input, if that is still to be done. The input is moved, not copied,
    /// where nothing could ask for it after a failure.
    pub(super) fn place(&self, visit: &mut Visit, left: Left) -> Result<Left, Failure> {
        let Some(placing) = left.placing else { return Ok(left) };
        let node = self.program.node(visit.state);
        let place = match (placing, &node.plan.flow, &node.plan.handovers) {
            (Placing::State, Flow::JsonPath(flow), _) => Some(&flow.result),
            (Placing::Catcher(index), _, handovers) => match handovers.get(index) {
                Some(Handover::JsonPath { place, .. }) => Some(place),
                _ => None,
            },
            _ => None,
        };
        let Some(Place::At(path)) = place else { return Ok(left) };
        let info = self.program.states().get(visit.state);
        let last = info.is_none_or(|info| info.retry.is_empty() && info.catch.is_empty());
        let input = if last { std::mem::take(&mut visit.input) } else { visit.input.clone() };
        let placed = path.set(Arc::unwrap_or_clone(input), Arc::unwrap_or_clone(left.output));
        let view = self.view(visit);
        let placed = placed.map(Arc::new).map_err(|failure| view.broken(&failure))?;
        let output = match (placing, &node.plan.flow) {
            (Placing::State, Flow::JsonPath(flow)) => view.routed_whole(&flow.output, placed)?,
            _ => placed,
        };
        Ok(Left { output, placing: None, ..left })
    }
}

/// A result after `ResultSelector`, and the input after `ResultPath`: of states that have these.
pub(super) fn stages(
    view: &View<'_>,
    flow: &PathFlow,
    result: Option<Arc<Value>>,
) -> (Option<Arc<Value>>, Option<Arc<Value>>) {
    let result = match (&view.node.plan.work, result) {
        (Work::Pass, _) => flow.literal.clone().or_else(|| view.parameters(flow).ok()),
        (_, Some(result)) => selected(view, flow.selector.as_ref(), result).ok(),
        (_, None) => None,
    };
    let place = |value: &Arc<Value>| {
        placed(view, &flow.result, view.visit.input.clone(), value.clone()).ok()
    };
    let combined = result.as_ref().and_then(place);
    (result, combined)
}

/// Returns what a catcher hands over.
pub(super) fn caught(
    view: &View<'_>,
    assign: Option<&PayloadTemplate>,
    place: &Place,
    index: usize,
    mut error: Value,
) -> Result<Left, Failure> {
    // Recorded: what was not said is null.
    error.as_object_mut().into_iter().flat_map(|fields| fields.values_mut()).for_each(|text| {
        if text == "" {
            *text = Value::Null;
        }
    });
    let error = Arc::new(error);
    let assigned = assigned(view, assign, &error)?;
    let (output, placing) = match place {
        Place::Whole => (error, None),
        Place::Nothing => (view.visit.input.clone(), None),
        Place::At(_) => (error, Some(Placing::Catcher(index))),
    };
    Ok(Left { assigned, output, plain: false, next: None, placing })
}

/// Returns what a rule of a Choice, or its `Default`, hands over.
pub(super) fn chosen(
    view: &View<'_>,
    flow: &PathFlow,
    assign: Option<&PayloadTemplate>,
    next: usize,
) -> Result<Left, Failure> {
    let input = view.routed_whole(&flow.input, view.visit.input.clone())?;
    let assigned = assigned(view, assign, &input)?;
    let output = view.routed_whole(&flow.output, input)?;
    Ok(Left { assigned, output, plain: false, next: Some(next), placing: None })
}

fn selected(
    view: &View<'_>,
    selector: Option<&PayloadTemplate>,
    value: Arc<Value>,
) -> Result<Arc<Value>, Failure> {
    let Some(selector) = selector else { return Ok(value) };
    let mut entropy = view.entropy();
    // `Parameters` drew the same numbers; those of the outcome are their own.
    entropy.skip();
    let selected = selector.eval(&view.paths(&value), &mut entropy);
    selected.map(Arc::new).map_err(|failure| view.broken(&failure))
}

/// A result where `ResultPath` puts it in the state's input.
fn placed(
    view: &View<'_>,
    place: &Place,
    input: Arc<Value>,
    value: Arc<Value>,
) -> Result<Arc<Value>, Failure> {
    match place {
        Place::Whole => Ok(value),
        Place::Nothing => Ok(input),
        Place::At(path) => {
            let placed = path.set(Arc::unwrap_or_clone(input), Arc::unwrap_or_clone(value));
            placed.map(Arc::new).map_err(|failure| view.broken(&failure))
        }
    }
}

/// All variables are computed from one snapshot.
fn assigned(
    view: &View<'_>,
    assign: Option<&PayloadTemplate>,
    value: &Value,
) -> Result<Vec<Assigned>, Failure> {
    let Some(assign) = assign else { return Ok(vec![]) };
    let mut entropy = view.entropy();
    entropy.skip();
    let made = assign.eval(&view.paths(value), &mut entropy);
    match made.map_err(|failure| view.broken(&failure))? {
        Value::Object(made) => {
            Ok(made.into_iter().map(|(name, value)| (name.into(), Arc::new(value))).collect())
        }
        _ => Ok(vec![]),
    }
}
