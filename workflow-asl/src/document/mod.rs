//! Documents in the Amazon States Language: a typed model, and what is wrong with one.
//!
//! ```
//! # use workflow_asl::Definition;
//! let definition = Definition::from_json(
//!     r#"{ "QueryLanguage": "JSONata", "StartAt": "Greet", "States": {
//!         "Greet": { "Type": "Pass", "Output": "{% 'Hello ' & $states.input.name %}", "End": true } } }"#,
//! );
//! assert_eq!(definition.map(|it| it.scope().states.len()), Ok(1));
//!
//! let problems = Definition::from_json(r#"{ "QueryLanguage": "JSONata", "StartAt": "A", "States": {} }"#);
//! assert_eq!(
//!     problems.unwrap_err()[0].to_string(),
//!     "MISSING_TRANSITION_TARGET: the state \"A\" is not in `States` of this scope at /StartAt"
//! );
//! ```

mod data;
mod expressions;
mod fields;
mod flow;
mod handlers;
mod kinds;
mod map;
mod maps;
mod problem;
mod read;
mod states;
mod templates;
mod validate;

pub use data::*;
pub use map::*;
pub use problem::{Code, Problem};
pub use states::*;
pub use templates::{Reads, Site};

#[cfg(test)]
mod accepted;
#[cfg(test)]
mod tests;

use serde_json::Value;

/// A state machine: read, checked, and never changed. It keeps its JSON and prints it as it came, with unknown
/// fields and the order of keys; to change a document is to read a new one.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    source: Value,
    comment: Option<String>,
    timeout: Option<u32>,
    language: QueryLanguage,
    scope: Scope,
}

impl Definition {
    /// A definition from JSON text.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn from_json(text: &str) -> Result<Self, Vec<Problem>> {
        let value = serde_json::from_str(text).map_err(|error| {
            vec![Problem::new(Code::Json, "", format!("this is not JSON: {error}"))]
        })?;
        Self::from_value(value)
    }

    /// A definition from JSON.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn from_value(source: Value) -> Result<Self, Vec<Problem>> {
        let mut problems = vec![];
        let read = read::machine(&source, &mut problems);
        if let Some(machine) = &read {
            validate::machine(&machine.scope, &mut problems);
            expressions::machine(&machine.scope, &mut problems);
        }
        match read {
            Some(read::Machine { comment, timeout, language, scope }) if problems.is_empty() => {
                Ok(Definition { source, comment, timeout, language, scope })
            }
            _ => Err(problems),
        }
    }

    /// The JSON, as it came.
    #[must_use]
    pub fn to_value(&self) -> Value {
        self.source.clone()
    }

    /// The JSON, as it came, without a copy.
    #[must_use]
    pub fn as_value(&self) -> &Value {
        &self.source
    }

    /// The JSON text, indented.
    #[must_use]
    pub fn to_json_pretty(&self) -> String {
        format!("{:#}", self.source)
    }

    /// `Comment`.
    #[must_use]
    pub fn comment(&self) -> Option<&str> {
        self.comment.as_deref()
    }

    /// `TimeoutSeconds`: how long an execution may take.
    #[must_use]
    pub fn timeout(&self) -> Option<u32> {
        self.timeout
    }

    /// `QueryLanguage`: that of the states that do not say another.
    #[must_use]
    pub fn language(&self) -> QueryLanguage {
        self.language
    }

    /// The outermost states.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }
}
