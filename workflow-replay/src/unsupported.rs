//! Recordings that cannot be run again, each with the reason.

use crate::recording::Recording;
use serde_json::Value;
use workflow_runtime::history::EventType;

/// Refuses what a history does not tell enough of.
pub(crate) fn unsupported(recording: &Recording, definition: &Value) -> Result<(), String> {
    let redriven = recording.read.iter().find(|it| it.kind == EventType::ExecutionRedriven);
    if let Some(event) = redriven {
        return Err(format!(
            "the execution was redriven (event {}), and runs after a redrive are not replayed: cut the history before that event to replay the first run",
            event.id
        ));
    }
    for event in recording.read.iter().filter(|it| it.kind == EventType::MapRunStarted) {
        let visit = recording.trace.visit_at(event.id);
        let Some(visit) = visit.and_then(|visit| recording.trace.visits.get(visit)) else {
            continue;
        };
        let asks = find(definition, &visit.state).and_then(asks);
        if let Some(what) = asks {
            return Err(format!(
                "the state `{}` is a distributed Map (event {}): {what}. Replay the execution of one item with its own history instead",
                visit.state, event.id
            ));
        }
    }
    Ok(())
}

/// The state of a name, wherever it is.
fn find<'d>(scope: &'d Value, name: &str) -> Option<&'d Value> {
    let states = scope["States"].as_object()?;
    states.get(name).or_else(|| states.values().flat_map(scopes).find_map(|it| find(it, name)))
}

fn scopes(state: &Value) -> Vec<&Value> {
    let processor = state.get("ItemProcessor").or_else(|| state.get("Iterator"));
    state["Branches"].as_array().into_iter().flatten().chain(processor).collect()
}

/// Says what a distributed Map asks of others, that no history of the execution around it has.
fn asks(map: &Value) -> Option<String> {
    if map.get("ItemReader").is_some() {
        return Some("the objects that it read are in no history".to_owned());
    }
    let task = scopes(map).into_iter().find_map(calls)?;
    Some(format!(
        "its items are executions of their own, and what `{task}` was answered in them is not in this history"
    ))
}

/// The first state of a scope that calls something.
fn calls(scope: &Value) -> Option<&str> {
    scope["States"].as_object()?.iter().find_map(|(name, state)| {
        if state["Type"] == "Task" {
            return Some(name.as_str());
        }
        scopes(state).into_iter().find_map(calls)
    })
}
