//! The errors of large values: failures with a name that retriers and catchers match.

use crate::failure::Failure;

/// The store has no such value: it was removed, or it lies in another store. Tried again, it is missing again.
pub const MISSING: &str = "Large.Missing";
/// The store has something else under the name of the value. Tried again, it is the same; a new
/// [`put`](super::LargeStore::put) of the value mends it.
pub const DAMAGED: &str = "Large.Damaged";
/// The value is larger than [`LARGEST`](super::LARGEST), or the store in memory is full.
pub const TOO_LARGE: &str = "Large.TooLarge";
/// The store could not be reached, or could not read or write. May go well when it is tried again:
/// `retry(on = ["Large.Unavailable"])`.
pub const UNAVAILABLE: &str = "Large.Unavailable";
/// The store refuses the call: permissions, or a bucket that is not there. Tried again, it refuses again.
pub const REFUSED: &str = "Large.Refused";

/// A failure that may pass: [`UNAVAILABLE`].
#[must_use]
pub fn unavailable(cause: impl Into<String>) -> Failure {
    Failure::new(UNAVAILABLE, cause)
}

/// A failure that does not pass: [`REFUSED`].
#[must_use]
pub fn refused(cause: impl Into<String>) -> Failure {
    Failure::new(REFUSED, cause)
}
