//! Reading the fields of one object, collecting what is wrong with them.

use super::problem::{Code, Problem};
use crate::jsonata::Template;
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

pub(super) type Problems = Vec<Problem>;

impl<'a> Fields<'a> {
    /// The fields of a value that must be an object.
    pub(super) fn of(value: &'a Value, pointer: &'a str, problems: &mut Problems) -> Option<Self> {
        let map = value.as_object();
        if map.is_none() {
            problems.push(Problem::new(
                Code::Schema,
                pointer,
                format!("an object was expected here, not {value}"),
            ));
        }
        map.map(|map| Fields { map, pointer })
    }

    pub(super) fn get(&self, key: &str) -> Option<&'a Value> {
        self.map.get(key)
    }
    pub(super) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }
    /// The place of a field.
    pub(super) fn at(&self, key: &str) -> String {
        join(self.pointer, key)
    }

    /// Notes a problem of this object.
    pub(super) fn wrong(&self, problems: &mut Problems, message: impl Into<String>) {
        problems.push(Problem::new(Code::Schema, self.pointer, message));
    }
    /// Notes a problem of a field.
    pub(super) fn wrong_field(
        &self,
        problems: &mut Problems,
        key: &str,
        message: impl Into<String>,
    ) {
        problems.push(Problem::new(Code::Schema, self.at(key), message));
    }

    /// Notes a field that is missing.
    pub(super) fn missing(&self, problems: &mut Problems, key: &str) {
        // Recorded: "The field 'RoleArn' is required but was missing at /States/State0/Credentials".
        self.wrong(problems, format!("The field '{key}' is required but was missing"));
    }

    /// A field, if it is of the right type; `what` names the type.
    fn typed<T>(
        &self,
        problems: &mut Problems,
        key: &str,
        what: &str,
        read: impl FnOnce(&'a Value) -> Option<T>,
    ) -> Option<T> {
        let value = self.get(key)?;
        let read = read(value);
        if read.is_none() {
            self.wrong_field(problems, key, format!("`{key}` must be {what}, but is {value}"));
        }
        read
    }

    pub(super) fn string(&self, problems: &mut Problems, key: &str) -> Option<String> {
        self.typed(problems, key, "a string", |value| value.as_str().map(str::to_owned))
    }
    pub(super) fn required_string(&self, problems: &mut Problems, key: &str) -> Option<String> {
        if !self.has(key) {
            self.missing(problems, key);
        }
        self.string(problems, key)
    }
    pub(super) fn array(&self, problems: &mut Problems, key: &str) -> Option<&'a Vec<Value>> {
        self.typed(problems, key, "an array", Value::as_array)
    }
    /// An array with at least one item.
    pub(super) fn items(&self, problems: &mut Problems, key: &str) -> Option<&'a Vec<Value>> {
        if !self.has(key) {
            self.missing(problems, key);
        }
        self.typed(problems, key, "an array with at least one item", |value| {
            value.as_array().filter(|items| !items.is_empty())
        })
    }
    /// An integer between bounds.
    pub(super) fn integer(
        &self,
        problems: &mut Problems,
        key: &str,
        min: u32,
        max: u32,
    ) -> Option<u32> {
        self.typed(problems, key, &format!("an integer from {min} to {max}"), |value| {
            whole(value).filter(|number| (min..=max).contains(number))
        })
    }
    pub(super) fn number(&self, problems: &mut Problems, key: &str, min: f64) -> Option<f64> {
        self.typed(problems, key, &format!("a number of at least {min}"), |value| {
            value.as_f64().filter(|number| *number >= min)
        })
    }

    /// A template; notes each of its expressions that is not JSONata.
    pub(super) fn template(&self, problems: &mut Problems, key: &str) -> Option<Template> {
        template(self.get(key)?, &self.at(key), key, problems)
    }

    /// One of the words of a table, as what it stands for.
    pub(super) fn choice<T: Copy>(
        &self,
        problems: &mut Problems,
        key: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let names: Vec<_> = words.iter().map(|(word, _)| *word).collect();
        self.typed(problems, key, &format!("one of {}", names.join(", ")), |value| {
            words.iter().find(|(word, _)| value == word).map(|(_, meaning)| *meaning)
        })
    }

    /// Notes the fields that belong to JSONPath.
    pub(super) fn no_json_path(&self, problems: &mut Problems, keys: &[&str]) {
        for key in keys.iter().filter(|key| self.has(key)) {
            self.wrong_field(
                problems,
                key,
                format!(
                    "The field '{key}' is not supported when 'QueryLanguage' is set to 'JSONata'"
                ),
            );
        }
    }
}

/// A number without fraction, also where it is written `5.0`.
pub(super) fn whole(value: &Value) -> Option<u32> {
    let number = value.as_f64()?;
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number))
        .then_some(number as u32)
}

/// A template; notes each of its expressions that is not JSONata.
pub(super) fn template(
    value: &Value,
    pointer: &str,
    field: &str,
    problems: &mut Problems,
) -> Option<Template> {
    let note = |place: crate::jsonata::Place| {
        let message =
            format!("the expression is not JSONata that can be used here: {}", place.error);
        Problem::new(Code::Schema, format!("{pointer}{}", place.pointer), message)
    };
    Template::parse(value, field)
        .map_err(|places| problems.extend(places.into_iter().map(note)))
        .ok()
}
