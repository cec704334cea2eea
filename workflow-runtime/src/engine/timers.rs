//! The points in time that an execution waits for.

use jiff::Timestamp;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// The event at a point in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Alarm {
    /// A Wait is over.
    Wait,
    /// A failed state is tried again.
    Retry,
    /// A mock answers.
    Answer,
    /// A task took too long.
    Timeout,
    /// A task gave no sign of life.
    Heartbeat,
}

/// An alarm for a visit of a scope. Ordered by time, then by the drawn number, then by who set it first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Timer {
    pub(crate) time: Timestamp,
    pub(crate) tie: u64,
    number: u64,
    pub(crate) scope: u32,
    pub(crate) visit: u64,
    pub(crate) alarm: Alarm,
}

/// All alarms of an execution. Those of visits that have ended stay until they are found.
#[derive(Default)]
pub(crate) struct Timers {
    heap: BinaryHeap<Reverse<Timer>>,
    next: u64,
}

impl Timers {
    pub(crate) fn set(&mut self, time: Timestamp, tie: u64, scope: u32, visit: u64, alarm: Alarm) {
        self.next += 1;
        self.heap.push(Reverse(Timer { time, tie, number: self.next, scope, visit, alarm }));
    }

    /// The earliest alarm that still means something.
    pub(crate) fn first(&mut self, alive: impl Fn(&Timer) -> bool) -> Option<Timer> {
        while let Some(Reverse(timer)) = self.heap.peek() {
            if alive(timer) {
                return Some(*timer);
            }
            self.heap.pop();
        }
        None
    }

    pub(crate) fn pop(&mut self) {
        self.heap.pop();
    }

    /// Drops what means nothing any more, once that is most of it.
    pub(crate) fn sweep(&mut self, alive: impl Fn(&Timer) -> bool, expected: usize) {
        if self.heap.len() > 64 + 4 * expected {
            self.heap.retain(|Reverse(timer)| alive(timer));
        }
    }
}
