//! The published definitions, with names where a deployment puts them.

#[path = "../support/definition.rs"]
mod definition;

pub use definition::{states, ways};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;
use workflow::Definition;
use workflow_conformance::say;

/// Definitions by their source; `None`, said plainly, where there are none.
pub fn read() -> Option<BTreeMap<String, Value>> {
    let beside = || {
        PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/definitions/aws-samples.jsonl")
    };
    let file = std::env::var_os("WORKFLOW_DEFINITIONS").map_or_else(beside, PathBuf::from);
    let Ok(text) = std::fs::read_to_string(&file) else {
        say("SKIPPED: there are no definitions (../shared/definitions, or WORKFLOW_DEFINITIONS)");
        return None;
    };
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let named =
        |mut line: Value| (line["source"].as_str().unwrap().to_owned(), line["definition"].take());
    Some(lines.map(named).collect())
}

/// A definition as it is deployed: `${name}` gives way to what the deployment has for it.
pub fn deployed(definition: &Value, names: &[(&str, &str)]) -> Definition {
    let mut text = definition.to_string();
    for (name, value) in names {
        let placeholder = format!("${{{name}}}");
        assert!(text.contains(&placeholder), "the original has no {placeholder}");
        text = text.replace(&placeholder, value);
    }
    assert!(!text.contains("${"), "a placeholder is left: {text}");
    Definition::from_json(&text).unwrap()
}
