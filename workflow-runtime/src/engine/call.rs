//! Calls of tasks, and waits.

use crate::clock::later;
use crate::engine::key::Draw;
use crate::engine::limits::{self, Limits};
use crate::engine::log;
use crate::engine::mock::{Answer, AnswerKind, TaskCall};
use crate::engine::pool::{Outcome, What, guarded};
use crate::engine::run::Run;
use crate::engine::scope::{Beat, Text};
use crate::engine::service;
use crate::engine::timers::Alarm;
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::machine::{Event, Until};
use crate::payload::Payload;
use crate::task::{BoxFuture, Heartbeat, TaskContext, TaskDefinition};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// An attempt of a task that is about to begin.
struct Attempt {
    task: TaskDefinition,
    state: Text,
    timeout: Option<u32>,
    heartbeat: Option<u32>,
}

impl Run {
    /// Calls the task of the state that a scope is in.
    pub(crate) fn call(
        &mut self,
        id: u32,
        input: Payload,
        timeout: Option<u32>,
        heartbeat: Option<u32>,
    ) {
        let Some(scope) = self.scopes.get(id) else { return };
        let resumed = scope.begun_at.is_some();
        let Some((state, info)) = scope.state().zip(scope.info()) else { return };
        let Some(task) = info.task else {
            let text = format!("the state `{}` calls a task, but names none", info.name);
            return self.fail(id, Failure::runtime(text));
        };
        let (timeout, heartbeat) = (timeout.or(info.timeout), heartbeat.or(info.heartbeat));
        let state = self.log.name(scope.machine.states(), state);
        let attempt = Attempt { task, state, timeout, heartbeat };
        // After a crash, history knows already that this attempt began.
        let scheduled = if resumed { Ok(()) } else { self.scheduled(id, &attempt, &input) };
        match scheduled {
            Ok(()) => self.attempt(id, attempt, input),
            Err(failure) => self.failed(id, failure),
        }
    }

    fn scheduled(&mut self, id: u32, attempt: &Attempt, input: &Payload) -> Result<(), Failure> {
        let parameters = if self.log.is_full() {
            let parameters = service::parameters(attempt.task.name, &input.text()?);
            if !self.core.limits.allow(&parameters) {
                return Err(limits::too_large(&attempt.state));
            }
            Some(parameters)
        } else {
            None
        };
        let Some(scope) = self.scopes.get_mut(id) else { return Ok(()) };
        let region = &self.core.place.region;
        let details = || Details::TaskScheduled {
            function: attempt.task.name.into(),
            parameters,
            region: region.clone(),
            timeout: attempt.timeout,
            heartbeat: attempt.heartbeat,
        };
        let last = self.log.push(EventType::TaskScheduled, scope.trace.last, details);
        scope.trace.last = self.log.push(EventType::TaskStarted, last, || Details::TaskStarted);
        if self.ledger.is_some() {
            scope.begun_at = Some(self.core.clock.now());
            self.touch(id);
        }
        Ok(())
    }

    /// When the attempt of a scope began. A crash does not count against a task, but in a simulation, where time
    /// passes by what happens alone.
    fn began(&self, id: u32) -> Timestamp {
        let known = self.scopes.get(id).and_then(|scope| scope.begun_at);
        known.filter(|_| self.core.clock.is_virtual()).unwrap_or_else(|| self.now())
    }

    fn attempt(&mut self, id: u32, attempt: Attempt, input: Payload) {
        if let Some(mock) = self.core.mock.clone() {
            let Some(call) = self.task_call(id, &attempt, input) else { return };
            let answer = match guarded(|| mock(call)) {
                Ok(answer) => answer,
                Err(failure) => Answer::fail(failure).after(Duration::ZERO),
            };
            return self.mocked(id, &attempt, answer);
        }
        let Some(context) = self.context(id, &attempt) else { return };
        match guarded(|| (attempt.task.run)(context, input)) {
            Ok(body) => self.run_body(id, &attempt, body),
            Err(failure) => self.answered(id, Err(failure)),
        }
    }

    fn task_call(&self, id: u32, attempt: &Attempt, input: Payload) -> Option<TaskCall> {
        let scope = self.scopes.get(id)?;
        Some(TaskCall {
            name: attempt.task.name,
            state: attempt.state.clone(),
            path: self.path(id),
            ordinal: scope.ordinal,
            attempt: scope.attempt,
            input,
        })
    }

    fn context(&mut self, id: u32, attempt: &Attempt) -> Option<TaskContext> {
        let scope = self.scopes.get_mut(id)?;
        let notify = attempt.heartbeat.map(|seconds| {
            let notify = Arc::new(Notify::new());
            scope.beat = Some(Beat { slot: None, notify: notify.clone(), seconds, due: None });
            notify
        });
        Some(TaskContext {
            execution: self.identity.id.clone(),
            state: attempt.state.clone(),
            attempt: scope.attempt,
            idempotency_key: scope.key.idempotency(self.name_key, scope.ordinal),
            resources: self.core.resources.clone(),
            heartbeat: Heartbeat(notify),
        })
    }

    /// Polls a body for the first time. One that is ready needs no timers.
    fn run_body(&mut self, id: u32, attempt: &Attempt, body: BoxFuture<Outcome>) {
        let owner = self.owner(id, What::Body);
        let span =
            tracing::debug_span!("attempt", state = &*attempt.state, task = attempt.task.name);
        match self.pool.start(owner, body, span) {
            Ok(outcome) => self.answered(id, outcome),
            Err(slot) => {
                if let Some(scope) = self.scopes.get_mut(id) {
                    scope.body = Some(slot);
                }
                self.limit_time(id, attempt);
                self.listen(id);
            }
        }
    }

    fn mocked(&mut self, id: u32, attempt: &Attempt, answer: Answer) {
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let drawn = || {
            let draw = scope.key.draw(self.seed, scope.ordinal, scope.attempt, Draw::Delay);
            Duration::from_millis(1 + draw % 999)
        };
        let delay = match answer.delay {
            Some(delay) => delay,
            None if self.core.clock.is_virtual() => drawn(),
            None => Duration::ZERO,
        };
        match answer.what {
            AnswerKind::Now(outcome) if delay.is_zero() => return self.answered(id, outcome),
            AnswerKind::Now(outcome) => scope.answer = Some(outcome),
            AnswerKind::Later(body) => return self.run_body(id, attempt, body),
            AnswerKind::Never => return self.limit_time(id, attempt),
        }
        let time = later(self.began(id), delay.as_secs_f64());
        self.alarm(id, time, Alarm::Answer);
        self.limit_time(id, attempt);
    }

    fn limit_time(&mut self, id: u32, attempt: &Attempt) {
        if attempt.timeout.is_none() && attempt.heartbeat.is_none() {
            return;
        }
        let now = self.began(id);
        if let Some(seconds) = attempt.timeout {
            self.alarm(id, later(now, f64::from(seconds)), Alarm::Timeout);
        }
        if let Some(seconds) = attempt.heartbeat {
            self.alarm(id, later(now, f64::from(seconds)), Alarm::Heartbeat);
        }
    }

    /// Waits for the next sign of life.
    fn listen(&mut self, id: u32) {
        loop {
            let owner = self.owner(id, What::Beat);
            let Some(beat) = self.scopes.get_mut(id).and_then(|scope| scope.beat.as_mut()) else {
                return;
            };
            let notify = beat.notify.clone();
            let beaten = Box::pin(async move {
                notify.notified().await;
                Ok(Payload::live(()))
            });
            match self.pool.start(owner, beaten, tracing::Span::none()) {
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
        let Some(beat) = self.scopes.get_mut(id).and_then(|scope| scope.beat.as_mut()) else {
            return;
        };
        beat.due = Some(later(now, f64::from(beat.seconds)));
        self.listen(id);
    }

    /// An alarm set when the task began: void if the task has been alive since.
    pub(crate) fn heartbeat_due(&mut self, id: u32) {
        let due = self.scopes.get(id).and_then(|scope| scope.beat.as_ref()?.due);
        match due.filter(|due| *due > self.log.now) {
            Some(due) => self.alarm(id, due, Alarm::Heartbeat),
            None => self.timed_out(id, HEARTBEAT),
        }
    }

    /// A task answered.
    pub(crate) fn answered(&mut self, id: u32, outcome: Outcome) {
        self.quiet(id);
        let outcome = outcome.and_then(|payload| self.checked(id, payload));
        let Some(scope) = self.scopes.get_mut(id) else { return };
        match outcome {
            Ok((payload, output)) => {
                scope.trace.result = output.clone();
                let details = || Details::TaskSucceeded { output };
                scope.trace.last =
                    self.log.push(EventType::TaskSucceeded, scope.trace.last, details);
                self.step_later(id, Event::Done(payload));
            }
            Err(failure) => {
                let timeout = matches!(failure.error(), "States.Timeout" | HEARTBEAT);
                let (kind, error) = if timeout {
                    (EventType::TaskTimedOut, "States.Timeout")
                } else {
                    (EventType::TaskFailed, failure.error())
                };
                let details = || log::failed(error, failure.cause());
                scope.trace.last = self.log.push(kind, scope.trace.last, details);
                self.failed(id, failure);
            }
        }
    }

    /// The text of a result in its envelope, if it is to be known, and within the limits.
    fn checked(&mut self, id: u32, payload: Payload) -> Result<(Payload, Option<Text>), Failure> {
        let text = match &payload {
            Payload::Text(text) => text.clone(),
            other if self.log.is_full() => other.text()?,
            _ => return Ok((payload, None)),
        };
        if let Some(number) = limits::unsafe_integer(&text) {
            let task = self.scopes.get(id).and_then(|scope| scope.info()?.task);
            return Err(unsafe_result(task.map_or("", |task| task.name), number));
        }
        let output = self.log.is_full().then(|| service::result(&text));
        match output {
            Some(output) if !self.core.limits.allow(&output) => {
                Err(limits::too_large(service::RESOURCE_TYPE))
            }
            output => Ok((payload, output)),
        }
    }

    /// Drops all that an attempt set up. Its alarms are void with the next visit.
    pub(crate) fn quiet(&mut self, id: u32) {
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let slots = [scope.body.take(), scope.beat.take().and_then(|beat| beat.slot)];
        scope.answer = None;
        for slot in slots.into_iter().flatten() {
            self.pool.remove(slot);
        }
    }

    /// An alarm rang before the task answered.
    pub(crate) fn timed_out(&mut self, id: u32, error: &'static str) {
        self.answered(id, Err(Failure::new(error, "")));
    }

    /// Waits for a time.
    pub(crate) fn wait(&mut self, id: u32, until: &Until) {
        let entered = self.scopes.get(id).and_then(|scope| scope.entered_at);
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

/// What Retry and Catch see where a task gave no sign of life. Histories say `States.Timeout`. (Developer Guide.)
pub(crate) const HEARTBEAT: &str = "States.HeartbeatTimeout";

fn unsafe_result(task: &str, number: &str) -> Failure {
    Failure::runtime(format!(
        "the result of the task `{task}` has the integer {number}: beyond ±(2^53 − 1) integers are not exact in \
         JSON; let the task return it as a string"
    ))
}
