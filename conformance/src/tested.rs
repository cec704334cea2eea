//! Cases of `TestState`: one state tested by itself.

use crate::case::Case;
use crate::compare::{Difference, compare_value};
use crate::script::Script;
use serde_json::{Map, Value, json};
use workflow_runtime::Engine;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::test_state::{
    Configuration, FieldValidation, Inspection, Mock, TestState, test_state,
};

/// Tests the state of a case: what came of it, in the shape of a case's own; `{"exception": {code, message}}` where
/// it is refused.
///
/// # Errors
/// What the case lacks.
pub fn tested(case: &Case) -> Result<Value, String> {
    let request = request(case)?;
    let script = Script::new(&case.task_script, &case.masks)?.for_one_state();
    let clock = VirtualClock::default();
    let engine = Engine::builder().clock(clock).place(place()).connector(script).build();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    Ok(match runtime.block_on(test_state(&engine, request)) {
        Ok(tested) => tested.json(),
        Err(refused) => {
            json!({ "exception": { "code": refused.code, "message": refused.message } })
        }
    })
}

fn place() -> workflow_runtime::engine::Place {
    let account = "111111111111".into();
    workflow_runtime::engine::Place { account, ..Default::default() }
}

fn request(case: &Case) -> Result<TestState, String> {
    let more = &case.more;
    let text = |key: &str| more.get(key).and_then(Value::as_str).map(str::to_owned);
    let inspection = match text("inspectionLevel").as_deref() {
        None | Some("INFO") => Inspection::Info,
        Some("DEBUG") => Inspection::Debug,
        Some("TRACE") => Inspection::Trace,
        Some(other) => return Err(format!("inspectionLevel {other}")),
    };
    let object = |key: &str| more.get(key).and_then(Value::as_object).cloned();
    Ok(TestState {
        definition: case.definition.clone(),
        state: text("stateName"),
        input: if case.input.is_null() { json!({}) } else { case.input.clone() },
        role: text("roleArn"),
        inspection,
        variables: object("variables").unwrap_or_default(),
        mock: object("mock").map(|mock| self::mock(&mock)).transpose()?,
        context: case.given.clone().filter(|it| !it.is_null()),
        configuration: configuration(&object("stateConfiguration").unwrap_or_default())?,
        reveal_secrets: more.get("revealSecrets") == Some(&json!(true)),
    })
}

/// JSON, or its text.
fn decoded(value: &Value) -> Result<Value, String> {
    match value {
        Value::String(text) => {
            serde_json::from_str(text).map_err(|error| format!("not JSON: {text}: {error}"))
        }
        other => Ok(other.clone()),
    }
}

fn mock(mock: &Map<String, Value>) -> Result<Mock, String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let outcome = match mock.get("errorOutput") {
        Some(error) => Err((text(&error["error"]), text(&error["cause"]))),
        None => Ok(mock.get("result").map_or(Ok(Value::Null), decoded)?),
    };
    let validation = match mock.get("fieldValidationMode").and_then(Value::as_str) {
        Some("PRESENT") => FieldValidation::Present,
        Some("NONE") => FieldValidation::None,
        _ => FieldValidation::Strict,
    };
    Ok(Mock { outcome, validation })
}

fn configuration(fields: &Map<String, Value>) -> Result<Configuration, String> {
    let number = |key: &str| fields.get(key).and_then(Value::as_u64);
    Ok(Configuration {
        retries: number("retrierRetryCount").and_then(|it| u32::try_from(it).ok()).unwrap_or(0),
        caused_by: fields.get("errorCausedByState").and_then(Value::as_str).map(str::to_owned),
        failed_iterations: number("mapIterationFailureCount"),
        reader_data: fields.get("mapItemReaderData").map(decoded).transpose()?,
    })
}

/// Every difference between what was recorded of a test and what came of it.
#[must_use]
pub fn compare_tested(case: &Case, actual: &Value) -> Vec<Difference> {
    let mut expected = case.recorded.clone();
    // The status of the answer is that of HTTP.
    if let Some(exception) = expected.get_mut("exception").and_then(Value::as_object_mut) {
        exception.remove("httpStatus");
    }
    compare_value(&expected, actual, &case.masks)
}
