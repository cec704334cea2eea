//! Time that passes: timeouts and heartbeats of tasks, and waits.

use crate::clock::later;
use crate::connector::{Closed, Closing, Pattern};
use crate::engine::pool::{Outcome, Pool, What};
use crate::engine::run::Run;
use crate::engine::scope::Waiting;
use crate::engine::timers::Alarm;
use crate::failure::Failure;
use crate::limits::{self, Limits};
use crate::machine::{Event, Until};
use crate::payload::Payload;
use jiff::Timestamp;
use tokio::sync::oneshot;

/// The error that Retry and Catch see where a task sent no heartbeat. Histories say `States.Timeout`. (Developer
/// Guide.)
pub(crate) const HEARTBEAT: &str = "States.HeartbeatTimeout";

impl Waiting {
    /// True if there was no sign of life for too long. One that nobody has taken in yet counts as just now.
    fn is_silent(&self, now: Timestamp, pool: &Pool) -> bool {
        let (Some(first), Some(beat)) = (self.silent, &self.beat) else { return false };
        let heard = match beat.slot {
            Some(slot) => pool.is_woken(slot),
            None => std::pin::pin!(beat.notify.notified()).enable(),
        };
        beat.due.unwrap_or(first) < now && !heard
    }
}

impl Run {
    /// Returns when the time of an attempt begins to count. Somebody outside answers on time or not, whatever becomes of
    /// this process; a task that runs again after a crash has its whole time again. (Heartbeats are not written: after a
    /// crash the next one is due as if there had been one just now.)
    fn limited_from(&self, id: u32) -> Timestamp {
        let scope = self.scopes.get(id);
        let pending = scope.and_then(|scope| scope.waiting.as_ref()?.pending.as_deref());
        let outside = pending.is_some_and(|it| it.target.pattern() != Pattern::RequestResponse);
        let begun = scope.and_then(|scope| scope.times().begun).filter(|_| outside);
        begun.unwrap_or_else(|| self.now())
    }

    pub(crate) fn limit_time(&mut self, id: u32, timeout: Option<u32>, heartbeat: Option<u32>) {
        if timeout.is_none() && heartbeat.is_none() {
            return;
        }
        let (began, now) = (self.limited_from(id), self.now());
        // Where the first poll of a body took its time, that counts.
        let waiting = self.scopes.get(id).and_then(|scope| scope.waiting.as_ref());
        let (late, silent) = waiting.map_or((None, None), |it| (it.late, it.silent));
        if let Some(seconds) = timeout {
            let time = late.unwrap_or_else(|| later(began, f64::from(seconds)));
            self.alarm(id, time, Alarm::Timeout);
        }
        if let Some(seconds) = heartbeat {
            let time = silent.unwrap_or_else(|| later(now, f64::from(seconds)));
            self.alarm(id, time, Alarm::Heartbeat);
        }
    }

    /// Writes down when an attempt is late: a body that blocks its thread keeps alarms from ringing. Virtual time does
    /// not pass meanwhile.
    pub(crate) fn date(&mut self, id: u32, timeout: Option<u32>, heartbeat: Option<u32>) {
        if (timeout.is_none() && heartbeat.is_none()) || self.core.clock.is_virtual() {
            return;
        }
        let (began, now) = (self.limited_from(id), self.now());
        let after = |from, seconds: Option<u32>| Some(later(from, f64::from(seconds?)));
        if let Some(scope) = self.scopes.get_mut(id) {
            let waiting = scope.waiting();
            (waiting.late, waiting.silent) = (after(began, timeout), after(now, heartbeat));
        }
    }

    /// An outcome, unless it comes too late: when the alarm should have rung already. An answer with a token was in time when
    /// it was taken, however late it is heard: the process may have been away.
    pub(crate) fn in_time(&mut self, id: u32, outcome: Outcome) -> Outcome {
        let waiting = self.scopes.get(id).and_then(|scope| scope.waiting.as_deref());
        let limited = |waiting: &&Waiting| waiting.late.or(waiting.silent).is_some();
        let Some(waiting) = waiting.filter(limited) else { return outcome };
        if waiting.pending.as_ref().is_some_and(|pending| pending.is_answered()) {
            return outcome;
        }
        let now = self.now();
        let known = outcome.as_ref().err().map(Failure::error);
        if matches!(known, Some("States.Timeout" | HEARTBEAT)) {
            return outcome;
        }
        let error = if waiting.late.is_some_and(|late| late < now) {
            "States.Timeout"
        } else if waiting.is_silent(now, &self.waits.pool) {
            HEARTBEAT
        } else {
            return outcome;
        };
        Err(Failure::new(error, ""))
    }

    /// Waits for the next sign of life.
    pub(crate) fn listen(&mut self, id: u32) {
        loop {
            let owner = self.scopes.owner(id, What::Beat);
            let Some(beat) = self.scopes.get_mut(id).and_then(|scope| scope.beat()) else {
                return;
            };
            let notify = beat.notify.clone();
            let beaten = Box::pin(async move {
                notify.notified().await;
                Ok(Payload::live(()))
            });
            match self.waits.pool.start(owner, beaten, tracing::Span::none()) {
                Ok(_) => {}
                Err(slot) => {
                    beat.slot = Some(slot);
                    return;
                }
            }
        }
    }

    /// A task is alive: its next heartbeat is due later.
    pub(crate) fn beat(&mut self, id: u32) {
        let now = self.now();
        let Some(beat) = self.scopes.get_mut(id).and_then(|scope| scope.beat()) else {
            return;
        };
        beat.due = Some(later(now, f64::from(beat.seconds)));
        self.listen(id);
    }

    /// An alarm set when the task began: void if the task has been alive since.
    pub(crate) fn heartbeat_due(&mut self, id: u32) {
        let due = self.scopes.get_mut(id).and_then(|scope| scope.beat()?.due);
        match due.filter(|due| *due > self.log.now) {
            Some(due) => self.alarm(id, due, Alarm::Heartbeat),
            None => self.timed_out(id, HEARTBEAT),
        }
    }

    /// An alarm rang before the task answered.
    pub(crate) fn timed_out(&mut self, id: u32, error: &'static str) {
        let late = Err(Failure::new(error, ""));
        let pending = self.pending(id).map(|pending| pending.target.waits());
        let Some(token) = self.token(id).filter(|_| pending == Some(true)) else {
            return self.answered(id, late);
        };
        match self.core.callbacks.close(&token) {
            Closing::Closed(closed) => self.closed(id, closed, late),
            Closing::Answered(over) => self.await_writing(id, over, error),
        }
    }

    /// The time of an attempt is over that nobody answers any more: unless somebody did just now.
    fn closed(&mut self, id: u32, closed: Closed, late: Outcome) {
        let body = self.scopes.get(id).and_then(|scope| scope.waiting.as_ref()?.body);
        let heard = body.and_then(|slot| self.waits.pool.poll(slot));
        self.answered(id, heard.map_or(late, |(_, outcome)| outcome));
        if let Some(ledger) = &mut self.ledger {
            ledger.drop_when_written(closed);
        }
    }

    /// An answer came in time, and is being written: if it is not written, the time is over.
    fn await_writing(&mut self, id: u32, over: oneshot::Receiver<()>, error: &'static str) {
        let owner = self.scopes.owner(id, What::Writing(error));
        let written = Box::pin(async move {
            drop(over.await);
            Ok(Payload::live(()))
        });
        match self.waits.pool.start(owner, written, tracing::Span::none()) {
            Ok(_) => self.timed_out(id, error),
            Err(slot) => {
                let Some(scope) = self.scopes.get_mut(id) else { return };
                let before = scope.waiting().writing.replace(slot);
                drop(before.and_then(|slot| self.waits.pool.remove(slot)));
            }
        }
    }

    /// Waits for a time.
    pub(crate) fn wait(&mut self, id: u32, until: &Until) {
        let entered = self.scopes.get(id).and_then(|scope| scope.times().entered);
        let now = entered.unwrap_or_else(|| self.now());
        let seconds = match until {
            Until::Seconds(seconds) => *seconds,
            Until::Timestamp(time) => time.duration_since(now).as_secs_f64().max(0.0),
        };
        if seconds == 0.0 {
            // At once; also how a machine that passes very many states lets others have their turn.
            return self.step_later(id, Event::Waited);
        }
        let long = self.core.limits == Limits::Aws && seconds > limits::WAIT;
        if long || seconds.is_nan() || seconds < 0.0 {
            let text = if long {
                "Wait state delay is too long."
            } else {
                "Wait state delay is not a number of seconds."
            };
            return self.fault_of_runtime(id, text);
        }
        let time = match until {
            Until::Seconds(seconds) => later(now, *seconds),
            Until::Timestamp(time) => *time,
        };
        self.alarm(id, time, Alarm::Wait);
    }
}
