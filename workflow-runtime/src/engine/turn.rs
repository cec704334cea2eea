//! The turns of an execution: what is queued, what was woken, what is due, and waiting for the next of them.

use crate::engine::metrics;
use crate::engine::pool::What;
use crate::engine::present::Role;
use crate::engine::run::{Job, Run, TURN, Todo};
use crate::engine::timers::{Alarm, Timer};
use crate::failure::Failure;
use crate::history::EventType;
use crate::key::{Draw, draw};
use crate::machine::Event;
use crate::payload::Payload;
use crate::store::StoreError;
use jiff::Timestamp;
use std::pin::Pin;
use std::task::{Context, Poll};
use workflow_asl::panics::caught;

impl Run {
    fn perform(&mut self, job: Job) {
        if !self.scopes.alive(job.scope, job.visit) {
            return;
        }
        match job.todo {
            Todo::Step(event) => self.step(job.scope, event),
            Todo::Begin => {
                if let Some(event) = self.begin(job.scope) {
                    self.step(job.scope, event);
                }
            }
            Todo::Children => self.start_child(job.scope),
        }
    }

    /// Does what is in the queue; `Some` if others are to have their turn, or the execution has ended.
    fn work(&mut self) -> Option<Poll<()>> {
        loop {
            if self.log.full {
                self.overflow();
            }
            if self.conclusion.result.is_some() {
                return Some(Poll::Ready(()));
            }
            if self.control.is_lost() {
                // If it is open after all, it is taken up again.
                let lost = StoreError::Stalled("another engine has ended it".to_owned());
                self.abandon(lost.interruption());
                continue;
            }
            if self.waits.turn >= TURN {
                return Some(Poll::Pending);
            }
            if self.overtaken() {
                self.overtake();
                continue;
            }
            let job = self.jobs.pop_front()?;
            self.waits.turn += 1;
            self.act();
            self.perform(job);
        }
    }

    /// The execution does something: nobody may move a virtual clock meanwhile.
    fn act(&mut self) {
        self.core.present.act();
        self.waits.act();
    }

    /// True if something ends the execution whatever is in its queue: a body may have blocked the thread meanwhile.
    pub(crate) fn overtaken(&self) -> bool {
        let late = |deadline: Timestamp| !self.core.clock.is_virtual() && deadline <= self.now();
        self.control.is_stopped() || self.waits.deadline.is_some_and(late)
    }

    /// Ends the execution, where it is [`Run::overtaken`].
    fn overtake(&mut self) {
        let now = self.now();
        match self.control.stopped() {
            Some(failure) => {
                self.log.now = now;
                // What AWS calls aborted is the execution; no state says so.
                self.finish(EventType::ExecutionAborted, failure);
            }
            None => drop(self.out_of_time(now)),
        }
    }

    /// Polls what was woken.
    fn poll_woken(&mut self) -> bool {
        let mut woken = std::mem::take(&mut self.waits.woken);
        self.waits.pool.wakes.drain(&mut woken);
        let any = !woken.is_empty();
        for slot in woken.drain(..) {
            if let Some((owner, outcome)) = self.waits.pool.poll(slot) {
                self.log.now = self.now();
                match owner.what {
                    What::Body => self.answered(owner.scope, outcome),
                    What::Beat => self.beat(owner.scope),
                    What::Permit => self.begin_permitted(owner.scope),
                    What::Writing(error) => self.timed_out(owner.scope, error),
                }
            }
        }
        self.waits.woken = woken;
        any
    }

    /// Rings the alarms that are due.
    fn ring(&mut self) -> bool {
        let timer = self.waits.first_alarm(&self.scopes);
        if timer.is_none() && self.waits.deadline.is_none() {
            return false;
        }
        let now = self.now();
        let late = self.waits.deadline.is_some_and(|deadline| deadline <= now);
        let Some(timer) = timer.filter(|timer| timer.time <= now && !late) else {
            return late && self.out_of_time(now);
        };
        self.log.now = now;
        self.waits.timers.pop();
        match timer.alarm {
            Alarm::Wait => self.step_later(timer.scope, Event::Waited),
            Alarm::Retry => {
                if let Some(scope) = self.scopes.get_mut(timer.scope) {
                    scope.times_mut().retry = None;
                }
                self.begin_again(timer.scope);
            }
            Alarm::Answer => {
                let answer = self
                    .scopes
                    .get_mut(timer.scope)
                    .and_then(|scope| scope.waiting.as_mut()?.answer.take());
                if let Some(outcome) = answer {
                    self.answered(timer.scope, outcome);
                }
            }
            Alarm::Timeout => self.timed_out(timer.scope, "States.Timeout"),
            Alarm::Heartbeat => self.heartbeat_due(timer.scope),
        }
        true
    }

    /// The execution as a whole has taken too long.
    fn out_of_time(&mut self, now: Timestamp) -> bool {
        self.log.now = now;
        self.waits.deadline = None;
        self.finish(EventType::ExecutionTimedOut, Failure::new("States.Timeout", ""));
        true
    }

    /// Sets an alarm for the present visit of a scope.
    pub(crate) fn alarm(&mut self, id: u32, time: Timestamp, alarm: Alarm) {
        let Some(scope) = self.scopes.get(id) else { return };
        let tie = draw(scope.key, self.origin.seed, scope.ordinal, scope.attempt, Draw::Tie);
        self.waits.timers.set(time, tie, id, scope.visit, alarm);
        let scopes = &self.scopes;
        let alive = |timer: &Timer| scopes.alive(timer.scope, timer.visit);
        self.waits.timers.sweep(alive, scopes.len());
    }

    /// Nothing is ready: waits for the next alarm, or jumps to it. Whether to go on at once.
    fn idle(&mut self, cx: &mut Context<'_>) -> bool {
        let next = self.next_alarm();
        if self.core.clock.is_virtual() { self.jump(next, cx) } else { self.sleep(next) }
    }

    /// Waits for a point in time. True if it has come.
    fn sleep(&mut self, next: Option<Timestamp>) -> bool {
        self.waits.sleep(next, &*self.core.clock)
    }

    /// Moves a virtual clock, if nobody has anything to do: whether it has moved.
    fn jump(&mut self, next: Option<Timestamp>, cx: &mut Context<'_>) -> bool {
        // Who jumps is to know what the others wait for, and to have seen them idle.
        let alone = self.core.present.alone();
        if !alone && self.sleep(next) {
            return true;
        }
        if self.rest(cx) == Role::Sleeps {
            return false;
        }
        let clock = self.core.clock.clone();
        // One that stands still for somebody wakes those who wait; and may go on by now.
        let moved = clock.jump(next) || (next.is_some() && (self.sleep(next) || clock.jump(next)));
        if moved {
            self.waits.wake();
            self.act();
        }
        moved
    }

    /// There is nothing to do until something wakes it.
    fn rest(&mut self, cx: &Context<'_>) -> Role {
        let committing = self.is_committing();
        self.waits.rest(cx, committing, &*self.core.clock)
    }

    fn poll_all(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.waits.pool.wakes.register(cx.waker());
        self.waits.turn = 0;
        loop {
            if self.work() == Some(Poll::Pending) {
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            let ended = self.conclusion.result.is_some();
            if ended && self.ledger.as_ref().is_none_or(|ledger| ledger.settled) {
                return Poll::Ready(());
            }
            let written = self.write();
            if written == Poll::Ready(true) {
                continue;
            }
            if ended {
                return Poll::Pending;
            }
            if self.poll_woken() || self.ring() {
                continue;
            }
            if !written.is_pending() && self.leave_at_shutdown() {
                continue;
            }
            if written.is_pending() {
                if self.idle_while_written(cx) {
                    continue;
                }
                return Poll::Pending;
            }
            if !self.idle(cx) && !self.leave() {
                return Poll::Pending;
            }
        }
    }

    /// Waits for the next alarm while a store writes: whether it rings. Others may move a virtual clock meanwhile, as they
    /// may before the store has begun to write.
    fn idle_while_written(&mut self, cx: &Context<'_>) -> bool {
        if self.core.clock.is_virtual() {
            self.rest(cx);
            return false;
        }
        let next = self.next_alarm();
        self.sleep(next)
    }

    /// Returns when the next alarm rings.
    fn next_alarm(&mut self) -> Option<Timestamp> {
        let clock = &self.core.clock;
        self.waits.next(&self.scopes, || clock.now())
    }

    /// Hands new events to those who watch.
    fn publish(&mut self) {
        // With a store, once they are written.
        if self.ledger.is_none() && !self.log.events.is_empty() {
            self.control.publish(&mut self.log.events);
        }
    }
}

impl Future for Run {
    type Output = Result<Payload, Failure>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let run = self.get_mut();
        let span = run.span.clone();
        let done = caught(|| span.in_scope(|| run.poll_all(cx)));
        // Whatever of others' code it was in: this execution ends, the process does not.
        let done = done.unwrap_or_else(|text| {
            run.panicked(&text);
            Poll::Ready(())
        });
        run.publish();
        run.counts.report(&run.origin.identity);
        match done {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                let lost = || Err(Failure::runtime("the execution was polled after its end"));
                let result = run.conclusion.result.take().unwrap_or_else(lost);
                run.control.ended(run.conclusion.status);
                metrics::ended(&run.origin.identity, run.conclusion.status);
                if let Some(next) = run.following(result.is_ok()) {
                    // In place: a chain of executions takes the room of one.
                    *run = *next;
                    cx.waker().wake_by_ref();
                    return Poll::Pending;
                }
                Poll::Ready(result)
            }
        }
    }
}
