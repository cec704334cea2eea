//! The published definitions, with names where a deployment puts them.

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

/// All states of a definition, those of branches and items among them.
pub fn states(scope: &Value) -> Vec<(&str, &Value)> {
    let mut all = vec![];
    for (name, state) in scope["States"].as_object().into_iter().flatten() {
        all.push((name.as_str(), state));
        let branches = state["Branches"].as_array().into_iter().flatten();
        let items = [&state["Iterator"], &state["ItemProcessor"]];
        branches.chain(items).for_each(|inner| all.extend(states(inner)));
    }
    all
}

/// The ways of the Choices and catchers of a definition: pairs of states.
pub fn ways(definition: &Value) -> Vec<(String, String)> {
    let mut ways = vec![];
    for (name, state) in states(definition) {
        let rules = ["Choices", "Catch"].map(|key| state[key].as_array());
        let rules = rules.into_iter().flatten().flatten().map(|rule| &rule["Next"]);
        let to = rules.chain(std::iter::once(&state["Default"])).filter_map(Value::as_str);
        ways.extend(to.map(|to| (name.to_owned(), to.to_owned())));
    }
    ways
}
