//! The retriers of a task: the user's, then those that AWS recommends.

use crate::retry::{Retrier, Retry};
use crate::way::Way;

/// The retrier that AWS recommends for transient errors of Lambda itself.
/// (Developer Guide, "Handle transient Lambda service exceptions".)
pub const TRANSIENT: Retry = Retry::on(&[
    "Lambda.ServiceException",
    "Lambda.AWSLambdaException",
    "Lambda.SdkClientException",
    "Lambda.TooManyRequestsException",
])
.interval(1)
.backoff_rate(2.0)
.max_attempts(3)
.jitter();

/// The retriers of a task, checked at compile time. `all` ends with [`TRANSIENT`], which is left out after a
/// retrier of `States.ALL`: that one takes everything and must be the last one (States Language, "Errors").
#[must_use]
pub const fn retriers(all: &'static [Retrier]) -> &'static [Retrier] {
    let Some((_, user)) = all.split_last() else { return all };
    if takes_all(user) { user } else { all }
}

/// The retriers of a call, checked at compile time. `all` ends with [`TRANSIENT`], which is for Lambda alone.
#[must_use]
pub const fn retriers_of(way: Way, all: &'static [Retrier]) -> &'static [Retrier] {
    match all.split_last() {
        Some((_, user)) if !way.is_lambda() => only_retriers(user),
        _ => retriers(all),
    }
}

/// The retriers of a task, checked at compile time, and nothing else.
#[must_use]
pub const fn only_retriers(all: &'static [Retrier]) -> &'static [Retrier] {
    let _ = takes_all(all);
    all
}

/// True if the last retrier takes everything; no other may.
const fn takes_all(retriers: &[Retrier]) -> bool {
    let mut last = false;
    let mut index = 0;
    while index < retriers.len() {
        assert!(!last, "`States.ALL` must be in the last retrier: it takes everything");
        if let Retrier::Static(retry) = &retriers[index] {
            last = names_all(retry.errors);
        }
        index += 1;
    }
    last
}

/// True if the names are `States.ALL`, which must stand alone.
const fn names_all(names: &[&str]) -> bool {
    assert!(!names.is_empty(), "a retrier needs an error name: `Retry::on(&[\"States.ALL\"])`");
    let mut index = 0;
    while index < names.len() {
        if crate::constant::equal(names[index].as_bytes(), b"States.ALL") {
            assert!(names.len() == 1, "`States.ALL` must stand alone in its retrier");
            return true;
        }
        index += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMED: &[Retrier] =
        &[Retrier::Static(Retry::on(&["Busy", "Slow"])), Retrier::Static(TRANSIENT)];
    const ALL: &[Retrier] =
        &[Retrier::Static(Retry::on(&["States.ALL"])), Retrier::Static(TRANSIENT)];

    #[test]
    fn nothing_follows_a_retrier_of_all_errors() {
        assert_eq!(retriers(NAMED).len(), 2);
        assert_eq!(retriers(ALL).len(), 1);
        assert_eq!(only_retriers(&[]).len(), 0);
    }

    #[test]
    #[should_panic(expected = "must be in the last retrier")]
    fn a_retrier_of_all_errors_is_the_last() {
        let _ = only_retriers(ALL);
    }
}
