//! Calls of resources: what connectors are asked, and the events before they answer.

use crate::body::guarded;
use crate::connector::{Pattern, Reply, Request, Shape, Target};
use crate::engine::pending::{Heard, Pending, first};
use crate::engine::pool::{Outcome, What};
use crate::engine::run::Run;
use crate::engine::scope::{Beat, Text, Times};
use crate::engine::{Engine, Within};
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::lock::lock;
use crate::machine::ResourceCall;
use crate::payload::Payload;
use crate::task::{BoxFuture, TaskDefinition};
use crate::way::Way;
use std::sync::{Arc, Mutex};

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
            path: self.scopes.path(id),
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
        let forks = self.scopes.forks(id);
        if self.origin.identity.redrives == 0 && forks.iter().all(|attempt| *attempt == 1) {
            return vec![];
        }
        std::iter::once(self.origin.identity.redrives).chain(forks).collect()
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

    pub(crate) fn await_call(
        &mut self,
        id: u32,
        (timeout, heartbeat): (Option<u32>, Option<u32>),
        body: BoxFuture<Outcome>,
    ) {
        self.date(id, timeout, heartbeat);
        self.keep_beat(id, heartbeat);
        let owner = self.scopes.owner(id, What::Body);
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
}
