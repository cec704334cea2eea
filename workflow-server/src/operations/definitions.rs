//! Validation of definitions.

use crate::model::Request;
use serde_json::{Map, Value, json};
use workflow_asl::document::{Diagnostic, MachineType, Options, Severity, validate};

/// Returns what is wrong with a definition.
pub(super) fn validated(request: &Request) -> Value {
    let express = request.text("type") == Some("EXPRESS");
    let warnings = request.text("severity") == Some("WARNING");
    let most = request.number("maxResults").and_then(|it| usize::try_from(it).ok());
    let options = Options {
        machine_type: if express { MachineType::Express } else { MachineType::Standard },
        severity: if warnings { Severity::Warning } else { Severity::Error },
        max_results: most.unwrap_or_default(),
    };
    let report = validate(request.needed("definition"), &options);
    json!({
        "result": if report.is_ok() { "OK" } else { "FAIL" },
        "diagnostics": report.diagnostics.iter().map(told).collect::<Vec<_>>(),
        "truncated": report.truncated,
    })
}

fn told(found: &Diagnostic) -> Value {
    let severity = if found.severity == Severity::Error { "ERROR" } else { "WARNING" };
    let mut told = Map::new();
    told.insert("severity".into(), json!(severity));
    told.insert("code".into(), json!(found.code.to_string()));
    told.insert("message".into(), json!(found.message));
    if let Some(location) = &found.location {
        told.insert("location".into(), json!(location));
    }
    Value::Object(told)
}
