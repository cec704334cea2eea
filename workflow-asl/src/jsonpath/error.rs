//! The errors of a path: its text, or its evaluation.

use std::fmt;
use std::sync::Arc;

/// A text that is not a path, or not an intrinsic function, of the States Language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathError {
    /// The mistake, and what to write instead.
    pub message: String,
    /// The place of the mistake: an offset in bytes.
    pub at: usize,
}

impl PathError {
    pub(super) fn new(at: usize, message: impl Into<String>) -> Self {
        PathError { message: message.into(), at }
    }
}

impl fmt::Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (at position {})", self.message, self.at)
    }
}
impl std::error::Error for PathError {}

/// An evaluation without a value: why, and the text that AWS gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The reason.
    pub reason: Reason,
    /// The path, or the whole intrinsic function, as it is written.
    pub expression: Arc<str>,
    /// The cause as AWS words it, without "An error occurred while executing the state …" before it.
    pub cause: String,
}

/// The reason why an evaluation has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A definite path, or a path of a Choice rule, leads to nothing. The words are Jayway's.
    NotFound(String),
    /// An index meets something that is no array. The words are Jayway's, which AWS shows (reported of
    /// intrinsic functions).
    NotArray(String),
    /// A reference path such as `ItemsPath` leads to nothing.
    Conflict(String),
    /// A variable is not assigned: its name.
    Variable(String),
    /// A path cannot be evaluated; Jayway throws.
    Evaluation(String),
    /// An intrinsic function refuses its arguments.
    Intrinsic(String),
    /// `ResultPath` cannot be applied to the input.
    ResultPath(String),
    /// A limit of ours.
    Limit(String),
}

impl Reason {
    /// Returns what went wrong, in words.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Reason::NotFound(text)
            | Reason::NotArray(text)
            | Reason::Conflict(text)
            | Reason::Evaluation(text)
            | Reason::Intrinsic(text)
            | Reason::ResultPath(text)
            | Reason::Limit(text) => text,
            Reason::Variable(name) => name,
        }
    }

    /// In a field that holds a path, such as `OutputPath` (recorded).
    pub(super) fn of_path(self, path: &Arc<str>) -> Failure {
        let cause = match &self {
            Reason::Variable(name) => format!("Invalid path '{path}' : No variable: ${name}"),
            reason => format!("Invalid path '{path}' : {}", reason.text()),
        };
        Failure { reason: self, expression: path.clone(), cause }
    }

    pub(super) fn limit(text: impl Into<String>) -> Self {
        Reason::Limit(text.into())
    }
}

impl Failure {
    /// A path of a document that is `null`: AWS evaluates none, not even `$` (reported, and called intended).
    pub(super) fn of_null(path: &Arc<str>) -> Self {
        let cause = "Unable to apply Path transformation to null or empty input.".to_owned();
        Failure { reason: Reason::Evaluation(cause.clone()), expression: path.clone(), cause }
    }

    /// The error name that AWS reports: `States.Runtime`, which nothing catches, but for `ResultPath` and
    /// `ItemsPath`. That is so for `States.ParameterPathFailure` and `States.IntrinsicFailure`, too (Developer
    /// Guide, "reserved").
    #[must_use]
    pub fn error(&self) -> &'static str {
        match self.reason {
            // The documentation has `States.ResultPathMatchFailure` for the first; executions end with this (reported).
            Reason::ResultPath(_) | Reason::Conflict(_) => "States.ReferencePathConflict",
            _ => "States.Runtime",
        }
    }

    /// True if a path leads to nothing, or to a variable that is not assigned.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        matches!(self.reason, Reason::NotFound(_) | Reason::NotArray(_) | Reason::Variable(_))
    }

    /// The same failure in a field that ends in `.$`, or in `ErrorPath` and `CausePath` (recorded): `field` is
    /// its name as it stands there.
    #[must_use]
    pub fn in_field(self, field: &str, input: &serde_json::Value) -> Self {
        if !self.is_missing() {
            return self;
        }
        let cause = format!(
            "The JSONPath '{}' specified for the field '{field}' could not be found in the input '{}'",
            self.expression,
            super::text::json(input)
        );
        Failure { cause, ..self }
    }

    /// The same failure in a Choice rule.
    #[must_use]
    pub fn in_choice(self) -> Self {
        if !self.is_missing() {
            return self;
        }
        let cause = format!(
            "Invalid path '{}': The choice state's condition path references an invalid value.",
            self.expression
        );
        Failure { cause, ..self }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.cause)
    }
}
impl std::error::Error for Failure {}
