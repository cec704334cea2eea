//! A mistake in a field of a document, and its place.

use std::fmt;

/// A place in a template or a Choice rule that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateProblem {
    /// A JSON pointer (RFC 6901) within what was parsed, to the object whose field is wrong; empty for the
    /// whole. AWS names that object, too (recorded).
    pub pointer: String,
    /// The mistake, and what to write instead.
    pub message: String,
}

impl TemplateProblem {
    pub(super) fn new(pointer: &str, message: impl Into<String>) -> Self {
        TemplateProblem { pointer: pointer.to_owned(), message: message.into() }
    }
}

impl fmt::Display for TemplateProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pointer = if self.pointer.is_empty() { "/" } else { &self.pointer };
        write!(f, "{} at {pointer}", self.message)
    }
}
impl std::error::Error for TemplateProblem {}

/// A pointer to the field of an object (RFC 6901).
pub(super) fn below(pointer: &str, key: &str) -> String {
    format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"))
}
