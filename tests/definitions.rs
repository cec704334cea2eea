//! Definitions that people published: each is read, prints back as it came, is not called wrong, and is drawn.
//!
//! They stand beside the project, in `../shared/definitions/aws-samples.jsonl`, or in the file that
//! `WORKFLOW_DEFINITIONS` names: `source` and `definition`, one a line.

#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use workflow::Definition;
use workflow_asl::document::{Options, Scope, Severity, explain, validate};
use workflow_conformance::{folder, read, say};
use workflow_graph::{Graph, mermaid};

fn lines() -> Option<Vec<Value>> {
    let file = std::env::var_os("WORKFLOW_DEFINITIONS").map_or_else(
        || {
            PathBuf::from(env!("CARGO_MANIFEST_DIR"))
                .join("../shared/definitions/aws-samples.jsonl")
        },
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(&file) else {
        say("SKIPPED: there are no definitions (../shared/definitions, or WORKFLOW_DEFINITIONS)");
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

fn count(scope: &Scope, kinds: &mut BTreeMap<&'static str, usize>) {
    for state in &scope.states {
        *kinds.entry(state.kind.name()).or_default() += 1;
        state.kind.scopes().iter().for_each(|inner| count(inner, kinds));
    }
}

/// Something that stands where a state should: AWS refuses such a document, and so do we.
fn is_no_document(value: &Value) -> bool {
    let states = value["States"].as_object().into_iter().flat_map(|states| states.values());
    states.into_iter().any(|state| !state.is_object())
}

#[test]
fn published_definitions() {
    let Some(lines) = lines() else { return };
    let (mut kinds, mut codes, mut wrong) = (BTreeMap::new(), BTreeMap::new(), vec![]);
    let mut refused = vec![];
    for line in &lines {
        let (source, value) = (line["source"].as_str().unwrap_or_default(), &line["definition"]);
        let text = serde_json::to_string_pretty(value).unwrap();
        let report =
            validate(&text, &Options { severity: Severity::Warning, ..Options::default() });
        for found in &report.diagnostics {
            *codes.entry(found.code.name()).or_insert(0) += 1;
        }
        let drawing = mermaid(&Graph::read(value));
        assert!(drawing.starts_with("flowchart TD\n"), "{source}");
        match Definition::from_json(&text) {
            Ok(definition) if report.is_ok() => {
                assert_eq!(definition.as_value().to_string(), value.to_string(), "{source}");
                count(definition.scope(), &mut kinds);
                let states = value["States"].as_object().map_or(0, serde_json::Map::len);
                assert!(drawing.lines().count() > states, "{source}\n{drawing}");
            }
            _ if is_no_document(value) => refused.push(source),
            _ => wrong.push(format!("{source}\n{}", explain(&text, &report.diagnostics))),
        }
    }
    let good = lines.len() - wrong.len() - refused.len();
    say(&format!("definitions: published {good}/{}", lines.len()));
    println!("states {kinds:?}");
    println!("warnings and errors: {codes:?}; no documents of States: {refused:?}");
    for text in &wrong {
        println!("{text}");
    }
    assert!(!lines.is_empty() && wrong.is_empty(), "{} are called wrong", wrong.len());
}

/// What AWS ran, it had accepted.
#[test]
fn definitions_of_recorded_executions() {
    let Some(cases) = read(&folder(Path::new(env!("CARGO_MANIFEST_DIR")))).unwrap() else {
        return say("SKIPPED: there are no recorded executions (or WORKFLOW_CONFORMANCE)");
    };
    let (mut all, mut wrong) = (0, vec![]);
    for case in cases.iter().filter(|case| case.kind.starts_with("execution")) {
        let text = serde_json::to_string_pretty(&case.definition).unwrap();
        let report = validate(&text, &Options::default());
        all += 1;
        if !report.is_ok() {
            wrong.push(format!("{}\n{}", case.name(), explain(&text, &report.diagnostics)));
        }
    }
    say(&format!("definitions: recorded {}/{all}", all - wrong.len()));
    assert!(all > 0 && wrong.is_empty(), "{}", wrong.join("\n"));
}
