//! Reading the fields of one object, collecting what is wrong with them. The words are AWS's (recorded, or
//! measured with `ValidateStateMachineDefinition` and reported in public).

use super::data::QueryLanguage;
use super::diagnostic::{Code, Diagnostic};
use crate::jsonata::Template;
use crate::nearest::near;
use serde_json::{Map, Value};

/// The longest time in seconds: that of AWS.
pub(super) const LONGEST: u32 = 99_999_999;

/// An object of the document: its fields, and where it is.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    map: &'a Map<String, Value>,
    pub(super) pointer: &'a str,
}

/// A JSON pointer, one step further.
pub(super) fn join(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}

pub(super) type Problems = Vec<Diagnostic>;

/// The meaning of a value, or AWS's message about it.
pub(super) type Meaning<T> = Result<T, String>;

impl<'a> Fields<'a> {
    /// The fields of a value that must be an object.
    pub(super) fn of(value: &'a Value, pointer: &'a str, problems: &mut Problems) -> Option<Self> {
        let map = value.as_object();
        if map.is_none() {
            problems.push(Diagnostic::error(Code::Schema, pointer, expected("OBJECT")));
        }
        map.map(|map| Fields { map, pointer })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key)
    }
    pub(super) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }
    pub(super) fn map(&self) -> &'a Map<String, Value> {
        self.map
    }
    /// The place of a field.
    pub(super) fn at(&self, key: &str) -> String {
        join(self.pointer, key)
    }

    /// Notes a problem of this object.
    pub(super) fn wrong(&self, problems: &mut Problems, message: impl Into<String>) {
        problems.push(Diagnostic::error(Code::Schema, self.pointer, message));
    }
    /// Notes a problem of this object, and the field that makes it.
    pub(super) fn misfit(&self, problems: &mut Problems, key: &str, message: impl Into<String>) {
        problems.push(Diagnostic::error(Code::Schema, self.pointer, message).of(key));
    }
    /// Notes a problem of a field.
    pub(super) fn wrong_field(
        &self,
        problems: &mut Problems,
        key: &str,
        message: impl Into<String>,
    ) {
        problems.push(Diagnostic::error(Code::Schema, self.at(key), message));
    }

    /// Notes the fields that are missing.
    pub(super) fn require(&self, problems: &mut Problems, keys: &[&str]) {
        let missing: Vec<_> = keys.iter().filter(|key| !self.has(key)).copied().collect();
        if !missing.is_empty() {
            let message = format!("These fields are required: [{}]", missing.join(", "));
            let found = Diagnostic::error(Code::Schema, self.pointer, message);
            problems.push(match self.misspelt(keys, &missing) {
                Some((key, meant)) => found.of(key).help(format!("write `{meant}` for `{key}`")),
                None => found,
            });
        }
    }

    /// Finds a field whose name is like that of one that is missing, and that one.
    fn misspelt<'k>(&self, keys: &[&str], missing: &[&'k str]) -> Option<(&'a str, &'k str)> {
        let known = super::schema::all();
        let others = self.map.keys().map(String::as_str);
        let mut others = others.filter(|key| !keys.contains(key) && !known.contains(key));
        others.find_map(|key| Some((key, near(key, missing.iter().copied())?)))
    }

    /// Notes the fields that are none of these.
    pub(super) fn only(&self, problems: &mut Problems, keys: &[&str]) {
        for key in self.map.keys().filter(|key| !keys.contains(&key.as_str())) {
            let message = format!("Field '{key}' is not supported");
            problems.push(Diagnostic::refusal(self.pointer, message).of(key));
        }
    }

    /// Notes the fields of this list: they have no place here.
    pub(super) fn none(&self, problems: &mut Problems, keys: &[&str]) {
        for key in keys.iter().filter(|key| self.has(key)) {
            self.misfit(problems, key, format!("Field '{key}' is not supported"));
        }
    }

    /// Notes fields that exclude each other.
    pub(super) fn at_most_one(&self, problems: &mut Problems, keys: &[&str]) {
        let second = self.map.keys().filter(|key| keys.contains(&key.as_str())).nth(1);
        if let Some(second) = second {
            let keys = keys.join(", ");
            let message = format!("There should only be one of the following fields: [{keys}]");
            self.misfit(problems, second, message);
        }
    }
    /// The one of these fields that is there; notes if it is not one.
    pub(super) fn exactly_one<'k>(
        &self,
        problems: &mut Problems,
        keys: &[&'k str],
    ) -> Option<&'k str> {
        let given: Vec<_> = keys.iter().filter(|key| self.has(key)).collect();
        self.at_most_one(problems, keys);
        if given.is_empty() {
            let keys = keys.join(", ");
            let message =
                format!("This object should have only one of the following fields: [{keys}]");
            self.wrong(problems, message);
        }
        match given[..] {
            [only] => Some(only),
            _ => None,
        }
    }

    /// Notes the fields of the other query language.
    pub(super) fn speaks(
        &self,
        problems: &mut Problems,
        language: QueryLanguage,
        of_the_other: &[&str],
    ) {
        let other = language.other().name();
        for key in of_the_other.iter().filter(|key| self.has(key)) {
            let own = language.name();
            let message = format!(
                "The QueryLanguage is set to '{own}', but field '{key}' is only supported for the '{other}' QueryLanguage"
            );
            self.misfit(problems, key, message);
        }
    }

    /// A field, as what it means.
    pub(super) fn read<T>(
        &self,
        problems: &mut Problems,
        key: &str,
        read: impl FnOnce(&'a Value) -> Meaning<T>,
    ) -> Option<T> {
        read(self.get(key)?).map_err(|message| self.wrong_field(problems, key, message)).ok()
    }

    pub(super) fn string(&self, problems: &mut Problems, key: &str) -> Option<String> {
        self.read(problems, key, text)
    }
    pub(super) fn array(&self, problems: &mut Problems, key: &str) -> Option<&'a Vec<Value>> {
        self.read(problems, key, |value| value.as_array().ok_or_else(|| expected("ARRAY")))
    }
    /// An array with at least one item.
    pub(super) fn items(&self, problems: &mut Problems, key: &str) -> Option<&'a Vec<Value>> {
        let items = self.array(problems, key)?;
        if items.is_empty() {
            self.wrong_field(problems, key, "Value cannot be empty");
            return None;
        }
        Some(items)
    }
    /// One of the words of a table, as what it stands for.
    pub(super) fn choice<T: Copy>(
        &self,
        problems: &mut Problems,
        key: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        self.read(problems, key, |value| {
            let word = text(value)?;
            let known = words.iter().find(|(known, _)| *known == word);
            let names: Vec<_> = words.iter().map(|(word, _)| *word).collect();
            known.map(|(_, meaning)| *meaning).ok_or_else(|| {
                format!("Value should be one of the following: [{}]", names.join(", "))
            })
        })
    }

    /// A template; notes each of its expressions that is not JSONata.
    pub(super) fn template(&self, problems: &mut Problems, key: &str) -> Option<Template> {
        template(self.get(key)?, &self.at(key), key, problems)
    }
}

pub(super) fn expected(kind: &str) -> String {
    format!("Expected value of type [{kind}]")
}

pub(super) fn text(value: &Value) -> Meaning<String> {
    value.as_str().map(str::to_owned).ok_or_else(|| expected("STRING"))
}

/// An integer between bounds, also where it is written `5.0`.
pub(super) fn integer(min: u32, max: u32) -> impl Fn(&Value) -> Meaning<u32> {
    move |value| {
        let number = value.as_f64().filter(|number| number.fract() == 0.0);
        let number = number.ok_or_else(|| "Expected value of type Integer".to_owned())?;
        between(number, f64::from(min), f64::from(max), &|bound| bound.to_string())
            .map(|number| number as u32)
    }
}

/// A number between bounds, which AWS writes with a fraction.
pub(super) fn decimal(min: f64, max: f64) -> impl Fn(&Value) -> Meaning<f64> {
    move |value| {
        let number = value.as_f64().ok_or_else(|| "Expected value of type Number".to_owned())?;
        between(number, min, max, &|bound| format!("{bound:?}"))
    }
}

fn between(number: f64, min: f64, max: f64, print: &dyn Fn(f64) -> String) -> Meaning<f64> {
    match number {
        _ if number < min => Err(format!("Minimum value is {}", print(min))),
        _ if number > max => Err(format!("Maximum value is {}", print(max))),
        _ => Ok(number),
    }
}

/// A template; notes each of its expressions that is not JSONata, and each string that is half of one.
pub(super) fn template(
    value: &Value,
    pointer: &str,
    field: &str,
    problems: &mut Problems,
) -> Option<Template> {
    unclosed(value, pointer, problems);
    let note = |place: crate::jsonata::FieldPlace| {
        let code = if place.error.unsupported { Code::Unsupported } else { Code::Jsonata };
        let text = value.pointer(&place.pointer).and_then(Value::as_str);
        let known = |text: &str| Some(before_expression(text) + place.error.at?);
        let at = text.and_then(|text| {
            known(text).or_else(|| super::quoted::find(text, &place.error.message))
        });
        let pointer = format!("{pointer}{}", place.pointer);
        let help = place.error.help.map(str::to_owned);
        Diagnostic { at, help, ..Diagnostic::error(code, pointer, place.error.message) }
    };
    Template::parse(value, field)
        .map_err(|places| problems.extend(places.into_iter().map(note)))
        .ok()
}

/// The bytes of a string before its expression.
fn before_expression(text: &str) -> usize {
    let expression = text.strip_prefix("{%").unwrap_or(text);
    text.len() - expression.trim_start().len()
}

/// True if a string begins as an expression or ends as one, but not both (reported from AWS). With blanks at both
/// ends it is a plain text (recorded).
fn is_half_an_expression(text: &str) -> bool {
    text.starts_with("{%") != text.ends_with("%}")
}

fn unclosed(value: &Value, pointer: &str, problems: &mut Problems) {
    match value {
        Value::String(text) if is_half_an_expression(text) => {
            let message = "JSONata string must start with {% and end with %}";
            let found = Diagnostic::error(Code::Schema, pointer, message);
            problems.push(match is_half_an_expression(text.trim()) {
                false if text.ends_with('\n') => found.help(
                    "a line break stands behind `%}`, and belongs to the text: begin the block of YAML with `|-` or `>-`",
                ),
                false => found.help("leave out the blanks around `{% … %}`: they belong to the text"),
                true => found,
            });
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .for_each(|(index, item)| unclosed(item, &format!("{pointer}/{index}"), problems)),
        Value::Object(fields) => {
            fields.iter().for_each(|(key, value)| unclosed(value, &join(pointer, key), problems));
        }
        _ => {}
    }
}
