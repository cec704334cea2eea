//! Executions whose checkpoint does not fit the code: neither ended nor begun again.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// The field of a reason that counts attempts.
#[doc(hidden)]
pub const ATTEMPTS: &str = "attempts";

/// A part of a checkpoint that does not fit the code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reason {
    /// The state that the checkpoint names.
    pub state: String,
    /// The part of the checkpoint that does not fit: a variable, `input`, `does` (what the state does), `branches`, `within`
    /// (the states around it) or `attempts`; empty for the state itself.
    pub field: String,
    /// The value that the checkpoint has there.
    pub found: String,
    /// The value that the code needs there.
    pub expected: String,
}

impl Reason {
    /// A reason, in the order in which it is told.
    #[doc(hidden)]
    pub fn new(
        state: impl Into<String>,
        field: impl Into<String>,
        found: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        let (state, field) = (state.into(), field.into());
        Reason { state, field, found: found.into(), expected: expected.into() }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Reason { state, field, found, expected } = self;
        match &**field {
            "" => write!(f, "`{state}`: found {found}, expected {expected}"),
            field => write!(f, "`{field}` of `{state}`: found {found}, expected {expected}"),
        }
    }
}

/// An execution that cannot continue with this code: its checkpoint does not fit, or each attempt of a task ended its
/// process. It has not ended: it is unchanged in its store, and continues with code that its checkpoint fits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// Its ARN.
    pub execution: Arc<str>,
    /// All that does not fit.
    pub reasons: Vec<Reason>,
}

impl fmt::Display for Blocked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let crashed = self.reasons.iter().all(|reason| reason.field == ATTEMPTS);
        let why = if crashed {
            "too many attempts ended with their process"
        } else {
            "its checkpoint does not fit the code"
        };
        write!(f, "the execution `{}` is blocked: {why}", self.execution)?;
        for (index, reason) in self.reasons.iter().enumerate() {
            write!(f, "{} {reason}", if index == 0 { ":" } else { ";" })?;
        }
        Ok(())
    }
}

impl std::error::Error for Blocked {}
