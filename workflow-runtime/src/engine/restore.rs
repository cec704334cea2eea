//! A run made again from the last commit of its execution: its scopes, and what each of them does next.
//!
//! All scopes are made before anything is done. What does not fit the code is collected: then the execution is blocked,
//! and nothing has happened.

use crate::blocked::{ATTEMPTS, Blocked, Reason};
use crate::engine::Core;
use crate::engine::control::Control;
use crate::engine::directory::Live;
use crate::engine::epoch;
use crate::engine::ledger::Ledger;
use crate::engine::mark::Mark;
use crate::engine::run::{Job, Run, Todo, panicked};
use crate::engine::scope::{Child, Fork, Scope, Times};
use crate::engine::timers::Alarm;
use crate::engine::told::Told;
use crate::failure::Failure;
use crate::key::Key;
use crate::machine::{At, Effect, Event, Identity, Kind, Machine};
use crate::store::{Answer, Delivered, Message, Path, Saved, Store};
use crate::target::Shape;
use crate::task::TaskDefinition;
use crate::texts::Payloads;
use crate::way::Ways;
use serde_json::Value;
use std::sync::Arc;
use workflow_asl::panics::caught;

/// The parts of a checkpoint that do not fit the code.
#[derive(Default)]
struct Unfit(Vec<Reason>);

impl Unfit {
    /// The value; if there is none, why.
    fn take<T>(&mut self, of: &str, value: Result<T, Failure>) -> Option<T> {
        value.map_err(|failure| self.add(of, &failure)).ok()
    }

    fn add(&mut self, of: &str, failure: &Failure) {
        match failure.as_blocked() {
            Some(blocked) => self.0.extend(blocked.reasons.iter().cloned()),
            None => self.0.push(Reason::new(of, "", failure.reported(), "a checkpoint that fits")),
        }
    }

    /// The execution, where all fits.
    fn whole<T>(self, value: Option<T>, execution: &Arc<str>) -> Result<T, Failure> {
        match value {
            Some(value) if self.0.is_empty() => Ok(value),
            _ => Err(Failure::blocked(Blocked { execution: execution.clone(), reasons: self.0 })),
        }
    }
}

/// A run without scopes, and the machine of its workflow.
pub(crate) fn restored(
    core: Arc<Core>,
    saved: &Saved,
    identity: Arc<Identity>,
    control: Arc<Control>,
    revive: impl FnOnce(&Identity, Value) -> Result<Box<dyn Machine>, Failure>,
) -> Result<(Run, Box<dyn Machine>), Failure> {
    let store = core.store.clone().ok_or_else(|| Failure::runtime("the engine has no store"))?;
    let mut unfit = Unfit::default();
    let machine = record(saved, &vec![]).and_then(|record| revive(&identity, record));
    let machine = unfit.take(&identity.machine_name, machine);
    if let Some(machine) = &machine
        && !saved.begun.is_item()
    {
        unfit.stands(&**machine, None);
    }
    let machine = unfit.whole(machine, &identity.id)?;
    Ok((claimed(core, store, saved, identity, control), machine))
}

/// A run without scopes of an execution that cannot go on, if it was told to stop: for that nothing of its checkpoint is
/// needed.
pub(crate) fn stopped(core: Arc<Core>, saved: &Saved, live: &Live) -> Option<Run> {
    let stop = |(_, message): &(u64, Message)| matches!(message, Message::Stop(_));
    if !saved.messages.iter().any(stop) {
        return None;
    }
    let store = core.store.clone()?;
    let mut run = claimed(core, store, saved, live.identity.clone(), live.control.clone());
    run.receive(&saved.messages);
    Some(run)
}

/// A run without scopes, under the claim of an execution.
fn claimed(
    core: Arc<Core>,
    store: Arc<dyn Store>,
    saved: &Saved,
    identity: Arc<Identity>,
    control: Arc<Control>,
) -> Run {
    let mut run = Run::new(core, identity, control, saved.begun.seed);
    run.redriving = saved.end.is_some();
    let payloads = Payloads::after(saved.payloads);
    run.ledger = Some(Ledger::new(store, None, (saved.epoch, saved.number), payloads));
    run.log.count = saved.events;
    run.log.since = run.origin.identity.redriven.unwrap_or(run.log.since);
    (run.resumed, run.origin.around) = (true, saved.begun.around.clone());
    run.limit(saved.begun.timeout);
    run
}

impl Unfit {
    /// Looks at whether a machine is in a state of its own scope: those of others have the same names, if a Map was put
    /// around them.
    fn stands(&mut self, machine: &dyn Machine, scope: Option<(usize, usize)>) {
        let At::State(state) = machine.at() else { return };
        let states = machine.states();
        let Some(info) = states.get(state) else { return };
        if info.within.is_none() || info.within == scope {
            return;
        }
        let place =
            |scope: Option<(usize, usize)>| match scope.and_then(|(fork, _)| states.get(fork)) {
                Some(fork) => format!("in a branch or item of `{}`", fork.name),
                None => "in no other state".to_owned(),
            };
        self.0.push(Reason::new(&*info.name, "within", place(scope), place(info.within)));
    }
}

impl Run {
    pub(crate) fn with(mut self, saved: &Saved, machine: Box<dyn Machine>) -> Result<Run, Failure> {
        self.log.now = self.now();
        let mut unfit = Unfit::default();
        let root = self.restore(saved, &vec![], machine, (None, Key::ROOT), &mut unfit);
        let id = self.origin.identity.id.clone();
        unfit.whole(root, &id)?;
        self.receive(&saved.messages);
        Ok(self)
    }

    /// Takes in the messages that were written while the execution was not in memory.
    fn receive(&mut self, messages: &[(u64, Message)]) {
        for (number, message) in messages {
            match message {
                Message::Answer(token, answer) => {
                    let delivered =
                        Delivered { execution: self.origin.identity.id.clone(), number: *number };
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
        (parent, key): (Option<(u32, u32)>, Key),
        unfit: &mut Unfit,
    ) -> Option<u32> {
        let name = self::name(&*machine);
        let mark = unfit.take(&name, mark(saved, path))?;
        let mut scope = self.scope(machine, parent, key);
        scope.visits = mark.visits;
        scope.visit = self.step.visit();
        scope.ordinal = mark.ordinal;
        let again = self.redriving;
        let retry_at = mark.retry_at.filter(|_| !again);
        let owner = epoch::owner(saved.epoch);
        attempt(&mut scope, &mark, again.then_some(owner));
        scope.written = saved.scopes.contains_key(path);
        (scope.trace.last, scope.trace.entered, scope.trace.before) = mark.trace;
        scope.trace.data = mark.data;
        if self.log.is_full() {
            let is_task = scope.info().and_then(|it| it.task).is_some_and(is_own);
            scope.trace.result = mark.told.as_ref().and_then(|told| told.result(is_task));
        }
        let visit = scope.visit;
        let told = mark.told.as_ref().and_then(Told::event);
        let begins = mark.visits == 0 && scope.machine.at() == At::Gone;
        let id = self.scopes.add(scope);
        // An event that is told again stays in its mark until the next step.
        if again && told.is_none() {
            self.touch(id);
        }
        let todo = match (mark.fork, retry_at) {
            _ if begins => Todo::Step(Event::Start),
            _ if told.is_some() => Todo::Step(told.unwrap_or(Event::Start)),
            (Some(events), _) => {
                if !self.restore_children(saved, path, id, events, unfit)? {
                    return Some(id);
                }
                Todo::Children
            }
            (None, Some(time)) => {
                self.alarm(id, time, Alarm::Retry);
                return Some(id);
            }
            (None, None) => {
                if !again {
                    self.count_attempts(id, owner, unfit);
                }
                Todo::Begin
            }
        };
        self.jobs.push_back(Job { scope: id, visit, todo });
        Some(id)
    }

    /// Counts the engines that have ended with this attempt: one that ends its process each time blocks the execution. A
    /// call that was taken goes on without an engine.
    fn count_attempts(&mut self, id: u32, owner: u64, unfit: &mut Unfit) {
        let most = self.core.crash_limit;
        let Some(scope) = self.scopes.get(id) else { return };
        let times = scope.times();
        let ended = owner.saturating_sub(times.owner.max(1));
        if self.scopes.kind(id) != Some(Kind::Task) || times.submitted || ended <= u64::from(most) {
            return;
        }
        // What waits for a permit has begun nothing: where it was there before, it is written once it has one.
        let waits = self.core.permits.is_some() && times.begun.is_none();
        if waits || self.is_queued(id) {
            return;
        }
        let Some(scope) = self.scopes.get(id) else { return };
        let found = format!("{ended} that ended with their process");
        let expected = format!("at most {most} (`EngineBuilder::crash_limit`)");
        unfit.0.push(Reason::new(name(&*scope.machine), ATTEMPTS, found, expected));
    }

    /// True if a scope waits for a worker of an activity: nothing of it has run.
    fn is_queued(&mut self, id: u32) -> bool {
        self.step.context.now = self.now();
        let Some(scope) = self.scopes.get_mut(id) else { return false };
        scope.tell(&mut self.step.context, self.origin.name_key);
        let effect = caught(|| scope.machine.effect(&self.step.context));
        matches!(effect, Ok(Ok(Effect::Call(called))) if called.target.shape == Shape::Activity)
    }

    /// Rebuilds the children of a Parallel or Map: whether there is something to do for itself. Commits are made
    /// when all children are started that there is room for; so there is not, unless a store kept half of one.
    fn restore_children(
        &mut self,
        saved: &Saved,
        path: &Path,
        id: u32,
        events: (u32, u32),
        unfit: &mut Unfit,
    ) -> Option<bool> {
        let kind = self.scopes.kind(id).unwrap_or(Kind::Parallel);
        self.step.context.now = self.now();
        let scope = self.scopes.get_mut(id)?;
        scope.tell(&mut self.step.context, self.origin.name_key);
        let name = name(&*scope.machine);
        let effect = caught(|| scope.machine.effect(&self.step.context));
        let effect = unfit.take(&name, effect.unwrap_or_else(|text| Err(panicked(&text))))?;
        let (ordinal, key, state) = (scope.ordinal, scope.key, scope.state());
        let (count, width) = match effect {
            Effect::Fork { count, width } => (count, width),
            _ => (0, 0),
        };
        unfit.children(saved, path, ordinal, (&name, count));
        let mut fork = Fork::new(kind, (count, width), events);
        #[allow(clippy::cast_possible_truncation, reason = "children are counted in u32")]
        for index in 0..count as u32 {
            let mut below = path.clone();
            below.push((ordinal, index));
            if !saved.scopes.contains_key(&below) {
                continue;
            }
            let scope = self.scopes.get_mut(id)?;
            let record = record(saved, &below);
            let child = record.and_then(|record| scope.machine.revive(index as usize, record));
            // The others may not fit either.
            let Some(child) = unfit.take(&name, child) else { continue };
            let branch = if kind == Kind::Map { 0 } else { scope.machine.branch(index as usize) };
            unfit.stands(&*child, state.map(|state| (state, branch)));
            if fork.started == index as usize {
                fork.started += 1;
            }
            if child.at() == At::Done {
                let Some(mark) = unfit.take(&name, mark(saved, &below)) else { continue };
                fork.ended(index as usize, mark.data);
                scope.machine.take_in(index as usize, child);
            } else {
                fork.running += 1;
                let begun = (Some((id, index)), key.child(ordinal, index));
                let child = self.restore(saved, &below, child, begun, unfit);
                let Some(child) = child else { continue };
                fork.children[index as usize] = Child::Running(child);
            }
        }
        let room = fork.started < count && fork.running < fork.width;
        fork.queued = room || fork.running == 0;
        let queued = fork.queued;
        if let Some(scope) = self.scopes.get_mut(id) {
            scope.fork = Some(Box::new(fork));
        }
        Some(queued)
    }
}

/// Gives a scope the attempt that its mark tells of. A redrive, by this engine, gives each state all its attempts again; the
/// run of a distributed Map is the same.
fn attempt(scope: &mut Scope, mark: &Mark, redriven: Option<u64>) {
    let again = redriven.is_some();
    let map_run = again && mark.fork.is_none() && kind(&*scope.machine) == Some(Kind::Map);
    // What runs below has names that tell the attempt.
    if !again || map_run || mark.fork.is_some() {
        scope.attempt = mark.attempt;
    }
    if !again {
        scope.used.clone_from(&mark.used);
        *scope.times_mut() = Times {
            entered: mark.entered_at,
            begun: mark.begun_at,
            retry: mark.retry_at,
            submitted: mark.submitted,
            owner: mark.owner,
        };
    }
    let Some(owner) = redriven else { return };
    let times = scope.times_mut();
    times.owner = owner;
    if map_run {
        // It began before, and its run is to be told of as redriven.
        (times.begun, times.submitted) = (mark.begun_at, mark.begun_at.is_some());
    }
}

fn mark(saved: &Saved, path: &Path) -> Result<Mark, Failure> {
    let Some(kept) = saved.scopes.get(path) else {
        return if is_new(saved, path) { Ok(Mark::default()) } else { Err(lost(path)) };
    };
    Mark::read(&kept.mark, &mut |number| {
        Err(Failure::runtime(format!("the scope {path:?} mentions the payload {number}")))
    })
}

/// The record of a scope.
fn record(saved: &Saved, path: &Path) -> Result<Value, Failure> {
    match saved.scopes.get(path) {
        Some(kept) => json(&kept.machine),
        None if is_new(saved, path) => Ok(Value::Null),
        None => Err(lost(path)),
    }
}

/// True of a workflow that failed before it came to any effect: its end is all that was ever written of it, and it begins
/// anew. One that wrote more and has no scopes failed in a store that did not keep them.
fn is_new(saved: &Saved, path: &Path) -> bool {
    let ended = saved.end.is_some() && saved.number == 1;
    path.is_empty() && ended && !saved.scopes.contains_key(path)
}

/// Reads an answer that was written.
pub(crate) fn read(answer: &Answer) -> Result<Arc<Value>, Failure> {
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

/// The kind of the state that a machine is in.
fn kind(machine: &dyn Machine) -> Option<Kind> {
    match machine.at() {
        At::State(state) => machine.states().get(state).map(|info| info.kind),
        At::Done | At::Gone => None,
    }
}

/// True of a task that runs here.
fn is_own(task: TaskDefinition) -> bool {
    task.way.resource().is_none()
}

/// The name of the state that a machine is in.
fn name(machine: &dyn Machine) -> String {
    match machine.at() {
        At::State(state) => machine.states().get(state).map(|info| info.name.to_string()),
        At::Done | At::Gone => None,
    }
    .unwrap_or_default()
}

impl Unfit {
    /// Looks at whether a state has at least the children that it had.
    fn children(&mut self, saved: &Saved, path: &Path, ordinal: u32, (name, count): (&str, usize)) {
        let first = [&path[..], &[(ordinal, 0)]].concat();
        let child = |known: &Path| match known.strip_prefix(&path[..]) {
            Some([(of, index), ..]) if *of == ordinal => Some(*index as usize + 1),
            _ => None,
        };
        let had = saved.scopes.range(first..).map_while(|(known, _)| child(known)).max();
        if had.is_some_and(|had| had > count) {
            let found = format!("at least {}", had.unwrap_or_default());
            self.0.push(Reason::new(name, "children", found, count.to_string()));
        }
    }
}
