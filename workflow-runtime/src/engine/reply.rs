//! The answers to calls: a connector's reply, the result that comes later, and the events that tell of them.

use crate::connector::{Reply, Shape, Target};
use crate::engine::continued::Next;
use crate::engine::pending::{Answer, Heard, Pending, either};
use crate::engine::pool::Outcome;
use crate::engine::run::Run;
use crate::engine::scope::Text;
use crate::engine::watch::HEARTBEAT;
use crate::failure::Failure;
use crate::functions::envelope;
use crate::history::{Details, EventType};
use crate::limits;
use crate::lock::lock;
use crate::machine::{Event, ResourceCall};
use crate::payload::Payload;
use crate::task::{BoxFuture, TaskDefinition};
use crate::way::{Calls, Way};
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::bounds;

impl Run {
    /// A connector answered, or the result came, or the time is over.
    pub(crate) fn replied(&mut self, id: u32, mut pending: Box<Pending>, outcome: Outcome) {
        if let Some(task) = pending.mocked.take() {
            return self.mock_replied(id, pending, task, outcome);
        }
        if let Err(failure) = outcome {
            let submitted = pending.begun || !pending.target.has_token();
            return self.call_failed(id, &pending.target, submitted, failure);
        }
        let heard = lock(&pending.heard).take();
        let reply = match heard {
            Some(Heard::Answer(Ok(output))) => return self.returned(id, &pending.target, output),
            Some(Heard::Answer(Err(failure))) => {
                return self.call_failed(id, &pending.target, true, failure);
            }
            Some(Heard::Reply(reply)) => Some(reply),
            None => None,
        };
        match reply {
            Some(Reply::Done(output)) if pending.target.waits() && !pending.begun => {
                self.begun(id, pending, &output, None);
            }
            Some(Reply::Begun { output, result }) => self.begun(id, pending, &output, result),
            Some(Reply::Done(output)) => self.returned(id, &pending.target, output),
            None => {
                lock(&pending.token).take();
                let gone = Failure::runtime("a connector ended without a reply");
                self.call_failed(id, &pending.target, true, gone);
            }
        }
    }

    /// A mock answered, or the task's own body that hands out its token.
    fn mock_replied(
        &mut self,
        id: u32,
        pending: Box<Pending>,
        task: TaskDefinition,
        outcome: Outcome,
    ) {
        let target = pending.target.clone();
        match outcome.and_then(|payload| payload.json()) {
            Ok(_) if pending.own && target.waits() => {
                self.begun(id, pending, &envelope(Value::Null), None);
            }
            Ok(output) if matches!(task.way, Way::Continue(_)) => {
                self.goes_on(id, &target, task.name, Ok(Payload::Json(output)));
            }
            Err(failure) if pending.own && matches!(task.way, Way::Continue(_)) => {
                self.goes_on(id, &target, task.name, Err(failure));
            }
            Ok(output) => self.returned(id, &target, task.closed(&target, output)),
            Err(failure) => self.call_failed(id, &target, true, failure),
        }
    }

    /// The chain that goes on in place of this execution was run, or mocked: what it comes to.
    fn goes_on(&mut self, id: u32, target: &Arc<Target>, name: &str, outcome: Outcome) {
        let begun = self.begun_as(id, name);
        self.conclusion.next = Some(Next::Answer(outcome));
        self.returned(id, target, begun);
    }

    /// Waits for the answer to a call that was taken before a crash.
    pub(crate) fn await_answer(&mut self, id: u32, called: &ResourceCall) {
        self.wait_for(id, called);
        let pending = self.scopes.get_mut(id).and_then(|scope| scope.waiting().pending.take());
        let Some(mut pending) = pending else { return };
        pending.begun = true;
        let token = lock(&pending.token).take();
        self.await_result(id, pending, (None, token));
    }

    /// The call was taken: its result comes later.
    fn begun(
        &mut self,
        id: u32,
        mut pending: Box<Pending>,
        output: &Value,
        result: Option<BoxFuture<Answer>>,
    ) {
        // After a crash the history may say so already.
        if self.scopes.get(id).is_some_and(|scope| !scope.times().submitted) {
            self.submitted(id, &pending.target, output);
        }
        let token = lock(&pending.token).take();
        pending.begun = true;
        self.await_result(id, pending, (result, token));
    }

    /// Writes down that a call was taken: it is not made again.
    fn submitted(&mut self, id: u32, target: &Arc<Target>, output: &Value) {
        let now = self.now();
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let target = target.clone();
        if target.shape == Shape::Activity && self.ledger.is_some() {
            // From here on its time counts.
            scope.times_mut().begun = Some(now);
        }
        let (kind, details) = match target.shape {
            Shape::Activity => {
                let worker = output.as_str().map(Text::from);
                (EventType::ActivityStarted, Details::Started { target, worker })
            }
            _ => {
                let text = |output| self.core.limits.text(output, target.named()).ok();
                let output = self.log.is_full().then(|| text(output)).flatten();
                (EventType::TaskSubmitted, Details::Returned { target, output })
            }
        };
        scope.trace.last = self.log.push(kind, scope.trace.last, || details);
        if self.ledger.is_some() {
            scope.times_mut().submitted = true;
            self.touch_soon(id);
        }
    }

    /// Waits for the result of a call that was taken.
    fn await_result(
        &mut self,
        id: u32,
        pending: Box<Pending>,
        (job, token): (Option<BoxFuture<Answer>>, Option<BoxFuture<Answer>>),
    ) {
        if job.is_none() && token.is_none() {
            let target = pending.target;
            let none = Failure::runtime(format!("nothing will answer {}", target.resource));
            return self.call_failed(id, &target, true, none);
        }
        let (heard, limits) = (pending.heard.clone(), (pending.timeout, pending.heartbeat));
        let Some(scope) = self.scopes.get_mut(id) else { return };
        scope.waiting().pending = Some(pending);
        self.await_call(
            id,
            limits,
            Box::pin(async move {
                let first = either(job, token).await?;
                *lock(&heard) = Some(first);
                Ok(Payload::live(()))
            }),
        );
    }

    /// The text of what a call came to, if it is to be known.
    fn answered_with(&self, output: &Value, name: &str) -> Result<Option<Text>, Failure> {
        if self.log.is_full() {
            return self.core.limits.text(output, name).map(Some);
        }
        let sized = bounds::size(output, bounds::SIZE);
        sized.map(|_| None).map_err(|excess| limits::refused(name, &excess))
    }

    fn returned(&mut self, id: u32, target: &Arc<Target>, output: Arc<Value>) {
        let text = match self.answered_with(&output, target.named()) {
            Ok(text) => text,
            Err(failure) => {
                let failure = if target.is_lambda() { failure.of_result() } else { failure };
                return self.call_failed(id, target, true, failure);
            }
        };
        self.close_token(id, target, false);
        let Some(scope) = self.scopes.get_mut(id) else { return };
        scope.trace.result = text.clone();
        let kind = match target.shape {
            Shape::Function => EventType::LambdaFunctionSucceeded,
            Shape::Activity => EventType::ActivitySucceeded,
            Shape::Service { .. } => EventType::TaskSucceeded,
        };
        let details = || Details::Returned { target: target.clone(), output: text };
        scope.trace.last = self.log.push(kind, scope.trace.last, details);
        if self.continues(id) {
            return self.continued(id, output);
        }
        self.step_later(id, Event::Done(Payload::Json(output)));
    }

    /// Records a failed call. `submitted` says whether the service had accepted it.
    fn call_failed(&mut self, id: u32, target: &Arc<Target>, submitted: bool, failure: Failure) {
        let timeout = matches!(failure.error(), "States.Timeout" | HEARTBEAT);
        self.close_token(id, target, timeout);
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let error = if timeout { "States.Timeout" } else { failure.error() };
        let kind = match (&target.shape, timeout) {
            (Shape::Function, false) => EventType::LambdaFunctionFailed,
            (Shape::Function, true) => EventType::LambdaFunctionTimedOut,
            (Shape::Activity, false) => EventType::ActivityFailed,
            (Shape::Activity, true) => EventType::ActivityTimedOut,
            (Shape::Service { .. }, false) if !submitted => EventType::TaskSubmitFailed,
            (Shape::Service { .. }, false) => EventType::TaskFailed,
            (Shape::Service { .. }, true) => EventType::TaskTimedOut,
        };
        let some = |text: &str| (!text.is_empty()).then(|| Text::from(text));
        let (target, cause) = (target.clone(), failure.reported());
        let details = || Details::CallFailed { target, error: some(error), cause: some(&cause) };
        scope.trace.last = self.log.push(kind, scope.trace.last, details);
        self.failed(id, failure);
    }
}
