//! The elements that a Map iterates over.

use crate::failure::Failure;
use serde_json::{Value, json};
use std::sync::Arc;

/// An item of an array, or a field of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    /// The key of a field.
    pub key: Option<Arc<str>>,
    /// The value.
    pub value: Value,
}

impl Element {
    /// An item of an array.
    #[must_use]
    pub fn of(value: Value) -> Self {
        Element { key: None, value }
    }

    /// A field of an object.
    #[must_use]
    pub fn field(key: impl Into<Arc<str>>, value: Value) -> Self {
        Element { key: Some(key.into()), value }
    }

    /// The input of an iteration: a field is `{"Key", "Value"}` (documented; measured of an `ItemReader`).
    #[must_use]
    pub fn input(self) -> Value {
        match self.key {
            None => self.value,
            Some(key) => json!({ "Key": &*key, "Value": self.value }),
        }
    }
}

/// The elements of the value that a Map iterates over: items of an array, or fields of an object (documented;
/// recordings of 2024 refuse objects).
///
/// # Errors
/// If the value is neither.
pub fn elements(list: Value) -> Result<Vec<Element>, Failure> {
    match list {
        Value::Array(list) => Ok(list.into_iter().map(Element::of).collect()),
        Value::Object(fields) => {
            Ok(fields.into_iter().map(|(key, value)| Element::field(key, value)).collect())
        }
        other => Err(no_array(&other)),
    }
}

/// The failure of a Map over a value without elements (recorded).
pub(crate) fn no_array(value: &Value) -> Failure {
    Failure::query(format!("Map state input must be an array but was: {value}"))
}
