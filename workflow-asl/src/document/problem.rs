//! What is wrong with a document, and where.

use std::fmt;

/// Something wrong with a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its kind.
    pub code: Code,
    /// Where: a JSON pointer (RFC 6901).
    pub pointer: String,
    /// What is wrong, and what to write instead.
    pub message: String,
}

/// The kinds of problems, as AWS names them (recorded).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// The text is not JSON.
    Json,
    /// A field is missing, or is not as it must be.
    Schema,
    /// No state ends the machine.
    NoEnd,
    /// A transition leads nowhere, or nothing leads to a state.
    Target,
    /// Two states have one name.
    Duplicate,
    /// Right, but not supported here yet.
    Unsupported,
}

impl Problem {
    pub(super) fn new(code: Code, pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Problem { code, pointer: pointer.into(), message: message.into() }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Code::Json => "INVALID_JSON_DESCRIPTION",
            Code::Schema => "SCHEMA_VALIDATION_FAILED",
            Code::NoEnd => "MISSING_END_STATE",
            Code::Target => "MISSING_TRANSITION_TARGET",
            Code::Duplicate => "DUPLICATE_STATE_NAMES",
            Code::Unsupported => "NOT_SUPPORTED_YET",
        })
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = if self.pointer.is_empty() { "/" } else { &self.pointer };
        write!(f, "{}: {} at {pointer}", self.code, self.message)
    }
}
impl std::error::Error for Problem {}
