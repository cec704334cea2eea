//! Executions that go on as others: `continue_as`.
//!
//! On AWS the last state starts the next execution, and nobody waits for it. So it is here, in the events and in
//! what the history says that the execution came to. But who awaits it in Rust gets what the last of the chain comes
//! to: the next execution runs in place of the one that has ended, in its future and in its room.

use crate::connector::Reply;
use crate::engine::log::Ended;
use crate::engine::pool::Outcome;
use crate::engine::run::Run;
use crate::engine::{Engine, Start, input, resend};
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::lock::lock;
use crate::machine::Identity;
use crate::machine::ResourceCall;
use crate::payload::Payload;
use crate::store::{Status, StoreError};
use crate::way::{Nested, Parts, Way};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, MutexGuard};

/// The successor of an execution that has ended.
pub(crate) enum Next {
    /// The next execution, once it has begun.
    Run(Slot),
    /// A mock answers what the chain comes to.
    Answer(Outcome),
}

/// The slot for the next execution.
#[derive(Clone, Default)]
pub(crate) struct Slot(Arc<Mutex<Option<Box<Run>>>>);

impl Slot {
    fn lock(&self) -> MutexGuard<'_, Option<Box<Run>>> {
        lock(&self.0)
    }
}

impl Run {
    /// Starts the execution that goes on in place of this one: it runs when this one has ended.
    pub(crate) fn go_on_as(
        &mut self,
        id: u32,
        machine: &str,
        nested: Nested,
        called: &ResourceCall,
    ) {
        self.wait_for(id, called);
        let run = match self.following_run(id, machine, nested, &called.arguments) {
            Ok(run) => Box::new(run),
            Err(failure) => return self.answered(id, Err(failure)),
        };
        let slot = Slot::default();
        self.conclusion.successor = Some((run.origin.identity.id.clone(), nested));
        self.conclusion.next = Some(Next::Run(slot.clone()));
        self.ask(
            id,
            Box::pin(async move {
                let (arn, started) = (run.origin.identity.id.clone(), run.origin.identity.started);
                let (run, started) = match run.enrolled().await? {
                    Enrolled::New(run) => (Some(run), started),
                    Enrolled::Before(started) => (None, started),
                };
                *slot.lock() = run;
                Ok(Reply::Done(begun(&arn, started)))
            }),
        );
    }

    fn following_run(
        &self,
        id: u32,
        machine: &str,
        nested: Nested,
        arguments: &Value,
    ) -> Result<Run, Failure> {
        let value = Arc::new(arguments.get("Input").cloned().unwrap_or(Value::Null));
        let text: Arc<str> = value.to_string().into();
        input::check(&text, self.core.limits)?;
        let engine = Engine(self.core.clone());
        let identity = Arc::new(engine.identify(machine, Some(&self.name_of_next(id)), None));
        let caller = Some(self.origin.identity.id.clone());
        let start = Start { machine, input: Some(text), caller, inside: true, ..Start::default() };
        let open = |_: &Identity| (Parts::of(nested).machine)(Payload::Json(value));
        engine.prepare(open, identity, Arc::new(self.control.next()), start)
    }

    /// The name of the execution that goes on in place of this one.
    fn name_of_next(&self, id: u32) -> Arc<str> {
        self.origin.name_of_next(self.scopes.get(id).map(|scope| (scope.key, scope.ordinal)))
    }

    /// Returns what a mocked start of the next execution is answered with.
    pub(crate) fn begun_as(&self, id: u32, machine: &str) -> Arc<Value> {
        let arn = self.core.place().execution(machine, &self.name_of_next(id));
        begun(&arn, self.now())
    }

    /// True if a scope is in a typed machine's last state, which never learns what the next execution comes to.
    pub(crate) fn continues(&self, id: u32) -> bool {
        let task = self.scopes.get(id).and_then(|scope| scope.info()?.task);
        task.is_some_and(|task| matches!(task.way, Way::Continue(_)))
    }

    /// The last state of a typed machine is left.
    pub(crate) fn continued(&mut self, id: u32, output: Arc<Value>) {
        let Some(mut scope) = self.scopes.remove(id) else { return };
        let state = scope.state();
        self.log.now = self.now();
        self.step.trace.restart(state);
        let left = self.log.passed(
            &mut scope.trace,
            scope.machine.states(),
            &mut self.step.trace,
            Ended::Done,
            || None,
        );
        if let Err(failure) = left {
            return self.finish(EventType::ExecutionFailed, failure);
        }
        let data = scope.trace.data;
        self.log.add(EventType::ExecutionSucceeded, scope.trace.last, || {
            Details::ExecutionSucceeded { output: data }
        });
        self.conclusion.status = Status::Succeeded;
        self.conclusion.result =
            Some(self.conclusion.answer(self.origin.alone).unwrap_or(Ok(Payload::Json(output))));
    }

    /// The execution that goes on in place of this one, which has ended: well, or it was stopped or interrupted after the
    /// next one had begun. That one runs by itself then, as on AWS.
    pub(crate) fn following(&mut self, well: bool) -> Option<Box<Run>> {
        let Next::Run(slot) = self.conclusion.next.take()? else { return None };
        let next = slot.lock().take();
        let alone = self.origin.alone || !well;
        let Some(next) = next else {
            // It had begun before, and whoever began it may be gone. What was interrupted finds it again.
            if alone
                && let Some((id, _)) = self.conclusion.successor.take()
                && self.conclusion.status != Status::Running
            {
                self.core.recovery.look_at(&id);
            }
            return None;
        };
        self.conclusion.successor = None;
        if alone {
            // Nobody waits for it.
            Engine(self.core.clone()).launch(next);
            return None;
        }
        self.core.directory.follow(&self.origin.identity.id, &next.origin.identity, &next.control);
        Some(next)
    }
}

/// An execution that is to go on in place of another.
enum Enrolled {
    /// It has begun: in the store, if there is one.
    New(Box<Run>),
    /// It had begun before a crash, and is resumed by itself.
    Before(Timestamp),
}

impl Run {
    /// Writes down that the execution has begun, before the one that it follows ends.
    async fn enrolled(mut self: Box<Self>) -> Result<Enrolled, Failure> {
        let Some(store) = self.core.store.clone() else { return Ok(Enrolled::New(self)) };
        let known = store.describe(&self.origin.identity.id).await;
        if let Some(known) = known.map_err(|error| error.interruption())? {
            return Ok(Enrolled::Before(known.begun.started));
        }
        let commit = self.first_commit()?;
        let sent = resend::send(&self.core, &store, commit, self.origin.inside).await;
        match sent.map_err(|it| it.error) {
            Ok(()) => {}
            // Another engine runs the execution that it follows, or ran it until now, and was faster.
            Err(StoreError::Exists(_)) => {
                return Ok(Enrolled::Before(self.origin.identity.started));
            }
            Err(error) => return Err(error.interruption()),
        }
        self.written(Ok(()));
        Ok(Enrolled::New(self))
    }
}

fn begun(arn: &str, started: Timestamp) -> Arc<Value> {
    Arc::new(json!({ "ExecutionArn": arn, "StartDate": format!("{started:.3}") }))
}
