//! Documents that are meant to hurt.

#![allow(clippy::unwrap_used, reason = "tests")]
use super::*;
use proptest::prelude::*;
use serde_json::json;

fn codes(text: &str) -> Vec<&'static str> {
    let report = validate(text, &Options { severity: Severity::Warning, ..Options::default() });
    report.diagnostics.iter().map(|found| found.code.name()).collect()
}

#[test]
fn deep_documents() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let text = format!("{}1{}", open.repeat(100_000), close.repeat(100_000));
        assert_eq!(codes(&text), ["TOO_DEEPLY_NESTED"]);
    }
    let nested = |depth: usize| {
        let mut scope =
            json!({ "StartAt": "x", "States": { "x": { "Type": "Pass", "End": true } } });
        for level in 0..depth {
            let name = level.to_string();
            scope = json!({ "StartAt": name, "States": { name: { "Type": "Parallel", "Branches": [scope], "End": true } } });
        }
        scope
    };
    assert!(validate_value(&nested(20), &Options::default()).is_ok());
    let report = validate_value(&nested(200), &Options::default());
    assert_eq!(report.diagnostics[0].code, Code::TooDeep);
    assert!(Definition::from_value(nested(200)).is_err());
}

#[test]
fn huge_documents() {
    let pass =
        |index: usize| format!("\"s{index}\":{{\"Type\":\"Pass\",\"Next\":\"s{}\"}}", index + 1);
    let states: Vec<_> = (0..10_000).map(pass).collect();
    let text = format!(
        "{{\"StartAt\":\"s0\",\"States\":{{{},\"s10000\":{{\"Type\":\"Succeed\"}}}}}}",
        states.join(",")
    );
    assert!(codes(&text).is_empty());
    assert_eq!(codes(&format!("{text}{}", " ".repeat(1 << 20))), ["SCHEMA_VALIDATION_FAILED"]);
    let wrong: Vec<_> =
        (0..1_000).map(|index| format!("\"s{index}\":{{\"Type\":\"Hop\"}}")).collect();
    let report = validate(
        &format!("{{\"StartAt\":\"s0\",\"States\":{{{}}}}}", wrong.join(",")),
        &Options::default(),
    );
    assert!(report.truncated && report.diagnostics.len() == 100);
}

#[test]
fn keys_that_are_twice() {
    let text = r#"{"StartAt":"A","States":{"A":{"Type":"Pass","End":true},"A":{"Type":"Fail"}}}"#;
    assert_eq!(codes(text), ["DUPLICATE_STATE_NAME"]);
    assert!(Definition::from_json(text).is_err());
    let text = r#"{"StartAt":"A","StartAt":"B","States":{"B":{"Type":"Succeed"}}}"#;
    assert_eq!(codes(text), ["WORKFLOW_DUPLICATE_KEY"]);
    assert!(Definition::from_json(text).is_ok());
}

#[test]
fn states_that_lead_to_themselves() {
    let text = r#"{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A"}}}"#;
    assert_eq!(codes(text), ["MISSING_END_STATE"]);
}

/// Any JSON, most of it made of the words of the language.
fn document() -> impl Strategy<Value = Value> {
    let word = prop::sample::select(vec![
        "StartAt",
        "States",
        "Type",
        "Next",
        "End",
        "Pass",
        "Task",
        "Map",
        "Choice",
        "Parallel",
        "Wait",
        "Fail",
        "JSONata",
        "QueryLanguage",
        "Choices",
        "Branches",
        "Catch",
        "Retry",
        "ErrorEquals",
        "ItemProcessor",
        "ItemsPath",
        "Condition",
        "Variable",
        "And",
        "Not",
        "Resource",
        "{% $states.input %}",
        "{% ( %}",
        "$.a",
        "$$",
        "$x[",
        "States.Format('{}', $.a)",
        "Assign",
        "x.$",
        "Output",
        "Parameters",
        "ProcessorConfig",
        "Mode",
        "DISTRIBUTED",
        "Seconds",
        "SecondsPath",
        "A",
        "States.ALL",
        "",
    ]);
    let leaf = prop_oneof![
        Just(json!(null)),
        any::<bool>().prop_map(|it| json!(it)),
        (-2i64..100).prop_map(|it| json!(it)),
        word.clone().prop_map(|it| json!(it)),
    ];
    leaf.prop_recursive(6, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::Array),
            prop::collection::vec((word.clone(), inner), 0..7).prop_map(|fields| Value::Object(
                fields.into_iter().map(|(key, it)| (key.to_owned(), it)).collect()
            )),
        ]
    })
}

proptest! {
    /// Nothing panics; what is said has a place; what can be run prints as it came.
    #[test]
    fn any_json_is_read_or_refused(states in document(), start in document()) {
        let value = json!({ "StartAt": start, "States": { "A": states } });
        let options = Options { severity: Severity::Warning, ..Options::default() };
        let text = value.to_string();
        let report = validate(&text, &options);
        prop_assert_eq!(&report, &validate_value(&value, &options));
        for found in &report.diagnostics {
            prop_assert!(value.pointer(&found.pointer).is_some() || !found.blocks, "{:?}", found);
        }
        prop_assert!(report.diagnostics.is_empty() || !explain(&text, &report.diagnostics).is_empty());
        match Definition::from_value(value.clone()) {
            Ok(definition) => prop_assert_eq!(definition.to_value(), value),
            Err(problems) => prop_assert!(!problems.is_empty() && !report.is_ok()),
        }
    }

    /// No text panics.
    #[test]
    fn any_text_is_read_or_refused(text in "[\\[\\]{}\":,a-z0-9 \n\\\\é]{0,40}") {
        let report = validate(&text, &Options::default());
        prop_assert!(!explain(&text, &report.diagnostics).is_empty());
        prop_assert!(Definition::from_json(&text).is_err());
    }
}
