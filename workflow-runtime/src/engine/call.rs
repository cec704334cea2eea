//! Calls of tasks, and waits.

use crate::engine::limits;
use crate::engine::log;
use crate::engine::mock::Answer;
use crate::engine::pool::{Outcome, What, guarded};
use crate::engine::run::Run;
use crate::engine::scope::{Beat, Text};
use crate::engine::service;
use crate::engine::watch::HEARTBEAT;
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::machine::Event;
use crate::payload::Payload;
use crate::task::{BoxFuture, Heartbeat, TaskContext, TaskDefinition};
use jiff::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::Notify;

/// An attempt of a task that is about to begin.
pub(crate) struct Attempt {
    pub(crate) task: TaskDefinition,
    pub(crate) state: Text,
    pub(crate) timeout: Option<u32>,
    pub(crate) heartbeat: Option<u32>,
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
    pub(crate) fn began(&self, id: u32) -> Timestamp {
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
        self.own(id, &attempt, input, |body| body);
    }

    /// Runs the task's own body.
    pub(crate) fn own(
        &mut self,
        id: u32,
        attempt: &Attempt,
        input: Payload,
        around: impl FnOnce(BoxFuture<Outcome>) -> BoxFuture<Outcome>,
    ) {
        let Some(context) = self.context(id, &attempt.state, attempt.heartbeat) else { return };
        let patient = self.core.patient.clone();
        let body = guarded(|| around((attempt.task.run)(context, input)));
        match body.map(|body| match patient {
            Some(clock) => Box::pin(clock.during(body)),
            None => body,
        }) {
            Ok(body) => self.run_body(id, attempt, body),
            Err(failure) => self.answered(id, Err(failure)),
        }
    }

    pub(crate) fn context(
        &mut self,
        id: u32,
        state: &Text,
        heartbeat: Option<u32>,
    ) -> Option<TaskContext> {
        let scope = self.scopes.get_mut(id)?;
        let notify = heartbeat.map(|seconds| {
            let notify = Arc::new(Notify::new());
            scope.beat = Some(Beat { slot: None, notify: notify.clone(), seconds, due: None });
            notify
        });
        Some(TaskContext {
            execution: self.identity.id.clone(),
            state: state.clone(),
            attempt: scope.attempt,
            idempotency_key: scope.key.idempotency(self.name_key, scope.ordinal),
            resources: self.core.resources.clone(),
            heartbeat: Heartbeat(notify),
        })
    }

    /// Polls a body for the first time. One that is ready needs no timers.
    pub(crate) fn run_body(&mut self, id: u32, attempt: &Attempt, body: BoxFuture<Outcome>) {
        let owner = self.owner(id, What::Body);
        let span =
            tracing::debug_span!("attempt", state = &*attempt.state, task = attempt.task.name);
        match self.pool.start(owner, body, span) {
            Ok(outcome) => self.answered(id, outcome),
            Err(slot) => {
                if let Some(scope) = self.scopes.get_mut(id) {
                    scope.body = Some(slot);
                }
                self.limit_time(id, attempt.timeout, attempt.heartbeat);
                self.listen(id);
            }
        }
    }

    /// A task answered.
    pub(crate) fn answered(&mut self, id: u32, outcome: Outcome) {
        let scope = self.scopes.get_mut(id);
        let (pending, map_run) =
            scope.map_or((None, false), |scope| (scope.pending.take(), scope.map_run));
        self.quiet(id);
        if map_run {
            return self.map_run_ended(id, outcome);
        }
        if let Some(pending) = pending {
            return self.replied(id, pending, outcome);
        }
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
        (scope.answer, scope.pending, scope.map_run) = (None, None, false);
        for slot in slots.into_iter().flatten() {
            self.pool.remove(slot);
        }
    }
}

fn unsafe_result(task: &str, number: &str) -> Failure {
    Failure::runtime(format!(
        "the result of the task `{task}` has the integer {number}: beyond ±(2^53 − 1) integers are not exact in \
         JSON; let the task return it as a string"
    ))
}
