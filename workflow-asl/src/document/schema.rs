//! The fields of each object (specification; measured with `ValidateStateMachineDefinition`).

use super::data::QueryLanguage;
use super::fields::{Fields, Problems};
use std::collections::BTreeSet;

/// At the top.
pub(super) const MACHINE: &[&str] =
    &["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

/// In every state.
const COMMON: &[&str] = &["Type", "Comment", "QueryLanguage"];

/// By kind of state, in either language.
#[rustfmt::skip]
const KINDS: &[(&str, &[&str])] = &[
    ("Pass", &["InputPath", "OutputPath", "Result", "ResultPath", "Parameters", "Output", "Assign", "Next", "End"]),
    (
        "Task",
        &[
            "InputPath", "OutputPath", "ResultPath", "Parameters", "Arguments", "Output", "Assign", "Resource",
            "Credentials", "ResultSelector", "Retry", "Catch", "TimeoutSeconds", "TimeoutSecondsPath",
            "HeartbeatSeconds", "HeartbeatSecondsPath", "Next", "End",
        ],
    ),
    (
        "Wait",
        &[
            "InputPath", "OutputPath", "Output", "Assign", "Seconds", "Timestamp", "SecondsPath", "TimestampPath",
            "Next", "End",
        ],
    ),
    (
        "Parallel",
        &[
            "InputPath", "OutputPath", "ResultPath", "Parameters", "Arguments", "Output", "Assign", "ResultSelector",
            "Retry", "Catch", "Branches", "Next", "End",
        ],
    ),
    (
        "Map",
        &[
            "InputPath", "OutputPath", "ResultPath", "Parameters", "Output", "Assign", "ResultSelector", "Retry",
            "Catch", "ItemProcessor", "Iterator", "ItemsPath", "Items", "ItemSelector", "ItemReader", "ItemBatcher",
            "ResultWriter", "MaxConcurrency", "MaxConcurrencyPath", "ToleratedFailurePercentage",
            "ToleratedFailurePercentagePath", "ToleratedFailureCount", "ToleratedFailureCountPath", "Label", "Next",
            "End",
        ],
    ),
    ("Choice", &["InputPath", "OutputPath", "Output", "Assign", "Choices", "Default"]),
    ("Succeed", &["InputPath", "OutputPath", "Output"]),
    ("Fail", &["Error", "Cause", "ErrorPath", "CausePath"]),
];

/// Of JSONPath alone, in states.
#[rustfmt::skip]
const JSON_PATH: &[&str] = &[
    "InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector", "Result", "ItemsPath",
    "TimeoutSecondsPath", "HeartbeatSecondsPath", "SecondsPath", "TimestampPath", "MaxConcurrencyPath",
    "ToleratedFailurePercentagePath", "ToleratedFailureCountPath", "ErrorPath", "CausePath",
];
/// Of JSONata alone, in states.
const JSONATA: &[&str] = &["Arguments", "Output", "Items"];

/// The fields of one language alone.
pub(super) const fn of_language(language: QueryLanguage) -> &'static [&'static str] {
    match language {
        QueryLanguage::JsonPath => JSON_PATH,
        QueryLanguage::Jsonata => JSONATA,
    }
}

/// The fields of all states.
pub(super) fn all() -> BTreeSet<&'static str> {
    KINDS
        .iter()
        .flat_map(|(_, fields)| fields.iter().copied())
        .chain(COMMON.iter().copied())
        .collect()
}

/// Notes the fields that a state of its kind does not have. One that no kind has does not keep it from being run.
pub(super) fn state(fields: &Fields<'_>, problems: &mut Problems) {
    let kind = fields.get("Type").and_then(|kind| kind.as_str());
    let own = KINDS.iter().find(|(name, _)| Some(*name) == kind);
    let Some((_, own)) = own else { return };
    let others: BTreeSet<_> = KINDS
        .iter()
        .flat_map(|(_, fields)| fields.iter().copied())
        .filter(|field| !own.contains(field))
        .collect();
    let others: Vec<_> = others.into_iter().collect();
    fields.none(problems, &others);
    fields.only(problems, &[COMMON, own, &others].concat());
}
