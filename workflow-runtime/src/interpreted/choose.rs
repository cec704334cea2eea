//! Choices: the first rule that applies, or `Default`.

use super::flow::Left;
use super::leave::outcome;
use super::paths;
use super::plan::{Condition, Flow, Handover};
use super::view::{View, fault};
use crate::failure::Failure;
use crate::machine::Stop;

/// The first rule that applies, or `Default`.
pub(super) fn choose(view: &View<'_>, rules: &[Condition]) -> Result<Left, Stop> {
    let node = view.node;
    let mut chosen = None;
    for (index, rule) in rules.iter().enumerate() {
        view.afford(view.allowance.check()).map_err(Stop::Fault)?;
        if applies(view, rule).map_err(Stop::Fault)? {
            chosen = node.plan.handovers.get(index).zip(node.targets.get(index));
            break;
        }
    }
    match (&node.plan.flow, chosen, node.default) {
        (Flow::Jsonata(data), chosen, default) => {
            let own = chosen.map(|(handover, next)| (handover, *next));
            let (own, next) = match (own, default) {
                (Some((Handover::Jsonata(own), next)), _) => (own, next),
                (_, Some(next)) => (&data.outcome, next),
                (_, None) => return Err(stuck(view)),
            };
            let (scope, mut entropy) = (view.scope(), view.leaving());
            outcome(own, &view.visit.input, Some(next), &scope, &mut entropy)
        }
        (Flow::JsonPath(flow), chosen, default) => {
            let (assign, next) = match (chosen, default) {
                (Some((Handover::JsonPath { assign, .. }, next)), _) => (assign.as_ref(), *next),
                (_, Some(next)) => (flow.assign.as_ref(), next),
                (_, None) => return Err(stuck(view)),
            };
            paths::chosen(view, flow, assign, next).map_err(Stop::Fault)
        }
    }
}

/// `States.NoChoiceMatched` by the specification; AWS reports States.Runtime with this text.
fn stuck(view: &View<'_>) -> Stop {
    let text = "Failed to transition out of the state. The state does not point to a next state.";
    Stop::Fault(view.runtime(text))
}

fn applies(view: &View<'_>, rule: &Condition) -> Result<bool, Failure> {
    match rule {
        Condition::Jsonata(condition) => {
            let (scope, mut entropy) = (view.scope(), view.entropy());
            let value = condition.evaluate(&scope, &mut entropy).map_err(|error| fault(&error))?;
            let misfit = || fault(&condition.misfit("boolean", (*value).clone()));
            value.as_bool().ok_or_else(misfit)
        }
        Condition::JsonPath(rule) => {
            let input = view.effective()?;
            rule.eval(&view.paths(&input)).map_err(|failure| view.broken(&failure.in_choice()))
        }
    }
}
