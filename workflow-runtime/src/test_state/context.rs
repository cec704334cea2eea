//! The context object of a test.

use super::definition::{self, NAME};
use super::request::{Rejected, TestState};
use crate::engine::Engine;
use crate::task::IdempotencyKey;
use serde_json::{Value, json};

/// The fields that may be given.
const FIELDS: [&str; 5] = ["Execution", "Map", "State", "StateMachine", "Task"];

/// The context object: what is given, and else what AWS makes up (recorded): an EXPRESS execution.
pub(super) fn context(
    engine: &Engine,
    request: &TestState,
    tries: bool,
) -> Result<Value, Rejected> {
    let key = IdempotencyKey::from(format!("{}", engine.now()).as_str()).to_string();
    let (machine, name) = (uuid(&key), uuid(&key[16..].repeat(2)));
    let time = format!("{:.3}", engine.now());
    let place = engine.place();
    let prefix = format!("arn:aws:states:{}:{}", place.region, place.account);
    let mut context = json!({
        "Execution": {
            "Id": format!("{prefix}:express:{machine}:{name}"),
            "Input": request.input,
            "Name": name,
            "RoleArn": request.role,
            "StartTime": time,
        },
        "StateMachine": { "Id": format!("{prefix}:stateMachine:{machine}"), "Name": machine },
        "State": { "Name": NAME, "EnteredTime": time },
    });
    if tries {
        context["State"]["RetryCount"] = json!(request.configuration.retries);
    }
    // As if its items were one (judgement): AWS wants a context with `Map` there.
    if definition::is_in_map(&request.definition, request.state.as_deref().unwrap_or_default()) {
        context["Map"] = json!({ "Item": { "Index": 0, "Value": request.input } });
    }
    let given = request.context.as_ref().and_then(Value::as_object);
    for (field, value) in given.into_iter().flatten() {
        if !FIELDS.contains(&field.as_str()) {
            let message =
                format!("Invalid Context object provided: Field '{field}' is not allowed");
            return Err(Rejected::request(message));
        }
        context[field] = value.clone();
    }
    Ok(context)
}

fn uuid(key: &str) -> String {
    [&key[..8], &key[8..12], &key[12..16], &key[16..20], &key[20..32]].join("-")
}
