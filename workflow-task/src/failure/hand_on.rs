//! `?` in a workflow with an error of its own.

use super::{Failure, TaskError};

/// An error that `?` returns from a workflow that fails with `E`: `E` itself, or a `Failure` that a variant of `E`
/// holds.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "a workflow that fails with `{E}` cannot hand on `{Self}`",
    label = "`?` would need a `{E}` here",
    note = "write `.map_err(|error| ..)?` with a variant of `{E}`, or a `match`",
    note = "a variant `#[other] Other(Failure)` of `{E}` takes every `Failure`: then `?` hands on what fails with a `Failure`, and `.map_err(Failure::from)?` the rest"
)]
pub trait HandsOn<E>: Sized {
    /// The workflow's error.
    fn hand_on(self) -> E;
}
#[diagnostic::do_not_recommend]
impl<E: TaskError> HandsOn<E> for E {
    fn hand_on(self) -> E {
        self
    }
}
#[diagnostic::do_not_recommend]
impl<E: TaskError + From<Failure>> HandsOn<E> for Failure {
    fn hand_on(self) -> E {
        E::from(self)
    }
}
impl HandsOn<Failure> for Failure {
    fn hand_on(self) -> Failure {
        self
    }
}
#[diagnostic::do_not_recommend]
impl<A: TaskError> HandsOn<Failure> for A {
    fn hand_on(self) -> Failure {
        self.into_failure()
    }
}

/// Converts the error of a call that is followed by `?`, in a workflow that fails with `E`.
///
/// # Errors
/// The error of the call.
#[doc(hidden)]
pub fn handed_on<E, T, A: HandsOn<E>>(outcome: Result<T, A>) -> Result<T, E> {
    outcome.map_err(HandsOn::hand_on)
}
