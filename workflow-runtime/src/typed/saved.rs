//! The record of a state: its name, what it does, and what it keeps under the names of the user's variables.

use crate::blocked::Reason;
use crate::failure::Failure;
use crate::machine::StateInfo;
use crate::payload::Payload;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// The start and the end of a scope, in its record: which scope it is says the state that it was begun by.
pub(super) const START: &str = "<start>";
pub(super) const END: &str = "<end>";

/// Writes a record: `{"state": …, "does": …, "kept": {"order": …, "quote": …}}`, of a Parallel with its `branches`.
#[derive(Default)]
pub struct Saved {
    state: String,
    does: Option<String>,
    code: u32,
    branches: Vec<String>,
    record: Map<String, Value>,
    failure: Option<Failure>,
}

impl Saved {
    /// The name of the state.
    pub fn state(&mut self, name: &str) -> &mut Self {
        name.clone_into(&mut self.state);
        self
    }

    /// Describes the state, by which changed code knows it; `branches` are in the order of its children.
    pub(super) fn work<'b>(&mut self, info: &StateInfo, branches: impl Iterator<Item = &'b str>) {
        self.does = Some(info.work().to_owned());
        self.code = info.code;
        self.branches = branches.map(str::to_owned).collect();
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
        let mut record = Map::new();
        record.insert("state".into(), self.state.into());
        record.extend(self.does.map(|does| ("does".to_owned(), does.into())));
        if self.code != 0 {
            record.insert("code".into(), self.code.into());
        }
        if !self.branches.is_empty() {
            record.insert("branches".into(), self.branches.into());
        }
        record.insert("kept".into(), self.record.into());
        self.failure.map_or(Ok(record.into()), Err)
    }
}

/// Reads a record.
pub struct Kept {
    state: String,
    does: Option<String>,
    code: u32,
    branches: Vec<String>,
    record: Map<String, Value>,
}

impl Kept {
    /// From a record.
    ///
    /// # Errors
    /// Where it is not one.
    pub fn new(record: Value) -> Result<Self, Failure> {
        let Value::Object(mut record) = record else { return Err(lost("an object")) };
        let does = record.get("does").and_then(Value::as_str).map(str::to_owned);
        let code = record.get("code").and_then(Value::as_u64).unwrap_or_default();
        let code = u32::try_from(code).unwrap_or_default();
        let branches = record.get("branches").and_then(Value::as_array).into_iter().flatten();
        let branches = branches.filter_map(Value::as_str).map(str::to_owned).collect();
        match (record.remove("state"), record.remove("kept")) {
            (Some(Value::String(state)), Some(Value::Object(record))) => {
                Ok(Kept { state, does, code, branches, record })
            }
            _ => Err(lost("a state and what it keeps")),
        }
    }

    /// The name of the state.
    #[must_use]
    pub fn state(&self) -> String {
        self.state.clone()
    }

    /// The task that the state called, or its kind.
    pub(super) fn does(&self) -> Option<&str> {
        self.does.as_deref()
    }

    /// The digest of the call that the state was; 0: none.
    pub(super) fn code(&self) -> u32 {
        self.code
    }

    /// The labels of the branches of a Parallel, in the order of its children.
    pub(super) fn branches(&self) -> &[String] {
        &self.branches
    }

    /// A value it keeps.
    ///
    /// # Errors
    /// Where it is missing or does not fit its type.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, Failure> {
        let reason = |found: String, expected: String| {
            Failure::unfit(Reason::new(&self.state, name, found, expected))
        };
        let ty = short(std::any::type_name::<T>());
        let Some(value) = self.record.remove(name) else {
            let names: Vec<_> = self.record.keys().map(|name| format!("`{name}`")).collect();
            let found = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
            return Err(reason(
                format!("nothing (it keeps {found})"),
                format!("a value of `{ty}`"),
            ));
        };
        let value = std::sync::Arc::new(value);
        Payload::Json(value.clone()).decoded().map_err(|failure| {
            let cause = failure.cause();
            let cause = cause.strip_prefix(UNFIT).unwrap_or(&cause);
            reason(shown(&value), format!("a value of `{ty}` ({cause})"))
        })
    }
}

/// A checkpoint that does not fit the code.
#[must_use]
pub fn lost(what: &str) -> Failure {
    Failure::runtime(format!("the checkpoint lacks {what}"))
}

/// The failure of a value that the record of the state around it should hold.
#[must_use]
pub fn outside(name: &str) -> Failure {
    Failure::unfit(Reason::new("", name, "nothing", "a value of the state around it"))
}

/// The beginning of the message about a value of another type.
const UNFIT: &str = "a value does not fit its type: ";

/// The most characters of a value that are shown.
const SHOWN: usize = 120;

fn shown(value: &Value) -> String {
    let text = value.to_string();
    if text.chars().count() <= SHOWN {
        return text;
    }
    text.chars().take(SHOWN).chain(['…']).collect()
}

/// A type's name without the paths to its parts: `Option<Order>`.
fn short(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut word = String::new();
    for letter in name.chars() {
        match letter {
            ':' => word.clear(),
            letter if letter.is_alphanumeric() || letter == '_' => word.push(letter),
            letter => {
                text.push_str(&std::mem::take(&mut word));
                text.push(letter);
            }
        }
    }
    text + &word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_named_without_paths() {
        for (name, expected) in [
            ("u64", "u64"),
            ("alloc::vec::Vec<shop::Order>", "Vec<Order>"),
            ("(core::option::Option<a::b_c::D>, &str)", "(Option<D>, &str)"),
        ] {
            assert_eq!(short(name), expected);
        }
    }
}
