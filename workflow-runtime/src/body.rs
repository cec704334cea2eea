//! The body of a task, without types.

use crate::failure::{Caught, Failure};
use crate::payload::Payload;
use crate::task::{BoxFuture, Task, TaskContext, TaskDefinition};

/// Decodes the payload, injects, runs the body, and makes its outcome a payload or a failure.
pub fn run_task<T, B, F>(
    context: TaskContext,
    payload: Payload,
    body: B,
) -> BoxFuture<Result<Payload, Failure>>
where
    T: Task,
    B: FnOnce(&TaskContext, T::Input) -> Result<F, Failure> + Send + 'static,
    F: Future<Output = Result<T::Output, T::Error>> + Send,
{
    Box::pin(async move {
        let input = payload.take::<T::Input>()?;
        let running = body(&context, input)?;
        running.await.map(Payload::live).map_err(Caught::fail)
    })
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
