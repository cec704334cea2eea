//! The typed errors of tasks.

use super::Failure;
use workflow_asl::Data;
use workflow_asl::ops::cause::has_form;
use workflow_asl::schema::{Content, Schema, Variant};

/// An enum of errors that a task returns. Derive it. [`Failure`] does not implement it, or `?` would have two meanings
/// (E0119).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a task's error",
    note = "write `#[derive(Debug, Serialize, Deserialize, TaskError)]` above the enum, or let the task return `Result<_, Failure>`"
)]
pub trait TaskError: Sized + Send + Sync + 'static {
    /// The names that a last `Err(other)` catches: all names of the enum, or `States.ALL` where it has `#[other]`.
    const REST: &'static [&'static str];
    /// The error name.
    fn name(&self) -> &'static str;
    /// The fields of the variant, as JSON text; for a unit variant an empty text.
    fn message(&self) -> String;
    /// The variant that a failure's name stands for, with its fields from the cause.
    ///
    /// # Errors
    /// `States.QueryEvaluationError` if the cause does not hold the fields.
    fn decode(failure: Failure) -> Result<Self, Failure>;
    /// The variant that takes every other error, if there is one.
    ///
    /// # Errors
    /// The failure, if there is none.
    #[doc(hidden)]
    fn other(failure: Failure) -> Result<Self, Failure> {
        Err(failure)
    }
    /// The failure that this error is.
    fn into_failure(self) -> Failure {
        Failure::typed(self)
    }
    /// The form of the variants' fields (externally tagged), for patterns in `Err(..)`.
    fn schema() -> Schema;
}

impl<E: TaskError> From<E> for Failure {
    fn from(error: E) -> Self {
        error.into_failure()
    }
}

/// The error type of a task: a [`TaskError`], or a bare [`Failure`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the error of a task",
    label = "this type needs `#[derive(TaskError)]`",
    note = "write `#[derive(Debug, Serialize, Deserialize, TaskError)]` above an enum of your own; for other errors return `Result<_, Failure>` and write `.map_err(|error| Failure::new(\"Name\", error.to_string()))?`"
)]
pub trait Caught: Sized + Send + Sync + 'static {
    /// The names that a last `Err(other)` catches.
    const REST: &'static [&'static str];
    /// The error that a failure stands for.
    ///
    /// # Errors
    /// `States.QueryEvaluationError` if the cause does not hold the fields.
    fn caught(failure: Failure) -> Result<Self, Failure>;
    /// As a failure.
    fn fail(self) -> Failure;
    /// The failure of a workflow that ends with it: a number of more than 15 digits in its fields is a fault. A failure
    /// that it holds stays as it came.
    fn end(self) -> Failure;
    /// The form of the variants.
    fn error_schema() -> Schema;
}
/// An error that a state makes a failure of: any [`Caught`]. Its own message is for what has a conversion of the
/// user's.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the failure of a workflow",
    label = "no document has an `impl From<{Self}> for Failure`",
    note = "write `#[derive(Debug, Serialize, Deserialize, TaskError)]` above an enum, and no conversion; or make the failure here: `Failure::new(\"Name\", cause)`"
)]
pub trait Fails: Caught {}
#[diagnostic::do_not_recommend]
impl<E: Caught> Fails for E {}

/// Makes the failure of a workflow that ends with an error of its own.
#[doc(hidden)]
pub fn failing<E: Fails>(error: E) -> Failure {
    error.end()
}

/// Decodes a failure, if the enum has a variant of its name and the cause holds the fields.
#[doc(hidden)]
pub fn decoded<E: TaskError>(failure: Failure) -> Result<E, Failure> {
    let Schema::Enum { variants, .. } = E::schema() else { return Err(failure) };
    let error = failure.error();
    let is = |variant: &Variant| {
        // A missed heartbeat is a timeout, too.
        let timeout = variant.json == "States.Timeout" && error == "States.HeartbeatTimeout";
        let plain = matches!(variant.content, Content::Unit);
        (timeout || variant.json == error) && (plain || has_form(&failure.reported()))
    };
    if !variants.iter().any(is) {
        return E::other(failure);
    }
    let error = <E as Caught>::caught(failure);
    Ok(error.unwrap_or_else(|failure| workflow_asl::ops::fault(failure.cause())))
}

impl Caught for Failure {
    const REST: &'static [&'static str] = &["States.ALL"];
    fn caught(failure: Failure) -> Result<Self, Failure> {
        Ok(failure)
    }
    fn fail(self) -> Failure {
        self
    }
    fn end(self) -> Failure {
        self
    }
    fn error_schema() -> Schema {
        <Failure as Data>::schema()
    }
}
#[diagnostic::do_not_recommend]
impl<E: TaskError> Caught for E {
    const REST: &'static [&'static str] = <E as TaskError>::REST;
    fn caught(failure: Failure) -> Result<Self, Failure> {
        failure.downcast().or_else(E::decode)
    }
    fn fail(self) -> Failure {
        self.into_failure()
    }
    fn end(self) -> Failure {
        match self.name() {
            "States.ALL" => self.into_failure(),
            _ => self.into_failure().told(),
        }
    }
    fn error_schema() -> Schema {
        E::schema()
    }
}

/// The form of an error's variants. A type that is no error has none: rustc reports that where the type is used.
#[doc(hidden)]
pub struct FormOf<E>(std::marker::PhantomData<E>);
impl<E> FormOf<E> {
    /// The form, not made yet.
    #[expect(clippy::new_without_default, reason = "generated code alone makes one")]
    pub fn new() -> Self {
        FormOf(std::marker::PhantomData)
    }
}
impl<E: Caught> FormOf<E> {
    /// The form.
    pub fn schema(&self) -> Schema {
        E::error_schema()
    }
}
impl<E> std::ops::Deref for FormOf<E> {
    type Target = NoForm;
    fn deref(&self) -> &NoForm {
        &NoForm
    }
}
/// The form of a type that is no error.
#[doc(hidden)]
pub struct NoForm;
impl NoForm {
    /// Nothing.
    pub fn schema(&self) -> Schema {
        Schema::Unit
    }
}
