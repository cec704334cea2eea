//! Decides whether the exported document does what the generated machine does.

use super::diff;
use super::differences::{comparable, decoded};
use super::drive::Ran;
use super::expect::Seen;
use super::places::Places;
use super::spelling::Defaults;
use crate::failure::Failure;
use crate::interpreted::{Compiled, Context, Interpreted};
use crate::machine::Machine;
use crate::workflow::Workflow;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::Definition;

const FAULT: &str = "States.QueryEvaluationError";

/// Two machines: the same result, and the same history, but for [`super::differences::DIFFERENCES`] and for the places of
/// calls that the document keeps for functions.
///
/// # Errors
/// The first difference.
pub fn same(
    native: &Ran,
    interpreted: &Ran,
    defaults: &Defaults,
    places: &Places,
) -> Result<(), String> {
    let events = |ran: &Ran| -> Vec<Value> {
        ran.history.iter().map(|event| comparable(event.json(), defaults)).collect()
    };
    let (native_events, interpreted_events) = (events(native), events(interpreted));
    let lengths = (native_events.len(), interpreted_events.len());
    for (index, (one, other)) in native_events.iter().zip(interpreted_events).enumerate() {
        let other = places.without(other, one);
        if *one != other {
            return Err(differ(native, interpreted, index, (one, &other)));
        }
    }
    if lengths.0 != lengths.1 {
        return Err(format!("{} events, and {}", lengths.0, lengths.1));
    }
    let (ours, theirs) = (("generated", &native.result), ("interpreted", &interpreted.result));
    results(ours, theirs, defaults)
}

/// The first events that differ, and those before them.
fn differ(native: &Ran, interpreted: &Ran, index: usize, (one, other): (&Value, &Value)) -> String {
    let seen = Seen::all(&native.history);
    let before = seen.get(index.saturating_sub(3)..index).unwrap_or_default();
    let before: String = before.iter().map(|event| format!("  {event}\n")).collect();
    let lines = |event: &Value| -> Vec<String> {
        format!("{event:#}").lines().map(str::to_owned).collect()
    };
    let diff = diff::named(&lines(one), &lines(other), ("generated", "interpreted"));
    format!(
        "histories differ, after\n{before}in event {}:\n{}\nfailures: {:?} / {:?}",
        index + 1,
        diff.unwrap_or_default(),
        native.result.as_ref().err(),
        interpreted.result.as_ref().err()
    )
}

/// Two results: the same.
///
/// # Errors
/// The difference.
pub fn results(
    (one, a): (&str, &Result<Value, Failure>),
    (two, b): (&str, &Result<Value, Failure>),
    defaults: &Defaults,
) -> Result<(), String> {
    let equal = match (a, b) {
        (Ok(a), Ok(b)) => decoded(a.clone(), defaults) == decoded(b.clone(), defaults),
        (Err(a), Err(b)) => a == b || (a.error() == FAULT && b.error() == FAULT),
        _ => false,
    };
    if equal { Ok(()) } else { Err(format!("results differ: {one} {a:?}, {two} {b:?}")) }
}

/// The document of a workflow as others read it: from its text.
///
/// # Errors
/// The reason why there is none.
pub(super) fn document<W: Workflow>() -> Result<Arc<Compiled>, String> {
    let definition = W::definition().map_err(|error| error.to_string())?;
    let definition = Definition::from_json(&definition.to_json_pretty()).map_err(|problems| {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    })?;
    let compiled = Compiled::new(definition, &W::tasks())
        .map_err(|states| states.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    Ok(Arc::new(compiled))
}

/// Opens the interpreter of a document.
pub(super) fn interpreted(
    document: &Arc<Compiled>,
    input: &Value,
    identity: &crate::engine::Identity,
) -> Box<dyn Machine> {
    Interpreted::start(document.clone(), Arc::new(input.clone()), Context::from(identity))
}
