//! Calls of resources: what connectors are asked, and the events that tell of it.

use crate::body::guarded;
use crate::connector::{Pattern, Reply, Request, Shape, Target};
use crate::engine::continued::Next;
use crate::engine::pool::{Outcome, What};
use crate::engine::run::Run;
use crate::engine::scope::{Beat, Text, Times};
use crate::engine::watch::HEARTBEAT;
use crate::engine::{Engine, Within};
use crate::failure::Failure;
use crate::functions::envelope;
use crate::history::{Details, EventType};
use crate::key::Attempt;
use crate::limits;
use crate::machine::{Event, ResourceCall};
use crate::payload::Payload;
use crate::task::{BoxFuture, TaskDefinition};
use crate::way::{Calls, Way};
use serde_json::Value;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;
use workflow_asl::bounds;

/// A call on its way.
pub(crate) struct Pending {
    pub(crate) target: Arc<Target>,
    /// The last message heard.
    heard: Arc<Mutex<Option<Heard>>>,
    /// Waits for the answer with the token.
    token: Arc<Mutex<Option<BoxFuture<Answer>>>>,
    /// True if it was taken: what comes next is its result.
    begun: bool,
    timeout: Option<u32>,
    heartbeat: Option<u32>,
    /// The signs of life of who has the token.
    beat: Option<Arc<Notify>>,
    /// The task in whose place a mock answers; whether that runs the task's own body.
    pub(crate) mocked: Option<TaskDefinition>,
    pub(crate) own: bool,
}

/// The answer that comes with a token.
type Answer = Result<Arc<Value>, Failure>;

/// A message about a call.
enum Heard {
    /// The connector's reply.
    Reply(Reply),
    /// The answer with the token: it was taken in time.
    Answer(Answer),
}

impl Pending {
    /// True if it was answered with its token.
    pub(crate) fn is_answered(&self) -> bool {
        matches!(*lock(&self.heard), Some(Heard::Answer(_)))
    }
}

fn lock<T>(it: &Mutex<T>) -> MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The connector's reply, or the answer with the token if that is there before.
async fn first(
    mut call: BoxFuture<Result<Reply, Failure>>,
    token: &Mutex<Option<BoxFuture<Answer>>>,
) -> Result<Heard, Failure> {
    let taken = lock(token).take();
    let Some(mut waits) = taken else { return Ok(Heard::Reply(call.await?)) };
    let replied = tokio::select! {
        biased;
        replied = &mut call => replied?,
        answer = &mut waits => return Ok(Heard::Answer(answer)),
    };
    *lock(token) = Some(waits);
    Ok(Heard::Reply(replied))
}

/// The first of two results: of a job, and of who answers with its token.
async fn either(
    job: Option<BoxFuture<Answer>>,
    token: Option<BoxFuture<Answer>>,
) -> Result<Heard, Failure> {
    let done = |result: Answer| Ok(Heard::Reply(Reply::Done(result?)));
    match (job, token) {
        (Some(job), Some(token)) => tokio::select! {
            biased;
            result = job => done(result),
            answer = token => Ok(Heard::Answer(answer)),
        },
        (Some(job), None) => done(job.await),
        (None, Some(token)) => Ok(Heard::Answer(token.await)),
        (None, None) => Err(Failure::runtime("nothing will answer")),
    }
}

/// True if a call counts among the tasks that run at the same time: one that is answered by itself, and starts no workflow.
fn is_limited(target: &Target, known: Option<TaskDefinition>) -> bool {
    let answers = target.pattern() == Pattern::RequestResponse && !target.has_token();
    answers && !known.is_some_and(|task| matches!(task.way, Way::Workflow(_) | Way::Continue(_)))
}

impl Run {
    /// Calls the resource of the state that a scope is in.
    pub(crate) fn connect(&mut self, id: u32, called: ResourceCall) {
        let Some(scope) = self.scopes.get(id) else { return };
        let Times { begun, submitted, .. } = scope.times();
        let resumed = begun.is_some();
        let Some((state, info)) = scope.state().zip(scope.info()) else { return };
        let timeout = called.timeout.or(info.timeout);
        let heartbeat = called.heartbeat.or(info.heartbeat);
        self.log.name_into(&mut self.context.state, scope.machine.states(), state);
        let state = self.context.state.clone();
        let mut called = ResourceCall { timeout, heartbeat, ..called };
        let target = called.target.clone();
        if let Err(refused) = target.prepare(&mut called.arguments) {
            return self.fault_of_runtime(id, &refused);
        }
        let known = info.task.or_else(|| called.functions.called(&target, &called.arguments));
        let task = known.filter(|_| self.core.mock.is_some());
        let connector = self.core.connectors.find(&target, &called.arguments, &called.functions);
        if connector.is_none() && task.is_none() && target.shape == Shape::Activity {
            return self.fault_of_runtime(id, &target.unanswered().reported());
        }
        if (self.core.is_held() || is_limited(&target, known)) && !self.is_permitted(id) {
            return;
        }
        if !resumed {
            if let Err(failure) = self.announce(id, &called, &state) {
                return self.failed(id, failure);
            }
            // The token of another one is opened first, which writes that it begins.
            if is_limited(&target, known) && self.count_from_here(id) {
                return;
            }
        }
        if let Some(task) = task {
            return self.stand_in(id, task, &called);
        }
        if let Some(TaskDefinition { name, way: Way::Continue(nested), .. }) = known {
            return self.go_on_as(id, name, nested, &called);
        }
        if target.waits() && !resumed && self.open_token(id) {
            return;
        }
        if submitted && target.waits() {
            return self.await_answer(id, &called);
        }
        let Some(connector) = connector else {
            let failure = target.unanswered();
            self.wait_for(id, &called);
            return self.answered(id, Err(failure));
        };
        let Some(()) = self.set_context(id, heartbeat) else { return };
        let request = self.request(id, called);
        match guarded(|| connector.call(request)) {
            Ok(call) => self.ask(id, call),
            Err(failure) => self.answered(id, Err(failure)),
        }
    }

    /// The question to a connector; sets up what its answer will find.
    fn request(&mut self, id: u32, called: ResourceCall) -> Request {
        let token = self.wait_for(id, &called);
        self.context.token = token.clone();
        let submitted = self.scopes.get(id).is_some_and(|scope| scope.times().submitted);
        let ResourceCall { target, arguments, role, .. } = called;
        Request {
            target,
            arguments,
            context: self.context.clone(),
            path: self.path(id),
            ordinal: self.scopes.get(id).map_or(0, |scope| scope.ordinal),
            token,
            role,
            engine: Engine(self.core.clone()),
            again: self.again(id),
            redriven: self.origin.identity.redriven,
            former: None,
            submitted,
            within: Within::default(),
        }
    }

    /// The events before anything happens.
    fn announce(&mut self, id: u32, called: &ResourceCall, state: &str) -> Result<(), Failure> {
        let target = &called.target;
        let text = || self.core.limits.text(&called.arguments, state);
        let input = self.log.is_full().then(text).transpose()?;
        self.counts.attempt();
        let Some(scope) = self.scopes.get_mut(id) else { return Ok(()) };
        let details = || Details::Scheduled {
            target: target.clone(),
            input,
            region: self.core.place().region.clone(),
            timeout: called.timeout,
            heartbeat: called.heartbeat,
            role: called.role.clone(),
        };
        let (scheduled, started) = match target.shape {
            Shape::Function => {
                (EventType::LambdaFunctionScheduled, Some(EventType::LambdaFunctionStarted))
            }
            // It is started by the worker that takes it.
            Shape::Activity => (EventType::ActivityScheduled, None),
            Shape::Service { .. } => (EventType::TaskScheduled, Some(EventType::TaskStarted)),
        };
        scope.trace.last = self.log.push(scheduled, scope.trace.last, details);
        if let Some(started) = started {
            let details = || Details::Started { target: target.clone(), worker: None };
            scope.trace.last = self.log.push(started, scope.trace.last, details);
        }
        if self.ledger.is_some() {
            scope.times_mut().begun = Some(self.core.clock.now());
            self.touch(id);
        }
        Ok(())
    }

    /// Sets up what the answer will find; the token, if there is to be one.
    pub(crate) fn wait_for(&mut self, id: u32, called: &ResourceCall) -> Option<Text> {
        let target = called.target.clone();
        let token = target.has_token().then(|| self.token(id)).flatten();
        let scope = self.scopes.get_mut(id)?;
        let known = scope.beat().map(|beat| beat.notify.clone());
        let beat = called.heartbeat.map(|_| known.unwrap_or_default());
        let waits = token
            .as_ref()
            .map(|token| self.core.callbacks.wait(&self.origin.identity.id, token, beat.clone()));
        scope.waiting().pending = Some(Box::new(Pending {
            target,
            heard: Arc::default(),
            token: Arc::new(Mutex::new(waits)),
            begun: false,
            timeout: called.timeout,
            heartbeat: called.heartbeat,
            beat,
            mocked: None,
            own: false,
        }));
        token
    }

    /// The redrives and the attempts around that set what a scope does apart from the same place before; empty if there was
    /// none.
    pub(crate) fn again(&self, id: u32) -> Vec<u32> {
        let forks = self.forks(id);
        if self.origin.identity.redrives == 0 && forks.iter().all(|attempt| *attempt == 1) {
            return vec![];
        }
        std::iter::once(self.origin.identity.redrives).chain(forks).collect()
    }

    /// The token of the attempt at hand: the same after a crash.
    pub(crate) fn token(&self, id: u32) -> Option<Text> {
        let scope = self.scopes.get(id)?;
        let key = scope.key.idempotency(self.origin.name_key, scope.ordinal);
        let (around, retries) = (scope.around, scope.attempt);
        let attempt = Attempt { redrives: self.origin.identity.redrives, around, retries };
        Some(self.core.secret.token(key, attempt))
    }

    pub(crate) fn pending(&mut self, id: u32) -> Option<&mut Pending> {
        self.scopes.get_mut(id)?.waiting.as_mut()?.pending.as_deref_mut()
    }

    /// Asks a connector. An answer with the token that comes before the connector's own wins.
    pub(crate) fn ask(&mut self, id: u32, call: BoxFuture<Result<Reply, Failure>>) {
        let Some(pending) = self.pending(id) else { return };
        let (heard, token) = (pending.heard.clone(), pending.token.clone());
        // The time in the queue of an activity does not count: its limits begin when a worker takes it. (Developer Guide,
        // "Troubleshooting activities".)
        let queued = pending.target.shape == Shape::Activity;
        let limits = if queued { (None, None) } else { (pending.timeout, pending.heartbeat) };
        let waits = pending.target.waits();
        self.await_call(
            id,
            limits,
            Box::pin(async move {
                let replied =
                    if waits { first(call, &token).await } else { Ok(Heard::Reply(call.await?)) };
                *lock(&heard) = Some(replied?);
                Ok(Payload::live(()))
            }),
        );
    }

    fn await_call(
        &mut self,
        id: u32,
        (timeout, heartbeat): (Option<u32>, Option<u32>),
        body: BoxFuture<Outcome>,
    ) {
        self.date(id, timeout, heartbeat);
        self.keep_beat(id, heartbeat);
        let owner = self.owner(id, What::Body);
        match self.waits.pool.start(owner, body, tracing::debug_span!("call")) {
            Ok(outcome) => self.answered(id, outcome),
            Err(slot) => {
                let Some(scope) = self.scopes.get_mut(id) else { return };
                scope.waiting().body = Some(slot);
                self.limit_time(id, timeout, heartbeat);
                self.listen(id);
            }
        }
    }

    /// Goes on to take the signs of life that the token's holder gives, after the call was taken.
    fn keep_beat(&mut self, id: u32, heartbeat: Option<u32>) {
        let notify = self.pending(id).and_then(|pending| pending.beat.clone());
        let Some((notify, seconds)) = notify.zip(heartbeat) else { return };
        let Some(scope) = self.scopes.get_mut(id) else { return };
        scope.waiting().beat.get_or_insert(Beat { slot: None, notify, seconds, due: None });
    }

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

    /// Makes an attempt answerable before its call is made: once that is written, the call begins. False if nothing has
    /// to be written.
    fn open_token(&mut self, id: u32) -> bool {
        let token = self.token(id);
        let (Some(ledger), Some(token)) = (&mut self.ledger, token) else { return false };
        let Some(scope) = self.scopes.get(id) else { return false };
        ledger.open(token, (id, scope.visit));
        true
    }

    /// True if a scope waits for nothing but an answer with its token.
    pub(crate) fn waits_for_token(&self, id: u32) -> bool {
        let Some(scope) = self.scopes.get(id) else { return false };
        let pending = scope.waiting.as_ref().and_then(|waiting| waiting.pending.as_deref());
        scope.times().submitted
            && pending.is_some_and(|it| it.begun && it.mocked.is_none() && it.target.waits())
    }

    /// Closes the token of an attempt that has ended; `late` if its time is over.
    fn close_token(&mut self, id: u32, target: &Target, late: bool) {
        if !target.waits() || self.ledger.is_none() {
            return;
        }
        let Some(token) = self.token(id) else { return };
        let message = self.core.callbacks.heard(&self.origin.identity.id, &token);
        match &mut self.ledger {
            Some(ledger) if late && message.is_none() => ledger.expire(token),
            Some(ledger) => ledger.close(token, message),
            None => {}
        }
    }

    /// Closes the token of an attempt that is given up.
    pub(crate) fn give_up_token(&mut self, id: u32) {
        if let Some(target) = self.pending(id).map(|pending| pending.target.clone()) {
            self.close_token(id, &target, false);
        }
    }

    /// Waits for the answer to a call that was taken before a crash.
    fn await_answer(&mut self, id: u32, called: &ResourceCall) {
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
