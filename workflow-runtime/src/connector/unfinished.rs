//! Work that runs to its end, even if its caller stops waiting for it.

use crate::task::BoxFuture;
use std::pin::Pin;
use std::task::{Context, Poll};
use tokio::runtime::Handle;

/// A future that, once it was polled, goes on by itself where it is dropped before its end.
pub(crate) struct Unfinished<T: Send + 'static> {
    work: Option<BoxFuture<T>>,
    /// The runtime on which it goes on.
    on: Option<Handle>,
}

impl<T: Send + 'static> Unfinished<T> {
    pub(crate) fn new(work: impl Future<Output = T> + Send + 'static) -> Self {
        Unfinished { work: Some(Box::pin(work)), on: None }
    }
}

impl<T: Send + 'static> Future for Unfinished<T> {
    type Output = T;
    fn poll(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<T> {
        if self.on.is_none() {
            self.on = Handle::try_current().ok();
        }
        let Some(work) = &mut self.work else { return Poll::Pending };
        let done = work.as_mut().poll(cx);
        if done.is_ready() {
            self.work = None;
        }
        done
    }
}

impl<T: Send + 'static> Drop for Unfinished<T> {
    fn drop(&mut self) {
        if let (Some(work), Some(on)) = (self.work.take(), &self.on) {
            on.spawn(work);
        }
    }
}
