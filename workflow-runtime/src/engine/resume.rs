//! Executions that go on from their last commit.

use crate::engine::control::Control;
use crate::engine::directory::{Duty, Live};
use crate::engine::ending;
use crate::engine::execution::{Ends, Execution};
use crate::engine::ledger::{Ledger, Mark, Time};
use crate::engine::run::{Job, Run, Todo};
use crate::engine::scope::{Child, Fork, Text, Times};
use crate::engine::timers::Alarm;
use crate::engine::{Core, Engine, Within};
use crate::failure::Failure;
use crate::history::{self, HistoryEvent};
use crate::key::Key;
use crate::machine::{At, Effect, Event, Identity, Kind, Machine, StateInfo};
use crate::payload::Payload;
use crate::store::{
    Answer, Begun, Delivered, Described, Message, Path, Query, Saved, Status, Store, StoreError,
};
use crate::way::{Nested, Way};
use crate::workflow::Workflow;
use serde_json::Value;
use std::sync::Arc;

/// Makes the machine of a workflow from what it saved.
pub(crate) type Revive =
    Box<dyn FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure> + Send>;

/// The states of a workflow: they name the workflows that may continue in its place.
type States = fn() -> &'static [StateInfo];

/// The way to continue an execution that turns out to have begun before.
pub(crate) struct Again {
    pub(crate) revive: Revive,
    /// Of one whose result is that of the executions that continue in its place.
    pub(crate) chain: Option<States>,
}

/// An execution that was claimed.
enum Back {
    Runs(Box<Run>),
    Ended(Result<Text, Failure>),
}

impl Engine {
    /// Goes on with an execution that is in the store, by its ARN. `revive` makes the machine of the workflow from
    /// what it saved. One that runs in this engine is joined; one that has ended gives its result again.
    pub async fn resume(
        &self,
        id: &str,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Execution {
        self.resume_as(id, revive, None, Ok).await
    }

    /// Goes on with an execution of a workflow that is in the store, by its ARN, or with the one that continues in its
    /// place.
    pub async fn resume_workflow<W: Workflow>(&self, id: &str) -> Execution<W::Output> {
        self.resume_as(id, |_, record| W::revive(record), Some(W::states), Payload::take).await
    }

    /// The executions in the store that have begun and not ended: those to resume after a crash. Those of the items of
    /// a distributed Map are not among them: the one around them begins them again.
    ///
    /// # Errors
    /// Where the store cannot be read.
    pub async fn unfinished(&self) -> Result<Vec<Begun>, StoreError> {
        let Some(store) = &self.0.store else { return Ok(vec![]) };
        let mut query = Query { status: Some(Status::Running), limit: 1_000, ..Query::default() };
        let mut open = vec![];
        loop {
            let page = store.list(query.clone()).await?;
            open.extend(page.executions.into_iter().map(|it| it.begun));
            if page.next.is_none() {
                return Ok(open);
            }
            query.after = page.next;
        }
    }

    fn store(&self) -> Result<&Arc<dyn Store>, Failure> {
        self.0.store.as_ref().ok_or_else(|| {
            Failure::runtime(
                "the engine has no store to resume from: `Engine::builder().store(..)`",
            )
        })
    }

    /// Reads the events of an execution that are written.
    async fn past(&self, id: &str) -> Result<Vec<HistoryEvent>, Failure> {
        let chunks = self.store()?.history(id, 1, u32::MAX).await;
        let chunks = chunks.map_err(|error| error.interruption())?;
        let mut events = vec![];
        for chunk in chunks {
            events.extend(history::decode(&chunk.bytes)?);
        }
        Ok(events)
    }

    async fn resume_as<O>(
        &self,
        id: &str,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
        chain: Option<States>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        if let Some((live, ticket)) = self.0.directory.find(id) {
            return Execution::joined(&live, ticket, decode);
        }
        let known = match self.described(id).await {
            Ok(known) => known,
            Err(failure) => return self.refused(id, failure, decode),
        };
        let continued = known.continued.clone().zip(chain);
        if let Some((next, states)) = continued {
            return Box::pin(self.resume_next(&next, states, decode)).await;
        }
        self.go_on(known, revive, decode)
            .await
            .unwrap_or_else(|failure| self.refused(id, failure, decode))
    }

    /// Goes on with an execution that continues in place of one with these states.
    async fn resume_next<O>(
        &self,
        id: &str,
        states: States,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let mut nested = states().iter().filter_map(|state| match state.task?.way {
            Way::Continue(nested) => Some((state.task?.name, nested)),
            _ => None,
        });
        // The name of the state machine comes before that of the execution.
        let machine = id.rsplit(':').nth(1).unwrap_or_default();
        match nested.find(|(name, _)| *name == machine) {
            Some((_, nested)) => self.resume_nested(id, nested, decode).await,
            None => {
                let why =
                    format!("`{id}` continues, and no state says how: the workflow has changed");
                self.refused(id, Failure::runtime(why), decode)
            }
        }
    }

    /// Goes on with an execution of a workflow that another one names.
    pub(crate) async fn resume_nested<O>(
        &self,
        id: &str,
        nested: Nested,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let revive = move |_: &Identity, record| (nested.revive)(record);
        self.resume_as(id, revive, Some(nested.states), decode).await
    }

    /// Claims an execution, and reads its events.
    async fn loaded(&self, id: &str) -> Result<(Saved, Vec<HistoryEvent>), Failure> {
        let saved = self.claim(id).await?;
        let past = self.past(id).await?;
        Ok((saved, past))
    }

    fn refused<O>(
        &self,
        id: &str,
        failure: Failure,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Execution<O> {
        let control = Arc::new(Control::new(true));
        control.ended(Status::Failed);
        let identity = Arc::new(self.identify("", Some(id), None));
        Execution::new(identity, control, Ends::Refused(Some(failure)), decode)
    }

    async fn described(&self, id: &str) -> Result<Described, Failure> {
        let known = self.store()?.describe(id).await.map_err(|error| error.interruption())?;
        known.ok_or_else(|| Failure::runtime(format!("the store has no execution `{id}`")))
    }

    async fn claim(&self, id: &str) -> Result<Saved, Failure> {
        let saved = self.store()?.claim(id).await.map_err(|error| error.interruption())?;
        saved.ok_or_else(|| Failure::runtime(format!("the store has no execution `{id}`")))
    }

    pub(crate) async fn go_on<O>(
        &self,
        known: Described,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Result<Execution<O>, Failure> {
        self.go_on_within(known, None, revive, decode).await
    }

    /// Goes on with the execution of an item of a distributed Map.
    pub(crate) async fn resume_item(
        &self,
        known: Described,
        within: Within,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Execution, Failure> {
        self.go_on_within(known, Some(within), revive, Ok).await
    }

    async fn go_on_within<O>(
        &self,
        known: Described,
        within: Option<Within>,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
        decode: fn(Payload) -> Result<O, Failure>,
    ) -> Result<Execution<O>, Failure> {
        let identity = Arc::new(self.known(&known.begun));
        // Nobody asks for the history of an item.
        let control = Arc::new(Control::new(within.is_none()));
        let live = Live::new(identity, control, known.begun.input);
        // From here on answers to it are kept. Another call may have been faster.
        if let Err((known, ticket)) = self.0.directory.enter(&live) {
            return Ok(Execution::joined(&known, ticket, decode));
        }
        let ticket = live.ticket().ok_or_else(ending::lost)?;
        let duty = Duty::new(self.0.clone(), live.ending.clone());
        match self.back(&live, revive).await {
            Ok(Back::Runs(mut run)) => {
                run.within = within.unwrap_or_default();
                let execution = Execution::joined(&live, ticket, decode);
                self.carry_on(run, live, duty, None);
                Ok(execution)
            }
            Ok(Back::Ended(end)) => {
                duty.end(end.clone().map(Payload::Text));
                let ends = Ends::Known(Some(end.map(Payload::Text)));
                Ok(Execution::new(live.identity, live.control, ends, decode))
            }
            Err(failure) => {
                duty.end(Err(failure.clone()));
                Err(failure)
            }
        }
    }

    /// Claims an execution, and makes it from its last commit.
    async fn back(
        &self,
        live: &Live,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Back, Failure> {
        let saved = self.claim(&live.identity.id).await?;
        if live.control.is_held() {
            live.control.resume(self.past(&live.identity.id).await?);
        }
        if let Some(end) = saved.end {
            live.control.ended(saved.status);
            return Ok(Back::Ended(end));
        }
        Ok(Back::Runs(Box::new(self.restored(&saved, live, revive)?)))
    }

    /// An execution from its last commit.
    fn restored(
        &self,
        saved: &Saved,
        live: &Live,
        revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
    ) -> Result<Run, Failure> {
        let core = self.0.clone();
        let (run, machine) =
            restored(core, saved, live.identity.clone(), live.control.clone(), revive)?;
        self.check_resources(&*machine)?;
        run.with(saved, machine)
    }

    /// The end of the execution that had the name before a start under it: the same one, if it was started with the same
    /// input.
    async fn existing(&self, live: &Live, again: Option<Again>) -> Result<Payload, Failure> {
        let id = &live.identity.id;
        let known = self.described(id).await?;
        if !same_input(known.begun.input.as_ref(), live.input.as_ref()) {
            return Err(Failure::exists(id));
        }
        let (mut saved, past) = self.loaded(id).await?;
        live.control.resume(past);
        if let Some(end) = saved.end.take() {
            live.control.ended(saved.status);
            let chain = again.and_then(|again| again.chain);
            return match saved.continued.zip(chain) {
                Some((next, states)) => self.resume_next(&next, states, Ok).await.await,
                None => end.map(Payload::Text),
            };
        }
        let Again { revive, chain } = again.ok_or_else(|| Failure::exists(id))?;
        let mut run = Box::new(self.restored(&saved, live, revive)?);
        run.alone = chain.is_none();
        self.ended(run).await
    }

    /// The end of an execution, or of the chain that continues it.
    async fn ended(&self, mut run: Box<Run>) -> Result<Payload, Failure> {
        let result = (&mut *run).await;
        let successor = run.successor.take();
        drop(run);
        match successor {
            Some((next, nested)) if result.is_ok() => {
                self.resume_nested(&next, nested, Ok).await.await
            }
            _ => result,
        }
    }

    /// Runs an execution by itself to its end. `again` is for one that turns out to have begun before.
    pub(crate) fn carry(&self, run: Box<Run>, live: Live, again: Option<Again>) {
        let duty = Duty::new(self.0.clone(), live.ending.clone());
        self.carry_on(run, live, duty, again);
    }

    fn carry_on(&self, run: Box<Run>, live: Live, duty: Duty, again: Option<Again>) {
        let (engine, item) = (self.clone(), run.item);
        tokio::spawn(async move {
            let result = match engine.ended(run).await {
                Err(failure) if failure.is_taken() && item => Err(taken_over(&live)),
                Err(failure) if failure.is_taken() => engine.existing(&live, again).await,
                result => result,
            };
            duty.end(result);
        });
    }

    /// Runs an execution that nobody waits for.
    pub(crate) fn launch(&self, run: Box<Run>) {
        let live = Live::new(run.identity.clone(), run.control.clone(), None);
        if self.0.directory.enter(&live).is_ok() {
            self.carry(run, live, None);
        }
    }

    /// The ledger of a new execution.
    pub(crate) fn ledger(
        &self,
        run: &Run,
        input: Option<Text>,
        timeout: Option<u32>,
    ) -> Option<Ledger> {
        let store = self.0.store.clone()?;
        let Identity { id, name, machine_name, started, .. } = &*run.identity;
        let begun = Begun {
            id: id.clone(),
            name: name.clone(),
            machine: machine_name.clone(),
            input,
            started: *started,
            seed: run.seed,
            timeout,
            item: run.item,
        };
        Some(Ledger::new(store, Some(begun), (1, 0)))
    }

    fn known(&self, begun: &Begun) -> Identity {
        let identity = self.identify(&begun.machine, Some(&begun.name), Some(&begun.id));
        Identity { started: begun.started, ..identity }
    }
}

/// A run without scopes, and the machine of its workflow.
fn restored(
    core: Arc<Core>,
    saved: &Saved,
    identity: Arc<Identity>,
    control: Arc<Control>,
    revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
) -> Result<(Run, Box<dyn Machine>), Failure> {
    let store = core.store.clone().ok_or_else(|| Failure::runtime("the engine has no store"))?;
    let root = saved.scopes.get(&vec![]).ok_or_else(|| lost(&vec![]))?;
    let machine = revive(&identity, json(&root.machine)?)?;
    let mut run = Run::new(core, identity, control, saved.begun.seed);
    run.ledger = Some(Ledger::new(store, None, (saved.epoch, saved.number)));
    run.log.count = saved.events;
    (run.resumed, run.item) = (true, saved.begun.item);
    run.limit(saved.begun.timeout);
    Ok((run, machine))
}

impl Run {
    fn with(mut self, saved: &Saved, machine: Box<dyn Machine>) -> Result<Run, Failure> {
        self.log.now = self.now();
        self.restore(saved, &vec![], machine, None, Key::ROOT)?;
        self.receive(&saved.messages);
        Ok(self)
    }

    /// Takes in the messages that were written while the execution was not in memory.
    fn receive(&mut self, messages: &[(u64, Message)]) {
        for (number, message) in messages {
            match message {
                Message::Answer(token, answer) => {
                    let delivered =
                        Delivered { execution: self.identity.id.clone(), number: *number };
                    // It is expected: it is among those that run.
                    let _ = self.core.callbacks.deliver(&delivered, token, read(answer));
                }
                Message::Stop(failure) => {
                    self.control.stop(failure.clone());
                    if let Some(ledger) = &mut self.ledger {
                        ledger.take(*number);
                    }
                }
            }
        }
    }

    /// Rebuilds a scope and all below it.
    fn restore(
        &mut self,
        saved: &Saved,
        path: &Path,
        machine: Box<dyn Machine>,
        parent: Option<(u32, u32)>,
        key: Key,
    ) -> Result<u32, Failure> {
        let mark = mark(saved, path)?;
        let mut scope = self.scope(machine, parent, key);
        scope.visits = mark.visits;
        scope.visit = self.visit();
        scope.ordinal = mark.ordinal;
        scope.attempt = mark.attempt;
        scope.used = mark.used;
        let retry_at = mark.retry_at.map(Time::read);
        *scope.times_mut() = Times {
            entered: mark.entered_at.map(Time::read),
            begun: mark.begun_at.map(Time::read),
            retry: retry_at,
            submitted: mark.submitted,
        };
        (scope.trace.last, scope.trace.entered, scope.trace.before) = mark.trace;
        scope.trace.data = mark.data.map(Text::from);
        let visit = scope.visit;
        let begins = mark.visits == 0 && scope.machine.at() == At::Gone;
        let id = self.scopes.add(scope);
        let todo = match (mark.fork, retry_at) {
            _ if begins => Todo::Step(Event::Start),
            (Some(events), _) => {
                if !self.restore_children(saved, path, id, events)? {
                    return Ok(id);
                }
                Todo::Children
            }
            (None, Some(time)) => {
                self.alarm(id, time, Alarm::Retry);
                return Ok(id);
            }
            (None, None) => Todo::Begin,
        };
        self.jobs.push_back(Job { scope: id, visit, todo });
        Ok(id)
    }

    /// Rebuilds the children of a Parallel or Map: whether there is something to do for itself. Commits are made
    /// when all children are started that there is room for; so there is not, unless a store kept half of one.
    fn restore_children(
        &mut self,
        saved: &Saved,
        path: &Path,
        id: u32,
        (begun, room): (u32, u32),
    ) -> Result<bool, Failure> {
        let kind = self.kind(id).unwrap_or(Kind::Parallel);
        self.step_context.now = self.now();
        let Some(scope) = self.scopes.get_mut(id) else { return Ok(false) };
        scope.tell(&mut self.step_context, self.name_key);
        let effect = scope.machine.effect(&self.step_context)?;
        let Effect::Fork { count, width } = effect else { return Err(lost(path)) };
        let (ordinal, key) = (scope.ordinal, scope.key);
        let mut fork = Fork {
            kind,
            width: if width == 0 { count } else { width },
            children: std::iter::repeat_with(|| Child::Waiting).take(count).collect(),
            outputs: Vec::new(),
            started: 0,
            running: 0,
            queued: false,
            begun,
            room,
        };
        #[allow(clippy::cast_possible_truncation, reason = "children are counted in u32")]
        for index in 0..count as u32 {
            let mut below = path.clone();
            below.push((ordinal, index));
            let Some(kept) = saved.scopes.get(&below) else {
                continue;
            };
            let Some(scope) = self.scopes.get_mut(id) else { return Ok(false) };
            let child = scope.machine.revive(index as usize, json(&kept.machine)?)?;
            fork.started = index as usize + 1;
            if child.at() == At::Done {
                fork.ended(index as usize, mark(saved, &below)?.data.map(Text::from));
                scope.machine.take_in(index as usize, child);
            } else {
                fork.running += 1;
                let key = key.child(ordinal, index);
                let child = self.restore(saved, &below, child, Some((id, index)), key)?;
                fork.children[index as usize] = Child::Running(child);
            }
        }
        let room = fork.started < count && fork.running < fork.width;
        fork.queued = room || fork.running == 0;
        let queued = fork.queued;
        if let Some(scope) = self.scopes.get_mut(id) {
            scope.fork = Some(Box::new(fork));
        }
        Ok(queued)
    }
}

/// The interruption of an item that another engine has begun: with the execution around it.
fn taken_over(live: &Live) -> Failure {
    let id = &live.identity.id;
    Failure::interruption(format!("another engine has begun `{id}`, and the execution around it"))
}

/// True if two inputs are known, and the same JSON.
pub(crate) fn same_input(one: Option<&Arc<str>>, other: Option<&Arc<str>>) -> bool {
    let json = |text: &str| serde_json::from_str::<Value>(text).ok();
    match (one, other) {
        (Some(one), Some(other)) => one == other || json(one).is_some() && json(one) == json(other),
        _ => false,
    }
}

fn mark(saved: &Saved, path: &Path) -> Result<Mark, Failure> {
    let kept = saved.scopes.get(path).ok_or_else(|| lost(path))?;
    serde_json::from_slice(&kept.mark)
        .map_err(|error| Failure::runtime(format!("the mark of the scope {path:?}: {error}")))
}

/// Reads an answer that was written.
fn read(answer: &Answer) -> Result<Arc<Value>, Failure> {
    match answer {
        Answer::Done(text) => json(text).map(Arc::new),
        Answer::Failed(failure) => Err(failure.clone()),
    }
}

fn json(record: &str) -> Result<Value, Failure> {
    serde_json::from_str(record)
        .map_err(|error| Failure::runtime(format!("a record is not JSON: {error}")))
}

fn lost(path: &Path) -> Failure {
    Failure::runtime(format!("the checkpoint lacks the scope {path:?}"))
}
