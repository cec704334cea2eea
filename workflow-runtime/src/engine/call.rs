//! Calls of tasks, and waits.

use crate::body::guarded;
use crate::body::refuse_unkept;
use crate::engine::log;
use crate::engine::pool::{Outcome, What};
use crate::engine::run::Run;
use crate::engine::scope::{Beat, Text};
use crate::engine::service;
use crate::engine::watch::HEARTBEAT;
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::limits;
use crate::machine::Event;
use crate::payload::Payload;
use crate::task::{Body, BoxFuture, Heartbeat, TaskDefinition};
use crate::way::{Calls, Ways};
use jiff::Timestamp;
use std::sync::Arc;
use tokio::sync::Notify;

/// An attempt of a task that is about to begin.
pub(crate) struct Attempt {
    pub(crate) task: &'static str,
    pub(crate) run: Body,
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
    ) -> Option<Event> {
        let scope = self.scopes.get(id)?;
        let resumed = scope.times().begun.is_some();
        let (state, info) = scope.state().zip(scope.info())?;
        let (timeout, heartbeat) = (timeout.or(info.timeout), heartbeat.or(info.heartbeat));
        let Some(task) = info.task else {
            let text = format!("the state `{}` calls a task, but names none", info.name);
            self.fail(id, Failure::runtime(text));
            return None;
        };
        if task.way.resource().is_some() {
            return self.call_resource(id, &task, &input);
        }
        if !self.is_permitted(id) {
            return None;
        }
        let scope = self.scopes.get(id)?;
        let attempt = Attempt { task: task.name, run: task.run, timeout, heartbeat };
        self.log.name_into(&mut self.context.state, scope.machine.states(), state);
        // After a crash, history knows already that this attempt began.
        let scheduled = if resumed { Ok(()) } else { self.scheduled(id, &attempt, &input) };
        match scheduled {
            Ok(()) if !resumed && self.count_from_here(id) => None,
            Ok(()) => self.attempt(id, attempt, input),
            Err(failure) => {
                self.failed(id, failure);
                None
            }
        }
    }

    /// Calls what answers the task in place of a body.
    fn call_resource(&mut self, id: u32, task: &TaskDefinition, input: &Payload) -> Option<Event> {
        let token = || self.token(id).unwrap_or_default();
        match task.called(input, token, self.core.place()) {
            Ok(called) => self.connect(id, called?),
            Err(failure) => self.failed(id, failure),
        }
        None
    }

    fn scheduled(&mut self, id: u32, attempt: &Attempt, input: &Payload) -> Result<(), Failure> {
        let parameters = if self.log.is_full() {
            let parameters = service::parameters(attempt.task, &input.text()?);
            if !self.core.limits.allow(&parameters) {
                return Err(limits::too_large(&self.context.state));
            }
            Some(parameters)
        } else {
            None
        };
        let Some(scope) = self.scopes.get_mut(id) else { return Ok(()) };
        let region = &self.core.place().region;
        self.counts.attempt();
        let details = || Details::TaskScheduled {
            function: attempt.task.into(),
            parameters,
            region: region.clone(),
            timeout: attempt.timeout,
            heartbeat: attempt.heartbeat,
        };
        let last = self.log.push(EventType::TaskScheduled, scope.trace.last, details);
        scope.trace.last = self.log.push(EventType::TaskStarted, last, || Details::TaskStarted);
        if self.ledger.is_some() {
            scope.times_mut().begun = Some(self.core.clock.now());
            self.touch(id);
        }
        Ok(())
    }

    /// Returns when the attempt of a scope began. A crash does not count against a task, but in a simulation, where
    /// time passes by what happens alone.
    pub(crate) fn began(&self, id: u32) -> Timestamp {
        let known = self.scopes.get(id).and_then(|scope| scope.times().begun);
        known.filter(|_| self.core.clock.is_virtual()).unwrap_or_else(|| self.now())
    }

    fn attempt(&mut self, id: u32, attempt: Attempt, input: Payload) -> Option<Event> {
        if self.core.mock.is_some() {
            return self.ask_mock(id, &attempt, input);
        }
        self.own(id, &attempt, input, |body| body)
    }

    /// Runs the task's own body.
    pub(crate) fn own(
        &mut self,
        id: u32,
        attempt: &Attempt,
        input: Payload,
        around: impl FnOnce(BoxFuture<Outcome>) -> BoxFuture<Outcome>,
    ) -> Option<Event> {
        if self.pending(id).is_none() {
            self.set_context(id, attempt.heartbeat)?;
        }
        if let Some(pending) = self.pending(id) {
            pending.own = true;
        }
        let span = self.span(attempt);
        let (nested, context) = (self.nested(id), &self.context);
        // Virtual time passes in an execution, but not in a body.
        let patient = self.core.patient.clone().filter(|_| nested.is_none());
        // Apart, so that a task of its own does not move what an execution within needs.
        let body = match nested {
            Some(nested) => span.in_scope(|| guarded(|| around(nested.run(input)))),
            None => span.in_scope(|| guarded(|| around((attempt.run)(context, input)))),
        };
        match body.map(|body| match patient {
            Some(clock) => Box::pin(clock.during(body)),
            None => body,
        }) {
            Ok(body) => self.run_body(id, attempt, body, span),
            Err(failure) => self.outcome(id, Err(failure)),
        }
    }

    pub(crate) fn span(&self, attempt: &Attempt) -> tracing::Span {
        tracing::debug_span!("attempt", state = &*self.context.state, task = attempt.task)
    }

    /// The context of tasks becomes that of this attempt. There is one for the whole execution: bodies take from it
    /// what they need, most nothing (a new one cost three counted references, a tenth of a transition).
    pub(crate) fn set_context(&mut self, id: u32, heartbeat: Option<u32>) -> Option<()> {
        let scope = self.scopes.get_mut(id)?;
        let notify = heartbeat.map(|seconds| {
            let notify = Arc::new(Notify::new());
            let beat = Beat { slot: None, notify: notify.clone(), seconds, due: None };
            scope.waiting().beat = Some(beat);
            notify
        });
        self.context.attempt = scope.attempt + 1;
        self.context.idempotency_key = scope.key.idempotency(self.origin.name_key, scope.ordinal);
        self.context.heartbeat = Heartbeat::to(notify);
        self.context.token = None;
        Some(())
    }

    /// Polls a body for the first time. One that is ready needs no timers.
    pub(crate) fn run_body(
        &mut self,
        id: u32,
        attempt: &Attempt,
        body: BoxFuture<Outcome>,
        span: tracing::Span,
    ) -> Option<Event> {
        self.date(id, attempt.timeout, attempt.heartbeat);
        let owner = self.scopes.owner(id, What::Body);
        match self.waits.pool.start(owner, body, span) {
            Ok(outcome) => self.outcome(id, outcome),
            Err(slot) => {
                if let Some(scope) = self.scopes.get_mut(id) {
                    scope.waiting().body = Some(slot);
                }
                self.limit_time(id, attempt.timeout, attempt.heartbeat);
                self.listen(id);
                None
            }
        }
    }

    /// A task that was waited for answered.
    pub(crate) fn answered(&mut self, id: u32, outcome: Outcome) {
        if let Some(event) = self.outcome(id, outcome) {
            self.step_later(id, event);
        }
    }

    /// A task answered: what its machine is told, unless the answer is a failure, which may be retried.
    pub(crate) fn outcome(&mut self, id: u32, outcome: Outcome) -> Option<Event> {
        let outcome = match outcome {
            // An execution that this one waits for has not ended: neither has this one. At a shutdown other tasks of it may
            // still end.
            Err(failure) if failure.is_interruption() && self.core.shutdown.is_closing() => {
                self.quiet(id);
                return None;
            }
            Err(failure) if failure.is_interruption() => {
                self.abandon(failure);
                return None;
            }
            outcome => outcome,
        };
        let outcome = self.in_time(id, outcome);
        let waiting = self.scopes.get_mut(id)?.waiting.as_mut();
        let (pending, map_run) =
            waiting.map_or((None, None), |it| (it.pending.take(), it.map_run.take()));
        self.quiet(id);
        if let Some(failed) = map_run {
            self.map_run_ended(id, outcome, &failed);
            return None;
        }
        if let Some(pending) = pending {
            self.replied(id, pending, outcome);
            return None;
        }
        let outcome = outcome.and_then(|payload| self.checked(id, payload));
        let scope = self.scopes.get_mut(id)?;
        match outcome {
            Ok((payload, output)) => {
                scope.trace.result = output.clone();
                let details = || Details::TaskSucceeded { output };
                scope.trace.last =
                    self.log.push(EventType::TaskSucceeded, scope.trace.last, details);
                Some(Event::Done(payload))
            }
            Err(failure) => {
                let timeout = matches!(failure.error(), "States.Timeout" | HEARTBEAT);
                let (kind, error) = if timeout {
                    (EventType::TaskTimedOut, "States.Timeout")
                } else {
                    (EventType::TaskFailed, failure.error())
                };
                let details = || log::failed(error, failure.reported());
                scope.trace.last = self.log.push(kind, scope.trace.last, details);
                self.failed(id, failure);
                None
            }
        }
    }

    /// The text of a result in its envelope, if it is to be known, and within the limits.
    fn checked(&mut self, id: u32, payload: Payload) -> Result<(Payload, Option<Text>), Failure> {
        let task = self.scopes.get(id).and_then(|scope| scope.info()?.task);
        let task = task.map_or("", |task| task.name);
        payload.finite(format_args!("the result of the task `{task}`"))?;
        let text = match &payload {
            Payload::Text(text) => text.clone(),
            // What a store is to keep has a form, and no more levels than can be kept.
            other if self.log.is_full() || self.ledger.is_some() => other.text()?,
            _ => return Ok((payload, None)),
        };
        if self.ledger.is_some()
            && let Some(scope) = self.scopes.get_mut(id)
        {
            scope.told = Some(text.clone());
        }
        refuse_unkept(task, &text)?;
        let output = self.log.is_full().then(|| service::result(&text));
        match output {
            Some(output) if !self.core.limits.allow(&output) => {
                Err(limits::too_large(service::RESOURCE_TYPE).of_result())
            }
            output => Ok((payload, output)),
        }
    }

    /// Drops all that an attempt set up. Its alarms are void with the next visit.
    pub(crate) fn quiet(&mut self, id: u32) {
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let Some(waiting) = scope.waiting.take() else { return };
        if let Some(beat) = waiting.beat.and_then(|beat| beat.slot) {
            drop(self.waits.pool.remove(beat));
        }
        if let Some(writing) = waiting.writing {
            drop(self.waits.pool.remove(writing));
        }
        let body = waiting.body.and_then(|slot| self.waits.pool.remove(slot));
        // The executions of its items are stopped with it.
        if let (Some(ledger), Some(_), Some(body)) = (&mut self.ledger, waiting.map_run, body) {
            ledger.drop_when_written(body);
        }
    }
}
