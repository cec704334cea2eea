//! The context object of a test.

use super::definition::{self, NAME};
use super::request::{Rejected, TestState};
use crate::engine::Engine;
use crate::task::IdempotencyKey;
use Kind::{Any, Integer, Object, Text};
use serde_json::{Value, json};

/// The kind of a field of the context object.
enum Kind {
    Any,
    Text,
    Integer,
    Object(Fields),
}

type Fields = &'static [(&'static str, Kind)];

/// The context object (documented), as far as it can be given: a Map's item cannot.
const CONTEXT: Fields = &[
    (
        "Execution",
        Object(&[
            ("Id", Text),
            ("Input", Any),
            ("Name", Text),
            ("RoleArn", Text),
            ("StartTime", Text),
            ("RedriveCount", Integer),
            ("RedriveTime", Text),
        ]),
    ),
    ("State", Object(&[("EnteredTime", Text), ("Name", Text), ("RetryCount", Integer)])),
    ("StateMachine", Object(&[("Id", Text), ("Name", Text)])),
    ("Task", Object(&[("Token", Text)])),
];

/// The context object: what is given, and else what AWS makes up (recorded): an EXPRESS execution.
pub(super) fn context(engine: &Engine, request: &TestState, tries: bool) -> Value {
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
    // As if its items were one (documented; with a context, too: that cannot have `Map`).
    let name = request.state.as_deref();
    if let Some(map) = name.and_then(|name| definition::map_around(&request.definition, name)) {
        context["Map"] = json!({ "Item": item(map, &request.input) });
        if let Some(source) = source(map) {
            context["Map"]["Item"]["Source"] = json!(source);
        }
    }
    let given = request.context.as_ref().and_then(Value::as_object);
    for (field, value) in given.into_iter().flatten().filter(|it| !it.1.is_null()) {
        context[field] = value.clone();
    }
    context
}

/// The item of a Map whose states have this input. What a Map hands on of the fields of an object is known by its form
/// (judgement).
fn item(map: &Value, input: &Value) -> Value {
    let selects = ["ItemReader", "ItemSelector", "Parameters", "ItemBatcher"];
    let whole = selects.iter().all(|field| map.get(field).is_none());
    let pair = input.as_object().filter(|it| whole && it.len() == 2);
    match pair.and_then(|it| it.get("Key").filter(|it| it.is_string()).zip(it.get("Value"))) {
        Some((key, value)) => json!({ "Index": 0, "Key": key, "Value": value }),
        None => json!({ "Index": 0, "Value": input }),
    }
}

/// The source of the items of a distributed Map, as far as its definition says it; other states have none.
pub(super) fn source(map: &Value) -> Option<String> {
    if map["ItemProcessor"]["ProcessorConfig"]["Mode"] != "DISTRIBUTED" {
        return None;
    }
    let reader = &map["ItemReader"];
    let text = |name: &str| {
        ["Parameters", "Arguments"].into_iter().find_map(|field| reader[field][name].as_str())
    };
    Some(match (text("Bucket"), text("Key")) {
        (Some(bucket), Some(key)) => format!("S3://{bucket}/{key}"),
        (Some(bucket), None) => format!("S3://{bucket}"),
        (None, _) => "STATE_DATA".to_owned(),
    })
}

/// Checks the context object that is given: it goes with a mock (documented), and has the fields of one. That of an
/// unknown field is recorded; the words about `Task`, `Map` and types are those that other emulators have of AWS.
pub(super) fn check(request: &TestState, state: &Value) -> Result<(), Rejected> {
    let Some(given) = &request.context else { return Ok(()) };
    let invalid =
        |why: String| Err(Rejected::request(format!("Invalid Context object provided: {why}")));
    if !given.is_object() {
        return invalid("Context must be an object".to_owned());
    }
    if given.get("Map").is_some() {
        return invalid("'Map' field is not supported when mocking a Context object".to_owned());
    }
    if let Err(why) = closed(CONTEXT, "", given) {
        return invalid(why);
    }
    if given.get("Task").is_some_and(|it| !it.is_null()) && !waits(state) {
        return Err(Rejected::request(
            "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern",
        ));
    }
    Ok(())
}

/// Checks a value whose fields are known: others are not allowed, and none must be there. `path` leads to it.
fn closed(fields: Fields, path: &str, value: &Value) -> Result<(), String> {
    for (name, value) in value.as_object().into_iter().flatten() {
        let Some((_, kind)) = fields.iter().find(|(known, _)| known == name) else {
            return Err(format!("Field '{name}' is not allowed"));
        };
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match (kind, value) {
            // As where it may be absent.
            (Any, _) | (_, Value::Null) => {}
            (Object(fields), Value::Object(_)) => closed(fields, &path, value)?,
            (Object(_), _) => return Err(format!("{path} must be an object")),
            (Integer, value) if value.as_i64().is_none() => {
                return Err(format!("{path} must be an integer"));
            }
            (Text, value) if !value.is_string() => return Err(format!("{path} must be a string")),
            (Integer | Text, _) => {}
        }
    }
    Ok(())
}

/// True if a state has a token: it is a task that is answered later.
fn waits(state: &Value) -> bool {
    let resource = state["Resource"].as_str().unwrap_or_default();
    let patterns = [".sync", ".sync:2", ".waitForTaskToken"];
    state["Type"] == "Task" && patterns.iter().any(|pattern| resource.ends_with(pattern))
}

fn uuid(key: &str) -> String {
    [&key[..8], &key[8..12], &key[12..16], &key[16..20], &key[20..32]].join("-")
}
