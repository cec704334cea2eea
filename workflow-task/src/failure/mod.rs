//! Failures: a name and a cause, as the States Language has them; and the user's typed errors.

mod cause;
mod error;
mod form;
mod hand_on;

use crate::blocked::{Blocked, Reason};
use crate::payload::Payload;
use cause::{Cause, Wire, wire};
pub use error::{Caught, FormOf, NoForm, TaskError, decoded, failing};
pub use hand_on::{HandsOn, handed_on};
use serde::de::DeserializeOwned;
use std::any::Any;
use std::borrow::Cow;
use std::sync::Arc;
use workflow_asl::ops::cause::unwrapped;

/// The failure of a task, a branch, an item or a workflow: an error name and a cause.
///
/// A typed error travels inside as it is, and is encoded only when somebody asks for its text.
///
/// ```
/// # use workflow_task::Failure;
/// let failure = Failure::new("Declined", "the bank declined the card");
/// assert_eq!(failure.error(), "Declined");
/// assert_eq!(failure.cause(), "the bank declined the card");
/// assert_eq!(failure.to_string(), "Declined: the bank declined the card");
/// ```
// In a box: every result on the way of a value has room for a failure, and few are one.
pub struct Failure(Box<Inner>);

struct Inner {
    error: Cow<'static, str>,
    cause: Cause,
    mark: Mark,
}

/// A property of a failure that its name does not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    None,
    /// A Lambda function's own result is too large.
    TooLarge,
    /// The execution was interrupted: it has not failed.
    Interruption,
    /// The same, by a store that cannot write for the moment.
    Stalled,
    /// The store has an execution of the same name.
    Taken,
}

impl Failure {
    /// Makes a failure with a name and a cause of your own.
    pub fn new(error: impl Into<Cow<'static, str>>, cause: impl Into<String>) -> Self {
        Failure(Box::new(Inner {
            error: error.into(),
            cause: Cause::Text(cause.into()),
            mark: Mark::None,
        }))
    }

    /// Makes a failure `States.Runtime`, which can be neither retried nor caught.
    pub fn runtime(cause: impl Into<String>) -> Self {
        Failure::new("States.Runtime", cause)
    }

    /// Makes a failure `States.QueryEvaluationError`: an expression could not be evaluated.
    pub fn query(cause: impl Into<String>) -> Self {
        Failure::new("States.QueryEvaluationError", cause)
    }

    /// Makes the failure of a typed error.
    pub fn typed<E: TaskError>(error: E) -> Self {
        let (name, cause) = (error.name().into(), Cause::Typed(Box::new(error)));
        let inner = Inner { error: name, cause, mark: Mark::None };
        Failure(Box::new(inner))
    }

    /// Marks the failure of a Lambda function whose own result is too large.
    #[doc(hidden)]
    pub fn of_result(mut self) -> Self {
        self.0.mark = Mark::TooLarge;
        self
    }

    /// True if a Lambda function failed because its own result was too large.
    #[doc(hidden)]
    pub fn is_of_result(&self) -> bool {
        self.0.mark == Mark::TooLarge
    }

    /// The interruption of an execution by its store. To the States Language it is no failure: it is neither retried nor
    /// caught nor written.
    #[doc(hidden)]
    pub fn interruption(cause: String) -> Self {
        let mut failure = Failure::new("Execution.Interrupted", cause);
        failure.0.mark = Mark::Interruption;
        failure
    }

    /// The interruption by a store that may work again later, or by another engine that has the execution now.
    #[doc(hidden)]
    pub fn stalled(cause: String) -> Self {
        let mut failure = Failure::interruption(cause);
        failure.0.mark = Mark::Stalled;
        failure
    }

    /// True if the owner of the execution can continue it as soon as its store can be used.
    #[doc(hidden)]
    pub fn is_stalled(&self) -> bool {
        self.0.mark == Mark::Stalled
    }

    /// A checkpoint that does not fit the code, which its execution waits for: neither retried nor caught nor written.
    #[doc(hidden)]
    pub fn blocked(blocked: Blocked) -> Self {
        Failure(Box::new(Inner {
            error: "Execution.Blocked".into(),
            cause: Cause::Blocked(Arc::new(blocked)),
            mark: Mark::Interruption,
        }))
    }

    /// A part of a checkpoint that does not fit the code, of an execution that the engine knows.
    #[doc(hidden)]
    pub fn unfit(reason: Reason) -> Self {
        Failure::blocked(Blocked { execution: "".into(), reasons: vec![reason] })
    }

    /// Returns the reasons why an execution cannot continue with this code, if it is blocked. Then it has not failed: it is
    /// unchanged in its store, and still running.
    #[must_use]
    pub fn as_blocked(&self) -> Option<&Blocked> {
        match &self.0.cause {
            Cause::Blocked(blocked) => Some(blocked),
            Cause::Text(_) | Cause::Typed(_) => None,
        }
    }

    /// The failure of a start under a name that the store knows already.
    #[doc(hidden)]
    pub fn taken(id: &str) -> Self {
        let mut failure = Failure::exists(id);
        failure.0.mark = Mark::Taken;
        failure
    }

    /// True if the store knew the name of the execution already.
    #[doc(hidden)]
    pub fn is_taken(&self) -> bool {
        self.0.mark == Mark::Taken
    }

    /// AWS's error for a name that was used with another input.
    #[doc(hidden)]
    pub fn exists(id: &str) -> Self {
        Failure::new("ExecutionAlreadyExists", format!("Execution Already Exists: '{id}'"))
    }

    /// True if the execution has not ended but was interrupted, and can be resumed: its store could not write, its engine
    /// shut down, or its checkpoint does not fit the code ([`Failure::as_blocked`]).
    #[must_use]
    pub fn is_interruption(&self) -> bool {
        matches!(self.0.mark, Mark::Interruption | Mark::Stalled)
    }

    /// Returns the error name.
    #[must_use]
    pub fn error(&self) -> &str {
        &self.0.error
    }

    /// Returns the cause as text. For the typed error of a task these are its fields, as JSON.
    ///
    /// It is the same here and in the exported document. Step Functions wraps the failure of a Lambda function in
    /// `{"errorType": …, "errorMessage": …}`. If a cause has this form, and names the failure's own error, this returns the
    /// message inside.
    #[must_use]
    pub fn cause(&self) -> String {
        match &self.0.cause {
            Cause::Text(text) => unwrapped(self.error(), text).unwrap_or_else(|| text.clone()),
            Cause::Typed(error) => error.text(),
            Cause::Blocked(blocked) => blocked.to_string(),
        }
    }

    /// Returns the cause as Step Functions writes it, in histories, Error Output and answers of the API. For the typed error
    /// of a task it is `{"errorType": …, "errorMessage": …}`.
    #[must_use]
    pub fn reported(&self) -> String {
        match &self.0.cause {
            Cause::Text(text) => text.clone(),
            Cause::Typed(error) => error.wire(),
            Cause::Blocked(blocked) => blocked.to_string(),
        }
    }

    /// The cause as people read it, without the JSON that Lambda puts around it.
    fn shown(&self) -> String {
        let cause = self.reported();
        match serde_json::from_str::<Wire>(&cause) {
            Ok(wire) if wire.name == self.error() => wire.message,
            _ => cause,
        }
    }

    /// The typed error inside, or the failure back.
    fn downcast<E: TaskError>(self) -> Result<E, Failure> {
        let Inner { error, cause, mark } = *self.0;
        match cause {
            Cause::Typed(cause) if (&*cause as &dyn Any).is::<E>() => {
                let cause: Box<dyn Any> = cause;
                cause
                    .downcast()
                    .map(|error| *error)
                    .map_err(|_| Failure::runtime("an error changed its type"))
            }
            cause => Err(Failure(Box::new(Inner { error, cause, mark }))),
        }
    }

    /// The same failure, with the fields of a typed error as the States Language writes them: a number that its text
    /// would round is a fault.
    fn told(self) -> Failure {
        match &self.0.cause {
            Cause::Typed(error) => {
                let message = workflow_asl::ops::carried::fields(&error.text());
                let cause = wire(self.error(), &message);
                Failure::new(self.0.error, cause)
            }
            Cause::Text(_) | Cause::Blocked(_) => self,
        }
    }

    /// Reads the fields of a typed error: the JSON in `errorMessage` of the cause.
    ///
    /// # Errors
    /// `States.QueryEvaluationError` if the cause has another form: it is another failure with the same name.
    pub fn fields<T: DeserializeOwned>(&self) -> Result<T, Failure> {
        let cause = self.reported();
        serde_json::from_str::<Wire>(&cause)
            .and_then(|wire| serde_json::from_str(&wire.message))
            .map_err(|error| {
                Failure::query(format!(
                    "the cause of {} is not that of the task's error: {error}",
                    self.error()
                ))
            })
    }

    /// Returns the failure of a nested execution. Whoever calls a workflow sees `States.TaskFailed`; the failure of the child
    /// is in the cause, and this takes it out. For any other failure it returns a copy of that.
    ///
    /// ```
    /// # use workflow_task::Failure;
    /// let cause = r#"{"Cause":"no money","Error":"Declined","ExecutionArn":"arn:aws:states:::execution:pay:1"}"#;
    /// let failure = Failure::new("States.TaskFailed", cause);
    /// assert_eq!(failure.child().to_string(), "Declined: no money");
    /// ```
    #[must_use]
    pub fn child(&self) -> Failure {
        match workflow_asl::ops::child::of(self.error(), &self.reported()) {
            Some((error, cause)) => Failure::new(error, cause),
            None => self.clone(),
        }
    }

    /// Decodes this failure, or that of the [child](Failure::child) in it, as an error of the enum `E`.
    ///
    /// ```ignore
    /// match failure.decode::<PaymentError>() {
    ///     Ok(PaymentError::Declined { reason }) => ..,
    ///     Ok(other) => ..,
    ///     Err(failure) => .., // no error of this enum
    /// }
    /// ```
    ///
    /// # Errors
    /// The failure of the child, if the enum has no variant of its name, or if the variant has fields and the cause has
    /// none.
    ///
    /// # Panics
    /// If the fields are not those of the variant. In a workflow this fails the state.
    pub fn decode<E: TaskError>(&self) -> Result<E, Failure> {
        decoded(self.child())
    }

    /// Returns the failure as a payload: `{"Error": …, "Cause": …}`, the Error Output of the States Language.
    #[must_use]
    pub fn output(&self) -> Payload {
        Payload::Json(std::sync::Arc::new(
            serde_json::json!({ "Error": self.error(), "Cause": self.reported() }),
        ))
    }
}

impl Clone for Failure {
    fn clone(&self) -> Self {
        if let Cause::Blocked(blocked) = &self.0.cause {
            return Failure::blocked(Blocked::clone(blocked));
        }
        let Failure(mut inner) = Failure::new(self.0.error.clone(), self.reported());
        inner.mark = self.0.mark;
        Failure(inner)
    }
}
impl PartialEq for Failure {
    fn eq(&self, other: &Self) -> bool {
        self.error() == other.error() && self.reported() == other.reported()
    }
}
