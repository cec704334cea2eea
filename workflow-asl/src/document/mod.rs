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
//! let wrong = r#"{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Next": "B" }, "C": { "Type": "Succeed" } } }"#;
//! let problems = Definition::from_json(wrong).unwrap_err();
//! assert_eq!(problems[0].message, "Missing 'Next' target: B");
//! assert_eq!(problems[0].location.as_deref(), Some("/States/A/Next"));
//! ```
//!
//! [`Definition::from_json`] refuses what cannot be run; [`validate`] says what AWS says, and on request more.

mod advice;
mod choices;
mod data;
mod diagnostic;
mod distributed;
mod fields;
mod flow;
mod handlers;
mod hints;
mod inside;
mod kinds;
mod limits;
mod map;
mod maps;
mod parameters;
mod paths;
mod quoted;
mod read;
mod report;
mod resources;
mod scan;
mod schema;
mod services;
mod slips;
mod source;
mod states;
mod templates;
mod text;
mod transitions;
mod validate;
mod variables;
mod walk;
#[cfg(feature = "yaml")]
mod yaml;
#[cfg(feature = "yaml")]
mod yaml_places;

pub use data::*;
pub use diagnostic::{Code, Diagnostic, Severity};
pub use map::*;
pub use parameters::{ACTIONS, Action, action};
pub use report::explain;
pub use states::*;
pub use templates::{Reads, Site};
pub use text::Text;
pub use validate::{Options, Report, validate, validate_value};
#[cfg(feature = "yaml")]
pub use yaml::{explain_yaml, validate_yaml};

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod recorded;
#[cfg(test)]
mod tests;

use serde_json::Value;
use std::collections::BTreeMap;

/// A state machine in the Amazon States Language: read, checked, and never changed. It keeps its JSON and prints it as it
/// came, with unknown fields and the order of keys. To change a document, change its JSON and read that.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    source: Value,
    comment: Option<String>,
    timeout: Option<u32>,
    language: QueryLanguage,
    scope: Scope,
}

impl Definition {
    /// Reads a definition from JSON text.
    ///
    /// # Errors
    /// All mistakes that keep it from running. AWS refuses more: see [`validate`].
    pub fn from_json(text: &str) -> Result<Self, Vec<Diagnostic>> {
        let (value, mut problems) = source::read(text)?;
        Self::read(value, &mut problems).ok_or(problems)
    }

    /// Reads a definition from JSON.
    ///
    /// # Errors
    /// All mistakes that keep it from running. AWS refuses more: see [`validate`].
    pub fn from_value(source: Value) -> Result<Self, Vec<Diagnostic>> {
        let mut problems = vec![];
        Self::read(source, &mut problems).ok_or(problems)
    }

    /// `None` where something keeps it from being run; `problems` then has all that does.
    fn read(source: Value, problems: &mut Vec<Diagnostic>) -> Option<Self> {
        let read = validate::structure(&source, problems);
        problems.retain(|problem| problem.blocks);
        problems.iter_mut().for_each(|problem| problem.locate(&source));
        let read::Machine { comment, timeout, language, scope } = read?;
        problems.is_empty().then_some(Definition { source, comment, timeout, language, scope })
    }

    /// Returns the JSON as it came.
    #[must_use]
    pub fn to_value(&self) -> Value {
        self.source.clone()
    }

    /// Returns the JSON as it came, without a copy.
    #[must_use]
    pub fn as_value(&self) -> &Value {
        &self.source
    }

    /// Returns the JSON text, indented.
    #[must_use]
    pub fn to_json_pretty(&self) -> String {
        format!("{:#}", self.source)
    }

    /// Returns `Comment`.
    #[must_use]
    pub fn comment(&self) -> Option<&str> {
        self.comment.as_deref()
    }

    /// Returns `TimeoutSeconds`: the longest time of an execution, in seconds.
    #[must_use]
    pub fn timeout(&self) -> Option<u32> {
        self.timeout
    }

    /// Returns `QueryLanguage`: the language of all states without one of their own.
    #[must_use]
    pub fn language(&self) -> QueryLanguage {
        self.language
    }

    /// Returns the outermost states.
    #[must_use]
    pub fn scope(&self) -> &Scope {
        &self.scope
    }

    /// Returns the variables that each state reads, in the form of `variableReferences` of `DescribeStateMachine`: the names
    /// are in order, states of nested scopes are among the others, and a state that reads no variable is left out.
    #[must_use]
    pub fn variable_references(&self) -> BTreeMap<String, Vec<String>> {
        variables::references(&self.scope)
    }
}
