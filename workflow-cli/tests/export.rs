//! The command `export`: stacks from documents, refusals, and what changed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{file, workflow};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that is not there yet.
fn folder(name: &str) -> String {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    folder.to_str().unwrap().to_owned()
}

#[test]
fn each_format_has_its_files_and_says_what_to_type() {
    for (format, files, command) in [
        (
            "sam",
            &["template.yaml", "order.asl.json"][..],
            "sam deploy --template-file template.yaml",
        ),
        ("cloudformation", &["template.yaml"], "aws cloudformation deploy --template-file"),
        ("cdk", &["app.ts", "stack.ts", "cdk.json", "order.asl.json"], "npx cdk deploy"),
        ("serverless", &["serverless.yml"], "npx serverless deploy"),
        ("terraform", &["main.tf", "order.asl.json.tftpl"], "terraform apply"),
    ] {
        let out = folder(&format!("export-{format}"));
        let ran = workflow(&["export", "order.asl.json", "--format", format, "--out", &out]);
        ran.said(0, &["To deploy it:", command]);
        for name in files {
            assert!(Path::new(&out).join(name).is_file(), "{format}: {name}");
        }
        let read = |name: &&str| fs::read_to_string(Path::new(&out).join(name)).unwrap();
        let before: Vec<String> = files.iter().map(read).collect();
        workflow(&["export", "order.asl.json", "--format", format, "--out", &out]).said(0, &[]);
        assert_eq!(files.iter().map(read).collect::<Vec<_>>(), before, "{format} is not stable");
    }
}

#[test]
fn one_file_goes_to_standard_output_and_several_need_a_folder() {
    let ran = workflow(&["export", "order.asl.json", "--format", "cloudformation", "--json"]);
    assert_eq!(ran.json()["Resources"]["Order"]["Type"], "AWS::StepFunctions::StateMachine");
    workflow(&["export", "order.asl.json", "--format", "sam"]).said(2, &["give `--out FOLDER`"]);
    workflow(&["export", "order.asl.json", "--json"]).said(2, &["--json is for stacks"]);
    // The definition itself comes as it is.
    let ran = workflow(&["export", "order.asl.json"]);
    let text =
        fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/order.asl.json"));
    assert_eq!(ran.json(), serde_json::from_str::<serde_json::Value>(&text.unwrap()).unwrap());
}

#[test]
fn a_definition_alone_is_one_that_aws_takes() {
    let task = |resource: &str| {
        json!({ "StartAt": "A", "States": { "A": {
            "Type": "Task", "Resource": resource, "Parameters": { "JobName": "x" }, "End": true } } })
    };
    let waits = file("alone.asl.json", &task("arn:aws:states:::glue:startJobRun.sync").to_string());
    let out = file("alone.out.json", "good");
    let words = ["export", &waits, "--out", &out];
    workflow(&[&words[..], &["--type", "express"]].concat())
        .said(2, &["AWS would refuse this", "definition /States/A/Resource"]);
    let lost = json!({ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" } } });
    let lost = file("lost.asl.json", &lost.to_string());
    workflow(&["export", &lost, "--out", &out]).said(2, &["definition /States/A", "B"]);
    assert_eq!(fs::read_to_string(&out).unwrap(), "good");
    workflow(&words).said(0, &[]);
    // In lines this one has twice the bytes that AWS takes.
    let many: Vec<u8> = vec![0; 200_000];
    let many = json!({ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": many, "End": true } } });
    let many = file("many.asl.json", &many.to_string());
    workflow(&["export", &many, "--out", &out]).said(0, &[]);
    assert!(fs::metadata(&out).unwrap().len() < 1 << 20);
}

#[test]
fn what_aws_would_refuse_is_refused_with_its_line_and_nothing_is_written() {
    let settings = file(
        "refused.yaml",
        "tags:\n  \"aws:x\": x\nschedules:\n  - name: a\n    expression: daily\n",
    );
    let out = folder("export-refused");
    let words =
        ["export", "order.asl.json", "--format", "sam", "--settings", &settings, "--out", &out];
    workflow(&words).said(
        2,
        &["refused.yaml:2: keys that begin with aws:", "refused.yaml:5: a schedule is 0 8"],
    );
    assert!(!Path::new(&out).exists());
    let unknown = file("unknown.json", r#"{ "tag": {} }"#);
    let words =
        ["export", "order.asl.json", "--format", "sam", "--settings", &unknown, "--out", &out];
    workflow(&words).said(2, &["unknown.json:1: unknown field `tag`"]);
}

#[test]
fn schedules_are_read_as_the_engine_reads_them() {
    for (schedule, line, expected) in [
        ("rate(1 day)\n    zone: Mars/Phobos", 4, "Mars/Phobos"),
        ("cron(99 99 ? * FOO *)", 3, "FOO"),
        ("at(2030-99-99T99:99:99)", 3, "2030-99-99"),
        ("at(2026-03-29T02:30:00)\n    zone: Europe/Berlin", 3, "that time does not exist"),
    ] {
        let text = format!("schedules:\n  - name: a\n    expression: {schedule}\n");
        let settings = file("schedules.yaml", &text);
        let words =
            ["export", "order.asl.json", "--format", "cloudformation", "--settings", &settings];
        workflow(&words).said(2, &[&format!("schedules.yaml:{line}:"), expected]);
    }
}

#[test]
fn express_machines_have_restrictions() {
    let waits = json!({ "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Parameters": { "JobName": "x" }, "End": true } } });
    let waits = file("waits.asl.json", &waits.to_string());
    let words = ["export", &waits, "--format", "cloudformation", "--type", "express"];
    workflow(&words).said(2, &["definition /States/A/Resource", "does not support '.sync'"]);
    workflow(&words[..4]).said(0, &["glue:BatchStopJobRun"]);
}

#[test]
fn placeholders_stay_and_are_asked_for() {
    let tells = json!({ "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "${PackArn}", "Next": "B" }, "B": { "Type": "Task", "Resource": "arn:aws:states:::sns:publish",
        "Parameters": { "TopicArn": "${TopicArn}", "Message": "x" }, "End": true } } });
    let tells = file("tells.asl.json", &tells.to_string());
    let words = [
        "export",
        &tells,
        "--format",
        "cloudformation",
        "--json",
        "--substitute",
        "TopicArn=arn:aws:sns:eu-west-1:123456789012:t",
    ];
    let template = workflow(&words).json();
    assert_eq!(template["Parameters"].as_object().unwrap().keys().collect::<Vec<_>>(), ["PackArn"]);
    let machine = &template["Resources"]["Tells"]["Properties"];
    assert_eq!(machine["Definition"]["States"]["A"]["Resource"], "${PackArn}");
    assert_eq!(machine["DefinitionSubstitutions"], json!({ "PackArn": { "Ref": "PackArn" } }));
    // A template says what its placeholders are: nothing is made up for it.
    workflow(&["export", "sam.yaml#Orders", "--format", "terraform"]).said(2, &["is a template"]);
}

#[test]
fn what_breaks_running_executions_is_told() {
    let task = |name: &str| json!({ "StartAt": name, "States": { name: { "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:f", "End": true } } });
    let (old, new) = (
        file("old.asl.json", &task("Old").to_string()),
        file("new.asl.json", &task("New").to_string()),
    );
    let out = folder("export-against");
    let words = ["export", &new, "--format", "sam", "--out", &out, "--against", &old];
    workflow(&words).said(1, &["an execution that is in `Old` cannot continue"]);
    workflow(&["export", &new, "--out", &file("same.asl.json", ""), "--against", &new])
        .said(0, &["nothing has changed"]);
}
