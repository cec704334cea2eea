//! The errors of an expression: its text, or its evaluation.

use super::fault::{CALLED, Fault};
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// An expression that is not JSONata, or that AWS Step Functions does not accept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// The code of the JSONata error, such as `S0201`; empty for the rules of AWS and our own.
    pub code: String,
    /// The message.
    pub message: String,
    /// The remedy, if the message does not say it.
    pub help: Option<&'static str>,
    /// True if it is JSONata, but reads what AWS does not offer.
    pub unsupported: bool,
    /// The byte of the expression at which it is wrong, if known; blanks at its ends do not count.
    pub at: Option<usize>,
}

impl SyntaxError {
    /// An expression that a rule of AWS, or of ours, refuses.
    pub(super) fn rule(message: impl Into<String>) -> Self {
        let (code, message) = (String::new(), message.into());
        SyntaxError { code, message, help: None, unsupported: true, at: None }
    }

    /// The same error, at a byte of the expression.
    pub(super) fn at(self, at: usize) -> Self {
        SyntaxError { at: Some(at), ..self }
    }

    /// The same error, with what to write instead.
    pub(super) fn help(self, help: &'static str) -> Self {
        SyntaxError { help: Some(help), ..self }
    }
}

impl From<Fault> for SyntaxError {
    fn from(fault: Fault) -> Self {
        SyntaxError {
            code: fault.code.into(),
            message: fault.text,
            help: None,
            unsupported: false,
            at: fault.at,
        }
    }
}

impl fmt::Display for SyntaxError {
    /// Without the code, as AWS has it (recorded).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}
impl std::error::Error for SyntaxError {}

/// An evaluation that has no value: the expression throws, or its value is a function.
#[derive(Clone, Debug, PartialEq)]
pub enum EvaluationError {
    /// It threw an error.
    Threw {
        /// The code of the JSONata error, such as `T1006`; empty where there is none.
        code: String,
        /// Its text.
        message: String,
        /// The byte of the expression at which it was thrown, if known.
        at: Option<usize>,
    },
    /// Its value is a function, or contains one.
    Unsupported,
}

impl From<Fault> for EvaluationError {
    fn from(fault: Fault) -> Self {
        // A function that nobody called by a name.
        let message = fault.text.replace(CALLED, "undefined");
        EvaluationError::Threw { code: fault.code.into(), message, at: fault.at }
    }
}

impl fmt::Display for EvaluationError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            // The bounds of AWS have no code, and a colon (measured).
            EvaluationError::Threw { code, message, .. } if code.is_empty() => {
                write!(f, "threw an error during evaluation: {message}")
            }
            EvaluationError::Threw { code, message, .. } => {
                write!(f, "threw an error during evaluation. {code}: {message}")
            }
            EvaluationError::Unsupported => f.write_str("returned an unsupported result type."),
        }
    }
}
impl std::error::Error for EvaluationError {}

/// An expression of a field without a value of the right type. The text is that of AWS (recorded).
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    /// The text of the expression, without `{%` and `%}`; `None` for a field that has no expression.
    pub expression: Option<Arc<str>>,
    /// Its place in the state, such as `Arguments/Payload/amount`.
    pub location: Arc<str>,
    /// The message.
    pub reason: Reason,
}

/// The fault of a field's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The expression came to nothing.
    Undefined,
    /// It did not come to a value.
    Evaluation(EvaluationError),
    /// It came to a value of another type.
    Type {
        /// The type it must have.
        expected: &'static str,
        /// The value.
        value: Value,
    },
    /// Something else: a sentence of its own.
    Other(String),
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.reason, &self.expression) {
            (Reason::Other(message), _) => return f.write_str(message),
            (_, Some(expression)) => write!(
                f,
                "The JSONata expression '{expression}' specified for the field '{}' ",
                self.location
            )?,
            (_, None) => write!(f, "The value specified for the field '{}' ", self.location)?,
        }
        match &self.reason {
            Reason::Undefined => f.write_str("returned nothing (undefined)."),
            Reason::Evaluation(error) => write!(f, "{error}"),
            Reason::Type { expected, value } => write!(
                f,
                "returned an unexpected result type. Expected '{expected}', but was '{}' for value: {value}",
                type_name(value)
            ),
            Reason::Other(_) => Ok(()),
        }
    }
}
impl std::error::Error for FieldError {}

/// The name of a JSON type, as AWS has it.
pub(crate) fn type_name(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
