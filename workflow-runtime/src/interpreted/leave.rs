//! The data that a state leaves behind: its own `Assign` and `Output`, a catcher's, and what a Fail state fails with.

use super::choose::choose;
use super::flow::{Known, Left};
use super::paths;
use super::plan::{Flow, Handover, Setting, Work};
use super::view::{View, fault};
use crate::failure::Failure;
use crate::machine::Stop;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::document::StateOutput;
use workflow_asl::jsonata::{Entropy, Scope, States, Template};

pub(super) fn left(view: &View<'_>, known: Known) -> Result<Left, Stop> {
    match (&view.node.plan.work, known) {
        (Work::Choice(rules), _) => choose(view, rules),
        (_, Known::Error(index, error)) => handed(view, index, error),
        (_, known) => match &view.node.plan.flow {
            Flow::JsonPath(flow) => paths::leave(view, flow, known).map_err(Stop::Fault),
            Flow::Jsonata(data) => left_jsonata(view, &data.outcome, known),
        },
    }
}

fn left_jsonata(view: &View<'_>, own: &StateOutput, known: Known) -> Result<Left, Stop> {
    let (mut scope, mut entropy) = (view.scope(), view.entropy());
    // Arguments drew the same numbers; those of the outcome are their own.
    entropy.skip();
    let next = view.node.next;
    match &known {
        Known::Result { value, wrapped } => {
            scope.bind_states(States::Result, value);
            let left = outcome(own, value, next, &scope, &mut entropy)?;
            Ok(Left { plain: left.plain && !wrapped, ..left })
        }
        _ => outcome(own, &view.visit.input, next, &scope, &mut entropy),
    }
}

/// Returns what a catcher hands over.
fn handed(view: &View<'_>, index: usize, error: Value) -> Result<Left, Stop> {
    let catcher = view.node.plan.handovers.get(index).zip(view.node.targets.get(index));
    let Some((handover, next)) = catcher else {
        let name = &view.node.name;
        let cause = format!("the state `{name}` has no catcher {index}");
        return Err(Stop::Failed(Failure::runtime(cause)));
    };
    let left = match handover {
        Handover::Jsonata(own) => {
            let (mut scope, mut entropy) = (view.scope(), view.entropy());
            entropy.skip();
            scope.bind_states(States::ErrorOutput, &error);
            outcome(own, &Arc::new(error.clone()), Some(*next), &scope, &mut entropy)?
        }
        Handover::JsonPath { assign, place } => {
            paths::caught(view, assign.as_ref(), place, index, error).map_err(Stop::Fault)?
        }
    };
    Ok(Left { plain: false, next: Some(*next), ..left })
}

pub(super) fn outcome(
    outcome: &StateOutput,
    default: &Arc<Value>,
    next: Option<usize>,
    scope: &Scope<'_>,
    entropy: &mut Entropy,
) -> Result<Left, Stop> {
    let mut assigned = Vec::with_capacity(outcome.assign.len());
    for (name, template) in &outcome.assign {
        let value =
            template.evaluate(scope, entropy).map_err(|error| Stop::Fault(fault(&error)))?;
        assigned.push((name.as_str().into(), value));
    }
    let (output, plain) = output_or(outcome.output.as_ref(), default, scope, entropy)?;
    Ok(Left { assigned, output, plain, next, placing: None })
}

/// The output, and whether it is the default one.
fn output_or(
    output: Option<&Template>,
    default: &Arc<Value>,
    scope: &Scope<'_>,
    entropy: &mut Entropy,
) -> Result<(Arc<Value>, bool), Stop> {
    match output {
        None => Ok((default.clone(), true)),
        Some(template) => {
            let value =
                template.evaluate(scope, entropy).map_err(|error| Stop::Fault(fault(&error)))?;
            Ok((value, false))
        }
    }
}

/// Returns what a Fail state fails with.
pub(super) fn failure(
    view: &View<'_>,
    error: Option<&Setting<String>>,
    cause: Option<&Setting<String>>,
) -> Result<Failure, Failure> {
    let text = |setting: Option<&Setting<String>>| match setting {
        None => Ok(String::new()),
        Some(Setting::Path(field, expression)) => {
            let input = view.effective()?;
            let value = expression.eval(&view.paths(&input), &mut view.entropy());
            let value = value.map_err(|failure| view.broken(&failure.in_field(field, &input)))?;
            let misfit = || view.runtime(&format!("The {field} field must be a string: {value}"));
            value.as_str().map(str::to_owned).ok_or_else(misfit)
        }
        Some(setting) => {
            let string = |value: &Value| value.as_str().map(str::to_owned);
            view.setting(setting, "string", string, |_, _, _| String::new())
        }
    };
    Ok(Failure::new(text(error)?, text(cause)?))
}
