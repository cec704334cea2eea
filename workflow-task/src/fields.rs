//! The fields of a typed error, as JSON text: what travels in the cause.

use crate::failure::Failure;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// An enum whose fields serde can write and read: all of the form `{"Variant": fields}`, serde's default.
#[diagnostic::on_unimplemented(
    message = "the fields of `{Self}` cannot travel with the failure",
    label = "this enum needs `Serialize` and `Deserialize`",
    note = "write `#[derive(Debug, Serialize, Deserialize, TaskError)]` above it"
)]
pub trait Fields: Serialize + DeserializeOwned {}
#[diagnostic::do_not_recommend]
impl<E: Serialize + DeserializeOwned> Fields for E {}

/// Writes and reads the fields of an error.
///
/// One function makes it and its methods ask for nothing, so that a missing derive is reported once.
pub struct Codec<E> {
    write: fn(&E) -> String,
    read: fn(&Failure, &str) -> Result<E, Failure>,
}

/// For the errors of one type.
#[must_use]
pub fn fields<E: Fields>() -> Codec<E> {
    Codec { write, read }
}

impl<E> Codec<E> {
    /// The fields of a variant, as serde writes them, without the variant's name.
    pub fn to_text(self, error: &E) -> String {
        (self.write)(error)
    }

    /// The variant that serde calls `variant`, with its fields from a cause.
    ///
    /// # Errors
    /// `States.QueryEvaluationError` if the cause does not hold the fields.
    pub fn from_cause(self, failure: &Failure, variant: &str) -> Result<E, Failure> {
        (self.read)(failure, variant)
    }
}

fn write<E: Fields>(error: &E) -> String {
    let text = |value: &Value| value.to_string();
    match serde_json::to_value(error) {
        Ok(Value::Object(tagged)) => tagged.values().next().map(text).unwrap_or_default(),
        Ok(_) => String::new(),
        Err(error) => format!("the fields have no JSON form: {error}"),
    }
}

fn read<E: Fields>(failure: &Failure, variant: &str) -> Result<E, Failure> {
    let fields: Value = failure.fields()?;
    let tagged = Map::from_iter([(variant.to_owned(), fields)]);
    serde_json::from_value(Value::Object(tagged)).map_err(|error| {
        Failure::query(format!(
            "the cause of {} does not hold the fields of the task's error: {error}",
            failure.error()
        ))
    })
}
