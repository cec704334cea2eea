//! JSON to the model, state by state. Reading goes on after a mistake, to find them all.

use super::data::QueryLanguage;
use super::fields::{Fields, LONGEST, Problems, join};
use super::flow::data;
use super::kinds::kind;
use super::states::{Scope, State};
use serde_json::Value;

/// What is read at the top of a document.
pub(super) struct Machine {
    pub(super) comment: Option<String>,
    pub(super) timeout: Option<u32>,
    pub(super) language: QueryLanguage,
    pub(super) scope: Scope,
}

pub(super) fn machine(value: &Value, problems: &mut Problems) -> Option<Machine> {
    let fields = Fields::of(value, "", problems)?;
    if fields.get("Version").is_some_and(|version| version != "1.0") {
        fields.wrong_field(problems, "Version", "the only `Version` is \"1.0\"");
    }
    let language = language(&fields, QueryLanguage::JsonPath, problems);
    let comment = fields.string(problems, "Comment");
    let timeout = fields.integer(problems, "TimeoutSeconds", 1, LONGEST);
    let scope = scope(&fields, language, problems)?;
    Some(Machine { comment, timeout, language, scope })
}

/// The language of a machine or a state.
fn language(fields: &Fields<'_>, outer: QueryLanguage, problems: &mut Problems) -> QueryLanguage {
    let message = match fields.get("QueryLanguage").map(Value::as_str) {
        None => return outer,
        Some(Some("JSONata")) => return QueryLanguage::Jsonata,
        Some(Some("JSONPath")) if outer == QueryLanguage::JsonPath => return outer,
        Some(Some("JSONPath")) => {
            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine"
        }
        Some(_) => "`QueryLanguage` is \"JSONata\" or \"JSONPath\"",
    };
    fields.wrong_field(problems, "QueryLanguage", message);
    outer
}

pub(super) fn scope(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<Scope> {
    let start = fields.required_string(problems, "StartAt");
    let Some(value) = fields.get("States") else {
        fields.missing(problems, "States");
        return None;
    };
    let pointer = fields.at("States");
    Fields::of(value, &pointer, problems)?;
    let read = |(name, value): (&String, &Value)| {
        state(name, value, &join(&pointer, name), language, problems)
    };
    let states: Vec<_> = value.as_object()?.iter().map(read).collect();
    let states = states.into_iter().collect::<Option<_>>()?;
    Some(Scope { pointer: fields.pointer.to_owned(), start: start?, states })
}

/// A state; `machine` is the language of the machine, which those within it have as well (specification,
/// "Query languages").
fn state(
    name: &str,
    value: &Value,
    pointer: &str,
    machine: QueryLanguage,
    problems: &mut Problems,
) -> Option<State> {
    let before = problems.len();
    let fields = Fields::of(value, pointer, problems)?;
    let comment = fields.string(problems, "Comment");
    let own = language(&fields, machine, problems);
    if own == QueryLanguage::Jsonata {
        fields.no_json_path(problems, JSON_PATH);
    }
    let data = data(&fields, own, problems);
    let kind = kind(&fields, Languages { machine, own }, problems)?;
    // A state with a mistake is not looked at further.
    (problems.len() == before).then(|| State {
        name: name.to_owned(),
        pointer: pointer.to_owned(),
        comment,
        data,
        kind,
    })
}

/// The language of a state, and that of the machine.
#[derive(Clone, Copy)]
pub(super) struct Languages {
    pub(super) machine: QueryLanguage,
    pub(super) own: QueryLanguage,
}

/// The fields of states in JSONPath.
const JSON_PATH: &[&str] = &[
    "InputPath",
    "OutputPath",
    "ResultPath",
    "Parameters",
    "ResultSelector",
    "ItemsPath",
    "MaxConcurrencyPath",
    "SecondsPath",
    "TimestampPath",
    "TimeoutSecondsPath",
    "HeartbeatSecondsPath",
    "ErrorPath",
    "CausePath",
    "Result",
];
