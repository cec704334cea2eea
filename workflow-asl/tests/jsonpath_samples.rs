//! The JSONPath fields of definitions that AWS publishes: all of them are accepted, and print what they mean.
//!
//! They stand beside the project: `../shared/definitions`, or where `WORKFLOW_DEFINITIONS` says.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use serde_json::Value;
use std::path::PathBuf;
use workflow_asl::jsonpath::{ChoiceRule, Expression, Path, PayloadTemplate, ReferencePath};

const TEMPLATES: &[&str] =
    &["Parameters", "ResultSelector", "ItemSelector", "Assign", "Credentials"];
const REFERENCES: &[&str] =
    &["ResultPath", "ItemsPath", "SecondsPath", "TimestampPath", "MaxConcurrencyPath"];

#[derive(Default)]
struct Checked {
    count: usize,
    wrong: Vec<String>,
}

impl Checked {
    fn check<T, E: std::fmt::Debug>(&mut self, field: &str, value: &Value, found: Result<T, E>) {
        self.count += 1;
        if let Err(error) = found {
            self.wrong.push(format!("{field} {value}: {error:?}"));
        }
    }

    /// All fields, of whatever state.
    fn walk(&mut self, value: &Value) {
        value.as_array().into_iter().flatten().for_each(|item| self.walk(item));
        for (field, value) in value.as_object().into_iter().flatten() {
            match (field.as_str(), value) {
                (field, Value::Object(_)) if TEMPLATES.contains(&field) => {
                    self.check(field, value, PayloadTemplate::parse(value));
                }
                ("InputPath" | "OutputPath", Value::String(path)) => {
                    self.check(field, value, Path::parse(path));
                }
                ("ErrorPath" | "CausePath", Value::String(text)) => {
                    self.check(field, value, Expression::parse(text));
                }
                (field, Value::String(path)) if REFERENCES.contains(&field) => {
                    self.check(field, value, ReferencePath::parse(path));
                }
                ("Choices", Value::Array(rules)) => {
                    for rule in rules.iter().filter(|rule| rule.get("Condition").is_none()) {
                        self.check(field, rule, ChoiceRule::parse(rule));
                    }
                }
                (_, value) => self.walk(value),
            }
        }
    }
}

#[test]
fn published_definitions_are_accepted() {
    let folder = std::env::var_os("WORKFLOW_DEFINITIONS").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/definitions"),
        PathBuf::from,
    );
    let Ok(text) = std::fs::read_to_string(folder.join("aws-samples.jsonl")) else {
        println!("skipped: no published definitions beside the project");
        return;
    };
    let mut checked = Checked::default();
    for line in text.lines() {
        checked.walk(&serde_json::from_str(line).unwrap());
    }
    println!("{} fields of JSONPath, {} refused", checked.count, checked.wrong.len());
    assert!(checked.count > 100 && checked.wrong.is_empty(), "{}", checked.wrong.join("\n"));
}
