//! The command `import`: modules, projects, and what stops a definition.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{fed, file, workflow};
use std::fs;
use std::path::{Path, PathBuf};

const PLAIN: &str = r#"{ "StartAt": "Send it", "States": { "Send it": { "Type": "Task",
    "Resource": "arn:aws:states:::sqs:sendMessage",
    "Parameters": { "QueueUrl": "q", "MessageBody.$": "$.id" }, "End": true } } }"#;

const STOPPED: &str = r#"{ "StartAt": "Look", "States": { "Look": { "Type": "Task",
    "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": { "QueueUrl.$": "$..q" }, "End": true } } }"#;

#[test]
fn a_module_goes_to_standard_output() {
    let plain = file("import-plain.asl.json", PLAIN);
    let ran = workflow(&["import", &plain, "--name", "send"]);
    ran.said(
        0,
        &["#[workflow]\npub async fn send(input: Input)", ".named(\"Send it\")", "pub id: Json"],
    );
    let sample = file("import-sample.json", r#"{ "id": "7", "count": 3 }"#);
    let ran = workflow(&["import", &plain, "--name", "send", "--input", &sample]);
    ran.said(0, &["pub id: String", "pub count: i64"]);
    let json = workflow(&["import", &plain, "--json"]).json();
    assert!(json["module"].as_str().unwrap().contains("#[workflow]"));
}

#[test]
fn what_stops_it_is_named() {
    let stopped = file("import-stopped.asl.json", STOPPED);
    let ran = workflow(&["import", &stopped]);
    ran.said(
        1,
        &[
            "`Look`, Parameters: a path that is more than names and indexes: $..q",
            "is not imported",
        ],
    );
    assert_eq!(ran.out, "");
    let ran = workflow(&["import", &stopped, "--json"]);
    assert_eq!((ran.code, &ran.json()["stops"][0]["state"]), (1, &"Look".into()));
}

#[test]
fn a_project_has_all_that_it_needs() {
    let plain = file("import-project.asl.json", PLAIN);
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("imported-project");
    let _ = fs::remove_dir_all(&folder);
    let (out, root) = (folder.to_str().unwrap(), concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    workflow(&["import", &plain, "--name", "send", "--out", out]).said(2, &["--path FOLDER"]);
    workflow(&["import", &plain, "--name", "send", "--out", out, "--path", root])
        .said(0, &["is made"]);
    for name in ["Cargo.toml", "input.json", "mocks.json", "src/main.rs", "src/send.rs"] {
        assert!(Path::new(out).join(name).is_file(), "{name}");
    }
    let input = fs::read_to_string(folder.join("input.json")).unwrap();
    let mocks = folder.join("mocks.json");
    let words = ["run", &plain, "--input", "-", "--mocks", mocks.to_str().unwrap()];
    fed(&words, &input).said(0, &[]);
    workflow(&["import", &plain, "--out", out, "--path", root]).said(2, &["is not empty"]);
}

#[test]
fn mistakes_of_the_call() {
    let plain = file("import-mistakes.asl.json", PLAIN);
    workflow(&["import", "nothing.json"]).said(2, &["nothing.json"]);
    workflow(&["import", &plain, "--input", "{"]).said(2, &["JSON"]);
    workflow(&["import", &plain, "--path", "x"]).said(2, &["--out"]);
}

#[test]
fn resources_of_a_template_stay_placeholders() {
    let service = "service: shop\nfunctions:\n  charge: { handler: charge.handler }\nstepFunctions:\n  stateMachines:\n    pay:\n      definition:\n        StartAt: Charge\n        States:\n          Charge: { Type: Task, Resource: !GetAtt [charge, Arn], End: true }\n";
    let service = file("import-serverless.yml", service);
    let ran = workflow(&["import", &service]);
    ran.said(0, &["#[task(resource = \"${charge.Arn}\""]);
    assert!(!ran.out.contains("123456789012") && !ran.err.contains("123456789012"), "{}", ran.out);
    let ran = workflow(&["import", "sam.yaml#Orders"]);
    ran.said(0, &["resource = \"${ChargeFunction.Arn}\"", "${OrdersTable}"]);
    assert!(!ran.out.contains("123456789012"), "{}", ran.out);
}
