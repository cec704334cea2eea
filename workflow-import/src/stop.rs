//! A construct that keeps a definition from being imported.

use std::fmt;

/// A construct that cannot be written in Rust with the same meaning, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportError {
    /// The state; empty for the machine itself.
    pub state: String,
    /// The field of the state, as `Parameters`.
    pub field: String,
    /// The construct, in a few words that are the same wherever it stands.
    pub construct: &'static str,
    /// The part of the document that has it, and the remedy.
    pub detail: String,
}

/// A result, or what stops it.
pub(crate) type Stopped<T> = Result<T, ImportError>;

impl ImportError {
    /// A construct; [`ImportError::at`] says where.
    pub(crate) fn new(construct: &'static str, detail: impl Into<String>) -> Self {
        ImportError { state: String::new(), field: String::new(), construct, detail: detail.into() }
    }

    /// Fills in the state and the field that are not known yet.
    pub(crate) fn at(mut self, state: &str, field: &str) -> Self {
        if self.state.is_empty() {
            state.clone_into(&mut self.state);
        }
        if self.field.is_empty() {
            field.clone_into(&mut self.field);
        }
        self
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.state.as_str(), self.field.as_str()) {
            ("", "") => {}
            ("", field) => write!(f, "{field}: ")?,
            (state, "") => write!(f, "`{state}`: ")?,
            (state, field) => write!(f, "`{state}`, {field}: ")?,
        }
        match self.detail.as_str() {
            "" => f.write_str(self.construct),
            detail => write!(f, "{}: {detail}", self.construct),
        }
    }
}
