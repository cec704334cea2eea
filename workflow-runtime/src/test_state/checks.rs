//! Checks a request.

use super::definition;
use super::request::{Mock, Rejected, TestState};
use super::validate::{is_checked, validate};
use crate::connector::{Pattern, Target};
use serde_json::Value;

/// Checks what holds whatever the state.
pub(super) fn request(request: &TestState) -> Result<(), Rejected> {
    let refused = |what: &str, when: &str| {
        Err(Rejected::request(format!("TestState does not support {what} when a mock is {when}.")))
    };
    if request.reveal_secrets && request.mock.is_some() {
        return refused("RevealSecrets", "specified");
    }
    let configuration = &request.configuration;
    // The first is recorded; the others go with a mock by what the API says of them (documented), in the same words.
    for (what, is_given) in [
        ("MapIterationFailureCount", configuration.failed_iterations.is_some()),
        ("ErrorCausedByState", configuration.caused_by.is_some()),
        ("MapItemReaderData", configuration.reader_data.is_some()),
        ("Context", request.context.is_some()),
    ] {
        if is_given && request.mock.is_none() {
            return refused(what, "not specified");
        }
    }
    Ok(())
}

/// Checks what the type of the state asks for.
pub(super) fn state(request: &TestState, state: &Value) -> Result<(), Rejected> {
    let kind = state["Type"].as_str().unwrap_or_default();
    match (&request.mock, kind) {
        (Some(_), "Pass" | "Succeed" | "Fail" | "Choice" | "Wait") => Err(Rejected::request(
            format!("State type '{kind}' is not supported when a mock is specified"),
        )),
        (None, "Map" | "Parallel") => Err(Rejected::definition(
            "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]",
        )),
        (None, "Task") if request.role.is_none() => {
            Err(Rejected::request("RoleArn must be specified when testing a Task state"))
        }
        (Some(mock), _) => {
            configuration(request, state)?;
            self::mock(mock, state)
        }
        (None, "Task") => unmocked(state),
        (None, _) => Ok(()),
    }
}

/// Checks a Task without a mock: what is answered later cannot be called (documented; the words are ours).
fn unmocked(state: &Value) -> Result<(), Rejected> {
    let resource = state["Resource"].as_str().unwrap_or_default();
    // What it is that cannot be called, the definition's own check says.
    let Ok(target) = Target::parse(resource) else { return Ok(()) };
    let what = match target.pattern() {
        _ if resource.contains(":activity:") => "Activity tasks",
        Pattern::RequestResponse => return Ok(()),
        Pattern::Sync | Pattern::Sync2 => "the .sync integration pattern",
        Pattern::WaitForTaskToken => "the .waitForTaskToken integration pattern",
    };
    Err(Rejected::request(format!(
        "TestState does not support {what} when a mock is not specified."
    )))
}

/// Checks the assumed situation: what is of Maps belongs to a Map, or to a state within one (documented; the words are
/// those of a mock).
fn configuration(request: &TestState, state: &Value) -> Result<(), Rejected> {
    let configuration = &request.configuration;
    let kind = state["Type"].as_str().unwrap_or_default();
    let refused = |what: &str| {
        Err(Rejected::request(format!(
            "State type '{kind}' is not supported when {what} is specified"
        )))
    };
    if let Some(failed) = configuration.failed_iterations
        && kind != "Map"
    {
        let name = request.state.as_deref().unwrap_or_default();
        if definition::map_around(&request.definition, name).is_none() {
            return refused("MapIterationFailureCount");
        }
        // Its own iteration is none of them (documented; the words are those of a Map).
        let all = request.input.as_array().map(|items| items.len() as u64);
        if all.is_some_and(|all| failed >= all) {
            return Err(Rejected::request(
                "Map iteration failure count must be less than the number of Map iterations",
            ));
        }
    }
    if configuration.reader_data.is_some() && state.get("ItemReader").is_none() {
        return refused("MapItemReaderData");
    }
    let failed = request.mock.as_ref().is_some_and(|mock| mock.outcome.is_err());
    let Some(name) = &configuration.caused_by else {
        // Which of the states within failed has to be said (documented; the words are ours).
        return match kind {
            "Map" | "Parallel" if failed => Err(Rejected::request(format!(
                "ErrorCausedByState must be specified when an error is mocked for a state of type '{kind}'"
            ))),
            _ => Ok(()),
        };
    };
    match kind {
        "Map" | "Parallel" if definition::is_within(state, name) => Ok(()),
        "Map" | "Parallel" => Err(Rejected::request("State not found in definition")),
        _ => refused("ErrorCausedByState"),
    }
}

/// Checks a mocked result.
fn mock(mock: &Mock, state: &Value) -> Result<(), Rejected> {
    let Ok(result) = &mock.outcome else { return Ok(()) };
    match state["Type"].as_str() {
        Some("Parallel") => {
            let results = items(result)?;
            if Some(results.len()) != state["Branches"].as_array().map(Vec::len) {
                return Err(Rejected::request(
                    "Mocked result must contain the same number of items as number of Parallel branches.",
                ));
            }
            Ok(())
        }
        // With a ResultWriter, the result says where the results are (the words are those that LocalStack has of AWS).
        Some("Map") if state["ResultWriter"].get("Resource").is_some() => match result {
            Value::Object(_) => Ok(()),
            _ => Err(Rejected::request("Mocked result must be a JSON object.")),
        },
        Some("Map") if state.get("ResultWriter").is_none() => items(result).map(drop),
        Some("Task") => {
            let target = Target::parse(state["Resource"].as_str().unwrap_or_default());
            let target = target.map_err(Rejected::definition)?;
            // The words are those of a Map (judgement).
            if !result.is_object() && is_checked(&target, mock.validation) {
                return Err(Rejected::request("Mocked result must be a JSON object."));
            }
            validate(&target, result, mock.validation).map_err(|problem| {
                Rejected::request(format!("Mock result schema validation error: {problem}"))
            })
        }
        _ => Ok(()),
    }
}

/// Checks the assumed number of failed iterations of a Map, once these are known (recorded).
pub(super) fn iterations(request: &TestState, all: u64) -> Result<(), Rejected> {
    if request.configuration.failed_iterations.is_some_and(|failed| failed > all) {
        return Err(Rejected::request(
            "Map iteration failure count must be less than or equal to the number of Map iterations",
        ));
    }
    Ok(())
}

fn items(result: &Value) -> Result<&Vec<Value>, Rejected> {
    result.as_array().ok_or_else(|| Rejected::request("Mocked result must be an array."))
}
