//! The fields of each object (specification; measured with `ValidateStateMachineDefinition`).

use super::data::QueryLanguage;
use super::fields::{Fields, Problems};
use std::collections::BTreeSet;

/// At the top.
pub(super) const MACHINE: &[&str] =
    &["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

/// In every state.
const COMMON: &[&str] = &["Type", "Comment", "QueryLanguage"];

/// The kinds of states, each with the letter that stands for it in [`FIELDS`].
const KINDS: &[(&str, char)] = &[
    ("Pass", 'P'),
    ("Task", 'T'),
    ("Wait", 'W'),
    ("Parallel", 'L'),
    ("Map", 'M'),
    ("Choice", 'C'),
    ("Succeed", 'S'),
    ("Fail", 'F'),
];

/// A field of states.
struct Row {
    name: &'static str,
    /// The letters of the kinds that have it.
    kinds: &'static str,
    /// The only language that has it; `None` if both have it.
    language: Option<QueryLanguage>,
}

const fn json_path(name: &'static str, kinds: &'static str) -> Row {
    Row { name, kinds, language: Some(QueryLanguage::JsonPath) }
}

const fn jsonata(name: &'static str, kinds: &'static str) -> Row {
    Row { name, kinds, language: Some(QueryLanguage::Jsonata) }
}

const fn both(name: &'static str, kinds: &'static str) -> Row {
    Row { name, kinds, language: None }
}

/// The fields of states, a row each: the name, the kinds of states that have it, the language.
const FIELDS: &[Row] = &[
    json_path("InputPath", "PTWLMCS"),
    json_path("OutputPath", "PTWLMCS"),
    json_path("ResultPath", "PTLM"),
    json_path("Parameters", "PTLM"),
    json_path("ResultSelector", "TLM"),
    json_path("Result", "P"),
    json_path("ItemsPath", "M"),
    json_path("TimeoutSecondsPath", "T"),
    json_path("HeartbeatSecondsPath", "T"),
    json_path("SecondsPath", "W"),
    json_path("TimestampPath", "W"),
    json_path("MaxConcurrencyPath", "M"),
    json_path("ToleratedFailurePercentagePath", "M"),
    json_path("ToleratedFailureCountPath", "M"),
    json_path("ErrorPath", "F"),
    json_path("CausePath", "F"),
    jsonata("Arguments", "TL"),
    jsonata("Output", "PTWLMCS"),
    jsonata("Items", "M"),
    both("Assign", "PTWLMC"),
    both("Next", "PTWLM"),
    both("End", "PTWLM"),
    both("Retry", "TLM"),
    both("Catch", "TLM"),
    both("Resource", "T"),
    both("Credentials", "T"),
    both("TimeoutSeconds", "T"),
    both("HeartbeatSeconds", "T"),
    both("Seconds", "W"),
    both("Timestamp", "W"),
    both("Branches", "L"),
    both("ItemProcessor", "M"),
    both("Iterator", "M"),
    both("ItemSelector", "M"),
    both("ItemReader", "M"),
    both("ItemBatcher", "M"),
    both("ResultWriter", "M"),
    both("MaxConcurrency", "M"),
    both("ToleratedFailurePercentage", "M"),
    both("ToleratedFailureCount", "M"),
    both("Label", "M"),
    both("Choices", "C"),
    both("Default", "C"),
    both("Error", "F"),
    both("Cause", "F"),
];

/// The fields of one language alone.
pub(super) fn of_language(language: QueryLanguage) -> Vec<&'static str> {
    let of = FIELDS.iter().filter(|row| row.language == Some(language));
    of.map(|row| row.name).collect()
}

/// The fields of all states.
pub(super) fn all() -> BTreeSet<&'static str> {
    FIELDS.iter().map(|row| row.name).chain(COMMON.iter().copied()).collect()
}

/// Notes the fields that a state of its kind does not have. One that no kind has does not keep it from being run.
pub(super) fn state(fields: &Fields<'_>, problems: &mut Problems) {
    let kind = fields.get("Type").and_then(|kind| kind.as_str());
    let Some((_, letter)) = KINDS.iter().find(|(name, _)| Some(*name) == kind) else { return };
    let is_own = |row: &&Row| row.kinds.contains(*letter);
    let own = FIELDS.iter().filter(is_own).map(|row| row.name);
    let others: BTreeSet<_> =
        FIELDS.iter().filter(|row| !is_own(row)).map(|row| row.name).collect();
    let others: Vec<_> = others.into_iter().collect();
    let known: Vec<_> = COMMON.iter().copied().chain(own).chain(others.iter().copied()).collect();
    fields.none(problems, &others);
    fields.only(problems, &known);
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use crate::document::Definition;
    use serde_json::{Value, json};

    /// A state of a kind with what it cannot do without, in a language.
    fn state(kind: &str, language: QueryLanguage) -> Value {
        let scope = json!({ "StartAt": "B", "States": { "B": { "Type": "Pass", "End": true } } });
        let condition = match language {
            QueryLanguage::Jsonata => json!({ "Condition": true, "Next": "Z" }),
            QueryLanguage::JsonPath => json!({ "Variable": "$.a", "IsNull": true, "Next": "Z" }),
        };
        match kind {
            "Task" => json!({ "Resource": "arn:aws:states:::lambda:invoke", "Next": "Z" }),
            "Wait" => json!({ "Seconds": 1, "Next": "Z" }),
            "Parallel" => json!({ "Branches": [scope], "Next": "Z" }),
            "Map" => json!({ "ItemProcessor": scope, "Next": "Z" }),
            "Choice" => json!({ "Choices": [condition], "Default": "Z" }),
            "Pass" => json!({ "Next": "Z" }),
            _ => json!({}),
        }
    }

    /// Returns what is wrong with a machine of this state and its end.
    fn problems(mut state: Value, kind: &str, language: QueryLanguage) -> Vec<String> {
        state["Type"] = json!(kind);
        let states = match state.get("Next").or(state.get("Default")) {
            Some(_) => json!({ "A": state, "Z": { "Type": "Succeed" } }),
            None => json!({ "A": state }),
        };
        let machine = json!({ "QueryLanguage": language.name(), "StartAt": "A", "States": states });
        let problems = Definition::from_value(machine).err().unwrap_or_default();
        problems.iter().map(ToString::to_string).collect()
    }

    /// A row that the reader of a kind does not read would let any value pass.
    #[test]
    fn each_row_is_read() {
        let wrong = [json!(1.5), json!("{% 1 + %}"), json!({ "a.$": "b", "b": "{% 1 + %}" })];
        for language in [QueryLanguage::JsonPath, QueryLanguage::Jsonata] {
            for (kind, letter) in KINDS {
                let whole = state(kind, language);
                assert_eq!(problems(whole.clone(), kind, language), [""; 0], "{kind}");
                let rows = FIELDS.iter().filter(|row| row.kinds.contains(*letter));
                let rows = rows.filter(|row| row.language.is_none_or(|it| it == language));
                // Any JSON may stand there.
                for row in rows.filter(|row| row.name != "Result") {
                    let read = wrong.iter().any(|wrong| {
                        let mut state = whole.clone();
                        state[row.name] = wrong.clone();
                        let found = problems(state, kind, language);
                        found.iter().any(|it| !it.contains("is not supported"))
                    });
                    assert!(read, "{kind} does not read `{}`", row.name);
                }
            }
        }
    }

    #[test]
    fn each_field_has_one_row() {
        let names: BTreeSet<_> = FIELDS.iter().map(|row| row.name).collect();
        assert_eq!(names.len(), FIELDS.len());
    }
}
