//! `async { .. }.await`: a block whose failures are handled.

use super::{BYPASSED, UNREAD};
use crate::failure::Failure;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;

/// Runs a block. A failure that no type in it can hold leads out of it, too. The bound tells rustc what its `?`
/// converts to.
///
/// # Errors
/// The failure with which the block ends.
pub async fn attempt<T>(block: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    let mut block = pin!(block);
    poll_fn(|cx| match block.as_mut().poll(cx) {
        Poll::Ready(result) => Poll::Ready(result),
        Poll::Pending if UNREAD.get() => Poll::Pending,
        Poll::Pending => BYPASSED.take().map_or(Poll::Pending, |failure| Poll::Ready(Err(failure))),
    })
    .await
}
