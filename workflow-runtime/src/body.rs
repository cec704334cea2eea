//! The body of a task, without types.

use crate::failure::{Caught, Failure};
use crate::payload::Payload;
use crate::task::{BoxFuture, Task, TaskContext, TaskDefinition};
use std::future::ready;

/// Decodes the payload, injects, runs the body, and makes its outcome a payload or a failure. What is injected is
/// taken from the context at once: the future holds nothing but the body.
pub fn run_task<T, B, F>(
    context: &TaskContext,
    payload: Payload,
    body: B,
) -> BoxFuture<Result<Payload, Failure>>
where
    T: Task,
    B: FnOnce(&TaskContext, T::Input) -> Result<F, Failure>,
    F: Future<Output = Result<T::Output, T::Error>> + Send + 'static,
{
    match payload.take::<T::Input>().and_then(|input| body(context, input)) {
        Ok(running) => {
            Box::pin(async move { running.await.map(Payload::live).map_err(Caught::fail) })
        }
        Err(failure) => Box::pin(ready(Err(failure))),
    }
}

/// What stands in for a task that the macro has refused.
#[must_use]
pub const fn not_a_task(name: &'static str) -> TaskDefinition {
    TaskDefinition {
        name,
        comment: "",
        arguments: &[],
        retry: &[],
        timeout: None,
        heartbeat: None,
        needs: Vec::new,
        run: |_, _| Box::pin(async { Err(Failure::runtime("this task was refused by its macro")) }),
    }
}
