//! `Some` of what cannot be `null`.

use crate::schema::Present;

/// `Some(value)`, for `.ok()` of a call: its document could not tell `Some(None)` from `None`.
#[allow(non_snake_case, reason = "it stands where `Some` does, and is read as `Some`")]
pub fn Some<T: Present>(value: T) -> Option<T> {
    Option::Some(value)
}
