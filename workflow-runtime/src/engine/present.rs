//! The executions that are under way in an engine: under a virtual clock, one moves it when all rest.
//!
//! Each execution says when it has nothing to do until something wakes it; whatever wakes it says the opposite. The last
//! one that comes to rest leads: it lets the runtime have some turns, for what else may be about to happen, and moves the
//! clock to the first point that anybody waits for. So a jump costs as much as the executions that it wakes have to do,
//! however many others sleep.

use crate::lock::lock;
use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::task::Waker;

/// The number of turns that others get before the clock jumps over the futures that wait.
const PATIENCE: u32 = 6;
/// The number of turns while somebody has not seen the new time yet.
const UNSETTLED: u32 = 10_000;

pub(crate) struct Present {
    /// True if anybody asks: all executions of an engine would write to one place at each step.
    counted: bool,
    executions: AtomicUsize,
    /// The number of times any of them has done something.
    activity: AtomicU64,
    next: AtomicU64,
    resting: Mutex<Resting>,
}

#[derive(Default)]
struct Resting {
    /// By the number of the execution.
    all: BTreeMap<u64, Rest>,
    /// The number of turns given since the last activity, and that activity.
    turns: u32,
    activity: u64,
}

/// An execution that rests.
pub(crate) struct Rest {
    pub(crate) waker: Waker,
    /// True if it may move the clock.
    pub(crate) leads: bool,
    /// True if it waits for something outside of the clock.
    pub(crate) waits: bool,
}

/// The role of an execution that has come to rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Role {
    /// Nothing: it will be woken.
    #[default]
    Sleeps,
    /// It moves the clock.
    Leads,
}

/// The consequence of a rest: the role of the execution, and who is to be polled, once no lock is held.
#[derive(Default)]
pub(crate) struct Turn {
    role: Role,
    wake: [Option<Waker>; 2],
}

impl Turn {
    /// Wakes them.
    pub(crate) fn pass(self) -> Role {
        self.wake.into_iter().flatten().for_each(Waker::wake);
        self.role
    }
}

impl Present {
    /// None yet; `counted` where the clock is a virtual one.
    pub(crate) fn new(counted: bool) -> Arc<Self> {
        Arc::new(Present {
            counted,
            executions: AtomicUsize::new(0),
            activity: AtomicU64::new(0),
            next: AtomicU64::new(0),
            resting: Mutex::default(),
        })
    }

    fn lock(&self) -> MutexGuard<'_, Resting> {
        lock(&self.resting)
    }

    /// An execution does something.
    pub(crate) fn act(&self) {
        if self.counted {
            self.activity.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// True if there is one execution only.
    pub(crate) fn alone(&self) -> bool {
        self.executions.load(Ordering::SeqCst) <= 1
    }

    /// An execution has something to do.
    pub(crate) fn rouse(&self, number: u64) {
        self.lock().all.remove(&number);
    }

    /// An execution has nothing to do. `settled`: whether all that the last jump has woken have seen it.
    pub(crate) fn rest(&self, number: u64, rest: Rest, settled: bool) -> Turn {
        let (own, leads) = (rest.waker.clone(), rest.leads);
        let mut resting = self.lock();
        let patient = !self.alone() || rest.waits;
        resting.all.insert(number, rest);
        if !self.all_rest(&resting) {
            return Turn::default();
        }
        let activity = self.activity.load(Ordering::Relaxed);
        if std::mem::replace(&mut resting.activity, activity) != activity {
            resting.turns = 0;
        }
        let turns = resting.turns;
        if (patient && turns < PATIENCE) || (!settled && turns < UNSETTLED) {
            resting.turns += 1;
            // Another one, too: nobody knows whether who holds this execution goes on polling it.
            return Turn { role: Role::Sleeps, wake: [Some(own), resting.after(number)] };
        }
        if leads {
            return Turn { role: Role::Leads, wake: [None, None] };
        }
        Turn { role: Role::Sleeps, wake: [resting.leader(), None] }
    }

    fn all_rest(&self, resting: &Resting) -> bool {
        resting.all.len() >= self.executions.load(Ordering::SeqCst)
    }
}

impl Resting {
    /// The next one in a circle.
    fn after(&self, number: u64) -> Option<Waker> {
        let later = self.all.range((Excluded(number), Unbounded)).next();
        let next = later.or_else(|| self.all.iter().next()).filter(|(other, _)| **other != number);
        next.map(|(_, rest)| rest.waker.clone())
    }

    /// One that may move the clock.
    fn leader(&self) -> Option<Waker> {
        self.all.values().find(|rest| rest.leads).map(|rest| rest.waker.clone())
    }
}

/// An execution, until it is dropped.
pub(crate) struct Presence {
    pub(crate) present: Arc<Present>,
    pub(crate) number: u64,
}

impl Presence {
    pub(crate) fn new(present: &Arc<Present>) -> Self {
        present.executions.fetch_add(1, Ordering::SeqCst);
        present.act();
        let number = present.next.fetch_add(1, Ordering::Relaxed);
        Presence { present: present.clone(), number }
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        let present = &self.present;
        present.act();
        if !present.counted {
            present.executions.fetch_sub(1, Ordering::SeqCst);
            return;
        }
        let mut resting = present.lock();
        resting.all.remove(&self.number);
        present.executions.fetch_sub(1, Ordering::SeqCst);
        // Those that are left may all have waited for this one.
        let leader = if present.all_rest(&resting) { resting.leader() } else { None };
        drop(resting);
        leader.into_iter().for_each(Waker::wake);
    }
}
