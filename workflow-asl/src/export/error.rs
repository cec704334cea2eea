//! The reasons why a workflow has no document.

use crate::document::Diagnostic;
use crate::expr::Refused;
use std::fmt;

/// A construct without an equal in the States Language, and its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Error {
    /// The state; empty for the beginning of the workflow.
    pub state: String,
    /// The field of the state, such as `Arguments` or `Assign/total`.
    pub field: String,
    /// The construct, and its remedy.
    pub refused: Refused,
}

impl Error {
    /// Says where something was refused.
    pub(super) fn at(state: &str, field: &str) -> impl FnOnce(Refused) -> Error + use<> {
        let (state, field) = (state.to_owned(), field.to_owned());
        move |refused| Error { state, field, refused }
    }
}

impl Error {
    /// The document breaks a rule of the States Language.
    pub(super) fn invalid(problems: Vec<Diagnostic>) -> Error {
        let problems: Vec<_> = problems.iter().map(Diagnostic::to_string).collect();
        Error::at("", "document")(broken(problems.join("; ")))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Error { state, field, refused } = self;
        match state.as_str() {
            "" => write!(f, "at the beginning of the workflow, {field}: "),
            state => write!(f, "state `{state}`, {field}: "),
        }?;
        write!(f, "{}; {}", refused.what, refused.remedy)
    }
}

impl std::error::Error for Error {}

/// The graph breaks a rule that the macro promises to keep: not the user's mistake.
pub(super) fn broken(what: impl Into<String>) -> Refused {
    Refused {
        what: what.into(),
        remedy: "this is a bug of `#[workflow]`: please report it with the function".into(),
    }
}
