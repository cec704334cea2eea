//! The futures, alarms and points in time that an execution waits for, and its turn among others.

use crate::clock::Clock;
use crate::engine::pool::{Pool, Wakes};
use crate::engine::present::{Presence, Present, Rest, Role};
use crate::engine::scope::Scopes;
use crate::engine::timers::{Timer, Timers};
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::Context;

/// All that wakes an execution.
pub(crate) struct Waits {
    pub(crate) pool: Pool,
    pub(crate) timers: Timers,
    /// The slots of the pool that were woken, while they are polled.
    pub(crate) woken: Vec<u32>,
    asleep: Option<(Timestamp, BoxFuture<()>)>,
    /// The number of jobs that were done since others had their turn.
    pub(crate) turn: usize,
    presence: Presence,
    /// True if it has said that it has nothing to do.
    rests: bool,
    /// The number of runs of distributed Maps under way.
    pub(crate) map_runs: Arc<AtomicUsize>,
    /// The time when the execution as a whole has taken too long.
    pub(crate) deadline: Option<Timestamp>,
    /// The time when it leaves memory, if it does nothing before.
    pub(crate) leaves: Option<Timestamp>,
}

impl Waits {
    pub(crate) fn new(wakes: Arc<Wakes>, present: &Arc<Present>) -> Self {
        Waits {
            pool: Pool::new(wakes),
            timers: Timers::default(),
            woken: Vec::new(),
            asleep: None,
            turn: 0,
            presence: Presence::new(present),
            rests: false,
            map_runs: Arc::default(),
            deadline: None,
            leaves: None,
        }
    }

    /// The execution does something: it neither rests nor leaves.
    pub(crate) fn act(&mut self) {
        self.leaves = None;
        if std::mem::take(&mut self.rests) {
            self.pool.wakes.rouse();
        }
    }

    /// Waits for a point in time. True if it has come.
    pub(crate) fn sleep(&mut self, next: Option<Timestamp>, clock: &dyn Clock) -> bool {
        let Some(next) = next else { return false };
        if self.asleep.as_ref().is_none_or(|(until, _)| *until != next) {
            self.asleep = Some((next, clock.wait(next)));
        }
        let mut cx = Context::from_waker(&self.pool.waker);
        let sleep = self.asleep.as_mut().map(|(_, sleep)| sleep.as_mut());
        let awake = sleep.is_some_and(|sleep| sleep.poll(&mut cx).is_ready());
        if awake {
            self.asleep = None;
        }
        awake
    }

    /// Forgets the point in time that it waited for: a virtual clock has moved.
    pub(crate) fn wake(&mut self) {
        self.asleep = None;
    }

    /// There is nothing to do until something wakes it. `committing` while a store has something of it to write.
    pub(crate) fn rest(&mut self, cx: &Context<'_>, committing: bool, clock: &dyn Clock) -> Role {
        // The executions of a distributed Map move the clock; while there are none, it reads or writes.
        let leads = self.map_runs.load(Ordering::Relaxed) == 0 && !committing;
        let rest = Rest { waker: cx.waker().clone(), leads, waits: self.pool.waiting() > 0 };
        self.rests = true;
        self.pool.wakes.rest(&self.presence, rest, clock.settled())
    }

    /// The earliest alarm of a visit that has not ended.
    pub(crate) fn first_alarm(&mut self, scopes: &Scopes) -> Option<Timer> {
        self.timers.first(|timer| scopes.alive(timer.scope, timer.visit))
    }

    /// Returns when the execution is to be woken next.
    pub(crate) fn next(
        &mut self,
        scopes: &Scopes,
        now: impl FnOnce() -> Timestamp,
    ) -> Option<Timestamp> {
        let next = self.first_alarm(scopes).map(|timer| timer.time);
        // When it has come to leave, there is nothing to wake for.
        let leaves = self.leaves.filter(|leaves| *leaves > now());
        next.into_iter().chain(self.deadline).chain(leaves).min()
    }
}
