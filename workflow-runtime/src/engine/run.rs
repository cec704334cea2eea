//! One execution as one future: a queue of jobs, futures that wait, timers, and the scopes they belong to.

use crate::engine::Core;
use crate::engine::control::Control;
use crate::engine::key::{Draw, Key};
use crate::engine::ledger::Ledger;
use crate::engine::limits;
use crate::engine::log::{self, Ended, Log};
use crate::engine::pool::{Owner, Pool, What};
use crate::engine::scope::{Scope, Scopes, Text};
use crate::engine::timers::{Alarm, Timer, Timers};
use crate::failure::Failure;
use crate::history::{Details, EventType};
use crate::interpreted::Live;
use crate::machine::{At, Effect, Event, History, Kind, Machine, Stop, Trail};
use crate::payload::Payload;
use crate::task::BoxFuture;
use jiff::Timestamp;
use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// How many jobs are done before others on the same thread get their turn.
const TURN: usize = 256;
/// How often an execution under a virtual clock lets others run before it jumps over the futures that wait.
const PATIENCE: u32 = 4;

/// Who an execution is.
#[derive(Clone, Debug)]
pub struct Identity {
    /// Its ARN.
    pub id: Text,
    /// Its name.
    pub name: Text,
    /// The ARN of its state machine.
    pub machine: Text,
    /// The name of its state machine.
    pub machine_name: Text,
    /// The ARN of its role.
    pub role: Text,
    /// When it started.
    pub started: Timestamp,
    /// What changes as it goes on: for machines whose expressions read the time or the number of retries.
    pub live: Arc<Live>,
}

pub(crate) struct Run {
    pub(crate) core: Arc<Core>,
    pub(crate) identity: Arc<Identity>,
    /// What jitter, delays and ties are drawn from.
    pub(crate) seed: u64,
    /// What idempotency keys are made from.
    pub(crate) name_key: Key,
    pub(crate) scopes: Scopes,
    pub(crate) jobs: VecDeque<Job>,
    pub(crate) pool: Pool,
    pub(crate) timers: Timers,
    pub(crate) log: Log,
    pub(crate) control: Arc<Control>,
    pub(crate) ledger: Option<Ledger>,
    visits: u64,
    trail: Trail,
    woken: Vec<u32>,
    asleep: Option<(Timestamp, BoxFuture<()>)>,
    idle: u32,
    pub(crate) result: Option<Result<Payload, Failure>>,
    span: tracing::Span,
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
        let trail = Trail::new(core.history, None);
        let name_key = Key::named(&identity.id);
        let pool = Pool::new(control.wakes.clone());
        Run {
            core,
            identity,
            seed,
            name_key,
            scopes: Scopes::default(),
            jobs: VecDeque::new(),
            pool,
            timers: Timers::default(),
            log,
            control,
            ledger: None,
            visits: 0,
            trail,
            woken: Vec::new(),
            asleep: None,
            idle: 0,
            result: None,
            span,
        }
    }

    /// Begins with the machine of the workflow. The text of the input is known with a full history.
    pub(crate) fn open(&mut self, machine: Box<dyn Machine>, input: Option<Text>) {
        self.log.now = self.now();
        let role = self.identity.role.clone();
        let shown = input.clone();
        self.log.push(EventType::ExecutionStarted, 0, || Details::ExecutionStarted {
            input: shown,
            role,
        });
        let mut scope = Scope::new(machine, None, Key::ROOT);
        scope.trace.data = input;
        let root = self.scopes.add(scope);
        self.step_later(root, Event::Start);
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.core.clock.now()
    }

    /// The next visit of a scope: what was set up for the last one is void.
    pub(crate) fn visit(&mut self) -> u64 {
        self.visits += 1;
        self.visits
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

    fn perform(&mut self, job: Job) {
        if !self.scopes.alive(job.scope, job.visit) {
            return;
        }
        match job.todo {
            Todo::Step(event) => self.step(job.scope, event),
            Todo::Begin => self.begin(job.scope),
            Todo::Children => self.start_child(job.scope),
        }
    }

    /// Tells a machine what happened, and writes down where it went.
    fn step(&mut self, id: u32, event: Event) {
        let visit = self.visit();
        let Some(scope) = self.scopes.get_mut(id) else { return };
        scope.visit = visit;
        let first = matches!(event, Event::Start);
        let turn = scope.info().is_some_and(|info| matches!(info.kind, Kind::Choice | Kind::Pass));
        self.identity.live.set(|| self.core.clock.now(), scope.attempt);
        if self.log.mode != History::Off {
            self.log.now = self.core.clock.now();
        }
        restart(&mut self.trail, scope.state());
        let stepped = scope.machine.step(event, &mut self.trail);
        let at = scope.machine.at();
        let ended = match (&stepped, at) {
            (Err(_), _) | (Ok(()), At::Gone) => Ended::Failed,
            (Ok(()), At::Done) => Ended::Done,
            (Ok(()), At::State(_)) => Ended::Waiting,
        };
        let stuck = self.trail.entries.last().and_then(|entry| entry.state);
        let Scope { machine, trace, .. } = scope;
        let output = || machine.output().and_then(|output| output.text().ok());
        let passed = self.log.passed(trace, machine.states(), &mut self.trail, ended, output);
        // A machine that only took its turn has not begun an effect.
        scope.ordinal += u32::from(!first && !turn);
        (scope.entered_at, scope.begun_at, scope.retry_at) = (None, None, None);
        scope.attempt = 0;
        scope.used.clear();
        scope.fork = None;
        if let Err(failure) = passed {
            return self.fail_in(id, None, failure);
        }
        match stepped {
            Ok(()) => self.arrived(id, at),
            Err(Stop::Failed(failure)) => self.fail_in(id, None, failure),
            Err(Stop::Fault(failure)) => self.fault(id, stuck, failure),
        }
    }

    fn arrived(&mut self, id: u32, at: At) {
        match at {
            At::State(_) => self.hold(id),
            At::Done => self.end(id),
            At::Gone => self.fail(id, Failure::runtime("a machine lost its way without a failure")),
        }
    }

    /// Begins what the state of a scope waits for.
    pub(crate) fn begin(&mut self, id: u32) {
        let Some(scope) = self.scopes.get_mut(id) else { return };
        let state = scope.state();
        self.identity.live.set(|| self.core.clock.now(), scope.attempt);
        match scope.machine.effect() {
            Ok(Effect::Task { input, timeout, heartbeat }) => {
                self.call(id, input, timeout, heartbeat);
            }
            Ok(Effect::Wait(until)) => self.wait(id, &until),
            Ok(Effect::Fork { count, width }) => self.fork(id, count, width),
            Err(failure) => self.fault(id, state, failure),
        }
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
        self.result = Some(Ok(scope.machine.into_output()));
    }

    /// The execution ends with a failure.
    pub(crate) fn finish(&mut self, kind: EventType, previous: u32, failure: Failure) {
        self.log.add(kind, previous, || log::failed(failure.error(), failure.cause()));
        tracing::debug!(error = failure.error(), "the execution failed");
        self.result = Some(Err(failure));
    }

    /// The history has no room for more than its last event.
    fn overflow(&mut self) {
        let previous = self.scopes.get(Scopes::ROOT).map_or(0, |root| root.trace.last);
        self.log.full = false;
        // What may have ended within this job has not: it is the events that count.
        self.finish(EventType::ExecutionFailed, previous, limits::too_long());
    }

    /// Polls what was woken.
    fn poll_woken(&mut self) -> bool {
        let mut woken = std::mem::take(&mut self.woken);
        self.pool.wakes.drain(&mut woken);
        let any = !woken.is_empty();
        for slot in woken.drain(..) {
            if let Some((owner, outcome)) = self.pool.poll(slot) {
                self.log.now = self.now();
                match owner.what {
                    What::Body => self.answered(owner.scope, outcome),
                    What::Beat => self.beat(owner.scope),
                }
            }
        }
        self.woken = woken;
        any
    }

    /// Rings the alarms that are due.
    fn ring(&mut self) -> bool {
        let scopes = &self.scopes;
        let Some(timer) = self.timers.first(|timer| scopes.alive(timer.scope, timer.visit)) else {
            return false;
        };
        let now = self.now();
        if timer.time > now {
            return false;
        }
        self.log.now = now;
        self.timers.pop();
        match timer.alarm {
            Alarm::Wait => self.step_later(timer.scope, Event::Waited),
            Alarm::Retry => {
                if let Some(scope) = self.scopes.get_mut(timer.scope) {
                    scope.retry_at = None;
                }
                self.later(timer.scope, Todo::Begin);
            }
            Alarm::Answer => {
                let answer = self.scopes.get_mut(timer.scope).and_then(|scope| scope.answer.take());
                if let Some(outcome) = answer {
                    self.answered(timer.scope, outcome);
                }
            }
            Alarm::Timeout => self.timed_out(timer.scope, "States.Timeout"),
            Alarm::Heartbeat => self.heartbeat_due(timer.scope),
        }
        true
    }

    /// Sets an alarm for the present visit of a scope.
    pub(crate) fn alarm(&mut self, id: u32, time: Timestamp, alarm: Alarm) {
        let Some(scope) = self.scopes.get(id) else { return };
        let tie = scope.key.draw(self.seed, scope.ordinal, scope.attempt, Draw::Tie);
        self.timers.set(time, tie, id, scope.visit, alarm);
        let scopes = &self.scopes;
        let alive = |timer: &Timer| scopes.alive(timer.scope, timer.visit);
        self.timers.sweep(alive, scopes.len());
    }

    /// Nothing is ready: waits for the next alarm, or jumps to it. Whether to go on at once.
    fn idle(&mut self, cx: &mut Context<'_>) -> bool {
        let scopes = &self.scopes;
        let next = self.timers.first(|timer| scopes.alive(timer.scope, timer.visit));
        let next = next.map(|timer| timer.time);
        if self.core.clock.is_virtual() {
            if self.pool.waiting() > 0 && self.idle < PATIENCE {
                self.idle += 1;
                cx.waker().wake_by_ref();
                return false;
            }
            return self.core.clock.jump(next);
        }
        let Some(next) = next else { return false };
        if self.asleep.as_ref().is_none_or(|(until, _)| *until != next) {
            self.asleep = Some((next, self.core.clock.wait(next)));
        }
        let awake =
            self.asleep.as_mut().is_some_and(|(_, sleep)| sleep.as_mut().poll(cx).is_ready());
        if awake {
            self.asleep = None;
        }
        awake
    }

    /// Does what is in the queue; `Some` if others are to have their turn, or the execution has ended.
    fn work(&mut self, turn: &mut usize) -> Option<Poll<()>> {
        loop {
            if self.log.full {
                self.overflow();
            }
            if self.result.is_some() {
                return Some(Poll::Ready(()));
            }
            if *turn >= TURN {
                return Some(Poll::Pending);
            }
            let job = self.jobs.pop_front()?;
            *turn += 1;
            self.idle = 0;
            self.perform(job);
        }
    }

    fn poll_all(&mut self, cx: &mut Context<'_>) -> Poll<()> {
        self.pool.wakes.register(cx.waker());
        if self.result.is_none()
            && let Some(failure) = self.control.stopped()
        {
            self.log.now = self.now();
            // What AWS calls aborted is the execution; no state says so.
            self.finish(EventType::ExecutionAborted, 0, failure);
        }
        let mut turn = 0;
        loop {
            if self.work(&mut turn) == Some(Poll::Pending) {
                cx.waker().wake_by_ref();
                return Poll::Pending;
            }
            let ended = self.result.is_some();
            if ended && self.ledger.as_ref().is_none_or(|ledger| ledger.settled) {
                return Poll::Ready(());
            }
            let written = self.write(cx);
            if written == Poll::Ready(true) {
                continue;
            }
            if ended {
                return Poll::Pending;
            }
            if self.poll_woken() || self.ring() {
                continue;
            }
            if written.is_pending() || !self.idle(cx) {
                return Poll::Pending;
            }
        }
    }

    /// Hands new events to those who watch.
    fn publish(&mut self) {
        // With a store, once they are written.
        if self.ledger.is_none() && !self.log.events.is_empty() {
            self.control.publish(&mut self.log.events);
        }
    }

    /// Where a scope is, from the workflow on.
    pub(crate) fn path(&self, mut id: u32) -> Vec<(u32, u32)> {
        let mut path = vec![];
        while let Some((parent, index)) = self.scopes.get(id).and_then(|scope| scope.parent) {
            path.push((self.scopes.get(parent).map_or(0, |scope| scope.ordinal), index));
            id = parent;
        }
        path.reverse();
        path
    }

    pub(crate) fn owner(&self, id: u32, what: What) -> Owner {
        let visit = self.scopes.get(id).map_or(0, |scope| scope.visit);
        Owner { scope: id, visit, what }
    }

    /// The kind of the state that a scope waits in.
    pub(crate) fn kind(&self, id: u32) -> Option<Kind> {
        Some(self.scopes.get(id)?.info()?.kind)
    }
}

/// Clears a trail for another step.
fn restart(trail: &mut Trail, from: Option<usize>) {
    trail.entered = 0;
    if trail.history != History::Off {
        trail.entries.clear();
        trail.entries.push(crate::machine::Entry { state: from, ..Default::default() });
    }
}

impl Future for Run {
    type Output = Result<Payload, Failure>;
    fn poll(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Self::Output> {
        let run = self.get_mut();
        let span = run.span.clone();
        let done = span.in_scope(|| run.poll_all(cx));
        run.publish();
        match done {
            Poll::Pending => Poll::Pending,
            Poll::Ready(()) => {
                let lost = || Err(Failure::runtime("the execution was polled after its end"));
                let result = run.result.take().unwrap_or_else(lost);
                run.control.ended();
                Poll::Ready(result)
            }
        }
    }
}
