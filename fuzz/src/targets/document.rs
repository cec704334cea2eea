//! Documents: read or refused, and what is read prints as it came.

use super::kind;
use workflow_asl::Definition;
use workflow_asl::document::{MachineType, Options, Severity, explain, validate, validate_value};
use workflow_graph::{Graph, Layout, Style, mermaid, svg};

pub fn run(bytes: &[u8]) -> u64 {
    let text = String::from_utf8_lossy(bytes);
    let options = Options { severity: Severity::Warning, ..Options::default() };
    let report = validate(&text, &options);
    let explained = explain(&text, &report.diagnostics);
    assert_eq!(explained.is_empty(), report.diagnostics.is_empty(), "each is explained");
    let express = Options { machine_type: MachineType::Express, ..options };
    let refused = report.diagnostics.iter().any(|found| found.severity == Severity::Error);
    let definition = match Definition::from_json(&text) {
        Ok(definition) => definition,
        Err(problems) => {
            assert!(
                !problems.is_empty() && refused,
                "what cannot be run is not valid: {problems:?}"
            );
            let first = problems.first().map(|problem| problem.message.as_str());
            return kind(&[first.unwrap_or_default()]);
        }
    };
    drop(validate(&text, &express));
    laws(&definition);
    let codes: Vec<_> = report.diagnostics.iter().map(|found| found.message.as_str()).collect();
    kind(&codes) ^ definition.variable_references().len() as u64
}

fn laws(definition: &Definition) {
    let printed = definition.to_json_pretty();
    let again = Definition::from_json(&printed);
    assert_eq!(again.as_ref(), Ok(definition), "printed and read again");
    let again = Definition::from_value(definition.to_value());
    assert_eq!(again.as_ref(), Ok(definition), "as a value");
    let graph = Graph::of(definition);
    assert!(!mermaid(&graph).is_empty());
    assert!(svg(&Layout::of(&graph), &Style::default()).ends_with("</svg>\n"));
    let options = Options { severity: Severity::Warning, ..Options::default() };
    let of_text = validate(&printed, &options);
    assert_eq!(of_text, validate_value(definition.as_value(), &options), "of text and of value");
    assert_eq!(of_text, validate(&printed, &options), "twice the same");
}
