//! An error of an expression.

/// An error of an expression: its code and its text as jsonata 2.0.6 prints it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Such as `T2001`; empty for a bound of AWS.
    pub code: &'static str,
    /// The text, without the code.
    pub text: String,
    /// The byte at which the expression is at fault, if known.
    pub at: Option<usize>,
}

impl Fault {
    /// An error whose place is not known yet.
    pub(super) fn new(code: &'static str, text: impl Into<String>) -> Self {
        Fault { code, text: text.into(), at: None }
    }

    /// An error at a byte of the expression.
    pub(super) fn at(code: &'static str, text: impl Into<String>, at: usize) -> Self {
        Fault { code, text: text.into(), at: Some(at) }
    }

    /// The same error, placed at a byte unless it has a place.
    pub(super) fn placed(mut self, at: usize) -> Self {
        self.at.get_or_insert(at);
        self
    }

    /// The same error, with the name of the called function where its text has [`CALLED`].
    pub(super) fn called(mut self, name: &str) -> Self {
        if self.text.contains(CALLED) {
            self.text = self.text.replace(CALLED, &quoted(name));
        }
        self
    }
}

/// Stands in a text for the name of the function, which only its caller knows.
pub(super) const CALLED: char = '\0';

/// A text as JSON writes it.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
