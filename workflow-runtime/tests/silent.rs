//! `States.Runtime` within a Parallel or a Map ends the execution, and nothing around it is said to have failed
//! (measured).
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::Arc;
use workflow_asl::Definition;
use workflow_runtime::Engine;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::Identity;
use workflow_runtime::history::HistoryEvent;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::{History, Machine};

/// The events of an execution that fails: each with the event that it follows from.
async fn events(state: Value) -> Vec<(String, u32)> {
    let definition = json!({ "StartAt": "S", "States": { "S": state } });
    let definition = Definition::from_value(definition).unwrap();
    let compiled = Arc::new(Compiled::connected(definition).unwrap());
    let open = move |identity: &Identity| {
        let context = Context::from(identity);
        let machine = Interpreted::start(compiled, Arc::new(json!({ "list": [1] })), context);
        Ok(machine as Box<dyn Machine>)
    };
    let engine = Engine::builder().clock(VirtualClock::default()).history(History::Full).build();
    let execution = engine.start(open, "m", None, None);
    let observer = execution.observer();
    assert_eq!(execution.await.unwrap_err().error(), "States.Runtime");
    let event = |it: &HistoryEvent| {
        let name = it.json()["type"].as_str().unwrap().to_owned();
        (name, it.previous)
    };
    observer.history().iter().map(event).collect()
}

fn scope(state: Value) -> Value {
    json!({ "StartAt": "Inner", "States": { "Inner": state } })
}

#[tokio::test]
async fn nothing_around_it_is_said_to_have_failed() {
    let broken = json!({ "m.$": "$.nope" });
    let pass = json!({ "Type": "Pass", "Parameters": broken, "End": true });
    let call = "arn:aws:states:::sqs:sendMessage";
    let given = json!({ "QueueUrl.$": "$.nope", "MessageBody": "m" });
    let task = json!({ "Type": "Task", "Resource": call, "Parameters": given, "End": true });
    let parallel = |inner: &Value| json!({ "Type": "Parallel", "Branches": [scope(inner.clone())], "End": true });
    for (state, expected) in [
        (
            parallel(&pass),
            vec![
                ("ExecutionStarted", 0),
                ("ParallelStateEntered", 0),
                ("ParallelStateStarted", 2),
                ("PassStateEntered", 3),
                ("ExecutionFailed", 4),
            ],
        ),
        (
            parallel(&task),
            vec![
                ("ExecutionStarted", 0),
                ("ParallelStateEntered", 0),
                ("ParallelStateStarted", 2),
                ("TaskStateEntered", 3),
                ("ExecutionFailed", 4),
            ],
        ),
        (
            json!({ "Type": "Parallel", "Branches": [scope(json!({ "Type": "Succeed" }))],
                "ResultSelector": broken, "End": true }),
            vec![
                ("ExecutionStarted", 0),
                ("ParallelStateEntered", 0),
                ("ParallelStateStarted", 2),
                ("SucceedStateEntered", 3),
                ("SucceedStateExited", 4),
                ("ParallelStateSucceeded", 5),
                ("ExecutionFailed", 6),
            ],
        ),
        (
            json!({ "Type": "Map", "MaxConcurrency": 1, "Parameters": { "x": 1 },
                "ItemsPath": "$.list", "ItemProcessor": scope(pass.clone()), "End": true }),
            vec![
                ("ExecutionStarted", 0),
                ("MapStateEntered", 0),
                ("MapStateStarted", 2),
                ("MapIterationStarted", 3),
                ("PassStateEntered", 4),
                ("ExecutionFailed", 5),
            ],
        ),
    ] {
        let expected: Vec<_> = expected.into_iter().map(|(it, n)| (it.to_owned(), n)).collect();
        assert_eq!(events(state.clone()).await, expected, "{state}");
    }
}
