//! Reading how data goes through a state.

use super::data::{
    Assign, DataFlow, DataTemplate, Handover, JsonPathData, JsonataData, QueryLanguage, Setting,
    StateOutput,
};
use super::diagnostic::{Code, Diagnostic};
use super::fields::{Fields, Meaning, Problems, join, template, text};
use crate::jsonpath::{Expression, Path, PathError, PayloadTemplate, ReferencePath, Root};
use serde_json::Value;

/// The data of a state; what does not belong to its kind is refused elsewhere.
pub(super) fn data(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> DataFlow {
    match language {
        QueryLanguage::Jsonata => DataFlow::Jsonata(JsonataData {
            arguments: fields.template(problems, "Arguments"),
            outcome: outcome(fields, "", problems),
        }),
        QueryLanguage::JsonPath => DataFlow::JsonPath(Box::new(JsonPathData {
            input: or_null(fields, problems, "InputPath", path),
            parameters: fields.payload_template(problems, "Parameters"),
            selector: fields.payload_template(problems, "ResultSelector"),
            result: or_null(fields, problems, "ResultPath", result_path),
            assign: assign(fields, problems),
            output: or_null(fields, problems, "OutputPath", path),
        })),
    }
}

/// Returns what a rule or a catcher hands over; `prefix` is where it stands in the state.
pub(super) fn handover(
    fields: &Fields<'_>,
    language: QueryLanguage,
    prefix: &str,
    problems: &mut Problems,
) -> Handover {
    match language {
        QueryLanguage::Jsonata => Handover::Jsonata(outcome(fields, prefix, problems)),
        QueryLanguage::JsonPath => Handover::JsonPath {
            assign: assign(fields, problems),
            result: or_null(fields, problems, "ResultPath", result_path),
        },
    }
}

/// `Assign` and `Output` in JSONata.
fn outcome(fields: &Fields<'_>, prefix: &str, problems: &mut Problems) -> StateOutput {
    let output = fields.get("Output").and_then(|value| {
        template(value, &fields.at("Output"), &format!("{prefix}Output"), problems)
    });
    let pointer = fields.at("Assign");
    let mut assign = vec![];
    for (name, value) in variables(fields, problems).into_iter().flatten() {
        let pointer = join(&pointer, name);
        let field = format!("{prefix}Assign/{name}");
        check_name(name, &pointer, problems);
        if let Some(template) = template(value, &pointer, &field, problems) {
            assign.push((name.clone(), template));
        }
    }
    StateOutput { assign, output }
}

/// `Assign` in JSONPath.
fn assign(fields: &Fields<'_>, problems: &mut Problems) -> Option<Assign> {
    let pointer = fields.at("Assign");
    let mut names = vec![];
    for key in variables(fields, problems)?.keys() {
        let name = key.strip_suffix(".$").unwrap_or(key);
        check_name(name, &join(&pointer, key), problems);
        names.push(name.to_owned());
    }
    Some(Assign { names, values: fields.payload_template(problems, "Assign")? })
}

fn variables<'a>(
    fields: &Fields<'a>,
    problems: &mut Problems,
) -> Option<&'a serde_json::Map<String, Value>> {
    let value = fields.get("Assign")?;
    Fields::of(value, &fields.at("Assign"), problems).and(value.as_object())
}

/// A name of a variable: a Unicode identifier of at most 80 characters (specification, "Variables").
fn check_name(name: &str, pointer: &str, problems: &mut Problems) {
    let letter = |first: char| first.is_alphabetic() || first == '_';
    let what = match name.chars().next() {
        None => "is empty",
        Some(_) if name == "states" => {
            let message = "Cannot assign to reserved variable '$states'.";
            return problems.push(Diagnostic::error(Code::ReservedVariable, pointer, message));
        }
        Some(first)
            if !letter(first)
                || !name.chars().all(|next| next.is_alphanumeric() || next == '_') =>
        {
            "contains invalid characters"
        }
        Some(_) if name.chars().count() > 80 => "is longer than 80 characters",
        Some(_) => return,
    };
    let message = format!("Invalid variable name '{name}': the variable name {what}.");
    problems.push(Diagnostic::error(Code::VariableName, pointer, message));
}

/// A path; `$` if absent, `None` if `null`.
fn or_null<T>(
    fields: &Fields<'_>,
    problems: &mut Problems,
    key: &str,
    read: fn(&Value) -> Meaning<T>,
) -> Option<T> {
    match fields.get(key) {
        None => read(&Value::String("$".into())).ok(),
        Some(Value::Null) => None,
        Some(_) => fields.read(problems, key, read),
    }
}

fn path(value: &Value) -> Meaning<Path> {
    Path::parse(&text(value)?)
        .map_err(|error| format!("Value must be a valid JSONPath. {}", error.message))
}

fn not_a_reference(error: PathError) -> String {
    format!("Value is not a Reference Path: {}", error.message)
}

fn result_path(value: &Value) -> Meaning<ReferencePath> {
    ReferencePath::parse_result(&path_text(value)?).map_err(not_a_reference)
}

/// A path to one node.
pub(super) fn reference(value: &Value) -> Meaning<ReferencePath> {
    ReferencePath::parse(&path_text(value)?).map_err(not_a_reference)
}

/// The text of a path: what begins as none is refused in AWS's words for any path.
fn path_text(value: &Value) -> Meaning<String> {
    let text = text(value)?;
    if text.trim_start().starts_with('$') { Ok(text) } else { Err(NO_PATH.to_owned()) }
}

const NO_PATH: &str = "Value must be a valid JSONPath.";

/// A path to one node of the input or a variable: those of the numbers of a Map do not read the context object.
pub(super) fn data_reference(value: &Value) -> Meaning<ReferencePath> {
    let path = reference(value)?;
    match path.path().root() {
        Root::Context => Err("Value is not a Reference Path".to_owned()),
        _ => Ok(path),
    }
}

/// A path, or a call of an intrinsic function.
pub(super) fn path_or_call(value: &Value) -> Meaning<Expression> {
    Expression::parse(&text(value)?)
        .map_err(|error| format!("Value must be a valid JSONPath. {}", error.message))
}

/// A field that may stand in the document, or come from data.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) language: QueryLanguage,
    /// The place of its object in the state.
    pub(super) prefix: &'a str,
    pub(super) key: &'a str,
}

impl<'a> Place<'a> {
    /// A field of the state itself.
    pub(super) fn of(language: QueryLanguage, key: &'a str) -> Self {
        Place { language, prefix: "", key }
    }
}

impl Fields<'_> {
    /// A template in the language of the state; `prefix` is where the object stands in the state.
    pub(super) fn payload(
        &self,
        problems: &mut Problems,
        language: QueryLanguage,
        prefix: &str,
        key: &str,
    ) -> Option<DataTemplate> {
        match language {
            QueryLanguage::Jsonata => {
                template(self.get(key)?, &self.at(key), &format!("{prefix}{key}"), problems)
                    .map(DataTemplate::Jsonata)
            }
            QueryLanguage::JsonPath => {
                self.payload_template(problems, key).map(DataTemplate::JsonPath)
            }
        }
    }

    /// A payload template of JSONPath.
    fn payload_template(&self, problems: &mut Problems, key: &str) -> Option<PayloadTemplate> {
        let note = |problem: crate::jsonpath::TemplateProblem| {
            let pointer = format!("{}{}", self.at(key), problem.pointer);
            // AWS says the first sentence only (recorded).
            match problem.message.split_once(" call. ") {
                Some((words, why)) => {
                    Diagnostic::error(Code::Schema, pointer, format!("{words} call")).help(why)
                }
                None => Diagnostic::error(Code::Schema, pointer, problem.message),
            }
        };
        PayloadTemplate::parse(self.get(key)?)
            .map_err(|found| problems.extend(found.into_iter().map(note)))
            .ok()
    }

    /// A field that may stand in the document, or come from data: by `…Path` in JSONPath, by an expression in
    /// JSONata.
    pub(super) fn setting<T, P>(
        &self,
        problems: &mut Problems,
        at: Place<'_>,
        literal: impl Fn(&Value) -> Meaning<T>,
        path: impl Fn(&Value) -> Meaning<P>,
    ) -> Option<Setting<T, P>> {
        let Place { language, prefix, key } = at;
        let by_path = format!("{key}Path");
        if language == QueryLanguage::JsonPath && self.has(&by_path) {
            self.at_most_one(problems, &[key, &by_path]);
            return self.read(problems, &by_path, path).map(Setting::Path);
        }
        let value = self.get(key)?;
        if language == QueryLanguage::Jsonata {
            let template = template(value, &self.at(key), &format!("{prefix}{key}"), problems)?;
            if template.expression().is_some() {
                return Some(Setting::Expression(template));
            }
        }
        self.read(problems, key, literal).map(Setting::Literal)
    }
}
