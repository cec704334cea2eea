//! The payload of an invocation, taken apart: the task's input, and what the state says of its execution.

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_task::task::{Heartbeat, IdempotencyKey, TaskContext, TaskDefinition};
use workflow_task::way::Way;
use workflow_task::{Failure, Payload, Resources};

/// The input of a task, and the context of its call.
pub(crate) struct Event {
    pub(crate) input: Payload,
    pub(crate) context: TaskContext,
}

/// The payload of a task that needs more than its input, as the exported state writes it.
#[derive(Deserialize)]
struct Envelope {
    input: Value,
    #[serde(rename = "taskToken")]
    token: Option<Arc<str>>,
    context: Option<Place>,
}

/// The place of a call in its execution, as the exported state writes it.
#[derive(Deserialize)]
struct Place {
    /// `Execution.Id`.
    execution: Arc<str>,
    /// `Execution.StartTime`: names of executions may be used again.
    started: String,
    /// `State.Name`: all states of a document have different ones.
    state: Arc<str>,
    /// `State.RetryCount`.
    retries: u32,
    /// The indices of the items of the Maps around.
    #[serde(default)]
    item: Value,
    /// The turns of the loops around.
    #[serde(default)]
    turn: Value,
}

impl Event {
    /// Reads the payload of a call.
    ///
    /// # Errors
    /// `States.Runtime` if it is not of the form that the exported state gives it.
    pub(crate) fn read(
        task: &TaskDefinition,
        payload: &RawValue,
        resources: Resources,
    ) -> Result<Self, Failure> {
        let mut context = unknown(resources);
        if !task.context && !matches!(task.way, Way::Callback) {
            return Ok(Event { input: Payload::Text(payload.get().into()), context });
        }
        let misfit = |what: &str| {
            Failure::runtime(format!(
                "the payload of the task `{}` is not that of its exported state: {what}",
                task.name
            ))
        };
        let Envelope { input, token, context: place } =
            serde_json::from_str(payload.get()).map_err(|error| misfit(&error.to_string()))?;
        if matches!(task.way, Way::Callback) && token.is_none() {
            return Err(misfit("it has no `taskToken`"));
        }
        context.token = token;
        if let Some(place) = place {
            place.fill(&mut context);
        } else if task.context {
            return Err(misfit("it has no `context`"));
        }
        Ok(Event { input: Payload::Json(Arc::new(input)), context })
    }
}

impl Place {
    fn fill(self, context: &mut TaskContext) {
        let Place { execution, started, state, retries, item, turn } = self;
        // Neither the time nor the input: the same call is made again by a redrive, and another one may be equal.
        let place = json!([&*execution, started, &*state, item, turn]).to_string();
        context.idempotency_key = IdempotencyKey::from(&*place);
        context.attempt = retries.saturating_add(1);
        context.execution = execution;
        context.state = state;
    }
}

/// The context of a call of which the payload says nothing.
fn unknown(resources: Resources) -> TaskContext {
    TaskContext {
        execution: "".into(),
        state: "".into(),
        attempt: 1,
        idempotency_key: IdempotencyKey::from(""),
        resources,
        heartbeat: Heartbeat::default(),
        token: None,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::collections::HashSet;
    use workflow_task::body::not_a_task;

    fn read(task: TaskDefinition, payload: &Value) -> Result<Event, Failure> {
        let payload = RawValue::from_string(payload.to_string()).unwrap();
        Event::read(&task, &payload, Resources::default())
    }

    const PLAIN: TaskDefinition = not_a_task("charge");
    const CONTEXT: TaskDefinition = TaskDefinition { context: true, ..PLAIN };
    const CALLBACK: TaskDefinition = TaskDefinition { way: Way::Callback, ..PLAIN };

    fn call(retries: u32, more: &Value) -> Value {
        let mut context = json!({
            "execution": "arn:e", "started": "12:00", "state": "S", "retries": retries
        });
        for (name, value) in more.as_object().unwrap() {
            context[name] = value.clone();
        }
        json!({ "input": 7, "context": context })
    }

    #[test]
    fn a_plain_payload_is_the_input() {
        for input in [json!(1), json!({ "input": 1, "context": 2 }), json!(null)] {
            let event = read(PLAIN, &input).unwrap();
            assert_eq!(*event.input.json().unwrap(), input);
        }
    }

    #[test]
    fn a_callback_gets_its_token() {
        let event = read(CALLBACK, &json!({ "input": [1], "taskToken": "t" })).unwrap();
        assert_eq!(*event.input.json().unwrap(), json!([1]));
        assert_eq!(event.context.token.as_deref(), Some("t"));
        let failure = read(CALLBACK, &json!({ "input": [1] })).err().unwrap();
        assert_eq!(failure.error(), "States.Runtime");
        assert!(failure.cause().ends_with("it has no `taskToken`"), "{failure}");
    }

    #[test]
    fn the_context_object_makes_the_context() {
        let event = read(CONTEXT, &call(2, &json!({}))).unwrap();
        let TaskContext { execution, state, attempt, .. } = event.context;
        assert_eq!((&*execution, &*state, attempt), ("arn:e", "S", 3));
        let failure = read(CONTEXT, &json!({ "input": 7 })).err().unwrap();
        assert!(failure.cause().contains("`charge`") && failure.cause().contains("no `context`"));
        let failure = read(CONTEXT, &json!(7)).err().unwrap();
        assert!(failure.cause().contains("not that of its exported state"), "{failure}");
    }

    #[test]
    fn keys_are_equal_for_attempts_of_one_visit_alone() {
        let key = |call: Value| read(CONTEXT, &call).unwrap().context.idempotency_key.to_string();
        let places = [
            json!({}),
            json!({ "execution": "arn:f" }),
            json!({ "started": "12:01" }),
            json!({ "state": "T" }),
            json!({ "item": 3 }),
            json!({ "item": "3.1" }),
            json!({ "turn": 3 }),
            json!({ "turn": [3, 1] }),
            json!({ "item": 3, "turn": 3 }),
        ];
        let keys = places.iter().map(|place| {
            let first = key(call(0, place));
            assert_eq!((first.len(), &first), (32, &key(call(1, place))));
            first
        });
        assert_eq!(keys.collect::<HashSet<_>>().len(), places.len());
    }
}
