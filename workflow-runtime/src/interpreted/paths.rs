//! How a state in JSONPath is left: `ResultSelector`, `ResultPath`, `Assign` and `OutputPath`.

use super::flow::{Assigned, Known, Left};
use super::plan::{PathFlow, Place, Work};
use super::view::View;
use crate::failure::Failure;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::jsonpath::PayloadTemplate;

/// What a state leaves behind that nothing went wrong in.
pub(super) fn leave(
    view: &View<'_>,
    flow: &PathFlow,
    known: Known,
    input: Arc<Value>,
) -> Result<Left, Failure> {
    let (result, combined) = match known {
        Known::Result { value, .. } => {
            let value = selected(view, flow.selector.as_ref(), value)?;
            (value.clone(), placed(view, &flow.result, input, value)?)
        }
        _ if matches!(view.node.plan.work, Work::Pass) => {
            let value = match &flow.literal {
                Some(literal) => literal.clone(),
                None => view.parameters(flow)?,
            };
            (value.clone(), placed(view, &flow.result, input, value)?)
        }
        _ => {
            let value = view.routed_whole(&flow.input, input)?;
            (value.clone(), value)
        }
    };
    let assigned = assigned(view, flow.assign.as_ref(), &result)?;
    drop(result);
    let output = view.routed_whole(&flow.output, combined)?;
    Ok(Left { assigned, output, plain: false, next: view.node.next })
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

/// What a catcher hands over.
pub(super) fn caught(
    view: &View<'_>,
    assign: Option<&PayloadTemplate>,
    place: &Place,
    mut error: Value,
    input: Arc<Value>,
) -> Result<Left, Failure> {
    // Recorded: what was not said is null.
    error.as_object_mut().into_iter().flat_map(|fields| fields.values_mut()).for_each(|text| {
        if text == "" {
            *text = Value::Null;
        }
    });
    let error = Arc::new(error);
    let assigned = assigned(view, assign, &error)?;
    let output = placed(view, place, input, error)?;
    Ok(Left { assigned, output, plain: false, next: None })
}

/// What a rule of a Choice, or its `Default`, hands over.
pub(super) fn chosen(
    view: &View<'_>,
    flow: &PathFlow,
    assign: Option<&PayloadTemplate>,
    next: usize,
) -> Result<Left, Failure> {
    let input = view.routed_whole(&flow.input, view.visit.input.clone())?;
    let assigned = assigned(view, assign, &input)?;
    let output = view.routed_whole(&flow.output, input)?;
    Ok(Left { assigned, output, plain: false, next: Some(next) })
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
