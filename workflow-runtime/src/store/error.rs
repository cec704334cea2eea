//! Errors of stores.

use super::commit::Commit;
use crate::failure::Failure;
use std::fmt;
use std::sync::Arc;

/// An error of a [`Store`](super::Store).
///
/// It is never a failure of the workflow: no retrier and no catcher sees it, and nothing of it is written. The execution
/// is interrupted, keeps the status [`Status::Running`](super::Status::Running), and continues from its last commit
/// when it is resumed.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StoreError {
    /// The store already has an execution of this ARN.
    Exists(Arc<str>),
    /// Another engine has written to the execution since this one read it.
    Fenced(String),
    /// The token of an attempt whose time is over was answered before: the answer counts. Nothing of the commit is written, and
    /// the execution goes on from the one before.
    Answered(Arc<str>),
    /// The store cannot write at the moment: its disk is full, or it is busy.
    Stalled(String),
    /// The store refuses the call: what it is given is beyond a limit. Nothing of it is written.
    Refused(String),
    /// The store cannot be used any more: a write failed in a way that leaves its data in doubt, or its data is damaged.
    Fatal(String),
}

impl StoreError {
    /// The error of a commit of an execution that has not begun.
    #[must_use]
    pub fn unknown(execution: &str) -> Self {
        StoreError::Fatal(format!("the store has no execution `{execution}`"))
    }

    /// The error of a commit that does not follow the last one, which has this epoch and number.
    #[must_use]
    pub fn fenced(commit: &Commit, epoch: u64, number: u64) -> Self {
        let Commit { execution, epoch: own, number: next, .. } = commit;
        StoreError::Fenced(format!(
            "commit {next} (epoch {own}) of `{execution}` follows commit {number} (epoch {epoch}): \
             another engine has taken the execution over"
        ))
    }

    /// The error of a commit that leaves out the machine of a scope that is not known.
    #[must_use]
    pub fn without_record(execution: &str, path: &[(u32, u32)]) -> Self {
        StoreError::Fatal(format!(
            "a commit of `{execution}` marks the scope {path:?}, which has no record"
        ))
    }

    /// The error of the first commit of an item whose execution around it is not there.
    #[must_use]
    pub fn without_around(execution: &str, around: &str) -> Self {
        StoreError::Refused(format!(
            "`{execution}` is an item of `{around}`, which the store does not have"
        ))
    }

    /// The error of a payload that is not there.
    #[must_use]
    pub fn without_payload(execution: &str, number: u32) -> Self {
        StoreError::Fatal(format!("the store has no payload {number} of `{execution}`"))
    }

    /// The interruption of an execution that this error is.
    #[must_use]
    pub fn interruption(&self) -> Failure {
        let cause = "the execution has not ended: resume it when its store can be used";
        let text = format!("{self}; {cause}");
        match self {
            // What waits for this execution goes on, if it is not lost as well.
            StoreError::Stalled(_) | StoreError::Fenced(_) | StoreError::Answered(_) => {
                Failure::stalled(text)
            }
            _ => Failure::interruption(text),
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StoreError::Exists(execution) => {
                write!(f, "the store already has an execution `{execution}`")
            }
            StoreError::Answered(token) => {
                write!(f, "the token `{token}` was answered before its time was over")
            }
            StoreError::Fenced(why)
            | StoreError::Stalled(why)
            | StoreError::Refused(why)
            | StoreError::Fatal(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for StoreError {}
