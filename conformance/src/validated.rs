//! Cases of validation: what is wrong with a document.

use crate::case::Case;
use crate::compare::compare_value;
use serde_json::{Map, Value, json};
use workflow_asl::document::{MachineType, Options, Report, Severity, validate};
use workflow_replay::HistoryDifference;

/// Returns what is wrong with the document of a case: `{result, diagnostics}`, and `exception` where it is refused by
/// an operation that makes a state machine.
#[must_use]
pub fn validated(case: &Case) -> Value {
    let text = match case.more.get("definition_text") {
        Some(Value::String(text)) => text.clone(),
        _ => case.definition.to_string(),
    };
    let express = case.workflow == "EXPRESS";
    let machine_type = if express { MachineType::Express } else { MachineType::Standard };
    let asked = case.more.get("params").unwrap_or(&Value::Null);
    let warnings = asked["severity"] == "WARNING";
    let severity = if warnings { Severity::Warning } else { Severity::Error };
    let most = asked["maxResults"].as_u64().and_then(|most| usize::try_from(most).ok());
    let max_results = most.unwrap_or_default();
    let report = validate(&text, &Options { machine_type, severity, max_results });
    let result = if report.is_ok() { "OK" } else { "FAIL" };
    let asks = case.more.get("op").is_none_or(|op| op == "ValidateStateMachineDefinition");
    match report.refusal().filter(|_| !asks) {
        Some(message) => {
            json!({ "result": result, "exception": { "code": "InvalidDefinition", "message": message } })
        }
        None => json!({ "result": result, "diagnostics": diagnostics(&report) }),
    }
}

fn diagnostics(report: &Report) -> Vec<Value> {
    let one = |found: &workflow_asl::document::Diagnostic| {
        let severity = if found.severity == Severity::Error { "ERROR" } else { "WARNING" };
        let mut all = Map::new();
        all.insert("code".into(), json!(found.code.to_string()));
        if let Some(location) = &found.location {
            all.insert("location".into(), json!(location));
        }
        all.insert("message".into(), json!(found.message));
        all.insert("severity".into(), json!(severity));
        Value::Object(all)
    };
    report.diagnostics.iter().map(one).collect()
}

/// Every difference between what was recorded of a validation and what came of it; messages of diagnostics are at
/// discretion.
#[must_use]
pub fn compare_validated(case: &Case, actual: &Value) -> Vec<HistoryDifference> {
    let plain = |value: &Value| {
        let mut value = value.clone();
        if let Some(exception) = value.get_mut("exception").and_then(Value::as_object_mut) {
            exception.remove("httpStatus");
        }
        let diagnostics = value.get_mut("diagnostics").and_then(Value::as_array_mut);
        for diagnostic in diagnostics.into_iter().flatten().filter_map(Value::as_object_mut) {
            diagnostic.remove("message");
        }
        value
    };
    compare_value(&plain(&case.recorded), &plain(actual), &case.masks)
}
