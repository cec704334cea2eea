//! Cases of `TestState`: one state tested by itself, by the server's own [`Service`] without a socket.

use crate::case::Case;
use crate::compare::compare_value;
use serde_json::{Map, Value, json};
use workflow_replay::{HistoryDifference, Noise, Script, decode};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::Place;
use workflow_server::{Call, Service};

/// The members of a request that are texts of JSON, and decoded in a case.
const TEXTS: [&str; 4] = ["definition", "input", "variables", "context"];
/// The other members of a request.
const PLAIN: [&str; 6] =
    ["stateName", "roleArn", "inspectionLevel", "revealSecrets", "mock", "stateConfiguration"];

/// Tests the state of a case: the answer in the shape of a case's own; `{"exception": {code, message}}` where it is
/// refused.
///
/// # Errors
/// What the case lacks.
pub fn tested(case: &Case) -> Result<Value, String> {
    let script = Script::read(&case.task_script, Noise::erased(&case.masks))?.for_one_state();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    runtime.block_on(async {
        let place = Place { account: "111111111111".into(), ..Place::default() };
        let builder = Service::builder().clock(VirtualClock::default()).place(place);
        let service = builder.connector(script).open().await.map_err(|error| error.to_string())?;
        let body = request(case).to_string();
        let call = Call { target: Some("AWSStepFunctions.TestState"), body: body.as_bytes() };
        let reply = service.answer(call).await;
        let mut answer: Value = serde_json::from_str(&reply.body).unwrap_or_default();
        if reply.status != 200 {
            let refused = json!({ "code": answer["__type"], "message": answer["message"] });
            return Ok(json!({ "exception": refused }));
        }
        // Decoded, as all payloads of a case.
        answer.get_mut("output").into_iter().for_each(decode);
        let inspected = answer.get_mut("inspectionData").and_then(Value::as_object_mut);
        inspected.into_iter().flat_map(Map::values_mut).for_each(decode);
        Ok(answer)
    })
}

/// The request of a case, as a client sends it.
fn request(case: &Case) -> Value {
    let mut request = Map::new();
    let given = |name: &str| match name {
        "definition" => Some(&case.definition),
        "input" => Some(&case.input),
        "context" => case.given.as_ref(),
        name => case.more.get(name),
    };
    for name in TEXTS {
        let value = given(name).filter(|it| !it.is_null());
        request.extend(value.map(|it| (name.to_owned(), text(it))));
    }
    for name in PLAIN {
        request.extend(given(name).map(|it| (name.to_owned(), it.clone())));
    }
    for (inside, name) in [("mock", "result"), ("stateConfiguration", "mapItemReaderData")] {
        if let Some(value) = request.get_mut(inside).and_then(|it| it.get_mut(name)) {
            *value = text(value);
        }
    }
    Value::Object(request)
}

/// The text of a value; a string is one already.
fn text(value: &Value) -> Value {
    match value {
        Value::String(_) => value.clone(),
        value => json!(value.to_string()),
    }
}

/// Every difference between what was recorded of a test and what came of it.
#[must_use]
pub fn compare_tested(case: &Case, actual: &Value) -> Vec<HistoryDifference> {
    let mut expected = case.recorded.clone();
    // The status of the answer is that of HTTP.
    if let Some(exception) = expected.get_mut("exception").and_then(Value::as_object_mut) {
        exception.remove("httpStatus");
    }
    compare_value(&expected, actual, &case.masks)
}
