//! JSON to the model, state by state. Reading goes on after a mistake, to find them all.

use super::data::QueryLanguage;
use super::diagnostic::{Code, Diagnostic};
use super::fields::{Fields, LONGEST, Problems, integer, join};
use super::flow::data;
use super::kinds::kind;
use super::schema;
use super::states::{Scope, State};
use serde_json::Value;

/// The fields at the top of a document.
pub(super) struct Machine {
    pub(super) comment: Option<String>,
    pub(super) timeout: Option<u32>,
    pub(super) language: QueryLanguage,
    pub(super) scope: Scope,
}

pub(super) fn machine(value: &Value, problems: &mut Problems) -> Option<Machine> {
    if !value.is_object() {
        // Recorded.
        let message = "Definition must be a valid JSON object";
        problems.push(Diagnostic::error(Code::Schema, "", message));
        return None;
    }
    let fields = Fields::of(value, "", problems)?;
    fields.require(problems, &["States", "StartAt"]);
    fields.only(problems, schema::MACHINE);
    fields.choice(problems, "Version", &[("1.0", ())]);
    let language = language(&fields, QueryLanguage::JsonPath, problems);
    let comment = fields.string(problems, "Comment");
    // 0 is accepted (measured).
    let timeout = fields.read(problems, "TimeoutSeconds", integer(0, LONGEST));
    let scope = scope(&fields, language, problems)?;
    Some(Machine { comment, timeout, language, scope })
}

/// The language of a machine or a state. What is neither name counts as JSONata (measured).
fn language(fields: &Fields<'_>, outer: QueryLanguage, problems: &mut Problems) -> QueryLanguage {
    let languages = [("JSONPath", QueryLanguage::JsonPath), ("JSONata", QueryLanguage::Jsonata)];
    if !fields.has("QueryLanguage") {
        return outer;
    }
    let own = fields.choice(problems, "QueryLanguage", &languages);
    own.unwrap_or(QueryLanguage::Jsonata)
}

/// The states that are right: from those that are not, nothing is known but their diagnostics.
pub(super) fn scope(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<Scope> {
    let start = fields.string(problems, "StartAt").unwrap_or_default();
    let value = fields.get("States")?;
    let pointer = fields.at("States");
    let states = Fields::of(value, &pointer, problems)?.map();
    if states.is_empty() {
        fields.wrong_field(problems, "States", "Value cannot be empty");
    }
    let read = |(name, value): (&String, &Value)| {
        state(name, value, &join(&pointer, name), language, problems)
    };
    let states = states.iter().filter_map(read).collect();
    Some(Scope { pointer: fields.pointer.to_owned(), start, states })
}

/// A scope within a state: a branch or a processor.
pub(super) fn inner(
    fields: &Fields<'_>,
    known: &[&str],
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<Scope> {
    fields.require(problems, &["StartAt", "States"]);
    fields.none(problems, &["QueryLanguage"]);
    fields.only(problems, &[known, &["QueryLanguage"]].concat());
    scope(fields, language, problems)
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
    let fields = Fields::of(value, pointer, problems)?;
    let comment = fields.string(problems, "Comment");
    let own = language(&fields, machine, problems);
    if machine == QueryLanguage::Jsonata && own == QueryLanguage::JsonPath {
        let message =
            "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
        fields.wrong(problems, message);
    }
    fields.speaks(problems, own, &schema::of_language(own.other()));
    schema::state(&fields, problems);
    let data = data(&fields, own, problems);
    let kind = kind(&fields, Languages { machine, own }, problems)?;
    // Also where something in it is wrong: the checks that follow tell what else is (measured).
    Some(State { name: name.to_owned(), pointer: pointer.to_owned(), comment, data, kind })
}

/// The language of a state, and that of the machine.
#[derive(Clone, Copy)]
pub(super) struct Languages {
    pub(super) machine: QueryLanguage,
    pub(super) own: QueryLanguage,
}
