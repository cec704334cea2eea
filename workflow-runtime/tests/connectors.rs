//! What documents call besides the tasks they are compiled with: functions, activities, callbacks, nested
//! executions; and distributed Maps.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use workflow_asl::Definition;
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::connector::{
    Activities, Executions, Functions, MemoryObjects, Reply, Request, StartRequest, Target,
    connector,
};
use workflow_runtime::engine::{EngineBuilder, Identity, Start};
use workflow_runtime::history::EventType;
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_runtime::store::MemoryStore;
use workflow_runtime::task::{BoxFuture, TaskContext, TaskDefinition};
use workflow_runtime::{Engine, Execution, Failure, Payload};

fn builder() -> EngineBuilder {
    Engine::builder().clock(VirtualClock::default()).seed(1)
}

fn compiled(definition: Value) -> Arc<Compiled> {
    Arc::new(Compiled::connected(Definition::from_value(definition).unwrap()).unwrap())
}

/// A machine of one Task that calls this, and ends.
fn task(resource: &str, more: Value) -> Value {
    let mut state = json!({ "Type": "Task", "Resource": resource, "End": true });
    state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "StartAt": "A", "States": { "A": state } })
}

fn start(engine: &Engine, definition: Value, input: Value) -> Execution {
    let program = compiled(definition);
    let (timeout, shown) = (program.definition().timeout(), input.to_string().into());
    let open = |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, Arc::new(input), Context::from(identity)))
    };
    let input = Some(shown);
    engine.start_with(open, Start { machine: "m", input, timeout, ..Start::default() })
}

async fn run(
    engine: &Engine,
    definition: Value,
    input: Value,
) -> (Result<Value, Failure>, Vec<String>) {
    let mut execution = start(engine, definition, input);
    let result = (&mut execution).await.and_then(|output| output.json()).map(|it| (*it).clone());
    let events = execution.history().iter().map(|event| event.kind.name().into_owned()).collect();
    (result, events)
}

fn double() -> TaskDefinition {
    fn body(_: &TaskContext, input: Payload) -> BoxFuture<Result<Payload, Failure>> {
        Box::pin(async move {
            let number = input.json()?["n"].as_i64();
            let number = number.ok_or_else(|| Failure::new("NoNumber", "there is no `n`"))?;
            Ok(Payload::live(number * 2))
        })
    }
    TaskDefinition {
        way: workflow_runtime::way::Way::Function,
        context: false,
        name: "double",
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs: Vec::new,
        run: body,
    }
}

#[tokio::test]
async fn functions_are_found_by_name_and_arn_when_they_are_called() {
    let engine = builder().connector(Functions::new(&[double()])).build();
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:double:$LATEST";
    let (output, events) = run(&engine, task(arn, json!({})), json!({ "n": 2 })).await;
    assert_eq!(output, Ok(json!(4)));
    let lambda: Vec<_> = events.iter().filter(|name| name.starts_with("Lambda")).collect();
    assert_eq!(
        lambda,
        ["LambdaFunctionScheduled", "LambdaFunctionStarted", "LambdaFunctionSucceeded"]
    );
    let dynamic = json!({ "Parameters": { "FunctionName.$": "$.f", "Payload.$": "$" }, "OutputPath": "$.Payload" });
    let invoke = "arn:aws:states:::lambda:invoke";
    let call =
        |f: &str, n: Value| run(&engine, task(invoke, dynamic.clone()), json!({ "f": f, "n": n }));
    assert_eq!(call("double", json!(3)).await.0, Ok(json!(6)));
    assert_eq!(call(arn, json!(3)).await.0, Ok(json!(6)));
    assert_eq!(call("double", json!("x")).await.0.unwrap_err().error(), "NoNumber");
    let gone = call("gone", json!(1)).await.0.unwrap_err();
    assert_eq!(gone.error(), "Lambda.ResourceNotFoundException");
}

#[tokio::test]
async fn what_nobody_answers_says_what_to_do() {
    let engine = builder().build();
    let sqs = "arn:aws:states:::sqs:sendMessage";
    let failure = run(&engine, task(sqs, json!({})), json!({})).await.0.unwrap_err();
    assert!(failure.cause().contains("Engine::builder().connector"), "{failure}");
    let activity = "arn:aws:states:us-east-1:1:activity:a";
    let (failure, events) = run(&engine, task(activity, json!({})), json!({})).await;
    assert!(
        failure.unwrap_err().cause().ends_with(&format!("The activity {activity} does not exist."))
    );
    // Recorded: it is not even scheduled.
    assert_eq!(events, ["ExecutionStarted", "TaskStateEntered", "ExecutionFailed"]);
}

/// Answers `sqs:sendMessage`, and hands the token on.
fn queue(tokens: tokio::sync::mpsc::UnboundedSender<String>) -> EngineBuilder {
    let takes = |target: &Target| target.action() == Some(("sqs", "sendMessage"));
    let call = move |request: Request| -> BoxFuture<Result<Reply, Failure>> {
        let token = request.arguments["MessageBody"].as_str().unwrap_or_default().to_owned();
        assert_eq!(request.token.as_deref(), Some(&*token));
        tokens.send(token).unwrap();
        Box::pin(async { Ok(Reply::Done(Arc::new(json!({ "MessageId": "1" })))) })
    };
    builder().connector(connector(takes, call))
}

fn waiting(more: Value) -> Value {
    let mut state = json!({ "Parameters": { "QueueUrl": "q", "MessageBody.$": "$$.Task.Token" } });
    state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    task("arn:aws:states:::sqs:sendMessage.waitForTaskToken", state)
}

#[tokio::test]
async fn a_token_is_answered_from_outside() {
    let (sender, mut tokens) = tokio::sync::mpsc::unbounded_channel();
    let engine = queue(sender).build();
    for (answer, expected) in [
        (Ok(json!({ "paid": true })), Ok(json!({ "paid": true }))),
        (Err(("Declined", "no")), Err(Failure::new("Declined", "no"))),
    ] {
        let (answering, callbacks) =
            (run(&engine, waiting(json!({})), json!({})), engine.callbacks());
        let worker = async {
            let token = tokens.recv().await.unwrap();
            callbacks.beat(&token).await.unwrap();
            match answer {
                Ok(output) => callbacks.succeed(&token, output).await.unwrap(),
                Err((error, cause)) => {
                    callbacks.fail(&token, Failure::new(error, cause)).await.unwrap();
                }
            }
            // It has been answered: nobody waits any more.
            assert!(callbacks.succeed(&token, json!(1)).await.is_err());
        };
        let ((result, events), ()) = tokio::join!(answering, worker);
        assert_eq!(result, expected);
        assert_eq!(events[2..5], ["TaskScheduled", "TaskStarted", "TaskSubmitted"]);
    }
    assert!(engine.callbacks().beat("no such token").await.is_err());
}

#[tokio::test]
async fn a_token_that_nobody_answers_times_out() {
    for limits in [
        json!({ "TimeoutSeconds": 600 }),
        json!({ "TimeoutSeconds": 600, "HeartbeatSeconds": 10 }),
        json!({ "TimeoutSecondsPath": "$.seconds" }),
    ] {
        let (sender, _tokens) = tokio::sync::mpsc::unbounded_channel();
        let engine = queue(sender).build();
        let (result, events) = run(&engine, waiting(limits), json!({ "seconds": 5 })).await;
        assert_eq!(result.unwrap_err().error(), "States.Timeout");
        assert_eq!(events[4..6], ["TaskSubmitted", "TaskTimedOut"]);
    }
}

#[tokio::test]
async fn what_cannot_be_submitted_says_so() {
    let takes = |target: &Target| target.action() == Some(("glue", "startJobRun"));
    let call = |_: Request| -> BoxFuture<Result<Reply, Failure>> {
        Box::pin(async { Err(Failure::new("Glue.ConcurrentRunsExceededException", "too many")) })
    };
    let engine = builder().connector(connector(takes, call)).build();
    for (pattern, event) in [("", "TaskFailed"), (".sync", "TaskSubmitFailed")] {
        let resource = format!("arn:aws:states:::glue:startJobRun{pattern}");
        let (result, events) = run(&engine, task(&resource, json!({})), json!({})).await;
        assert_eq!(result.unwrap_err().error(), "Glue.ConcurrentRunsExceededException");
        assert_eq!(events[4], event);
    }
}

#[tokio::test]
async fn workers_poll_for_activities() {
    let arn = "arn:aws:states:us-east-1:123456789012:activity:approve";
    let activities = Activities::default().with(arn);
    let engine = builder().connector(activities.clone()).build();
    let running = run(&engine, task(arn, json!({})), json!({ "order": 7 }));
    let worker = async {
        let task = activities.task(arn, Some("me")).await.unwrap();
        assert_eq!(*task.input, json!({ "order": 7 }));
        engine.callbacks().succeed(&task.token, json!("approved")).await.unwrap();
    };
    let ((result, events), ()) = tokio::join!(running, worker);
    assert_eq!(result, Ok(json!("approved")));
    assert_eq!(events[2..5], ["ActivityScheduled", "ActivityStarted", "ActivitySucceeded"]);
    assert!(activities.task("gone", None).await.is_err());
}

#[tokio::test]
async fn a_worker_that_gives_signs_of_life_has_its_time() {
    let arn = "arn:aws:states:us-east-1:123456789012:activity:approve";
    let activities = Activities::default().with(arn);
    let engine = Engine::builder().connector(activities.clone()).build();
    let running = run(&engine, task(arn, json!({ "HeartbeatSeconds": 3 })), json!({}));
    let worker = async {
        let task = activities.task(arn, None).await.unwrap();
        for _ in 0..8 {
            tokio::time::sleep(Duration::from_millis(500)).await;
            engine.heartbeat(&task.token).await.unwrap();
        }
        engine.complete(&task.token, 1).await.unwrap();
    };
    let ((result, _), ()) = tokio::join!(running, worker);
    assert_eq!(result, Ok(json!(1)));
    let late = run(&engine, task(arn, json!({ "HeartbeatSeconds": 3 })), json!({}));
    let (late, _) = tokio::join!(late, activities.task(arn, None));
    assert_eq!(late.0.unwrap_err().error(), "States.Timeout");
}

#[tokio::test]
async fn an_activity_is_removed_with_its_tasks_and_workers() {
    let arn = "arn:aws:states:us-east-1:123456789012:activity:approve";
    let activities = Activities::default();
    activities.add(arn);
    let engine = builder().connector(activities.clone()).build();
    let waiting = activities.task(arn, None);
    let removed = async {
        tokio::task::yield_now().await;
        activities.remove(arn);
    };
    let (waiting, ()) = tokio::join!(waiting, removed);
    assert!(waiting.unwrap_err().cause().contains("does not exist"));
    activities.add(arn);
    let running = run(&engine, task(arn, json!({})), json!({}));
    let ((result, _), ()) = tokio::join!(running, async {
        tokio::task::yield_now().await;
        activities.remove(arn);
    });
    assert!(result.unwrap_err().cause().contains("the activity is gone"));
}

/// Starts an execution of the only machine that there is, with a role of its own.
async fn start_inner(called: StartRequest) -> Result<Execution, Failure> {
    if !called.machine.ends_with(":inner:1") {
        return Err(Failure::new("StateMachineDoesNotExist", "State Machine Does Not Exist"));
    }
    let inner = compiled(json!({ "StartAt": "R", "States": { "R": { "Type": "Pass",
        "Parameters": { "role.$": "$$.Execution.RoleArn" }, "End": true } } }));
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(inner, called.input, Context::from(identity)))
    };
    let start = Start { machine: "inner", role: Some("arn:role"), ..Start::default() };
    Ok(called.engine.start_with(open, start))
}

#[tokio::test]
async fn executions_of_other_machines_are_started_as_it_is_told() {
    let started = Executions::default().starting(|called| Box::pin(start_inner(called)));
    let engine = builder().connector(started).build();
    let call = |arn: &str, resource: &str| {
        let more = json!({ "Parameters": { "StateMachineArn": arn }, "OutputPath": "$.Output" });
        task(resource, more)
    };
    let (own, sdk) =
        ("arn:aws:states:::states:startExecution", "arn:aws:states:::aws-sdk:sfn:startExecution");
    let arn = "arn:aws:states:us-east-1:123456789012:stateMachine:inner:1";
    let (result, _) = run(&engine, call(arn, &format!("{own}.sync:2")), json!({})).await;
    assert_eq!(result, Ok(json!({ "role": "arn:role" })));
    for (resource, error, cause) in [
        (
            own,
            "StepFunctions.StateMachineDoesNotExistException",
            "State Machine Does Not Exist (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist)",
        ),
        (
            sdk,
            "Sfn.StateMachineDoesNotExistException",
            "State Machine Does Not Exist (Service: Sfn, Status Code: 400)",
        ),
    ] {
        let failure = run(&engine, call("arn:none", resource), json!({})).await.0.unwrap_err();
        assert_eq!((failure.error(), &*failure.cause()), (error, cause));
    }
}

#[tokio::test]
async fn a_nested_start_that_is_refused_fails_its_caller() {
    let slow = json!({ "StartAt": "A", "States": { "A": { "Type": "Wait", "Seconds": 60, "End": true } } });
    let machines = Executions::default().with("slow", compiled(slow));
    let engine = builder().connector(machines).store(MemoryStore::default()).build();
    let machine = "arn:aws:states:us-east-1:123456789012:stateMachine:slow";
    let call = |name: Value, input: Value| {
        let parameters = json!({ "StateMachineArn": machine, "Name": name, "Input": input });
        let resource = "arn:aws:states:::states:startExecution";
        run(&engine, task(resource, json!({ "Parameters": parameters })), json!({}))
    };
    call(json!("a"), json!(1)).await.0.unwrap();
    // Once it is written, the same start is the same execution.
    call(json!("a"), json!(1)).await.0.unwrap();
    for (name, input, error, part) in [
        (json!("a"), json!(2), "ExecutionAlreadyExists", "Execution Already Exists: '"),
        (json!("a b"), json!(1), "InvalidName", "Invalid Name: 'a b'"),
        (json!(""), json!(1), "InvalidName", "Invalid Name: ''"),
        (json!("x".repeat(81)), json!(1), "Validation", "less than or equal to 80"),
    ] {
        let failure = call(name.clone(), input).await.0.unwrap_err();
        assert_eq!(failure.error(), format!("StepFunctions.{error}Exception"), "{name}");
        assert!(failure.cause().contains(part), "{}", failure.cause());
    }
    let failure = call(json!(7), json!(1)).await.0.unwrap_err();
    assert!(failure.cause().contains("The value of the field 'Name'"), "{}", failure.cause());
}

#[tokio::test]
async fn executions_are_nested() {
    let inner = json!({ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "got.$": "$" }, "End": true } } });
    let broken = json!({ "StartAt": "A", "States": { "A": { "Type": "Fail", "Error": "E", "Cause": "C" } } });
    let machines =
        Executions::default().with("inner", compiled(inner)).with("broken", compiled(broken));
    let engine = builder().connector(machines).build();
    let call = |pattern: &str, machine: &str| {
        let arn = format!("arn:aws:states:us-east-1:123456789012:stateMachine:{machine}");
        let parameters =
            json!({ "Parameters": { "StateMachineArn": arn, "Name": "n", "Input.$": "$" } });
        let resource = format!("arn:aws:states:::states:startExecution{pattern}");
        run(&engine, task(&resource, parameters), json!({ "x": 1 }))
    };
    let started = call("", "inner").await.0.unwrap();
    assert_eq!(started["ExecutionArn"], "arn:aws:states:us-east-1:123456789012:execution:inner:n");
    let text = call(".sync", "inner").await.0.unwrap();
    assert_eq!(
        (&text["Output"], &text["Status"]),
        (&json!("{\"got\":{\"x\":1}}"), &json!("SUCCEEDED"))
    );
    let (result, events) = call(".sync:2", "inner").await;
    assert_eq!(result.unwrap()["Output"], json!({ "got": { "x": 1 } }));
    assert!(events.contains(&"TaskSubmitted".to_owned()));
    let failed = call(".sync:2", "broken").await.0.unwrap_err();
    let cause: Value = serde_json::from_str(&failed.cause()).unwrap();
    assert_eq!(failed.error(), "States.TaskFailed");
    assert_eq!(
        (&cause["Error"], &cause["Cause"], &cause["Status"]),
        (&json!("E"), &json!("C"), &json!("FAILED"))
    );
    let missing = call("", "gone").await.0.unwrap_err();
    assert_eq!(missing.error(), "StepFunctions.StateMachineDoesNotExistException");
}

/// A distributed Map whose items fail where they are `"bad"`.
fn distributed(more: Value) -> Value {
    let processor = json!({
        "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
        "StartAt": "Good?",
        "States": {
            "Good?": {
                "Type": "Choice",
                "Choices": [{ "Variable": "$", "StringEquals": "bad", "Next": "Bad" }],
                "Default": "Pause",
            },
            "Pause": { "Type": "Wait", "Seconds": 30, "End": true },
            "Bad": { "Type": "Fail", "Error": "Bad", "Cause": "it is bad" },
        },
    });
    let mut map = json!({ "Type": "Map", "ItemProcessor": processor, "Label": "L", "End": true });
    map.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "StartAt": "M", "States": { "M": map } })
}

#[tokio::test]
async fn items_of_a_distributed_map_are_executions_of_their_own() {
    let engine = builder().build();
    let (output, events) = run(&engine, distributed(json!({})), json!(["a", "b"])).await;
    assert_eq!(output, Ok(json!(["a", "b"])));
    let map = [
        "MapStateStarted",
        "MapRunStarted",
        "MapRunSucceeded",
        "MapStateSucceeded",
        "MapStateExited",
    ];
    assert_eq!(events[2..7], map);
    let selector = json!({ "ItemSelector": { "n.$": "$$.Map.Item.Index" }, "MaxConcurrency": 1 });
    let (output, _) = run(&engine, distributed(selector), json!(["a", "b"])).await;
    assert_eq!(output, Ok(json!([{ "n": 0 }, { "n": 1 }])));
}

#[tokio::test]
async fn failures_of_items_are_tolerated_or_not() {
    let engine = builder().build();
    let input = || json!(["a", "bad", "b", "bad"]);
    for (limits, output) in [
        (json!({}), None),
        (json!({ "ToleratedFailureCount": 1 }), None),
        (json!({ "ToleratedFailureCount": 2 }), Some(json!(["a", "b"]))),
        (json!({ "ToleratedFailurePercentage": 49 }), None),
        (json!({ "ToleratedFailurePercentage": 50 }), Some(json!(["a", "b"]))),
    ] {
        let (result, events) = run(&engine, distributed(limits.clone()), input()).await;
        match output {
            Some(output) => assert_eq!(result, Ok(output), "{limits}"),
            None => {
                let error = "States.ExceedToleratedFailureThreshold";
                assert_eq!(result.unwrap_err().error(), error, "{limits}");
                assert_eq!(events[4..6], ["MapRunFailed", "MapStateFailed"], "{limits}");
            }
        }
    }
    let caught = json!({ "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": "Caught" }] });
    let mut machine = distributed(caught);
    machine["States"]["Caught"] = json!({ "Type": "Pass", "OutputPath": "$.Error", "End": true });
    let (result, _) = run(&engine, machine, input()).await;
    assert_eq!(result, Ok(json!("States.ExceedToleratedFailureThreshold")));
}

/// AWS names it in the file of a `ResultWriter` alone: `failedItem` is ours, and the cause is AWS's.
#[tokio::test]
async fn the_history_names_the_item_that_made_a_map_fail() {
    let engine = builder().build();
    for (limits, index) in [
        (json!({ "MaxConcurrency": 1 }), 1),
        (json!({ "MaxConcurrency": 1, "ToleratedFailureCount": 1 }), 3),
    ] {
        let input = json!(["a", "bad", "b", "bad", "bad"]);
        let mut execution = start(&engine, distributed(limits.clone()), input);
        assert!((&mut execution).await.is_err());
        let history = execution.history();
        let event = history.iter().find(|it| it.kind == EventType::MapRunFailed);
        let mut details = event.unwrap().json()["mapRunFailedEventDetails"].take();
        let name = details["failedItem"]["name"].take();
        assert_eq!(name.as_str().map(str::len), Some(36), "{name}");
        let item = json!({
            "index": index, "name": null, "state": "Bad", "error": "Bad", "cause": "it is bad",
        });
        let expected = json!({
            "error": "States.ExceedToleratedFailureThreshold",
            "cause": "The specified tolerated failure threshold was exceeded",
            "failedItem": item,
        });
        assert_eq!(details, expected, "{limits}");
    }
}

#[tokio::test]
async fn items_are_read_put_together_and_written() {
    let objects = MemoryObjects::default();
    objects.insert("in", "a.csv", "x,y\n1,2\n3,4\n5,6\n");
    objects.insert("in", "a.jsonl", "{\"x\":1}\n\n{\"x\":2}\n");
    objects.insert("in", "a.json", "{\"rows\":[1,2]}");
    let engine = builder().objects(objects.clone()).build();
    let reader = |key: &str, config: Value| {
        json!({
            "ItemReader": {
                "Resource": "arn:aws:states:::s3:getObject",
                "Parameters": { "Bucket": "in", "Key": key },
                "ReaderConfig": config,
            },
            "ItemProcessor": {
                "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
                "StartAt": "P",
                "States": { "P": { "Type": "Pass", "End": true } },
            },
        })
    };
    let csv = json!({ "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "b"], "MaxItems": 2 });
    for (key, config, expected) in [
        ("a.csv", csv, json!([{ "a": "x", "b": "y" }, { "a": "1", "b": "2" }])),
        ("a.jsonl", json!({ "InputType": "JSONL" }), json!([{ "x": 1 }, { "x": 2 }])),
        ("a.json", json!({ "InputType": "JSON", "ItemsPointer": "/rows" }), json!([1, 2])),
        ("a.json", json!({ "InputType": "JSON" }), json!([{ "Key": "rows", "Value": [1, 2] }])),
    ] {
        let (result, _) = run(&engine, distributed(reader(key, config)), json!({})).await;
        assert_eq!(result, Ok(expected), "{key}");
    }
    for (key, config, cause) in [
        ("gone", json!({ "InputType": "JSON" }), "The specified key does not exist."),
        (
            "a.json",
            json!({ "InputType": "JSON", "ItemsPointer": "/rows/0" }),
            "Attempting to map over non-iterable node.",
        ),
    ] {
        let failure =
            run(&engine, distributed(reader(key, config)), json!({})).await.0.unwrap_err();
        assert_eq!((failure.error(), &*failure.cause()), ("States.ItemReaderFailed", cause));
    }
    let mut more = reader("a.csv", json!({ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" }));
    more["ItemBatcher"] = json!({ "MaxItemsPerBatch": 2, "BatchInput": { "k": 1 } });
    more["ResultWriter"] = json!({
        "Resource": "arn:aws:states:::s3:putObject",
        "Parameters": { "Bucket": "out", "Prefix": "jobs" },
    });
    let result = run(&engine, distributed(more), json!({})).await.0.unwrap();
    let key = result["ResultWriterDetails"]["Key"].as_str().unwrap();
    let read = |key: &str| -> Value {
        serde_json::from_slice(&objects.object("out", key).unwrap()).unwrap()
    };
    let files = &read(key)["ResultFiles"];
    let ends = read(files["SUCCEEDED"][0]["Key"].as_str().unwrap());
    let inputs: Vec<Value> = ends
        .as_array()
        .unwrap()
        .iter()
        .map(|end| serde_json::from_str(end["Input"].as_str().unwrap()).unwrap())
        .collect();
    assert_eq!(
        inputs,
        [
            json!({ "BatchInput": { "k": 1 }, "Items": [{ "x": "1", "y": "2" }, { "x": "3", "y": "4" }] }),
            json!({ "BatchInput": { "k": 1 }, "Items": [{ "x": "5", "y": "6" }] }),
        ]
    );
    assert_eq!(files["FAILED"], json!([]));
}

#[tokio::test]
async fn an_execution_times_out_while_its_items_run() {
    let engine = Engine::builder().seed(1).build();
    let mut machine = distributed(json!({}));
    machine["TimeoutSeconds"] = json!(1);
    let ended =
        tokio::time::timeout(Duration::from_secs(10), run(&engine, machine, json!(["a"]))).await;
    assert_eq!(ended.unwrap().0.unwrap_err().error(), "States.Timeout");
}
