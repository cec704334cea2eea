//! Mistakes in what was asked for.

use std::fmt;

/// Something that AWS would refuse, or that cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Its place: a JSON pointer into the settings, or into the definition.
    pub pointer: String,
    /// True if the pointer is one into the definition.
    pub in_definition: bool,
    /// The rule that is broken, and what to write instead.
    pub message: String,
}

impl Problem {
    /// A problem of the settings.
    pub(crate) fn setting(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Problem { pointer: pointer.into(), in_definition: false, message: message.into() }
    }

    /// A problem of the definition.
    pub(crate) fn definition(pointer: impl Into<String>, message: impl Into<String>) -> Self {
        Problem { pointer: pointer.into(), in_definition: true, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let of = if self.in_definition { "definition" } else { "settings" };
        match self.pointer.as_str() {
            "" => write!(f, "{of}: {}", self.message),
            pointer => write!(f, "{of} {pointer}: {}", self.message),
        }
    }
}

/// A key as it stands in a JSON pointer.
pub(crate) fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
