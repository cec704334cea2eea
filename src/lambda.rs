//! The tasks of a program as AWS Lambda functions: [`lambda()`], or in one line [`lambda!`](crate::lambda!). It is there
//! with the feature `lambda`, which is off by default.
//!
//! `docs/lambda.md` goes from nothing to a function that is deployed.

use std::process::ExitCode;
pub use workflow_lambda::{BoxError, TaskChoice};
use workflow_runtime::way::served;
use workflow_runtime::{Resources, Task, Workflow};

/// The functions of a program: list its workflows, end with [`Lambda::main`].
pub fn lambda() -> Lambda {
    Lambda::default()
}

/// The tasks of a program, to be served as AWS Lambda functions by one program.
///
/// ```no_run
/// use workflow::prelude::*;
/// use workflow::Resources;
/// use workflow::lambda::BoxError;
///
/// struct Bank { limit: f64 }
///
/// #[task]
/// async fn charge(bank: Res<Bank>, amount: f64) -> Result<bool, Failure> {
///     Ok(amount <= bank.limit)
/// }
///
/// #[workflow]
/// async fn pay(amount: f64) -> Result<bool, Failure> {
///     charge(amount).await
/// }
///
/// /// Connects to what the tasks need: for Lambda, and for `EngineBuilder::resources`.
/// async fn resources() -> Result<Resources, BoxError> {
///     let mut resources = Resources::default();
///     resources.insert(Bank { limit: std::env::var("LIMIT")?.parse()? });
///     Ok(resources)
/// }
///
/// fn main() -> std::process::ExitCode {
///     workflow::lambda().workflow::<pay>().resources(resources).main()
/// }
/// ```
///
/// A function runs the task that the first of these names: the variable `WORKFLOW_TASK` (a name there that is no task is an
/// error), the handler, the function's own name. A program with a single task needs none of them.
///
/// An error of the task is the function's `errorType` and `errorMessage`. So are, as in the engine, `Lambda.Unknown` for a
/// panic, `States.Timeout` shortly before the function's time is over (100 ms; a tenth of less than a second),
/// `States.Runtime` for an input or a result that does not fit, and `States.DataLimitExceeded` for a result over 6 MB.
#[derive(Default)]
#[must_use = "end with `.main()`"]
pub struct Lambda(workflow_lambda::LambdaProgram);

impl Lambda {
    /// Serves the tasks of a workflow, and of the workflows that it calls.
    pub fn workflow<W: Workflow>(self) -> Self {
        Lambda(self.0.tasks(served(W::tasks())))
    }

    /// Serves a task.
    pub fn task<T: Task>(self) -> Self {
        Lambda(self.0.tasks([T::DEFINITION]))
    }

    /// Makes the resources of the tasks: once for each process, when it starts. An error ends the process, and is reported to
    /// Lambda as an error of its start.
    pub fn resources<F>(self, make: F) -> Self
    where
        F: AsyncFnOnce() -> Result<Resources, BoxError> + 'static,
    {
        Lambda(self.0.resources(make))
    }

    /// Answers calls until the process ends. Call it in a `main` that is not async: it has a tokio runtime of its own, with
    /// as many threads as there are processors.
    #[must_use = "return it from `main`"]
    pub fn main(self) -> ExitCode {
        self.0.main()
    }
}
