//! The record of a state: its name, and what it keeps under the names of the user's variables.

use crate::failure::Failure;
use crate::payload::Payload;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// Writes a record: `{"state": …, "kept": {"order": …, "quote": …}}`.
#[derive(Default)]
pub struct Saved {
    state: String,
    record: Map<String, Value>,
    failure: Option<Failure>,
}

impl Saved {
    /// The name of the state.
    pub fn state(&mut self, name: &str) -> &mut Self {
        name.clone_into(&mut self.state);
        self
    }

    /// A value it keeps.
    pub fn keep<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> &mut Self {
        match Payload::live_json(value) {
            Ok(value) => drop(self.record.insert(name.into(), value)),
            Err(failure) => {
                let cause = failure.cause();
                self.failure = Some(Failure::runtime(format!("`{name}` cannot be kept: {cause}")));
            }
        }
        self
    }

    /// The record.
    ///
    /// # Errors
    /// Where a value had no JSON form.
    pub fn finish(self) -> Result<Value, Failure> {
        let record = serde_json::json!({ "state": self.state, "kept": self.record });
        self.failure.map_or(Ok(record), Err)
    }
}

/// Reads a record.
pub struct Kept {
    state: String,
    record: Map<String, Value>,
}

impl Kept {
    /// From a record.
    ///
    /// # Errors
    /// Where it is not one.
    pub fn new(record: Value) -> Result<Self, Failure> {
        let Value::Object(mut record) = record else { return Err(lost("an object")) };
        match (record.remove("state"), record.remove("kept")) {
            (Some(Value::String(state)), Some(Value::Object(record))) => Ok(Kept { state, record }),
            _ => Err(lost("a state and what it keeps")),
        }
    }

    /// The name of the state.
    #[must_use]
    pub fn state(&self) -> String {
        self.state.clone()
    }

    /// A value it keeps.
    ///
    /// # Errors
    /// Where it is missing or does not fit its type.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Failure> {
        let value = self.record.get_mut(name).map(Value::take).ok_or_else(|| lost(name))?;
        Payload::Json(value.into()).decoded().map_err(|failure| {
            let cause = failure.cause();
            Failure::runtime(format!("the checkpoint's `{name}`: {cause}"))
        })
    }
}

/// A checkpoint that does not fit the code.
#[must_use]
pub fn lost(what: &str) -> Failure {
    Failure::runtime(format!("the checkpoint lacks {what}"))
}
