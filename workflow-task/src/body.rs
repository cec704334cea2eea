//! The body of a task, without types.

use crate::failure::{Caught, Failure};
use crate::integers::unkept_integer;
use crate::payload::Payload;
pub use crate::task::not_a_task;
use crate::task::{BoxFuture, Task, TaskContext, TaskDefinition};
use std::future::{poll_fn, ready};
use std::sync::Arc;
use std::task::Poll;
use workflow_asl::panics::caught;

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

/// The same of a body that hands out its token: what it returns is not the task's output.
pub fn run_callback<T, O, B, F>(
    context: &TaskContext,
    payload: Payload,
    body: B,
) -> BoxFuture<Result<Payload, Failure>>
where
    T: Task,
    B: FnOnce(&TaskContext, T::Input) -> Result<F, Failure>,
    F: Future<Output = Result<O, T::Error>> + Send + 'static,
    O: Send,
{
    let running = payload.take::<T::Input>().and_then(|input| body(context, input));
    Box::pin(async move {
        let returned = running?.await;
        returned.map(|_| Payload::live(())).map_err(Caught::fail)
    })
}

/// Runs the code of a user.
///
/// # Errors
/// `Lambda.Unknown` if it panics: AWS reports that of a function whose process died, which is what a panic does to a
/// Lambda function.
pub fn guarded<T>(run: impl FnOnce() -> T) -> Result<T, Failure> {
    caught(run).map_err(|text| Failure::new("Lambda.Unknown", format!("the task panicked: {text}")))
}

/// Runs the body of a task to its end.
///
/// # Errors
/// The task's own, those of [`guarded`], and `States.Runtime` where the input does not fit.
pub async fn attempt(
    task: &TaskDefinition,
    context: &TaskContext,
    input: Payload,
) -> Result<Payload, Failure> {
    let mut body = guarded(|| (task.run)(context, input))?;
    poll_fn(|cx| {
        guarded(|| body.as_mut().poll(cx)).unwrap_or_else(|failure| Poll::Ready(Err(failure)))
    })
    .await
}

/// Returns the JSON text of what a task came to.
///
/// # Errors
/// `States.Runtime` if it has no JSON form, or one that AWS does not keep.
pub fn kept(task: &str, result: &Payload) -> Result<Arc<str>, Failure> {
    result.finite(format_args!("the result of the task `{task}`"))?;
    let text = result.text()?;
    refuse_unkept(task, &text)?;
    Ok(text)
}

/// Refuses the text of a result with an integer that AWS does not keep.
#[doc(hidden)]
pub fn refuse_unkept(task: &str, text: &str) -> Result<(), Failure> {
    let Some(number) = unkept_integer(text) else { return Ok(()) };
    Err(Failure::runtime(format!(
        "the result of the task `{task}` has the integer {number}: AWS keeps those of 64 bits with a sign; let the task \
         return it as a string"
    )))
}

/// Stands in for the body of a task that has none.
pub fn no_body(context: &TaskContext, _: Payload) -> BoxFuture<Result<Payload, Failure>> {
    let state = context.state.clone();
    Box::pin(async move {
        Err(Failure::runtime(format!("the task of the state `{state}` has no body that could run")))
    })
}
