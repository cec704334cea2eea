//! The command `workflow`, from end to end.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{fed, file, workflow};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, Instant};

const ORDER: &str = r#"{ "card": "4242", "lines": ["tea", "pot"] }"#;

#[test]
fn a_day_of_waiting_takes_no_time() {
    let mocks = r#"{ "charge": [{ "fails": { "error": "Throttled", "cause": "slow down" } }, { "returns": "receipt" }],
        "Parcel": [{ "returns": "parcel", "after": 3600 }] }"#;
    let (mocks, history) = (file("day.json", mocks), file("day.history.json", ""));
    let began = Instant::now();
    let words =
        ["run", "order.asl.json", "--input", ORDER, "--mocks", &mocks, "--history", &history];
    let ran = workflow(&words);
    ran.said(
        0,
        &[
            "order, with `--input`",
            "Throttled: slow down",
            "attempt 2",
            "\"receipt\": \"receipt\"",
            "Pack [2 × Parcel]",
        ],
    );
    assert!(began.elapsed() < Duration::from_secs(20));
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    let events: Value = serde_json::from_str(&fs::read_to_string(&history).unwrap()).unwrap();
    let events = events["events"].as_array().unwrap();
    assert_eq!(events[0]["type"], "ExecutionStarted");
    assert_eq!(events.last().unwrap()["type"], "ExecutionSucceeded");
    // The same seed, the same run.
    assert_eq!(workflow(&words).out, ran.out);
}

#[test]
fn failures_are_caught_or_reported() {
    let run = |error: &str| {
        let text = json!({ "*": [{ "fails": { "error": error, "cause": "no money" } }] });
        let mocks = file(&format!("{error}.json"), &text.to_string());
        fed(&["run", "order.asl.json", "--input", "-", "--mocks", &mocks, "--quiet"], ORDER)
    };
    let caught = run("Declined");
    assert_eq!((caught.code, caught.json()), (0, json!({ "refused": "no money" })));
    run("Stolen").said(1, &["error: Stolen: no money"]);
}

#[test]
fn functions_and_activities_by_arn_are_shown_as_well() {
    let arn = "arn:aws:lambda:us-east-1:123456789012:function:charge";
    let activity = "arn:aws:states:us-east-1:123456789012:activity:sign";
    let document = json!({ "StartAt": "Charge", "States": {
        "Charge": { "Type": "Task", "Resource": arn, "Next": "Sign", "Retry": [{ "ErrorEquals": ["Busy"] }] },
        "Sign": { "Type": "Task", "Resource": activity, "TimeoutSeconds": 60, "End": true } } });
    let document = file("arns.asl.json", &document.to_string());
    let mocks = r#"{ "charge": [{ "fails": { "error": "Busy", "cause": "later" } }, { "returns": 1 }],
        "Sign": [{ "returns": "signed", "after": 61 }] }"#;
    let mocks = file("arns.json", mocks);
    let ran = workflow(&["run", &document, "--mocks", &mocks]);
    ran.said(
        1,
        &["Busy: later", "attempt 2", "Failed: States.Timeout", "in state  Sign, attempt 1"],
    );
}

#[test]
fn help_fits_a_terminal() {
    let help = workflow(&["--help"]);
    help.said(0, &["Usage: workflow <COMMAND>", "Run and test:", "  test-state", "Exit codes:"]);
    assert!(help.out.lines().all(|line| line.chars().count() <= 80), "{}", help.out);
}

#[test]
fn a_document_without_mocks_is_refused_with_a_file_to_begin_with() {
    let expected = [
        "order.asl.json has calls for which there is no answer",
        "`Charge`: arn:aws:states:::lambda:invoke (charge)",
        r#"  "charge": [{"returns":{}}],"#,
    ];
    workflow(&["run", "order.asl.json", "--input", "{"]).said(2, &expected);
    let template = workflow(&["run", "order.asl.json", "--mocks-template"]);
    assert_eq!(
        template.json(),
        json!({ "charge": [{ "returns": {} }], "pack": [{ "returns": {} }] })
    );
    let mocks = file("template.json", &template.out);
    let ran = workflow(&["run", "order.asl.json", "--input", ORDER, "--mocks", &mocks, "--quiet"]);
    assert_eq!(ran.json(), json!({ "receipt": {}, "parcels": [{}, {}] }));
}

#[test]
fn test_cases_of_step_functions_local_run() {
    let run = |case: &str, count: &str| {
        let mocks = format!("MockConfigFile.json#{case}");
        workflow(&["run", "LambdaSQS.asl.yaml", "--input", count, "--mocks", &mocks, "--quiet"])
    };
    let three = r#"{ "text": "hi", "count": 3 }"#;
    assert_eq!(run("Happy", three).json(), json!("hello"));
    assert_eq!(run("LambdaSQS#Retry", three).json(), json!("hello at last"));
    run("Happy", r#"{ "text": "hi", "count": 1 }"#).said(1, &["TooFew: more are needed"]);
    run("Half", three).said(1, &["the state `SQSState`", "has no mock", "into the test case"]);
    run("Sad", three).said(2, &["there is no test case `Sad`; there are `#LambdaSQS#Happy`"]);
}

#[test]
fn drawings_have_formats() {
    let graph = |words: &[&str]| workflow(&[&["graph", "order.asl.json"], words].concat());
    graph(&["--format", "svg"])
        .said(0, &["<svg ", "data-state=\"Charge\"", "aria-label=\"order\""]);
    graph(&["--format", "dot"]).said(0, &["digraph machine {", "label=\"Charge\""]);
    graph(&["--format", "text"]).said(0, &["│ Charge │", "▼"]);
    let ascii = graph(&["--ascii"]);
    ascii.said(0, &["| Charge |"]);
    assert!(
        ascii.out.is_ascii() && ascii.out.lines().all(|line| line.len() <= 80),
        "{}",
        ascii.out
    );
    let told = graph(&["--json"]).json();
    assert_eq!(told["start"], "Charge", "{told}");
    let state = |name: &str| {
        let states = told["states"].as_array().unwrap();
        states.iter().find(|it| it["name"] == name).unwrap()
    };
    assert_eq!(state("Charge")["type"], "Task", "{told}");
    assert_eq!(state("Pack")["within"].as_array().map(Vec::len), Some(1), "{told}");
    let caught = |it: &&Value| it["kind"] == "catch" && it["from"] == "Charge";
    let transitions = told["transitions"].as_array().unwrap();
    assert_eq!(transitions.iter().find(caught).unwrap()["to"], "Refused", "{told}");
    graph(&["--json", "--ascii"]).said(2, &["cannot be used with"]);
    graph(&["--format", "png"]).said(2, &["svg, mermaid, dot, text"]);
    graph(&["--format", "dot", "--ascii"]).said(2, &["give `--format text`, too"]);
    graph(&["-o", "order.asl.json"]).said(2, &["--out would overwrite the definition"]);
    // The ending of a file says the format.
    for (name, begin) in
        [("a.svg", "<svg "), ("a.dot", "digraph"), ("a.txt", " "), ("a.mmd", "flowchart TD")]
    {
        let path = file(name, "");
        let ran = graph(&["-o", &path]);
        ran.said(0, &[]);
        assert_eq!(ran.out, "");
        let text = fs::read_to_string(&path).unwrap();
        assert!(text.starts_with(begin), "{name}: {text}");
    }
}

#[test]
fn documents_are_checked_and_drawn() {
    workflow(&["validate", "order.asl.json"]).said(0, &["order.asl.json is valid"]);
    workflow(&["validate", "LambdaSQS.asl.yaml", "--type", "express"]).said(0, &["is valid"]);
    let place = [
        "Missing 'Next' target: B",
        "wrong.asl.json:4:28 (",
        r#"4 |     "A": { "Type": "Pass", "Next": "B" }"#,
    ];
    workflow(&["validate", "wrong.asl.json"]).said(1, &place);
    workflow(&["run", "wrong.asl.json"]).said(2, &place);
    workflow(&["graph", "LambdaSQS.asl.yaml"]).said(0, &["flowchart TD", "SQSState"]);
    workflow(&["graph", "wrong.asl.json"]).said(0, &["flowchart TD"]);
    let yaml = file("wrong.yaml", "StartAt: A\nStates: {A: {Type: Pass, Next: B}}");
    workflow(&["validate", &yaml])
        .said(1, &["Missing 'Next' target: B", "wrong.yaml:2:26 (/States/A/Next)", "2 | States"]);
}

#[test]
fn what_follows_from_a_mistake_is_told_apart() {
    let text = r#"{ "StartAt": "Begin", "States": { "Load": { "Type": "Pass", "Next": "Save" }, "Save": { "Type": "Succeed" } } }"#;
    let name = file("begin.asl.json", text);
    let validated = workflow(&["validate", &name]);
    validated.said(
        1,
        &[
            "ERROR: MISSING_TRANSITION_TARGET: Missing 'Next' target: Begin",
            "(/StartAt)",
            "note: for this, AWS says besides\nERROR: MISSING_TRANSITION_TARGET: State \"Load\" is not reachable.",
            "(/States/Load)",
        ],
    );
    let ran = workflow(&["run", &name]);
    ran.said(2, &["Missing 'Next' target: Begin"]);
    assert!(!ran.err.contains("not reachable"), "{}", ran.err);
}

#[test]
fn byte_order_marks_are_dropped() {
    let pass = r#"{ "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } } }"#;
    let definition = file("marked.asl.json", &format!("\u{feff}{pass}"));
    let input = file("marked.json", "\u{feff}{ \"a\": 1 }\r\n");
    for input in [input.as_str(), "\u{feff}{ \"a\": 1 }"] {
        let ran = workflow(&["run", &definition, "--input", input, "--quiet"]);
        assert_eq!(ran.json(), json!({ "a": 1 }));
    }
    let mocks = file("marked-mocks.json", "\u{feff}{ \"charge\": [{ \"returns\": {} }] }");
    workflow(&["test-state", "order.asl.json", "Charge", "--input", ORDER, "--mocks", &mocks])
        .said(0, &["SUCCEEDED"]);
}

#[test]
fn integers_beyond_64_bits_are_the_next_double() {
    let pass = |language: &str, more: &str| {
        format!(
            r#"{{ "QueryLanguage": "{language}", "StartAt": "P", "States": {{ "P": {{ "Type": "Pass", {more} "End": true }} }} }}"#
        )
    };
    let input = r#"{ "below": 9223372036854775807, "above": 9223372036854775808 }"#;
    let definition = file("wide.json", &pass("JSONata", r#""Output": "{% $states.input %}","#));
    let ran = workflow(&["run", &definition, "--input", input, "--quiet"]).json();
    assert_eq!(ran["below"], 9_223_372_036_854_775_807_i64);
    assert_eq!(ran["above"].as_f64(), Some(2f64.powi(63)));
    let texts = r#""Output": "{% $map([$states.input.below, $states.input.above], $string) %}","#;
    let definition = file("wide-texts.json", &pass("JSONata", texts));
    let ran = workflow(&["run", &definition, "--input", input, "--quiet"]).json();
    assert_eq!(ran, json!(["9223372036854775807", "9223372036854776000"]));
    let definition = file("wide-path.json", &pass("JSONPath", ""));
    let ran = workflow(&["run", &definition, "--input", input, "--quiet"]).json();
    assert_eq!(ran["above"].as_f64(), Some(2f64.powi(63)));
}

#[test]
fn one_state_is_tested() {
    let text = r#"{ "charge": [{ "fails": { "error": "Throttled", "cause": "" } }], "Pack": [{ "returns": ["a"] }] }"#;
    let mocks = file("state.json", text);
    let tested = |words: &[&str]| workflow(&[&["test-state", "order.asl.json"], words].concat());
    let retried = tested(&["Charge", "--input", ORDER, "--mocks", &mocks]);
    assert_eq!(retried.code, 0, "{}", retried.err);
    let retried = retried.json();
    assert_eq!(retried["status"], "RETRIABLE");
    assert_eq!(retried["inspectionData"]["errorDetails"]["retryBackoffIntervalSeconds"], 60);
    let failed = tested(&["Charge", "--input", ORDER, "--mocks", &mocks, "--retries", "2"]);
    assert_eq!((failed.code, &failed.json()["status"]), (1, &json!("FAILED")));
    let passed = tested(&["Refused", "--input", "\"why\""]).json();
    assert_eq!(
        (&passed["status"], &passed["output"]),
        (&json!("SUCCEEDED"), &json!({ "refused": "why" }))
    );
    let variables = r#"{ "receipt": "r", "lines": ["tea"] }"#;
    let map = tested(&["Pack", "--variables", variables, "--mocks", &mocks]);
    assert_eq!(map.json()["output"], json!({ "receipt": "r", "parcels": ["a"] }));
    let by_words = ["Charge", "--input", ORDER, "--error", "Throttled", "--inspection", "info"];
    let retried = tested(&by_words).json();
    assert_eq!((&retried["status"], retried.get("inspectionData")), (&json!("RETRIABLE"), None));
    for (words, why) in [
        (
            &["Charge", "--result", "{}", "--context", r#"{ "Nope": 1 }"#][..],
            "Invalid Context object provided: Field 'Nope' is not allowed",
        ),
        (
            &["Refused", "--result", "1"],
            "State type 'Pass' is not supported when a mock is specified",
        ),
        (&["Pack", "--result", "1"], "Mocked result must be an array."),
        (
            &["Pack", "--variables", variables, "--result", "[1]", "--failed-items", "2"],
            "Map iteration failure count must be less than or equal to the number of Map iterations",
        ),
        (&["Pack", "--error", "E", "--caused-by", "Gone"], "State not found in definition"),
        (&["Charge", "--result", "1", "--error", "E"], "cannot be used with"),
    ] {
        tested(words).said(2, &[why]);
    }
    tested(&["Charge"]).said(2, &["`Charge` is a Task", r#""charge": [{"returns":{}}]"#]);
    let definition = r#"{ "StartAt": "Each", "States": { "Each": { "Type": "Map", "End": true,
        "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" },
            "Parameters": { "Bucket": "b", "Key": "k" } },
        "ItemSelector": { "name.$": "$$.Map.Item.Value.name" },
        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } } } } }"#;
    let (definition, rows) =
        (file("rows.json", definition), file("rows.csv", "id,name\n1,a\n2,b\n"));
    let words = ["test-state", &definition, "Each", "--result", "[1]", "--reader-data", &rows];
    let inspected = &workflow(&words).json()["inspectionData"];
    assert_eq!(inspected["afterItemSelector"], json!([{ "name": "a" }, { "name": "b" }]));
    tested(&["Chrage"]).said(2, &["has no state `Chrage`; did you mean `Charge`?"]);
}

#[test]
fn bad_input_is_named() {
    let mocks = file("typo.json", r#"{ "chrage": [{ "returns": 1 }] }"#);
    let broken = file("broken.json", r#"{ "charge": [{ "returned": 1 }] }"#);
    let good = file("good.json", r#"{ "*": [{ "returns": 1 }] }"#);
    let order = |words: &[&str]| workflow(&[&["run", "order.asl.json"], words].concat());
    order(&["--mocks", &mocks]).said(2, &["the mocks name `chrage`", "did you mean `charge`?"]);
    order(&["--mocks", &broken]).said(2, &["/charge/0/returned: there is no field `returned`"]);
    order(&["--mocks", "none.json"]).said(2, &["cannot read none.json"]);
    order(&["--mocks", &good, "--input", "{"]).said(2, &["`--input` is not JSON: EOF"]);
    order(&["--mocks", &good, "--input", "none.json"]).said(2, &["cannot read none.json"]);
    order(&["--mocks", &good, "--seed", "x"])
        .said(2, &["'x' for '--seed <N>': a whole number from 0 on is needed"]);
    order(&["--mocks", &good, "--type", "fast"])
        .said(2, &["'fast' for '--type <TYPE>'", "[possible values: standard, express]"]);
    order(&["--mocks", &good, "--fast"])
        .said(2, &["unexpected argument '--fast' found", "Usage: workflow run"]);
    workflow(&["run"]).said(2, &["were not provided:\n  <FILE>", "Usage: workflow run <FILE>"]);
    workflow(&["run", "x", "--inptu", "1"]).said(2, &["a similar argument exists: '--input'"]);
    workflow(&["rnu", "x"])
        .said(2, &["unrecognized subcommand 'rnu'", "a similar subcommand exists: 'run'"]);
    workflow(&["run", "none.asl.json"]).said(2, &["cannot read none.asl.json"]);
    assert_eq!(workflow(&[]).code, 0);
}

#[cfg(feature = "object-store")]
#[test]
fn a_distributed_map_reads_and_writes_files_in_folders() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("objects");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("data")).unwrap();
    fs::write(folder.join("data/names.csv"), "id;name\n1;Ada\n2;\"Grace; H.\"\n3;\n").unwrap();
    let folder = folder.to_str().unwrap();
    let all = ["run", "letters.asl.json", "--objects", folder];
    let ran = workflow(&all);
    // All wait at the same time.
    ran.said(0, &["30.000 s  ✓ Each", "\"Bucket\": \"results\""]);
    // A result is whole, whatever its width.
    let (_, rest) = ran.out.split_once("\nPath\n").unwrap();
    assert!(rest.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    let result = workflow(&[&all[..], &["--quiet"]].concat()).json();
    let key = result["ResultWriterDetails"]["Key"].as_str().unwrap();
    let read =
        |key: &str| fs::read_to_string(PathBuf::from(folder).join("results").join(key)).unwrap();
    let manifest: Value = serde_json::from_str(&read(key)).unwrap();
    let good = manifest["ResultFiles"]["SUCCEEDED"][0]["Key"].as_str().unwrap();
    // In the order in which the executions end: those of one instant in any.
    let results = read(good);
    let mut lines: Vec<&str> = results.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["\"Dear Ada\"", "\"Dear Grace; H.\""]);
    workflow(&all[..2]).said(1, &["States.ItemReaderFailed", "--objects FOLDER"]);
    workflow(&["run", "letters.asl.json", "--objects", "gone"])
        .said(2, &["there is no folder `gone`"]);
}
