//! The error of a file of mocks.

use serde_json::{Map, Value};
use std::fmt;
use workflow_asl::nearest;

/// Something wrong with a file of mocks, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MocksError {
    /// The place: a JSON pointer (RFC 6901); empty for the whole file.
    pub pointer: String,
    /// The mistake, and the expected form.
    pub message: String,
}

impl MocksError {
    pub(super) fn new(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        MocksError { pointer: pointer.into(), message: message.into() }
    }
    /// Something else than was expected.
    pub(super) fn expected(pointer: &str, expected: &str, found: &Value) -> Self {
        let kind = match found {
            Value::Null => "null",
            Value::Bool(_) => "a boolean",
            Value::Number(_) => "a number",
            Value::String(_) => "a string",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        MocksError::new(pointer, format!("expected {expected}, found {kind}"))
    }
}

impl fmt::Display for MocksError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.pointer.is_empty() {
            write!(f, "{}: ", self.pointer)?;
        }
        f.write_str(&self.message)
    }
}
impl std::error::Error for MocksError {}

/// Problems as they are found: reading goes on.
pub(super) type Problems = Vec<MocksError>;

/// The pointer of a field.
pub(super) fn within(pointer: &str, field: &str) -> String {
    format!("{pointer}/{}", field.replace('~', "~0").replace('/', "~1"))
}

/// An object, if it is one.
pub(super) fn object<'v>(
    value: &'v Value,
    pointer: &str,
    expected: &str,
    problems: &mut Problems,
) -> Option<&'v Map<String, Value>> {
    let object = value.as_object();
    if object.is_none() {
        problems.push(MocksError::expected(pointer, expected, value));
    }
    object
}

/// Complains of fields that have no meaning.
pub(super) fn only(
    fields: &Map<String, Value>,
    known: &[&str],
    pointer: &str,
    problems: &mut Problems,
) {
    for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
        let hint = nearest::hint(name, known.iter().copied());
        let known: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
        let message = format!("there is no field `{name}`{hint} (fields: {})", known.join(", "));
        problems.push(MocksError::new(within(pointer, name), message));
    }
}
