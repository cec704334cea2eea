//! Requests that nobody means: each is answered, and afterwards the service is as it was.

use super::client::{Client, OPERATIONS};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use workflow_server::Call;

/// Members of requests, and others.
const NAMES: [&str; 33] = [
    "name",
    "definition",
    "roleArn",
    "type",
    "loggingConfiguration",
    "tags",
    "publish",
    "versionDescription",
    "encryptionConfiguration",
    "description",
    "routingConfiguration",
    "stateMachineArn",
    "activityArn",
    "executionArn",
    "includedData",
    "mapRunArn",
    "workerName",
    "maxResults",
    "reverseOrder",
    "nextToken",
    "statusFilter",
    "resourceArn",
    "revisionId",
    "clientToken",
    "taskToken",
    "error",
    "cause",
    "output",
    "input",
    "mock",
    "tagKeys",
    "stateMachineAliasArn",
    "stateMachineVersionArn",
];

fn words() -> impl Strategy<Value = Value> {
    let own = "arn:aws:states:us-east-1:123456789012";
    let pass = "{\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Pass\",\"End\":true}}}";
    let known = [
        format!("{own}:stateMachine:m"),
        format!("{own}:stateMachine:m:1"),
        format!("{own}:stateMachine:m:live"),
        format!("{own}:stateMachine:m#c"),
        format!("{own}:execution:m:e"),
        format!("{own}:execution:m/l:e"),
        format!("{own}:express:m:e:f"),
        format!("{own}:activity:a"),
        format!("{own}:mapRun:m/l:u"),
        format!("{own}:mapRun::"),
        "arn:".to_owned(),
        "arn:::::".to_owned(),
        "m".to_owned(),
        "e".to_owned(),
        pass.to_owned(),
        pass.replace("Pass", "Wait"),
        "EXPRESS".to_owned(),
        "FAILED".to_owned(),
        "{}".to_owned(),
        "[[1]]".to_owned(),
        "\u{0}".to_owned(),
        "\u{fffd}é😀".to_owned(),
        "0".repeat(48),
        "1e400".to_owned(),
        "[".repeat(5_000),
        "x".repeat(3_000),
    ];
    proptest::sample::select(known.to_vec()).prop_map(Value::from)
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        6 => words(),
        1 => ".{0,20}".prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(|it| json!(it)),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        const FIELDS: [&str; 7] =
            ["key", "value", "weight", "stateMachineVersionArn", "level", "result", "error"];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::vec((proptest::sample::select(&FIELDS[..]), inner), 0..4)
                .prop_map(|fields| fields
                    .into_iter()
                    .map(|(name, it)| (name.to_owned(), it))
                    .collect::<Map<_, _>>()
                    .into()),
        ]
    })
}

fn bodies() -> impl Strategy<Value = Value> {
    proptest::collection::vec((proptest::sample::select(&NAMES[..]), values()), 0..8).prop_map(
        |fields| {
            fields.into_iter().map(|(name, it)| (name.to_owned(), it)).collect::<Map<_, _>>().into()
        },
    )
}

async fn hold_the_laws(client: &Client, target: &str, body: &[u8]) {
    let reply = client.0.answer(Call { target: Some(target), body }).await;
    let text: Value = serde_json::from_str(&reply.body).unwrap();
    assert_ne!(reply.status, 500, "{target} {}: {}", String::from_utf8_lossy(body), reply.body);
    assert_eq!(reply.status == 200, reply.error.is_none());
    if let Some(error) = reply.error {
        assert_eq!(text["__type"], error);
        assert!(text["message"].is_string());
    }
}

#[test]
fn no_request_ends_the_service() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = runtime.block_on(Client::new());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 3_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    // A worker's call is held.
    let asked = OPERATIONS.into_iter().filter(|it| *it != "GetActivityTask").collect::<Vec<_>>();
    let requests = (proptest::sample::select(asked), bodies());
    runner
        .run(&requests, |(operation, body)| {
            let target = format!("AWSStepFunctions.{operation}");
            runtime.block_on(hold_the_laws(&client, &target, body.to_string().as_bytes()));
            Ok(())
        })
        .unwrap();
    // It still does what it did.
    runtime.block_on(async {
        let machine = client.machine("after", &super::client::pass(json!(1))).await;
        let execution = client.start(&machine, json!({})).await;
        assert_eq!(client.ended(&execution).await["output"], "1");
    });
}

#[test]
fn no_bytes_end_the_service() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let client = runtime.block_on(Client::new());
    let valid = json!({ "name": "m", "definition": super::client::pass(json!(1)).to_string(), "roleArn": "arn:aws:iam::123456789012:role/r", "tags": [{ "key": "k", "value": "v" }] });
    let valid = valid.to_string().into_bytes();
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: 2_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let changes = proptest::collection::vec((0..valid.len(), any::<u8>(), 0..3_u8), 1..6);
    runner
        .run(&changes, |changes| {
            let mut bytes = valid.clone();
            for (at, byte, kind) in changes {
                let at = at.min(bytes.len().saturating_sub(1));
                match kind {
                    0 => bytes[at] = byte,
                    1 => bytes.insert(at, byte),
                    _ => bytes.truncate(at.max(1)),
                }
            }
            runtime.block_on(hold_the_laws(&client, "AWSStepFunctions.CreateStateMachine", &bytes));
            Ok(())
        })
        .unwrap();
}
