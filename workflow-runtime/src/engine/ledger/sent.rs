//! The commit on its way to the store: sent, written, or given up.

use crate::engine::metrics;
use crate::engine::resend::{self, Flight};
use crate::engine::run::{Job, Run, Todo};
use crate::engine::unwritten::Unwritten;
use crate::failure::Failure;
use crate::history::{EventType, HistoryEvent};
use crate::store::{Status, StoreError};
use std::sync::atomic::Ordering;
use std::task::{Context, Poll};

impl Run {
    /// True if a commit is on its way.
    pub(crate) fn is_committing(&self) -> bool {
        self.ledger.as_ref().is_some_and(|ledger| ledger.flight.is_some())
    }

    /// Goes on with what has to be written. `Pending` if the execution waits for that; `Ready` with whether there
    /// is more to do.
    pub(crate) fn write(&mut self) -> Poll<bool> {
        let ends = self.conclusion.result.is_some();
        let Some(ledger) = &mut self.ledger else { return Poll::Ready(false) };
        if let Some(flight) = &mut ledger.flight {
            match flight.as_mut().poll(&mut Context::from_waker(&self.waits.pool.waker)) {
                Poll::Pending => return Poll::Pending,
                Poll::Ready(written) => self.written(written),
            }
            return Poll::Ready(true);
        }
        if ledger.settled || !(ledger.due || ends) {
            return Poll::Ready(false);
        }
        match self.commit() {
            Ok(commit) => {
                if let Some(ledger) = &mut self.ledger {
                    ledger.flight =
                        Some(resend::send(&self.core, &ledger.store, commit, self.origin.inside));
                }
            }
            // What cannot be written cannot go on.
            Err(failure) => self.unwritable(failure),
        }
        Poll::Ready(true)
    }

    pub(crate) fn written(&mut self, written: Result<(), Unwritten>) {
        let Some(ledger) = &mut self.ledger else { return };
        ledger.flight = None;
        match written {
            Ok(()) => {}
            Err(Unwritten { error: StoreError::Exists(id), .. }) => {
                return self.abandon(Failure::taken(&id));
            }
            Err(Unwritten { error, commit }) => {
                self.abandon(error.interruption());
                self.conclusion.unwritten = commit.map(|commit| {
                    let unwritten = Err(Unwritten { error, commit: Some(commit) });
                    Box::pin(std::future::ready(unwritten)) as Flight
                });
                return;
            }
        }
        ledger.settled = ledger.ending;
        if ledger.number == 1 {
            self.core.directory.begun(&self.origin.identity.id);
        }
        self.control.publish(&mut ledger.chunk);
        ledger.dropped.clear();
        // In front of the queue, the first one first.
        for (scope, visit) in ledger.held.drain(..).rev() {
            self.jobs.push_front(Job { scope, visit, todo: Todo::Begin });
        }
        for (scope, visit) in ledger.parents.drain(..) {
            self.jobs.push_back(Job { scope, visit, todo: Todo::Children });
        }
    }

    /// Leaves the execution as its last commit has it: nothing more is written, and it may be resumed from there.
    pub(crate) fn abandon(&mut self, failure: Failure) {
        if let Some(ledger) = &mut self.ledger {
            ledger.settled = true;
            self.conclusion.unwritten = ledger.flight.take();
        }
        metrics::interrupted(&self.origin.identity);
        self.left.store(true, Ordering::Relaxed);
        self.conclusion.status = Status::Running;
        self.conclusion.result = Some(Err(failure));
    }

    /// Ends an execution whose code panicked outside of its tasks. With a store it stays as its last commit has it, and no
    /// recovery tries it again before the next start of the program.
    pub(crate) fn panicked(&mut self, text: &str) {
        let why = format!("the execution panicked: {text}");
        if self.ledger.is_some() {
            self.core.recovery.leave(&self.origin.identity.id);
            return self.abandon(Failure::interruption(why));
        }
        self.conclusion.result = Some(Err(Failure::runtime(why)));
        self.conclusion.status = Status::Failed;
    }

    /// Ends the execution with the failure of a value that has no text: of its output, or of what it would save.
    fn unwritable(&mut self, failure: Failure) {
        let ended = |event: &HistoryEvent| event.kind == EventType::ExecutionSucceeded;
        self.log.withdraw(ended);
        self.conclusion.next = None;
        self.finish(EventType::ExecutionFailed, failure);
    }
}
