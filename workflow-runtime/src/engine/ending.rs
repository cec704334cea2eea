//! The end of an execution, known to all who hold its handle.

use crate::failure::Failure;
use crate::lock::lock;
use crate::payload::Payload;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Waker};

/// A cell for the result of one execution. Each [`Ticket`] gets it once.
#[derive(Default)]
pub(crate) struct Ending {
    shared: Mutex<Shared>,
    tickets: AtomicU64,
}

#[derive(Default)]
struct Shared {
    /// The ARN under which it is in the directory: that of the last execution of a chain.
    id: Option<Arc<str>>,
    result: Option<Result<Payload, Failure>>,
    ended: bool,
    /// True once the start of the execution is written, or there is nothing to write it to.
    begun: bool,
    /// True if the execution has left memory: it is found in the store.
    parked: bool,
    /// The tickets that have not had the result, and those of them that wait.
    open: Vec<u64>,
    waiting: Vec<(u64, Waker)>,
}

/// The right to the result of an execution.
pub(crate) struct Ticket {
    ending: Arc<Ending>,
    number: u64,
}

impl Ending {
    fn lock(&self) -> MutexGuard<'_, Shared> {
        lock(&self.shared)
    }

    /// Makes another ticket; none if the execution has left memory.
    pub(crate) fn ticket(self: &Arc<Self>) -> Option<Ticket> {
        let number = self.tickets.fetch_add(1, Ordering::Relaxed);
        let mut shared = self.lock();
        if shared.parked {
            return None;
        }
        shared.open.push(number);
        drop(shared);
        Some(Ticket { ending: self.clone(), number })
    }

    /// True if nobody waits for the execution.
    pub(crate) fn is_alone(&self) -> bool {
        self.lock().is_alone()
    }

    /// Says that the execution leaves memory. False if somebody waits for it.
    pub(crate) fn park(&self) -> bool {
        let mut shared = self.lock();
        let alone = shared.is_alone();
        shared.parked |= alone;
        alone
    }

    /// The ARN under which the execution is listed.
    pub(crate) fn listed(&self) -> Option<Arc<str>> {
        self.lock().id.clone()
    }

    pub(crate) fn list(&self, id: &Arc<str>) {
        self.lock().id = Some(id.clone());
    }

    /// Says that the start of the execution is written.
    pub(crate) fn begin(&self) {
        let mut shared = self.lock();
        shared.begun = true;
        let waiting = std::mem::take(&mut shared.waiting);
        drop(shared);
        waiting.into_iter().for_each(|(_, waker)| waker.wake());
    }

    /// Hands out the result. Only the first one counts: false if there was one.
    pub(crate) fn end(&self, result: Result<Payload, Failure>) -> bool {
        let mut shared = self.lock();
        if shared.ended {
            return false;
        }
        shared.ended = true;
        shared.result = (!shared.open.is_empty()).then_some(result);
        let waiting = std::mem::take(&mut shared.waiting);
        drop(shared);
        waiting.into_iter().for_each(|(_, waker)| waker.wake());
        true
    }
}

impl Shared {
    fn is_alone(&self) -> bool {
        self.open.is_empty() && self.waiting.is_empty()
    }

    /// The result for one of the tickets: the value itself for the last one, its text for others.
    fn take(&mut self, number: u64) -> Result<Payload, Failure> {
        let had = self.open.len();
        self.open.retain(|open| *open != number);
        if self.open.len() == had {
            return Err(lost());
        }
        if self.open.is_empty() {
            return self.result.take().unwrap_or_else(|| Err(lost()));
        }
        match &self.result {
            Some(Ok(output)) => output.text().map(Payload::Text),
            Some(Err(failure)) => Err(failure.clone()),
            None => Err(lost()),
        }
    }
}

impl Ticket {
    /// Polls for the result.
    pub(crate) fn poll(&self, cx: &mut Context<'_>) -> Poll<Result<Payload, Failure>> {
        let mut shared = self.ending.lock();
        if shared.ended {
            return Poll::Ready(shared.take(self.number));
        }
        self.wait(&mut shared, cx);
        Poll::Pending
    }

    /// Polls for the end, and leaves the result to others.
    pub(crate) fn poll_ended(&self, cx: &mut Context<'_>) -> Poll<()> {
        let mut shared = self.ending.lock();
        if shared.ended {
            return Poll::Ready(());
        }
        self.wait(&mut shared, cx);
        Poll::Pending
    }

    /// Polls for the beginning; an error is the end of an execution that did not even begin.
    pub(crate) fn poll_begun(&self, cx: &mut Context<'_>) -> Poll<Result<(), Failure>> {
        let mut shared = self.ending.lock();
        if shared.begun {
            return Poll::Ready(Ok(()));
        }
        if shared.ended {
            let failure = shared.result.as_ref().and_then(|result| result.as_ref().err());
            return Poll::Ready(Err(failure.cloned().unwrap_or_else(lost)));
        }
        self.wait(&mut shared, cx);
        Poll::Pending
    }

    fn wait(&self, shared: &mut Shared, cx: &mut Context<'_>) {
        match shared.waiting.iter_mut().find(|(number, _)| *number == self.number) {
            Some((_, waker)) => waker.clone_from(cx.waker()),
            None => shared.waiting.push((self.number, cx.waker().clone())),
        }
    }

    /// A ticket that sees the end, and never takes the result.
    pub(crate) fn observer(&self) -> Ticket {
        let ending = self.ending.clone();
        let number = ending.tickets.fetch_add(1, Ordering::Relaxed);
        Ticket { ending, number }
    }
}

impl Ticket {
    /// Gives up the right to the result.
    pub(crate) fn give_up(&mut self) {
        let mut shared = self.ending.lock();
        shared.open.retain(|open| *open != self.number);
        shared.waiting.retain(|(number, _)| *number != self.number);
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        self.give_up();
    }
}

pub(crate) fn lost() -> Failure {
    Failure::runtime(
        "the execution is gone: its runtime has shut down, or its result was taken before",
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn text(polled: Poll<Result<Payload, Failure>>) -> Option<Result<String, String>> {
        match polled {
            Poll::Pending => None,
            Poll::Ready(Ok(output)) => Some(output.text().map(|it| it.to_string()).map_err(name)),
            Poll::Ready(Err(failure)) => Some(Err(name(failure))),
        }
    }

    #[allow(clippy::needless_pass_by_value, reason = "for `map_err`")]
    fn name(failure: Failure) -> String {
        failure.error().to_owned()
    }

    #[test]
    fn each_ticket_gets_the_result_once() {
        let cx = &mut Context::from_waker(Waker::noop());
        let ending = Arc::new(Ending::default());
        let (one, two) = (ending.ticket().unwrap(), ending.ticket().unwrap());
        assert_eq!(text(one.poll(cx)), None);
        ending.end(Ok(Payload::live(7)));
        ending.end(Ok(Payload::live(8)));
        assert_eq!(text(one.poll(cx)), Some(Ok("7".to_owned())));
        assert_eq!(text(one.poll(cx)), Some(Err("States.Runtime".to_owned())));
        assert!(two.poll_ended(cx).is_ready());
        assert!(matches!(two.poll(cx), Poll::Ready(Ok(Payload::Live(_)))));
    }

    #[test]
    fn an_execution_that_somebody_waits_for_stays() {
        let ending = Arc::new(Ending::default());
        let ticket = ending.ticket().unwrap();
        assert!(!ending.park());
        drop(ticket);
        assert!(ending.park());
        assert!(ending.ticket().is_none());
    }

    #[test]
    fn a_result_that_nobody_waits_for_is_dropped() {
        let ending = Arc::new(Ending::default());
        drop(ending.ticket());
        ending.end(Err(Failure::new("A", "")));
        assert!(ending.lock().result.is_none());
        let cx = &mut Context::from_waker(Waker::noop());
        assert_eq!(text(ending.ticket().unwrap().poll(cx)), Some(Err("States.Runtime".to_owned())));
    }
}
