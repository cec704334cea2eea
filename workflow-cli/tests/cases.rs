//! The command `test`: cases in files.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{file, workflow};
use serde_json::{Value, json};
use std::fs;

const DOCUMENT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents/order.asl.json");

/// A file of cases about the order.
fn cases(name: &str, cases: &Value) -> String {
    let text = json!({ "definition": DOCUMENT, "cases": cases });
    file(name, &format!("{text:#}"))
}

#[test]
fn cases_that_come_out_as_expected_pass() {
    let ran = workflow(&["test", "order.cases.yaml"]);
    ran.said(
        0,
        &[
            "running 3 cases of order.cases.yaml on order.asl.json\n",
            "case a busy bank is asked again ... ok\n",
            "test result: ok. 3 passed; 0 failed\n",
            "24.0 h of virtual time in ",
            "states: 5 of 5 reached\n",
        ],
    );
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    // A name behind it goes before the field.
    workflow(&["test", "order.cases.yaml", "order.asl.json"]).said(0, &["3 passed"]);
    let some = workflow(&["test", "order.cases.yaml", "--filter", "declined", "--coverage"]);
    some.said(0, &["1 passed; 0 failed; 2 filtered out", "states: 2 of 5 reached", "     0  Pack"]);
    workflow(&["test", "order.cases.yaml", "--filter", "zebra"])
        .said(2, &["no case of order.cases.yaml has `zebra` in its name"]);
    let some = workflow(&["test", "order.cases.yaml", "--filter", "stolen"]);
    some.said(0, &["states: 1 of 5 reached; not `Cool off`, `Pack`, `Parcel`, `Refused`"]);
}

/// Both orders of two files are tried: one message says which it is.
#[test]
fn a_definition_in_place_of_cases_is_named_as_such() {
    let ran = workflow(&["test", "order.asl.json", "order.cases.yaml"]);
    ran.said(2, &["this is a definition: name the file of cases first"]);
    assert!(!ran.err.contains("there is no field"), "{}", ran.err);
}

#[test]
fn differences_are_shown_line_by_line() {
    let wrong = cases(
        "differ.json",
        &json!([
            {
                "name": "result", "input": { "card": "1", "lines": ["tea"] },
                "mocks": { "*": [{ "returns": "r" }] },
                "result": { "parcels": ["p"], "receipt": "r" },
            },
            {
                "name": "path", "input": { "card": "1", "lines": [] },
                "mocks": { "*": [{ "returns": "r" }] },
                "path": ["Charge", "Refused", "Pack"],
            },
            {
                "name": "error", "mocks": { "charge": [{ "fails": { "error": "Lost", "cause": "at sea" } }] },
                "input": { "card": "1" }, "error": "Lost", "cause": "on land",
            },
            {
                "name": "end", "mocks": { "charge": [{ "fails": { "error": "Lost" } }] },
                "input": { "card": "1" }, "result": 1,
            },
        ]),
    );
    let ran = workflow(&["test", &wrong]);
    let expected = [
        "case result ... FAILED\n",
        "---- result (line 4) ----\nresult differs:  (- expected, + seen)\n",
        "  -     \"p\"\n  +     \"r\"\n",
        "path: Charge → Cool off → Pack → Parcel[0]\n",
        "path differs:  (- expected, + seen)\n    Charge\n  - Refused\n  + Cool off\n    Pack\n",
        "cause differs:  (- expected, + seen)\n  - on land\n  + at sea\n",
        "result differs:  (- expected, + seen)\n  - 1\n  + fails with Lost",
        "test result: FAILED. 0 passed; 4 failed\n",
    ];
    ran.said(1, &expected);
}

#[test]
fn numbers_and_fields_are_compared_as_json() {
    let pass = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": { "A": {
        "Type": "Pass", "Output": { "b": "{% 3 / 2 * 2 %}", "a": [1] }, "End": true } } });
    let document = file("numbers.asl.json", &pass.to_string());
    let cases = file("numbers.json", r#"[{ "name": "n", "result": { "a": [1.0], "b": 3.0 } }]"#);
    workflow(&["test", &cases, &document]).said(0, &["1 passed"]);
}

#[test]
fn mocks_that_nothing_asks_are_told() {
    let unused = cases(
        "unused.json",
        &json!([{
            "name": "declined", "input": { "card": "1" }, "result": { "refused": "" },
            "mocks": { "charge": [{ "fails": { "error": "Declined" } }], "pack": [{ "returns": 1 }] },
        }]),
    );
    workflow(&["test", &unused]).said(0, &["... ok\n  warning: nothing asked the mock `pack`\n"]);
    let json = workflow(&["test", &unused, "--json"]).json();
    assert_eq!(json["cases"][0]["unusedMocks"], json!(["pack"]));
    assert_eq!(json["coverage"]["missing"], json!(["Cool off", "Pack", "Parcel"]));
}

#[test]
fn reports_are_for_programs_too() {
    let report = file("report.xml", "");
    let wrong = cases(
        "xml.json",
        &json!([{ "name": "a < b & \"c\"", "input": { "card": "1", "lines": [] }, "result": 1,
                  "mocks": { "*": [{ "returns": "\u{1}" }] } }]),
    );
    let ran = workflow(&["test", &wrong, "--junit", &report, "--json"]);
    assert_eq!(ran.code, 1);
    let (json, xml) = (ran.json(), fs::read_to_string(report).unwrap());
    assert_eq!((&json["passed"], &json["failed"]), (&json!(0), &json!(1)));
    assert_eq!(json["cases"][0]["status"], "failed");
    assert_eq!(json["cases"][0]["differences"][0]["what"], "result");
    for part in [
        "<testsuites tests=\"1\" failures=\"1\"",
        "<testcase name=\"a &lt; b &amp; &quot;c&quot;\"",
        "<failure message=\"result differs\"",
    ] {
        assert!(xml.contains(part), "{xml}");
    }
    assert!(!xml.contains('\u{1}'), "{xml}");
    workflow(&["test", &wrong, "--junit", &wrong]).said(2, &["--junit would overwrite the cases"]);
}

/// A file of cases, and what is said of it.
const MISTAKES: &[(&str, &[&str])] = &[
    (
        "cases:\n  - name: a\n    input: {}\n    rseult: 1\n    path: [Charge]\n",
        &["line 4: there is no field `rseult`; did you mean `result`?", "4 |     rseult: 1"],
    ),
    (
        "cases:\n  - name: a\n",
        &["line 2: the case expects nothing: write `result`, `succeeds: true`"],
    ),
    ("cases:\n  - input: {}\n    result: 1\n", &["line 2: a case needs a `name`"]),
    ("cases: []\n", &["line 1: `cases` is a list with a case or more"]),
    ("case: []\n", &["there is no field `case`; did you mean `cases`?"]),
    (
        "cases:\n  - {name: a, result: 1}\n  - {name: a, result: 2}\n",
        &["line 3: the case in line 2 has the name `a`, too"],
    ),
    (
        "cases:\n  - name: a\n    result: 1\n    path:\n      - Charge\n      - Refusd\n",
        &["line 6: there is no state `Refusd`; did you mean `Refused`?"],
    ),
    (
        "cases:\n  - name: a\n    result: 1\n    mocks:\n      chrage: [{returns: 1}]\n",
        &["line 5: `chrage` is neither a Task state nor a function of", "mean `charge`?"],
    ),
    (
        "cases:\n  - name: a\n    result: 1\n    mocks:\n      charge:\n        - returned: 1\n",
        &["line 6: there is no field `returned`; did you mean `returns`?"],
    ),
    (
        "cases:\n  - {name: a, result: 1, error: E}\n",
        &["line 2: a case expects a `result` or an `error`, not both"],
    ),
    ("cases:\n  - {name: a, cause: no, path: []}\n", &["a `cause` belongs to an `error`"]),
    ("cases:\n  - {name: a, result: 1, mocks: 5}\n", &["`mocks` are an object from names"]),
    ("cases: [\n", &["holds no cases:", "line "]),
];

#[test]
fn a_file_that_is_wrong_is_told_with_its_lines() {
    for (index, (text, expected)) in MISTAKES.iter().enumerate() {
        let cases = file(&format!("mistake-{index}.yaml"), text);
        let ran = workflow(&["test", &cases, DOCUMENT]);
        ran.said(2, expected);
        assert_eq!(ran.out, "");
    }
    let none = file("none.yaml", "cases: [{name: a, result: 1}]");
    workflow(&["test", &none]).said(2, &["no document to test: name it behind"]);
    workflow(&["test", "gone.yaml"]).said(2, &["cannot read gone.yaml"]);
    workflow(&["test", &none, "gone.asl.json"]).said(2, &["cannot read gone.asl.json"]);
}

#[test]
fn a_loop_is_folded_and_ends() {
    let again = json!([{ "Variable": "$.x", "IsPresent": true, "Next": "A" }]);
    let document = json!({ "StartAt": "A", "States": {
        "A": { "Type": "Pass", "Next": "B" },
        "B": { "Type": "Choice", "Choices": again, "Default": "C" },
        "C": { "Type": "Succeed" } } });
    let document = file("loop.asl.json", &document.to_string());
    let cases = file("loop.json", r#"[{ "name": "for ever", "input": { "x": 1 }, "result": 1 }]"#);
    let ran = workflow(&["test", &cases, &document]);
    ran.said(1, &["maximum number of history events (25000)", " × (A → B)", "not `C`"]);
    assert!(ran.out.lines().count() < 20, "{}", ran.out);
}

#[test]
fn names_do_not_act_on_the_terminal() {
    let text = "cases:\n- name: \"a\\e[2Jb\"\n  input: {card: 1, lines: []}\n  result: 1\n  mocks: {\"*\": [{returns: \"\\e[31m\"}]}\n";
    let read = common::fed(&["test", "-", "order.asl.json"], text);
    read.said(1, &["case a\\u001b[2Jb ... FAILED", "---- a\\u001b[2Jb (line 2) ----"]);
    assert!(!read.out.contains('\u{1b}'), "{:?}", read.out);
}

#[test]
fn mocks_of_step_functions_local_are_named() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/documents");
    let cases = json!({ "definition": format!("{folder}/LambdaSQS.asl.yaml"), "cases": [{
        "name": "happy", "input": { "text": "hi", "count": 3 }, "result": "hello",
        "mocks": format!("{folder}/MockConfigFile.json#Happy") }] });
    let cases = file("local.json", &cases.to_string());
    workflow(&["test", &cases]).said(0, &["1 passed"]);
}
