//! The tasks of `workflow` as AWS Lambda functions: one program, `bootstrap`, serves them all.
//!
//! Users of workflows depend on the crate `workflow` with its feature `lambda`, and write `workflow::lambda![pay]` in
//! `main`. Such a program contains this crate: the [Runtime API] of Lambda (by `lambda_runtime`) and the tasks, but no engine.
//!
//! [Runtime API]: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
//!
//! Each function runs the task that its configuration names ([`TaskChoice`]). A task's error becomes `errorType` and
//! `errorMessage`, from which a Catch of the exported document decodes the same variant and fields as the engine.
//!
//! Outside of Lambda the program is a command that calls a task: `bootstrap charge < payload.json`.
//!
//! ```no_run
//! use std::process::ExitCode;
//! use workflow_lambda::LambdaProgram;
//! use workflow_task::{Resources, TaskDefinition};
//!
//! # fn tasks() -> Vec<TaskDefinition> { vec![] }
//! // What `workflow::lambda![pay]` writes, with the tasks of the workflow `pay`.
//! fn main() -> ExitCode {
//!     LambdaProgram::default().tasks(tasks()).resources(async || Ok(Resources::default())).main()
//! }
//! ```

mod attempt;
mod choice;
mod command;
mod event;
mod function;
mod init;
mod lambda;
mod large;

pub use choice::TaskChoice;
pub use init::BoxError;
pub use lambda::LambdaProgram;
