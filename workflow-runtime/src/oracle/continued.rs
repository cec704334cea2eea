//! `continue_as`: what comes after the workflow.

use crate::call::Call;
use crate::failure::Failure;
use crate::task::Task;
use crate::workflow::Workflow;
use std::pin::Pin;

/// Ends this execution and starts another one, of this workflow or of another, with a new history: for work that needs
/// more than the 25,000 events of one execution.
///
/// It must be the last thing that a workflow does: `return continue_as(poll(turn)).await;`. On AWS it is a call of
/// `states:startExecution`, after which the execution has succeeded. Code that awaits the execution in Rust
/// (`engine.run::<poll>(..)`) gets the result of the last one of the chain.
pub fn continue_as<W: Workflow + Task>(call: Call<W>) -> ContinueAs<W> {
    ContinueAs(call)
}

/// The next execution, before it begins: `continue_as(..)`.
#[must_use = "nothing goes on until it is awaited"]
pub struct ContinueAs<W: Task>(Call<W>);

/// The builders are read by `#[workflow]`; they change nothing here.
impl<W: Task> ContinueAs<W> {
    /// Sets the retry policy for the start of the next execution.
    pub fn retry(self, retry: crate::retry::Retry) -> Self {
        let _ = retry;
        self
    }
    /// Sets the name of the state, instead of one made from the code.
    pub fn named(self, name: &'static str) -> Self {
        let _ = name;
        self
    }
}

impl<W: Task> IntoFuture for ContinueAs<W> {
    type Output = Result<W::Output, Failure>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output>>>;
    fn into_future(self) -> Self::IntoFuture {
        use crate::failure::Caught;
        Box::pin(async move { self.0.await.map_err(Caught::fail) })
    }
}
