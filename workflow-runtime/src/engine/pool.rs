//! The futures of tasks that wait, each with a waker of its own.
//!
//! A slot and its waker are used again, so that a task which is ready at once costs nothing but its future.

use crate::body::guarded;
use crate::engine::present::{Presence, Present, Rest, Role};
use crate::failure::Failure;
use crate::lock::lock;
use crate::payload::Payload;
use crate::task::BoxFuture;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::{Context, Poll, Wake, Waker};

pub(crate) type Outcome = Result<Payload, Failure>;

/// The owner of a future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Owner {
    pub(crate) scope: u32,
    pub(crate) visit: u64,
    pub(crate) what: What,
}

/// The purpose of a future.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// The body of a task.
    Body,
    /// The next sign of life of a task.
    Beat,
    /// The permit to begin an attempt.
    Permit,
    /// The writing of an answer that may have come in time; the error of the attempt if it did not.
    Writing(&'static str),
}

struct Slot {
    future: Option<(Owner, BoxFuture<Outcome>, tracing::Span)>,
    waker: Waker,
    wake: Arc<SlotWake>,
}

pub(crate) struct Pool {
    slots: Vec<Slot>,
    free: Vec<u32>,
    waiting: usize,
    pub(crate) wakes: Arc<Wakes>,
    /// Wakes the execution itself.
    pub(crate) waker: Waker,
}

impl Pool {
    pub(crate) fn new(wakes: Arc<Wakes>) -> Self {
        let waker = wakes.clone().into();
        Pool { slots: Vec::new(), free: Vec::new(), waiting: 0, wakes, waker }
    }

    /// Polls a future once, and keeps it if it is not ready: the number of its slot.
    pub(crate) fn start(
        &mut self,
        owner: Owner,
        mut future: BoxFuture<Outcome>,
        span: tracing::Span,
    ) -> Result<Outcome, u32> {
        let number = self.free.pop().unwrap_or_else(|| self.grow());
        let slot = &mut self.slots[number as usize];
        if let Poll::Ready(outcome) = poll(slot, &mut future, &span) {
            // It was never put into its slot.
            self.free.push(number);
            return Ok(outcome);
        }
        slot.future = Some((owner, future, span));
        self.waiting += 1;
        Err(number)
    }

    fn grow(&mut self) -> u32 {
        #[allow(clippy::cast_possible_truncation, reason = "2^32 tasks do not fit into memory")]
        let number = self.slots.len() as u32;
        let wake = Arc::new(SlotWake {
            number,
            queued: AtomicBool::new(false),
            wakes: self.wakes.clone(),
        });
        self.slots.push(Slot { future: None, waker: wake.clone().into(), wake });
        number
    }

    /// Polls what is in a slot. A panic of a body is a failure of its task.
    pub(crate) fn poll(&mut self, number: u32) -> Option<(Owner, Outcome)> {
        let slot = self.slots.get_mut(number as usize)?;
        let Some((owner, mut future, span)) = slot.future.take() else {
            slot.wake.queued.store(false, Ordering::Release);
            return None;
        };
        if let Poll::Ready(outcome) = poll(slot, &mut future, &span) {
            self.waiting -= 1;
            self.free.push(number);
            return Some((owner, outcome));
        }
        slot.future = Some((owner, future, span));
        None
    }

    /// Takes out what is in a slot: it is polled no more.
    pub(crate) fn remove(&mut self, number: u32) -> Option<BoxFuture<Outcome>> {
        let (_, future, _) = self.slots.get_mut(number as usize)?.future.take()?;
        self.waiting -= 1;
        self.free.push(number);
        Some(future)
    }

    /// True if something has woken what is in a slot, and it was not polled since.
    pub(crate) fn is_woken(&self, number: u32) -> bool {
        let slot = self.slots.get(number as usize);
        slot.is_some_and(|slot| slot.wake.queued.load(Ordering::Acquire))
    }

    /// Returns how many futures wait.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting
    }
}

/// Polls a future with the waker of a slot.
fn poll(slot: &Slot, future: &mut BoxFuture<Outcome>, span: &tracing::Span) -> Poll<Outcome> {
    slot.wake.queued.store(false, Ordering::Release);
    let mut cx = Context::from_waker(&slot.waker);
    let polled = span.in_scope(|| guarded(|| future.as_mut().poll(&mut cx)));
    polled.unwrap_or_else(|failure| Poll::Ready(Err(failure)))
}

/// The woken slots, and the waker to wake for them.
#[derive(Default)]
pub(crate) struct Wakes(Mutex<Woken>);

#[derive(Default)]
struct Woken {
    slots: Vec<u32>,
    waker: Option<Waker>,
    /// The presence of an execution that rests, under a virtual clock.
    rest: Option<(Arc<Present>, u64)>,
}

impl Woken {
    /// Something is to be done: for others, too, before the clock moves.
    fn rouse(&mut self) -> Option<Waker> {
        if let Some((present, number)) = self.rest.take() {
            present.rouse(number);
        }
        self.waker.clone()
    }
}

impl Wakes {
    fn lock(&self) -> MutexGuard<'_, Woken> {
        lock(&self.0)
    }

    /// Registers the waker of the execution's poller.
    pub(crate) fn register(&self, waker: &Waker) {
        let mut woken = self.lock();
        if !woken.waker.as_ref().is_some_and(|known| known.will_wake(waker)) {
            woken.waker = Some(waker.clone());
        }
    }

    /// Moves the woken slots to `to`.
    pub(crate) fn drain(&self, to: &mut Vec<u32>) {
        to.append(&mut self.lock().slots);
    }

    /// Wakes the execution itself.
    pub(crate) fn wake(&self) {
        let waker = self.lock().rouse();
        if let Some(waker) = waker {
            waker.wake();
        }
    }

    /// The execution has nothing to do, unless something was woken just now.
    pub(crate) fn rest(&self, presence: &Presence, rest: Rest, settled: bool) -> Role {
        let mut woken = self.lock();
        if !woken.slots.is_empty() {
            return Role::Sleeps;
        }
        let Presence { present, number } = presence;
        woken.rest = Some((present.clone(), *number));
        // Within the lock: what is woken from now on finds it resting.
        let turn = present.rest(*number, rest, settled);
        drop(woken);
        turn.pass()
    }

    /// The execution does something.
    pub(crate) fn rouse(&self) {
        let _ = self.lock().rouse();
    }
}

impl Wake for Wakes {
    fn wake(self: Arc<Self>) {
        Wakes::wake(&self);
    }
    fn wake_by_ref(self: &Arc<Self>) {
        Wakes::wake(self);
    }
}

struct SlotWake {
    number: u32,
    queued: AtomicBool,
    wakes: Arc<Wakes>,
}

impl Wake for SlotWake {
    fn wake(self: Arc<Self>) {
        self.wake_by_ref();
    }
    fn wake_by_ref(self: &Arc<Self>) {
        if self.queued.swap(true, Ordering::AcqRel) {
            return;
        }
        let waker = {
            let mut woken = self.wakes.lock();
            woken.slots.push(self.number);
            woken.rouse()
        };
        if let Some(waker) = waker {
            waker.wake();
        }
    }
}
