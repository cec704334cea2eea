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

/// An empty place for a project that only one test has.
fn vacant(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("services").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.parent().unwrap()).unwrap();
    folder
}

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

#[test]
fn a_service_is_a_crate() {
    let folder = vacant("all/shop");
    let out = folder.to_str().unwrap();
    let ran = workflow(&["import", "service.yml", "--out", out, "--path", ROOT]);
    // One of its machines cannot be imported; the others are.
    ran.said(
        1,
        &[
            "is made: pay_order, refund",
            "service.yml:50: its role is not taken over",
            "service.yml:55: `cors` of `http` is not taken over",
            "service.yml:14: the variable `TABLE` is known to a deployment alone",
            "service.yml:33: the events of the function `thumbnail`",
            "service.yml:133: `Odd`, Parameters: a path that is more than names and",
            "the function `charge` is the task `refund_charge`",
            "`opt:stage` is taken as `dev`",
            "service.yml:137: the resources of the file are not taken over",
            "not imported, and kept in `definitions`: strange",
        ],
    );
    let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    let pay = read("src/pay_order.rs");
    for text in [
        "pub async fn charge(arguments: ChargeArguments) -> Result<ChargeResult, Failure> {",
        "Err(Failure::new(\"NotWritten\", \"the task `charge` is not written yet",
        ".retry(RETRY).timeout(Duration::from_secs(30)).named(\"Charge\")",
        "re_charge(ChargeAgainArguments { id: input.id.clone() }).named(\"Charge again\")",
        "/// The function `re-charge`, whose handler was `src/recharge.handler`.",
    ] {
        assert!(pay.contains(text), "{text} is not in\n{pay}");
    }
    assert!(read("src/refund.rs").contains("#[task(resource = \"arn:aws:states:::sns:publish\""));
    assert!(read("src/functions.rs").contains("pub async fn thumbnail(event: Json)"));
    let bootstrap = read("src/bin/bootstrap.rs");
    for text in
        ["<shop::pay_order::pay_order>", "<shop::refund::refund>", "<shop::functions::thumbnail>"]
    {
        assert!(bootstrap.contains(text), "{text}");
    }
    let json = |name: &str| serde_json::from_str::<serde_json::Value>(&read(name)).unwrap();
    let settings = json("deploy/pay_order.json");
    assert_eq!(settings["schedules"][0]["expression"], "cron(0 8 ? * MON-FRI *)");
    assert_eq!(settings["requests"][0]["path"], "/orders");
    assert_eq!(settings["events"][0]["bus"], "shop");
    assert_eq!((&settings["logs"]["days"], &settings["tracing"]), (&14.into(), &true.into()));
    assert_eq!(settings["functions"]["charge"]["memory"], 512);
    assert_eq!(settings["tags"], serde_json::json!({ "part": "orders", "team": "shop" }));
    assert!(json("definitions/strange.asl.json")["States"]["Odd"].is_object());
    // It is made once, and wholly.
    workflow(&["import", "service.yml", "--out", out, "--path", ROOT]).said(2, &["is not empty"]);
    assert_eq!(fs::read_dir(folder.parent().unwrap()).unwrap().count(), 1, "leftovers");
}

#[test]
fn one_machine_of_a_service_is_a_project_of_its_own() {
    let folder = vacant("one/refund");
    let out = folder.to_str().unwrap();
    let words = ["import", "service.yml#refund", "--out", out, "--path", ROOT];
    workflow(&words).said(0, &["the workflow `refund`"]);
    assert!(!folder.join("src/lib.rs").exists());
}

#[test]
fn a_service_without_a_machine_that_is_imported_is_refused() {
    let folder = vacant("none/shop");
    let text = "service: shop\nstepFunctions:\n  stateMachines:\n    odd:\n      definition:\n        StartAt: Odd\n        States:\n          Odd: { Type: Task, Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: { 'a.$': '$..x' }, End: true }\n";
    let service = file("import-none.yml", text);
    let words = ["import", &service, "--out", folder.to_str().unwrap(), "--path", ROOT];
    workflow(&words).said(1, &["import-none.yml:8: `Odd`, Parameters", "nothing was written"]);
    assert!(!folder.exists());
}

/// Minutes, where the library was not built in this way before: `.ci/run` runs it.
#[test]
#[ignore = "builds the library anew: .ci/run runs it"]
fn the_crate_of_a_service_passes_its_test() {
    let folder = vacant("builds/shop");
    let out = folder.to_str().unwrap();
    workflow(&["import", "service.yml", "--out", out, "--path", ROOT]).said(1, &["is made"]);
    // The same versions as here: nothing is downloaded.
    fs::copy(Path::new(ROOT).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
    let cargo = |words: &[&str]| {
        let mut cargo = std::process::Command::new(env!("CARGO"));
        cargo.args(words).current_dir(&folder).env("CARGO_TARGET_DIR", &target);
        let ran = cargo.stdin(std::process::Stdio::null()).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (ran.status.code(), text(&ran.stdout), text(&ran.stderr))
    };
    let (code, told, errors) = cargo(&["test", "--quiet", "--offline"]);
    assert_eq!(code, Some(0), "{told}\n{errors}");
    assert!(!errors.contains("warning"), "{errors}");
    let words = [
        "run",
        "--quiet",
        "--offline",
        "--",
        "export",
        "pay_order",
        "--format",
        "cloudformation",
        "--json",
        "--settings",
        "deploy/pay_order.json",
    ];
    let (code, template, errors) = cargo(&words);
    assert_eq!(code, Some(0), "{errors}");
    for text in [
        "AWS::Scheduler::Schedule",
        "\"RouteKey\": \"POST /orders\"",
        "pay-order-dev",
        "\"Handler\": \"re_charge\"",
    ] {
        assert!(template.contains(text), "{text} is not in\n{template}");
    }
    // What is not written says so, and pretends nothing.
    let words = ["run", "--quiet", "--offline", "--bin", "bootstrap", "--", "thumbnail"];
    let (code, told, _) = cargo(&words);
    assert_eq!(code, Some(1));
    assert!(told.contains("NotWritten"), "{told}");
}
