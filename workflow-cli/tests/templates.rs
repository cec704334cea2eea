//! Placeholders, and definitions within other files.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
#![cfg(feature = "yaml")]

mod common;

use common::{file, workflow};
use serde_json::{Value, json};
use std::fs;

/// Runs it with these mocks: the result.
fn run(words: &[&str], mocks: Value) -> Value {
    let name = format!("{}.mocks.json", words[0].replace(|c: char| !c.is_alphanumeric(), "-"));
    let mocks = file(&name, &mocks.to_string());
    workflow(&[&["run"], words, &["--mocks", &mocks, "--quiet"]].concat()).json()
}

#[test]
fn a_mock_by_state_needs_no_arn() {
    let document = json!({ "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "${UploadArn}", "End": true } } });
    let document = file("placeholder.asl.json", &format!("{document:#}"));
    assert_eq!(run(&[&document], json!({ "A": [{ "returns": 1 }] })), json!(1));
    let mocks = file("placeholder.json", r#"{ "A": [{ "returns": 1 }] }"#);
    workflow(&["run", &document, "--mocks", &mocks])
        .said(0, &["note: nothing replaces", "${UploadArn}  line 6"]);
    workflow(&["validate", &document]).said(0, &["is valid, once its placeholders are replaced"]);
    let named = ["run", &document, "--substitute", "UploadArn=nowhere"];
    workflow(&named).said(2, &["Value is not a valid resource ARN"]);
}

#[test]
fn placeholders_have_values_from_the_command_line() {
    let document = r#"{ "StartAt": "Wait", "States": {
        "Wait": { "Type": "Wait", "Seconds": ${Seconds}, "Next": "Say" },
        "Say": { "Type": "Pass", "Result": { "table": "${Table}-${AWS::Region}" }, "End": true } } }"#;
    let document = file("bare.asl.json", document);
    let hint = "`${Seconds}` stands outside of a string: this is a template";
    for command in ["run", "validate", "graph"] {
        let ran = workflow(&[command, &document]);
        let text = (ran.out.clone() + &ran.err).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(hint) && text.contains("line 2, column"), "{text}");
        assert_ne!(ran.code, 0);
    }
    let given = ["run", &document, "--quiet", "--substitute", "Seconds=5", "--substitute"];
    let ran = workflow(&[&given[..], &["Table=orders"]].concat());
    assert_eq!(ran.json(), json!({ "table": "orders-us-east-1" }));
    let many = file("names.json", r#"{ "Seconds": 5, "${Table}": "many" }"#);
    let ran = workflow(&["run", &document, "--quiet", "--substitutions", &many]);
    assert_eq!(ran.json(), json!({ "table": "many-us-east-1" }));
    // The command line goes before the file.
    let both = ["run", &document, "--quiet", "--substitutions", &many, "--substitute=Table=one"];
    assert_eq!(workflow(&both).json(), json!({ "table": "one-us-east-1" }));
    workflow(&["run", &document, "--substitute", "Table"])
        .said(2, &["'Table' for '--substitute <NAME=VALUE>': it has no `=`: write NAME=VALUE"]);
    let wrong = file("wrong-names.json", "[1]");
    workflow(&["run", &document, "--substitutions", &wrong])
        .said(2, &["holds no substitutions: expected an object of names and values"]);
}

#[test]
fn machines_of_a_template_are_chosen_by_name() {
    let several = ["sam.yaml holds 5 state machines", "as sam.yaml#Orders", "\n  Refunds\n"];
    workflow(&["run", "sam.yaml"]).said(2, &several);
    workflow(&["validate", "sam.yaml#Order"])
        .said(2, &["no state machine `Order`; did you mean `Orders`?"]);
    workflow(&["validate", "order.asl.json#x"]).said(2, &["leave out `#x`"]);
    workflow(&["validate", "sam.yaml#Remote"]).said(2, &["give the file itself"]);
    let empty = file("empty.yaml", "Resources:\n  Q: {Type: AWS::SQS::Queue}\n");
    workflow(&["validate", &empty]).said(2, &["is a template without a state machine"]);
    workflow(&["graph", "sam.yaml#Orders"]).said(0, &["flowchart TD", "Charge"]);
    let state = file("state.template.json", r#"{ "Charge": [{ "returns": "r" }] }"#);
    let tested = workflow(&["test-state", "sam.yaml#Orders", "Charge", "--mocks", &state]);
    assert_eq!(tested.json()["output"], json!({ "receipt": "r" }));
}

#[test]
fn an_object_in_sam_runs() {
    let words =
        ["sam.yaml#Orders", "--input", r#"{ "id": "7" }"#, "--substitute", "AlertTopic=alerts"];
    let mocks = json!({ "ChargeFunction": [{ "returns": 1 }], "Save": [{ "returns": {} }] });
    let told = json!({ "topic": "alerts", "region": "us-east-1", "subject": "orders-test-trial", "first": "a" });
    assert_eq!(run(&words, mocks), told);
    let notes = [
        "${AlertTopic}  line 44",
        "ChargeFunction.Arn = arn:aws:lambda:us-east-1:123456789012:function:ChargeFunction",
        "OrdersTable = OrdersTable",
    ];
    workflow(&["validate", "sam.yaml#Orders"]).said(0, &notes);
}

#[test]
fn a_text_in_cloud_formation_runs() {
    let mocks = json!({ "ChargeFunction": [{ "returns": 1 }] });
    assert_eq!(run(&["sam.yaml#Refunds"], mocks), json!("${kept}"));
    let mocks = json!({ "Submit5F0A9B1C": [{ "returns": { "status": "OK" } }] });
    assert_eq!(run(&["synthesized.json"], mocks), json!({ "status": "OK" }));
}

#[test]
fn a_file_that_a_template_names_runs() {
    let mocks = json!({ "ChargeFunction": [{ "returns": 2 }] });
    assert_eq!(run(&["sam.yaml#Stored"], mocks.clone()), json!(2));
    // A history does not overwrite it, either.
    let words = ["run", "sam.yaml#Stored", "--history", "statemachine/stored.asl.json"];
    workflow(&words).said(2, &["--history would overwrite the definition"]);
    let words = ["run", "sam.yaml#Stored", "--history", "sam.yaml"];
    workflow(&words).said(2, &["--history would overwrite the definition"]);
    let stored =
        concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/statemachine/stored.asl.json");
    assert!(fs::read_to_string(stored).unwrap().contains("${Delay}"));
}

#[test]
fn the_serverless_framework_names_machines() {
    let mocks = json!({ "hello": [{ "returns": "hi" }], "Queue": [{ "returns": "sent" }] });
    assert_eq!(run(&["serverless.yml#greet"], mocks), json!("sent"));
    workflow(&["validate", "serverless.yml#greet"]).said(0, &["${env:OWNER}  line 24"]);
    workflow(&["validate", "serverless.yml#stored"]).said(0, &["LambdaSQS.asl.yaml is valid"]);
}

#[test]
fn placeholders_of_yaml_without_quotes_are_no_texts() {
    let document = "TimeoutSeconds: ${T}\nStartAt: A\nStates:\n  A: \n    Type: Pass\n    End: true\n    Result:\n      - \"${T}\"\n      - x${T}\n";
    let document = file("plain.asl.yaml", document);
    let ran = workflow(&["run", &document, "--quiet", "--substitute", "T=5"]);
    assert_eq!(ran.json(), json!(["5", "x5"]));
    workflow(&["validate", &document, "--substitute", "T=soon"])
        .said(1, &["Expected value of type Integer"]);
}

#[test]
fn hints_are_counted() {
    let one = r#"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Parameters": { "x": "$.y" }, "End": true } } }"#;
    let one = file("one-hint.json", one);
    workflow(&["validate", &one]).said(0, &["is valid", "there is 1 hint; `--warnings` shows it"]);
    assert!(!workflow(&["validate", &one, "--warnings"]).err.contains("--warnings"));
}

#[test]
fn a_condition_of_a_template_decides() {
    let template = r#"
Parameters: {Stage: {Type: String, Default: dev}, Region: {Type: String}}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  IsHome: !Equals [!Ref Region, home]
Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      Definition:
        StartAt: A
        States:
          A:
            Type: Pass
            Comment: !If [IsProd, x, !Ref AWS::NoValue]
            Result: {stage: !If [IsProd, p, d], home: !If [IsHome, 1, 2]}
            End: true
"#;
    let template = file("conditions.yaml", template);
    let result =
        |words: &[&str]| workflow(&[&["run", &template, "--quiet"], words].concat()).json();
    assert_eq!(result(&[]), json!({ "stage": "d", "home": 1 }));
    assert_eq!(result(&["--substitute=Stage=prod"]), json!({ "stage": "p", "home": 1 }));
    assert_eq!(result(&["--substitute=Region=x"]), json!({ "stage": "d", "home": 2 }));
    workflow(&["validate", &template])
        .said(0, &["nothing decides these conditions", "\n  IsHome\n"]);
}

#[test]
fn machines_of_the_serverless_framework_stand_in_other_files() {
    let machine = "definition: {StartAt: A, States: {A: {Type: Pass, Result: 1, Nxt: A}}}\n";
    file("split-three.yml", &format!("deep:\n  sm3:\n    {machine}"));
    file("split-machines.yml", &format!("stateMachines:\n  sm1:\n    {machine}"));
    file("split-bare.yml", "d: {StartAt: A, States: {A: {Type: Pass, Result: 2, End: true}}}\n");
    for (name, machines, said) in [
        ("a", "${file(split-machines.yml):stateMachines}", "split-machines.yml:3:66"),
        ("b", "{sm1: \"${file(./split-three.yml):deep.sm3}\"}", "split-three.yml:3:66"),
        ("c", "[\"${file(split-machines.yml):stateMachines}\"]", "split-machines.yml:3:66"),
        ("d", "{sm1: {definition: \"${file(split-bare.yml):d}\"}}", "split-bare.yml is valid"),
        (
            "e",
            "${file(split-gone.yml)}",
            "stepFunctions.stateMachines is ${file(split-gone.yml)}: cannot read",
        ),
    ] {
        let text = format!("service: s\nstepFunctions:\n  stateMachines: {machines}\n");
        let split = file(&format!("split-{name}.yml"), &text);
        let ran = workflow(&["validate", &split]);
        let all = format!("{}{}", ran.out, ran.err);
        assert!(all.contains(said), "{all}");
    }
    let plugin =
        file("split-plugin.yml", "service: s\nstepFunctions: ${file(split-machines.yml)}\n");
    workflow(&["validate", &plugin]).said(1, &["split-machines.yml:3:66", "did you mean `Next`?"]);
    // One that cannot be read hides no other.
    let machines = "{sm1: {definition: \"${file(split-bare.yml):d}\"}, sm2: \"${file(sm2.js)}\"}";
    let text = format!("service: s\nstepFunctions:\n  stateMachines: {machines}\n");
    let some = file("split-some.yml", &text);
    workflow(&["validate", &some]).said(2, &["2 state machines", "sm1", "sm2"]);
    workflow(&["validate", &format!("{some}#sm1")]).said(0, &["split-bare.yml is valid"]);
    workflow(&["validate", &format!("{some}#sm2")]).said(2, &["a program is not run"]);
}

#[test]
fn what_describe_state_machine_prints_runs() {
    let definition = json!({ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } });
    let printed =
        json!({ "name": "orders", "status": "ACTIVE", "definition": definition.to_string() });
    let printed = file("printed.json", &printed.to_string());
    workflow(&["run", &printed]).said(0, &["orders, with no input"]);
}

#[test]
fn what_is_wrong_in_a_template_is_shown_in_its_lines() {
    let expected = [
        "Missing 'Next' target: Bb",
        "sam.yaml:83:13 (/States/A/Next)",
        "83 |             Next: Bb",
        "= help: did you mean `B`?",
    ];
    let ran = workflow(&["validate", "sam.yaml#Wrong"]);
    ran.said(1, &expected);
    // That `B` is not reached has the same cause.
    let (causes, effects) = ran.out.split_once("note: for this, AWS says besides").unwrap();
    assert!(!causes.contains("not reachable") && effects.contains("not reachable"), "{}", ran.out);
}

#[test]
fn what_is_wrong_in_a_block_is_shown_in_the_lines_of_its_file() {
    let template = "Resources:
  M:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString:
        !Sub |
          {
            \"StartAt\": \"A\",
            \"States\": { \"A\": { \"Type\": \"Task\",
              \"Resource\": \"${F}\", \"Next\": \"B\" } }
          }
";
    let template = file("block.yaml", template);
    let expected =
        ["block.yaml:10:35 (/States/A/Next)", "\n10 |     \"Resource\"", "${F}  line 10"];
    workflow(&["validate", &template]).said(1, &expected);
}

#[test]
fn what_is_wrong_in_a_text_that_is_put_together_is_shown_in_lines_of_its_own() {
    let text = r#"{"StartAt":"A","States":{"A":{"Type":"Pass","Next":""#;
    let parts = json!([text, { "Ref": "AWS::Region" }, "\"}}}"]);
    let machine = json!({ "Type": "AWS::StepFunctions::StateMachine", "Properties": {
        "DefinitionString": { "Fn::Join": ["", parts] } } });
    let template = file("joined.json", &json!({ "Resources": { "M": machine } }).to_string());
    let expected = [
        "Missing 'Next' target: us-east-1",
        "6 |       \"Next\": \"us-east-1\"",
        "note: these are lines of the text that the template puts together",
    ];
    workflow(&["validate", &template]).said(1, &expected);
}

#[test]
fn a_condition_is_decided_one_way_or_the_other() {
    let template = json!({
        "Conditions": { "IsProd": { "Fn::Equals": ["a", "b"] } },
        "Resources": {
            "One": machine("IsProd"),
            "Two": machine("IsProd"),
        },
    });
    let template = file("conditions.json", &template.to_string());
    let one = format!("{template}#One");
    let with = |value: &str| {
        let value = format!("IsProd={value}");
        workflow(&["run", &one, "--quiet", "--substitute", &value])
    };
    assert_eq!((with("true").json(), with("false").json()), (json!("p"), json!("d")));
    with("maybe").said(2, &["`IsProd` is a condition, and `maybe` does not decide it"]);
    // One of the two was looked at.
    workflow(&["validate", &one]).said(0, &["conditions.json#One is valid"]);
}

/// A machine that says which way a condition goes.
fn machine(condition: &str) -> Value {
    let result = json!({ "Fn::If": [condition, "p", "d"] });
    let state = json!({ "Type": "Pass", "Result": result, "End": true });
    let definition = json!({ "StartAt": "A", "States": { "A": state } });
    json!({ "Type": "AWS::StepFunctions::StateMachine", "Properties": { "Definition": definition } })
}
