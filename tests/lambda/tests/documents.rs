//! Exported documents, run by the interpreter; their functions are the real process.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

use serde_json::{Value, json};
use std::sync::Arc;
use std::time::Duration;
use workflow::clock::VirtualClock;
use workflow::{Definition, Engine, Failure, Workflow};
use workflow_lambda_tests::Lambdas;
use workflow_lambda_tests::shop::{Till, asked, keys, rest, spoilt, till, tour};
use workflow_runtime::connector::Executions;
use workflow_runtime::engine::{Identity, Start};
use workflow_runtime::interpreted::{Compiled, Context, Interpreted};
use workflow_runtime::machine::Machine;
use workflow_server::{Call, Service};

const PROGRAM: &str = env!("CARGO_BIN_EXE_bootstrap");

/// A document, compiled without its tasks: all its functions are elsewhere.
fn document<W: Workflow>() -> Arc<Compiled> {
    let text = W::definition().unwrap().to_json_pretty();
    Arc::new(Compiled::connected(Definition::from_json(&text).unwrap()).unwrap())
}

/// Runs the document of a workflow; its functions are processes.
async fn deployed<W: Workflow>(lambdas: &Lambdas, input: &Value) -> Result<Value, Failure> {
    let engine = Engine::builder()
        .clock(VirtualClock::default())
        .connector(lambdas.clone())
        .connector(Executions::default().with(till::NAME, document::<till>()))
        .build();
    run::<W>(&engine, input).await
}

async fn run<W: Workflow>(engine: &Engine, input: &Value) -> Result<Value, Failure> {
    let (program, value) = (document::<W>(), Arc::new(input.clone()));
    let open = move |identity: &Identity| -> Result<Box<dyn Machine>, Failure> {
        Ok(Interpreted::start(program, value, Context::from(identity)))
    };
    let start =
        Start { machine: W::NAME, input: Some(input.to_string().into()), ..Start::default() };
    Ok(Value::clone(&*engine.start_with(open, start).await?.json()?))
}

/// Runs the workflow in the engine; its tasks are their bodies.
async fn here<W: Workflow>(input: &Value) -> Result<Value, Failure> {
    let till = Till { float: 2.5, calls: 0.into() };
    let engine = Engine::builder().clock(VirtualClock::default()).resource(till).build();
    let output = engine.run_json::<W>(&input.to_string()).await?;
    Ok(serde_json::from_str(&output).unwrap())
}

fn lambdas() -> Lambdas {
    Lambdas::of(PROGRAM, &[("FLOAT", "2.5")])
}

/// Both ends of a run; the text of a failure without Lambda's form around it.
async fn both<W: Workflow>(input: Value) -> Result<Value, (String, String)> {
    let told = |failure: Failure| (failure.error().to_owned(), failure.cause());
    let here = here::<W>(&input).await.map_err(told);
    let there = deployed::<W>(&lambdas(), &input).await.map_err(told);
    assert_eq!(there, here, "{input}");
    there
}

#[tokio::test]
async fn errors_are_caught_as_the_same_variant() {
    for (id, expected) in [
        ("7", Ok(json!("receipt of 7: 12"))),
        ("declined", Ok(json!("declined: é \"no\" \\ \n-5"))),
        ("limits", Ok(json!("limits: 7 2"))),
        ("closed", Ok(json!("closed"))),
        ("other", Err(("Odd".to_owned(), "an odd one".to_owned()))),
        (
            "panic",
            Err(("Lambda.Unknown".to_owned(), "the task panicked: the 12 till is open".to_owned())),
        ),
    ] {
        assert_eq!(both::<till>(json!({ "id": id, "cents": 12 })).await, expected);
    }
}

/// Plain causes, and what looks like JSON or like Lambda's own form.
#[tokio::test]
async fn causes_are_read_as_here() {
    let twice = r#"{"errorType":"Spoilt","errorMessage":"{\"errorType\":\"Spoilt\",\"errorMessage\":\"\"}"}"#;
    for (cause, read) in [
        ("", ""),
        ("an odd one", "an odd one"),
        ("é \"no\" \\ \n\u{1}", "é \"no\" \\ \n\u{1}"),
        ("{\"a\": [1, null]}", "{\"a\": [1, null]}"),
        ("null", "null"),
        (r#"{"errorType":"Spoilt","errorMessage":"m"}"#, "m"),
        (twice, r#"{"errorType":"Spoilt","errorMessage":""}"#),
        (r#"{"errorType":"Odd","errorMessage":"m"}"#, r#"{"errorType":"Odd","errorMessage":"m"}"#),
        (
            r#"{"errorType": "Spoilt", "errorMessage": 1}"#,
            r#"{"errorType": "Spoilt", "errorMessage": 1}"#,
        ),
        (
            r#"{"errorType":"Spoilt","errorMessage":"\q"}"#,
            r#"{"errorType":"Spoilt","errorMessage":"\q"}"#,
        ),
    ] {
        let told = both::<spoilt>(json!(cause)).await.unwrap();
        assert_eq!(told[0], read);
        assert_eq!(told[3], format!("Spoilt: {read}"));
    }
    assert_eq!(both::<spoilt>(json!("other")).await.unwrap()[2], "an odd one");
}

#[tokio::test]
async fn every_call_has_a_key_of_its_own() {
    let input = json!([[1, 1], [1, 1, 1], []]);
    for ended in [here::<keys>(&input).await, deployed::<keys>(&lambdas(), &input).await] {
        let (nested, rest): (Vec<Vec<Vec<String>>>, Vec<String>) =
            serde_json::from_value(ended.unwrap()).unwrap();
        let all: Vec<String> = nested.concat().concat().into_iter().chain(rest).collect();
        let different: std::collections::HashSet<_> = all.iter().collect();
        assert_eq!((all.len(), different.len()), (21, 21), "{all:?}");
    }
}

#[tokio::test]
async fn other_kinds_of_tasks_and_nested_workflows_end_as_here() {
    let input = |kind: &str, bytes: usize| json!({ "kind": kind, "bytes": bytes, "millis": 0 });
    assert_eq!(both::<rest>(input("", 3)).await, Ok(json!(18)));
    let failed = |end: Result<_, (String, String)>| end.unwrap_err().0;
    assert_eq!(failed(both::<rest>(input("infinite", 3)).await), "States.Runtime");
    assert_eq!(failed(both::<rest>(input("long", 3)).await), "States.Runtime");
}

/// The data of a state ends at 256 KiB, the response of a function at 6 MB.
#[tokio::test]
async fn results_that_are_too_large_are_the_same_error() {
    for bytes in [262_200, 7_000_000] {
        let input = json!({ "kind": "", "bytes": bytes, "millis": 0 });
        let here = here::<rest>(&input).await.unwrap_err();
        let there = deployed::<rest>(&lambdas(), &input).await.unwrap_err();
        assert_eq!((here.error(), there.error()), ("States.DataLimitExceeded", here.error()));
    }
}

#[tokio::test]
async fn resources_and_the_place_reach_the_task() {
    let lambdas = lambdas();
    let placed = deployed::<tour>(&lambdas, &json!(["a", "b"])).await.unwrap();
    assert_eq!(placed[0], "a: call 1, float 2.5, b: call 2, float 2.5");
    assert!(placed[1].as_str().unwrap().starts_with("arn:aws:states:"), "{placed}");
    assert_eq!((&placed[2], &placed[3]), (&json!("Placed"), &json!("2")));
    // Nothing but the input is sent to who does not ask for more.
    let sent = lambdas.sent();
    assert_eq!(sent[0], ("open".to_owned(), json!("a")));
    assert_eq!(sent[2].1["context"]["execution"], placed[1]);
    // The engine's own key is another one; all else is the same.
    let here = here::<tour>(&json!(["a", "b"])).await.unwrap();
    assert_eq!(here[0], placed[0]);
    assert_eq!((&here[2], &here[3]), (&placed[2], &placed[3]));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_callback_is_answered_with_the_token_that_the_process_got() {
    let desk = std::env::temp_dir().join(format!("workflow-desk-{}", std::process::id()));
    let engine = Engine::builder().connector(lambdas()).build();
    let (callbacks, file) = (engine.clone(), desk.clone());
    let people = tokio::spawn(async move {
        for answer in [json!(true), json!("since")] {
            let told = loop {
                match std::fs::read_to_string(&file) {
                    Ok(told) if !told.is_empty() => break told,
                    _ => tokio::time::sleep(Duration::from_millis(5)).await,
                }
            };
            std::fs::remove_file(&file).unwrap();
            let (token, state) = told.split_once('\n').unwrap_or((&told, ""));
            assert_eq!(state, if answer.is_string() { "Why" } else { "" });
            while callbacks.complete(token, &answer).await.is_err() {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        }
    });
    let ended = run::<asked>(&engine, &json!(desk.to_str().unwrap())).await;
    people.await.unwrap();
    assert_eq!(ended, Ok(json!("since")));
}

/// The server of this project calls the program as a command.
#[tokio::test]
async fn the_server_runs_a_document_with_the_program_as_a_command() {
    let file = json!({ "pay": { "command": [PROGRAM] } }).to_string();
    let functions = workflow_server::Functions::read(&file).unwrap();
    let service = Service::builder().connector(functions).open().await.unwrap();
    let call = async |operation: &str, params: Value| -> Value {
        let (target, body) = (format!("AWSStepFunctions.{operation}"), params.to_string());
        let call = Call { target: Some(&target), body: body.as_bytes() };
        serde_json::from_str(&service.answer(call).await.body).unwrap()
    };
    let definition = till::definition().unwrap().to_json_pretty();
    let machine = json!({ "name": "till", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r", "type": "EXPRESS" });
    let arn = call("CreateStateMachine", machine).await["stateMachineArn"].clone();
    for (id, field, expected) in [
        ("7", "output", "\"receipt of 7: 12\""),
        ("limits", "output", "\"limits: 7 2\""),
        ("closed", "output", "\"closed\""),
        ("other", "error", "Odd"),
        ("panic", "error", "Lambda.Unknown"),
    ] {
        let input = json!({ "id": id, "cents": 12 }).to_string();
        let told =
            call("StartSyncExecution", json!({ "stateMachineArn": arn, "input": input })).await;
        assert_eq!(told[field], expected, "{told}");
    }
}

/// The exported states: what an expert would write.
#[test]
fn only_what_is_asked_for_is_sent() {
    let payload = |document: Value, state: &str| {
        let arguments = &document["States"][state]["Arguments"];
        arguments["Payload"].clone()
    };
    let value = |definition: workflow::Definition| -> Value {
        serde_json::from_str(&definition.to_json_pretty()).unwrap()
    };
    let context = json!({
        "execution": "{% $states.context.Execution.Id %}",
        "started": "{% $states.context.Execution.StartTime %}",
        "state": "{% $states.context.State.Name %}",
        "retries": "{% $states.context.State.RetryCount %}",
    });
    let asked = value(asked::definition().unwrap());
    let (sure, why) = (payload(asked.clone(), "Sure"), payload(asked, "Why"));
    assert_eq!(sure.as_object().unwrap().keys().collect::<Vec<_>>(), ["input", "taskToken"]);
    assert_eq!((&why["context"], why["taskToken"].is_string()), (&context, true));
    let tour = value(tour::definition().unwrap());
    let placed = payload(tour, "Placed");
    assert_eq!(placed["context"], context);
    assert_eq!(placed["input"], "{% $join($opened, \", \") %}");
}
