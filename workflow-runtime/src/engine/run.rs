//! One execution as one future: a queue of jobs, futures that wait, timers, and the scopes they belong to.

use crate::chance;
use crate::clock::later;
use crate::engine::conclusion::Conclusion;
use crate::engine::control::Control;
use crate::engine::crowd::Member;
use crate::engine::ledger::Ledger;
use crate::engine::log::{self, Ended, Log};
use crate::engine::mark::Mark;
use crate::engine::metrics;
use crate::engine::origin::Origin;
use crate::engine::scope::{Scope, Scopes, Text};
use crate::engine::stepping::Stepping;
use crate::engine::told::{Told, Undone};
use crate::engine::waits::Waits;
use crate::engine::{Core, Within};
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::key::{self, Key};
use crate::limits;
use crate::machine::{At, Effect, Event, History, Identity, Kind, Machine, StateInfo, Stop};
use crate::store::Status;
use crate::task::TaskContext;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use workflow_asl::document::MachineType;
use workflow_asl::panics::caught;

/// The number of jobs that are done before others on the same thread get their turn.
pub(crate) const TURN: usize = 256;

/// An execution: its machines' scopes, and the owners of what it needs beside them.
pub(crate) struct Run {
    pub(crate) core: Arc<Core>,
    pub(crate) origin: Origin,
    pub(crate) scopes: Scopes,
    pub(crate) jobs: VecDeque<Job>,
    pub(crate) step: Stepping,
    pub(crate) waits: Waits,
    pub(crate) log: Log,
    pub(crate) control: Arc<Control>,
    /// The context of the called task.
    pub(crate) context: TaskContext,
    pub(crate) ledger: Option<Ledger>,
    pub(crate) conclusion: Conclusion,
    /// True once it is left as its last commit has it.
    pub(crate) left: Arc<AtomicBool>,
    /// True if it was made from what a store had.
    pub(crate) resumed: bool,
    /// True while an execution that failed is made again.
    pub(crate) redriving: bool,
    /// The scope whose step fails at the moment.
    pub(crate) undone: Option<Undone>,
    pub(crate) span: tracing::Span,
    /// Its place among the executions in memory.
    _member: Member,
    /// The figures that are not reported yet.
    pub(crate) counts: metrics::Counts,
}

/// Something to do for a scope, unless it has gone on since.
pub(crate) struct Job {
    pub(crate) scope: u32,
    pub(crate) visit: u64,
    pub(crate) todo: Todo,
}

pub(crate) enum Todo {
    /// Tell the machine.
    Step(Event),
    /// Begin, or begin again, what the state waits for.
    Begin,
    /// Start children.
    Children,
}

impl Run {
    pub(crate) fn new(
        core: Arc<Core>,
        identity: Arc<Identity>,
        control: Arc<Control>,
        seed: u64,
    ) -> Self {
        let log = Log::new(core.history, core.limits);
        let span = tracing::info_span!("execution", name = %identity.name, machine = %identity.machine_name);
        let step = Stepping::new(&core, &identity);
        let waits = Waits::new(control.wakes.clone(), &core.present);
        let origin = Origin::new(identity, seed);
        let context = origin.task_context(core.resources.clone());
        let member = core.crowd.join();
        Run {
            core,
            origin,
            scopes: Scopes::default(),
            jobs: VecDeque::new(),
            step,
            waits,
            log,
            control,
            context,
            ledger: None,
            conclusion: Conclusion::default(),
            left: Arc::default(),
            resumed: false,
            redriving: false,
            undone: None,
            span,
            _member: member,
            counts: metrics::Counts::default(),
        }
    }

    /// Begins with the machine of the workflow. The text of the input is known with a full history.
    pub(crate) fn open(&mut self, machine: Box<dyn Machine>, input: Option<Text>) {
        metrics::started(&self.origin.identity);
        self.core.retaining.begun.count();
        self.log.now = self.now();
        let role = self.origin.identity.role.clone();
        let shown = input.clone();
        self.log.push(EventType::ExecutionStarted, 0, || Details::ExecutionStarted {
            input: shown,
            role,
        });
        let mut scope = self.scope(machine, None, Key::ROOT);
        scope.trace.data = input;
        let root = self.scopes.add(scope);
        self.step_later(root, Event::Start);
    }

    /// A scope at its beginning, or as it was kept.
    pub(crate) fn scope(
        &self,
        machine: Box<dyn Machine>,
        parent: Option<(u32, u32)>,
        key: Key,
    ) -> Scope {
        let fork = parent.and_then(|(fork, index)| Some((self.scopes.get(fork)?, index as usize)));
        let (seed, around) = match fork {
            Some((fork, index)) => (
                chance::child_seed(fork.seed, fork.visits, index),
                key::around(fork.around, fork.attempt),
            ),
            None => (self.origin.root_seed(), 0),
        };
        Scope { seed, around, ..Scope::new(machine, parent, key) }
    }

    /// Limits the time of the whole execution in seconds.
    pub(crate) fn limit(&mut self, seconds: Option<u32>) {
        let began = self.origin.began();
        self.waits.deadline = seconds.map(|seconds| later(began, f64::from(seconds)));
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.core.clock.now()
    }

    /// Queues a job in front: children run before what comes after them.
    pub(crate) fn later(&mut self, scope: u32, todo: Todo) {
        if let Some(visit) = self.scopes.get(scope).map(|scope| scope.visit) {
            self.jobs.push_front(Job { scope, visit, todo });
        }
    }

    pub(crate) fn step_later(&mut self, scope: u32, event: Event) {
        self.later(scope, Todo::Step(event));
    }

    /// Tells a machine what happened; and at once what the effect came to that it begins then, if that is known at
    /// once. As if it went through the queue, which costs a tenth of a transition: while it is this execution's
    /// turn, and the execution goes on.
    pub(crate) fn step(&mut self, id: u32, event: Event) {
        let mut next = Some(event);
        while let Some(event) = next {
            if self.waits.turn > TURN
                || self.log.full
                || self.conclusion.result.is_some()
                || self.overtaken()
            {
                return self.step_later(id, event);
            }
            next = self.step_once(id, event);
            self.waits.turn += 1;
        }
    }

    /// Tells a machine what happened, writes down where it went, and begins what it waits for: what that came to.
    fn step_once(&mut self, id: u32, event: Event) -> Option<Event> {
        let visit = self.step.visit();
        let keeps = self.ledger.is_some();
        let scope = self.scopes.get_mut(id)?;
        let before = keeps.then(|| before(scope, &event));
        scope.visit = visit;
        let first = matches!(event, Event::Start);
        let from = scope.state();
        scope.tell(&mut self.step.context, self.origin.name_key);
        // What is kept says when a state was entered: changed code may read it.
        if keeps || self.log.mode != History::Off || scope.machine.reads_time() {
            self.step.context.now = self.core.clock.now();
            self.log.now = self.step.context.now;
        }
        self.step.trace.restart(from);
        let (context, trace) = (&self.step.context, &mut self.step.trace);
        let stepped = caught(|| scope.machine.step(event, context, trace));
        let stepped = stepped.unwrap_or_else(|text| Err(Stop::Failed(panicked(&text))));
        scope.visits += self.step.trace.entered;
        self.counts.transitions(self.step.trace.entered);
        let at = scope.machine.at();
        let ended = match (&stepped, at) {
            (Err(_), _) | (Ok(()), At::Gone) => Ended::Failed,
            (Ok(()), At::Done) => Ended::Done,
            (Ok(()), At::State(_)) => Ended::Waiting,
        };
        let stuck = self.step.trace.entries.last().and_then(|entry| entry.state);
        let Scope { machine, trace, .. } = scope;
        let output = || machine.output().and_then(|output| output.text().ok());
        let passed = self.log.passed(trace, machine.states(), &mut self.step.trace, ended, output);
        // A machine that only took its turn has not begun an effect.
        scope.ordinal += u32::from(!first && !turn(machine.states(), from));
        scope.times = None;
        scope.attempt = 0;
        scope.used.clear();
        scope.fork = None;
        if !self.step.trace.drawn.is_empty() {
            self.note_draws(id);
        }
        if keeps && id == Scopes::ROOT && ended != Ended::Waiting {
            self.note_end(from);
        }
        if self.log.full {
            // What came of it does not count: the execution ends with its history.
            return None;
        }
        if let (Ok(()), Ok(())) = (&passed, &stepped) {
            return self.arrived(id, at);
        }
        self.undone = before.map(|mark| Undone { scope: id, mark, whole: false });
        match (passed, stepped) {
            (Ok(()), Ok(())) => {}
            (Err(failure), _) | (_, Err(Stop::Failed(failure))) => self.fail_in(id, None, failure),
            (_, Err(Stop::Fault(failure))) => self.fault(id, stuck, failure),
        }
        self.undone = None;
        None
    }

    /// Notes what a step has drawn, for tests. Items of a distributed Map are executions of their own.
    fn note_draws(&self, id: u32) {
        if let Some(log) = &self.core.draws
            && self.origin.within.path.is_empty()
        {
            log.add(&self.scopes.path(id), &self.step.trace.drawn);
        }
    }

    fn arrived(&mut self, id: u32, at: At) -> Option<Event> {
        match at {
            At::State(_) => return self.hold(id),
            At::Done => self.end(id),
            At::Gone => self.fail(id, Failure::runtime("a machine lost its way without a failure")),
        }
        None
    }

    /// Begins what the state of a scope waits for: what it came to, if that is known at once.
    pub(crate) fn begin(&mut self, id: u32) -> Option<Event> {
        let scope = self.scopes.get_mut(id)?;
        let state = scope.state();
        if self.core.shutdown.is_closing() && scope.info().is_some_and(|it| it.kind == Kind::Task) {
            return None;
        }
        if tracing::enabled!(tracing::Level::TRACE)
            && let Some(info) = scope.info()
        {
            tracing::trace!(state = %info.name, attempt = scope.attempt, "begins");
        }
        scope.tell(&mut self.step.context, self.origin.name_key);
        if scope.machine.reads_time() {
            // A distributed Map makes its items of it: after a crash they are the same.
            let map = scope.info().is_some_and(|info| info.kind == Kind::Map);
            let begun = scope.times().begun.filter(|_| map);
            self.step.context.now = begun.unwrap_or_else(|| self.core.clock.now());
        }
        let context = &self.step.context;
        let effect = caught(|| scope.machine.effect(context));
        match effect.unwrap_or_else(|text| Err(panicked(&text))) {
            Ok(Effect::Task { input, timeout, heartbeat }) => {
                return self.call(id, input, timeout, heartbeat);
            }
            Ok(Effect::Call(called)) => self.connect(id, *called),
            Ok(Effect::Distribute(distributed)) => self.distribute(id, *distributed),
            Ok(Effect::Wait(until)) => self.wait(id, &until),
            Ok(Effect::Fork { count, width }) => self.fork(id, count, width),
            Err(failure) => self.fault(id, state, failure),
        }
        None
    }

    /// A scope has come to its end: the execution has, or a child.
    fn end(&mut self, id: u32) {
        if id != Scopes::ROOT {
            return self.child_ended(id);
        }
        let Some(scope) = self.scopes.remove(id) else { return };
        let output = scope.trace.data;
        self.log.add(EventType::ExecutionSucceeded, scope.trace.last, || {
            Details::ExecutionSucceeded { output }
        });
        self.conclusion.status = Status::Succeeded;
        self.conclusion.result = Some(
            self.conclusion
                .answer(self.origin.alone)
                .unwrap_or_else(|| Ok(scope.machine.into_output())),
        );
    }

    /// The execution ends with a failure.
    pub(crate) fn finish(&mut self, kind: EventType, failure: Failure) {
        self.settle();
        // Recorded: a failure follows from the event before it, of whatever branch that is; other ends from none.
        let previous = if kind == EventType::ExecutionFailed { self.log.count } else { 0 };
        self.log.add(kind, previous, || log::failed(failure.error(), failure.reported()));
        self.conclusion.status = match kind {
            EventType::ExecutionAborted => Status::Aborted,
            EventType::ExecutionTimedOut => Status::TimedOut,
            _ => Status::Failed,
        };
        tracing::debug!(error = failure.error(), "the execution failed");
        self.conclusion.result = Some(Err(failure));
    }

    /// The history has no room for more than its last event.
    pub(crate) fn overflow(&mut self) {
        self.log.full = false;
        // What may have ended within this job has not: it is the events that count.
        self.finish(EventType::ExecutionFailed, limits::too_long(self.log.most()));
    }

    /// Returns where a scope is, from the outermost workflow on: through the distributed Maps that the execution is
    /// in.
    pub(crate) fn whole_path(&self, id: u32) -> Within {
        let Within { mut path, mut forks, .. } = self.origin.within.clone();
        path.extend(self.scopes.path(id));
        forks.extend(self.scopes.forks(id));
        Within { path, forks, ..Within::default() }
    }

    /// Notes its position among the executions around it.
    pub(crate) fn stand(&mut self, within: Within) {
        self.log.express = within.kind == MachineType::Express;
        self.origin.within = within;
    }
}

/// The mark of a scope before a step, with the event of the step; `None` if the scope has not begun.
pub(crate) fn before(scope: &mut Scope, event: &Event) -> Option<Mark> {
    let told = scope.told.take();
    let told = Told::of(event, told)?;
    Some(Mark { told: Some(told), ..Mark::of(scope) })
}

/// A panic of the code that a machine is made of.
pub(crate) fn panicked(text: &str) -> Failure {
    Failure::runtime(format!("the code of the state panicked: {text}"))
}

/// True if a machine in this state only takes its turn.
fn turn(states: &[StateInfo], state: Option<usize>) -> bool {
    let info = state.and_then(|state| states.get(state));
    info.is_some_and(|info| matches!(info.kind, Kind::Choice | Kind::Pass))
}
