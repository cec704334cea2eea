//! The limits of AWS.

use crate::failure::Failure;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::bounds::{self, Excess};
pub(crate) use workflow_task::integers::unkept_integer;

/// The limits to enforce.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Limits {
    /// Those of AWS Step Functions: 25,000 events, payloads and variables of 256 KiB, waits of 2^31 seconds. Sizes
    /// are checked if the text of a value is at hand: always with a full history.
    #[default]
    Aws,
    /// Those of AWS are off. A value may have 64 MiB.
    Off,
}

/// The number of the last event that a history can have.
pub(crate) const EVENTS: u32 = 25_000;
/// The same of an EXPRESS execution. (Judgement: AWS has no such limit; here one bounds the memory of a loop.)
pub(crate) const EXPRESS_EVENTS: u32 = 10 * EVENTS;
/// The largest size in bytes of a payload, and of all that one state assigns.
pub(crate) const PAYLOAD: usize = 262_144;
/// Seconds that a Wait may last. (Recorded: 24,855 days pass, 24,856 do not.)
pub(crate) const WAIT: f64 = 2_147_483_647.0;

impl Limits {
    /// Returns how many bytes a payload may have.
    pub(crate) const fn payload(self) -> usize {
        match self {
            Limits::Aws => PAYLOAD,
            Limits::Off => bounds::SIZE,
        }
    }

    /// Returns how many bytes all variables of a scope, with those around it, may have (documented: 10 MiB).
    pub(crate) const fn variables(self) -> usize {
        match self {
            Limits::Aws => 10 << 20,
            Limits::Off => 8 * bounds::SIZE,
        }
    }

    /// True if so many bytes are a payload.
    pub(crate) const fn allow(self, text: &str) -> bool {
        text.len() <= self.payload()
    }

    /// The text of a value that `name` has come to.
    ///
    /// # Errors
    /// If it is larger or deeper than data may be.
    pub(crate) fn text(self, value: &Value, name: &str) -> Result<Arc<str>, Failure> {
        bounds::text(value, self.payload()).map(Arc::from).map_err(|excess| refused(name, &excess))
    }
}

/// `States.DataLimitExceeded`, with the text of AWS.
pub(crate) fn too_large(name: &str) -> Failure {
    Failure::new(
        "States.DataLimitExceeded",
        format!(
            "The state/task '{name}' returned a result with a size exceeding the maximum number of bytes service limit."
        ),
    )
}

/// Returns what is said of data that is too large or too deep.
pub(crate) fn refused(name: &str, excess: &Excess) -> Failure {
    match excess {
        Excess::Size(_) => too_large(name),
        excess => Failure::runtime(format!("The result of the state/task '{name}' {excess}.")),
    }
}

/// `States.Runtime`, with the text of AWS.
pub(crate) fn too_long(most: u32) -> Failure {
    Failure::runtime(format!(
        "The execution reached the maximum number of history events ({most})."
    ))
}
