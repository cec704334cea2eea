//! Reading how data goes through a state.

use super::data::{
    Data, Handover, JsonPathData, JsonataData, Outcome, PathText, Payload, PayloadText,
    QueryLanguage, Setting,
};
use super::fields::{Fields, Problems, join, template};
use super::problem::{Code, Problem};
use serde_json::Value;

/// The data of a state; what does not belong to its kind is refused elsewhere, and absent here.
pub(super) fn data(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Data {
    match language {
        QueryLanguage::Jsonata => Data::Jsonata(JsonataData {
            arguments: fields.template(problems, "Arguments"),
            outcome: outcome(fields, "", problems),
        }),
        QueryLanguage::JsonPath => Data::JsonPath(JsonPathData {
            input: fields.path_or_null(problems, "InputPath"),
            parameters: fields.payload_text(problems, "Parameters"),
            selector: fields.payload_text(problems, "ResultSelector"),
            result: fields.path_or_null(problems, "ResultPath"),
            assign: assign_text(fields, problems),
            output: fields.path_or_null(problems, "OutputPath"),
        }),
    }
}

/// What a rule or a catcher hands over; `prefix` is where it stands in the state.
pub(super) fn handover(
    fields: &Fields<'_>,
    language: QueryLanguage,
    prefix: &str,
    problems: &mut Problems,
) -> Handover {
    match language {
        QueryLanguage::Jsonata => Handover::Jsonata(outcome(fields, prefix, problems)),
        QueryLanguage::JsonPath => Handover::JsonPath {
            assign: assign_text(fields, problems),
            result: fields.path_or_null(problems, "ResultPath"),
        },
    }
}

/// `Assign` and `Output` in JSONata.
fn outcome(fields: &Fields<'_>, prefix: &str, problems: &mut Problems) -> Outcome {
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
    Outcome { assign, output }
}

/// `Assign` in JSONPath.
fn assign_text(fields: &Fields<'_>, problems: &mut Problems) -> Option<PayloadText> {
    let pointer = fields.at("Assign");
    for name in variables(fields, problems)?.keys() {
        check_name(variable(name), &join(&pointer, name), problems);
    }
    fields.payload_text(problems, "Assign")
}

/// The name of the variable that a key of `Assign` stands for (JSONPath).
pub(super) fn variable(key: &str) -> &str {
    key.strip_suffix(".$").unwrap_or(key)
}

fn variables<'a>(
    fields: &Fields<'a>,
    problems: &mut Problems,
) -> Option<&'a serde_json::Map<String, Value>> {
    let value = fields.get("Assign")?;
    Fields::of(value, &fields.at("Assign"), problems).and(value.as_object())
}

fn check_name(name: &str, pointer: &str, problems: &mut Problems) {
    if let Err(message) = variable_name(name) {
        problems.push(Problem::new(Code::Schema, pointer, message));
    }
}

/// A name of a variable: a Unicode identifier of at most 80 characters (specification, "Variables").
fn variable_name(name: &str) -> Result<(), String> {
    let mut characters = name.chars();
    let begins = characters.next().is_some_and(|first| first.is_alphabetic() || first == '_');
    if name == "states" {
        return Err("the variable name `states` is reserved; choose another".into());
    }
    if !begins
        || !characters.all(|next| next.is_alphanumeric() || next == '_')
        || name.chars().count() > 80
    {
        return Err(format!(
            "\"{name}\" is not a variable name: a letter, then letters, digits and `_`, 80 characters at most"
        ));
    }
    Ok(())
}

impl Fields<'_> {
    /// A template in the language of the state; `prefix` is where the object stands in the state.
    pub(super) fn payload(
        &self,
        problems: &mut Problems,
        language: QueryLanguage,
        prefix: &str,
        key: &str,
    ) -> Option<Payload> {
        match language {
            QueryLanguage::Jsonata => {
                template(self.get(key)?, &self.at(key), &format!("{prefix}{key}"), problems)
                    .map(Payload::Jsonata)
            }
            QueryLanguage::JsonPath => self.payload_text(problems, key).map(Payload::JsonPath),
        }
    }

    /// A payload template of JSONPath.
    fn payload_text(&self, _: &mut Problems, key: &str) -> Option<PayloadText> {
        self.get(key).cloned().map(PayloadText)
    }

    /// A path; `$` if absent, `None` if `null`.
    fn path_or_null(&self, problems: &mut Problems, key: &str) -> Option<PathText> {
        match self.get(key) {
            None => Some(PathText("$".into())),
            Some(Value::Null) => None,
            Some(_) => self.path(problems, key),
        }
    }

    /// A path.
    pub(super) fn path(&self, problems: &mut Problems, key: &str) -> Option<PathText> {
        self.string(problems, key).map(PathText)
    }

    /// A field that may be written in the document, or come from data: by `…Path` in JSONPath, by an expression
    /// in JSONata.
    pub(super) fn setting<T>(
        &self,
        problems: &mut Problems,
        at: Place<'_>,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Option<Setting<T>> {
        let Place { language, prefix, key, what } = at;
        let path = format!("{key}Path");
        if language == QueryLanguage::JsonPath && self.has(&path) {
            if self.has(key) {
                let message = format!("`{key}` and `{path}` exclude each other");
                self.wrong_field(problems, &path, message);
            }
            return self.path(problems, &path).map(Setting::Path);
        }
        let value = self.get(key)?;
        if language == QueryLanguage::Jsonata {
            let template = template(value, &self.at(key), &format!("{prefix}{key}"), problems)?;
            if template.expression().is_some() {
                return Some(Setting::Expression(template));
            }
        }
        let literal = read(value).map(Setting::Literal);
        if literal.is_none() {
            let or = match language {
                QueryLanguage::Jsonata => " or an expression `{% … %}`",
                QueryLanguage::JsonPath => "",
            };
            let message = format!("`{key}` must be {what}{or}, but is {value}");
            self.wrong_field(problems, key, message);
        }
        literal
    }
}

/// Where a setting stands, and what it is.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) language: QueryLanguage,
    /// Where its object stands in the state.
    pub(super) prefix: &'a str,
    pub(super) key: &'a str,
    /// What it must be.
    pub(super) what: &'a str,
}

impl<'a> Place<'a> {
    /// A field of the state itself.
    pub(super) fn of(language: QueryLanguage, key: &'a str, what: &'a str) -> Self {
        Place { language, prefix: "", key, what }
    }
}
