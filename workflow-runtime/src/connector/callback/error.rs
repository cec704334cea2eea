//! The refusal of an answer.

use crate::store::StoreError;
use std::fmt;

/// An answer or a heartbeat that was not taken.
///
/// ```
/// # use workflow_runtime::connector::AnswerError;
/// fn told(error: &AnswerError) -> &'static str {
///     match error {
///         AnswerError::Unknown(_) => "this link is broken",
///         AnswerError::Closed(_) => "somebody has decided, or the time is over",
///         AnswerError::Store(_) => "try again in a minute",
///         _ => "this cannot be an answer",
///     }
/// }
/// ```
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum AnswerError {
    /// No engine on this store made this token. Without a store: this engine did not.
    Unknown(String),
    /// The task of this token takes no answer any more: it was answered before, took too long, or ended in another way. The
    /// history of the execution says which of these (`Engine::events`).
    Closed(String),
    /// The result has no JSON form, for this reason.
    NoJson(String),
    /// The answer could not be written. It may be given again.
    Store(StoreError),
}

impl AnswerError {
    /// Returns the name that Step Functions has for this error (API reference, `SendTaskSuccess`), if it has one.
    #[must_use]
    pub fn code(&self) -> Option<&'static str> {
        match self {
            AnswerError::Unknown(_) => Some("InvalidToken"),
            AnswerError::Closed(_) => Some("TaskTimedOut"),
            AnswerError::NoJson(_) => Some("InvalidOutput"),
            AnswerError::Store(_) => None,
        }
    }
}

impl fmt::Display for AnswerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AnswerError::Unknown(token) => {
                write!(f, "no task has the token `{token}`: it is of another store, or wrong")
            }
            AnswerError::Closed(token) => write!(
                f,
                "no task waits for the token `{token}` any more: it was answered, or its time is over"
            ),
            AnswerError::NoJson(why) => write!(f, "the result has no JSON form: {why}"),
            AnswerError::Store(error) => write!(f, "the answer is not written: {error}"),
        }
    }
}
impl std::error::Error for AnswerError {}
