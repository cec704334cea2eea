//! Calls on their way to a thread that answers them.

use crate::error::Stop;
use tokio::sync::{OwnedSemaphorePermit, oneshot};
use workflow_runtime::store::{StoreError, StoreResult as Result};

/// A call that waits for its turn. It may be run more than once: in a transaction that does not come to be, and again.
pub trait Work<On>: Send {
    /// Does it, and keeps the result until it is answered: also a refusal, which has written nothing. Another error means
    /// that the transaction cannot be committed.
    fn run(&mut self, on: &mut On) -> std::result::Result<(), Stop>;

    /// Gives the caller the result, or the error that took its place.
    fn answer(self: Box<Self>, error: Option<StoreError>);

    /// Returns the number of bytes that it holds.
    fn size(&self) -> usize;
}

/// A call with its function.
pub struct Call<F, T> {
    pub function: F,
    pub size: usize,
    /// Given back when the call is answered.
    pub room: Option<OwnedSemaphorePermit>,
    result: Option<Result<T>>,
    caller: oneshot::Sender<Result<T>>,
}

impl<F, T> Call<F, T> {
    /// A call, and the end where its result comes out.
    pub fn new(function: F, size: usize) -> (Self, oneshot::Receiver<Result<T>>) {
        let (caller, result) = oneshot::channel();
        (Call { function, size, room: None, result: None, caller }, result)
    }
}

impl<On, F, T> Work<On> for Call<F, T>
where
    F: FnMut(&mut On) -> std::result::Result<T, Stop> + Send,
    T: Send,
{
    fn run(&mut self, on: &mut On) -> std::result::Result<(), Stop> {
        self.result = match (self.function)(on) {
            Ok(result) => Some(Ok(result)),
            Err(Stop::Refused(error)) => Some(Err(error)),
            Err(stop) => return Err(stop),
        };
        Ok(())
    }

    fn answer(self: Box<Self>, error: Option<StoreError>) {
        let Call { result, caller, room, .. } = *self;
        let lost = || Err(StoreError::Fatal("a call was answered before it was run".to_owned()));
        let result = error.map_or_else(|| result.unwrap_or_else(lost), Err);
        drop(room);
        // A caller that has gone needs no result.
        drop(caller.send(result));
    }

    fn size(&self) -> usize {
        self.size
    }
}
