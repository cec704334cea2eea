//! Follows an execution by its events: which states it was in, how often, how long, and in which item of a Map.
//!
//! An event says which event it follows from. So each has a spot: the state it belongs to, and what that is in.

use super::{Details, EventType, HistoryEvent};
use crate::machine::Kind;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A visit of a state.
#[derive(Clone, Debug)]
pub struct Visit {
    /// The name of the state.
    pub state: Arc<str>,
    /// Its kind.
    pub kind: Kind,
    /// The Parallel or Map that it is in.
    pub parent: Option<usize>,
    /// The item of that Map, or the branch of that Parallel.
    pub child: Option<u32>,
    /// The number of Parallels and Maps around it.
    pub depth: usize,
    /// Seconds since the start.
    pub entered: f64,
    /// Seconds since the start; `None` while it is there.
    pub left: Option<f64>,
    /// The number of times its task was called.
    pub attempts: u32,
    /// The number of times its task, its branches or its items were begun again.
    pub retries: u32,
    /// Error and cause, if it failed.
    pub failure: Option<(String, String)>,
    /// True if its branches or items have begun.
    forked: bool,
    /// The number of times.
    begun: u32,
    /// The number of branches that have begun.
    branches: u32,
}

/// Something to show. Visits are named by their index in [`Trace::visits`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A state is entered.
    Entered(usize),
    /// A task is called.
    Attempt(usize),
    /// An attempt of a task failed, or a Parallel or Map.
    Failed(usize),
    /// This many items begin.
    Items(usize, u32),
    /// A state is left.
    Left(usize),
    /// The execution ended.
    Ended,
}

#[derive(Clone, Copy, Debug, Default)]
struct Spot {
    visit: Option<usize>,
    parent: Option<usize>,
    child: Option<u32>,
}

/// Visits by the Parallel or Map that they are in, and by branch or item.
pub type Scopes = BTreeMap<(Option<usize>, Option<u32>), Vec<usize>>;

/// An execution so far.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// The visits, in the order of their beginnings.
    pub visits: Vec<Visit>,
    /// The state in which the execution failed at last.
    pub end: Option<usize>,
    /// Seconds since the start.
    pub now: f64,
    spots: HashMap<u32, Spot>,
    /// Of a Parallel or Map that failed, the visit within it that did.
    failed_within: HashMap<usize, usize>,
    started: Option<jiff::Timestamp>,
}

impl Trace {
    /// Follows a whole history.
    #[must_use]
    pub fn of(history: &[HistoryEvent]) -> Self {
        let mut trace = Trace::default();
        for event in history {
            let _ = trace.add(event);
        }
        trace
    }

    /// True if nothing has happened.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.spots.is_empty()
    }

    /// The next event, and what it is worth showing.
    pub fn add(&mut self, event: &HistoryEvent) -> Option<Step> {
        let started = *self.started.get_or_insert(event.time);
        self.now = event.time.duration_since(started).as_secs_f64();
        let from = self.spots.get(&event.previous).copied().unwrap_or_default();
        let (spot, step) = self.follow(from, event);
        self.spots.insert(event.id, spot);
        step
    }

    fn follow(&mut self, from: Spot, event: &HistoryEvent) -> (Spot, Option<Step>) {
        match (event.kind, &event.details) {
            (EventType::StateEntered(kind), Details::StateEntered { name, .. }) => {
                let child = from.child.or_else(|| self.branch(from));
                let visit = self.enter(Spot { child, ..from }, kind, name.clone());
                (self.spot(Some(visit)), Some(Step::Entered(visit)))
            }
            (EventType::StateExited(_), Details::StateExited { name, .. }) => {
                let visit = self.named(from, name);
                self.leave(visit)
            }
            (
                EventType::TaskScheduled
                | EventType::LambdaFunctionScheduled
                | EventType::ActivityScheduled,
                _,
            ) => self.attempt(from),
            (
                EventType::TaskFailed
                | EventType::TaskTimedOut
                | EventType::TaskSubmitFailed
                | EventType::LambdaFunctionFailed
                | EventType::LambdaFunctionTimedOut
                | EventType::ActivityFailed
                | EventType::ActivityTimedOut,
                Details::Failed { error, cause, .. } | Details::CallFailed { error, cause, .. },
            ) => self.failed(from, error, cause),
            (EventType::EvaluationFailed, Details::EvaluationFailed { state, .. }) => {
                (self.spot(self.evaluated(from, state)), None)
            }
            (EventType::StateStarted(_), details) => self.fork(from, details),
            (EventType::StateSucceeded(_), _) => (self.spot(self.forked(from)), None),
            (EventType::StateFailed(_), _) => self.fork_failed(from),
            (EventType::MapIterationStarted, Details::MapIteration { index, .. }) => {
                (Spot { visit: None, parent: self.forked(from), child: Some(*index) }, None)
            }
            (
                EventType::ExecutionFailed
                | EventType::ExecutionAborted
                | EventType::ExecutionTimedOut,
                _,
            ) => {
                self.end = from.visit;
                (from, Some(Step::Ended))
            }
            (EventType::ExecutionSucceeded, _) => (from, Some(Step::Ended)),
            _ => (from, None),
        }
    }

    fn enter(&mut self, from: Spot, kind: Kind, state: Arc<str>) -> usize {
        let depth =
            from.parent.and_then(|parent| self.visits.get(parent)).map_or(0, |v| v.depth + 1);
        self.visits.push(Visit {
            state,
            kind,
            parent: from.parent,
            child: from.child,
            depth,
            entered: self.now,
            left: None,
            attempts: 0,
            retries: 0,
            failure: None,
            forked: false,
            begun: 0,
            branches: 0,
        });
        self.visits.len() - 1
    }

    /// Branches have no events of their own: one begins with its first state.
    fn branch(&mut self, from: Spot) -> Option<u32> {
        let parallel = self.visits.get_mut(from.parent?)?;
        parallel.branches += 1;
        Some(parallel.branches - 1)
    }

    /// The visit of this name that the spot is in.
    fn named(&self, from: Spot, name: &str) -> Option<usize> {
        let is = |visit: &usize| self.visits.get(*visit).is_some_and(|visit| &*visit.state == name);
        from.visit.filter(is).or(from.parent.filter(is))
    }

    /// The visit of this name in which something was evaluated. That of a Choice follows from what was before it
    /// (recorded).
    fn evaluated(&self, from: Spot, name: &str) -> Option<usize> {
        let inside = |it: &Visit| it.parent == from.parent && it.child == from.child;
        let is = |it: &Visit| *it.state == *name && it.left.is_none() && inside(it);
        self.named(from, name).or_else(|| self.visits.iter().rposition(is)).or(from.visit)
    }

    /// The visit in which a failure began that ended the execution: within a Parallel or Map the one that failed there.
    #[must_use]
    pub fn origin(&self) -> Option<usize> {
        let mut at = self.end?;
        // A visit within another one is a later one: this comes to an end.
        while let Some(within) = self.failed_within.get(&at).filter(|within| **within > at) {
            at = *within;
        }
        Some(at)
    }

    fn leave(&mut self, visit: Option<usize>) -> (Spot, Option<Step>) {
        let now = self.now;
        if let Some(visit) = visit.and_then(|visit| self.visits.get_mut(visit)) {
            visit.left = Some(now);
        }
        (self.spot(visit), visit.map(Step::Left))
    }

    fn attempt(&mut self, from: Spot) -> (Spot, Option<Step>) {
        if let Some(visit) = from.visit.and_then(|visit| self.visits.get_mut(visit)) {
            visit.attempts += 1;
            visit.retries = visit.attempts - 1;
            visit.failure = None;
        }
        (from, from.visit.map(Step::Attempt))
    }

    fn failed(
        &mut self,
        from: Spot,
        error: &Option<Arc<str>>,
        cause: &Option<Arc<str>>,
    ) -> (Spot, Option<Step>) {
        let text = |text: &Option<Arc<str>>| text.as_deref().unwrap_or_default().to_owned();
        if let Some(visit) = from.visit.and_then(|visit| self.visits.get_mut(visit)) {
            visit.failure = Some((text(error), text(cause)));
        }
        (from, from.visit.map(Step::Failed))
    }

    /// The branches or items of a state begin.
    fn fork(&mut self, from: Spot, details: &Details) -> (Spot, Option<Step>) {
        // It follows from its own beginning, or from its own failure if it is tried again.
        let visit = from.visit.filter(|visit| self.forks(*visit)).or(from.parent);
        if let Some(visit) = visit.and_then(|visit| self.visits.get_mut(visit)) {
            visit.forked = true;
            visit.retries = visit.begun;
            visit.begun += 1;
            visit.branches = 0;
        }
        let step = match (visit, details) {
            (Some(visit), Details::MapStateStarted { length }) => Some(Step::Items(visit, *length)),
            _ => None,
        };
        (Spot { visit: None, parent: visit, child: None }, step)
    }

    /// A Parallel or Map fails as the branch or item did that failed.
    fn fork_failed(&mut self, from: Spot) -> (Spot, Option<Step>) {
        let fork = self.forked(from);
        let failure = from.visit.and_then(|visit| self.visits.get(visit)?.failure.clone());
        if let Some(fork) = fork.and_then(|fork| self.visits.get_mut(fork)) {
            fork.failure = failure;
        }
        let within = fork.zip(from.visit).filter(|(fork, within)| within != fork);
        self.failed_within.extend(within);
        fork.into_iter().for_each(|fork| self.stop(fork));
        (self.spot(fork), fork.map(Step::Failed))
    }

    /// Whatever still runs within a Parallel or Map ends with it.
    fn stop(&mut self, fork: usize) {
        let now = self.now;
        let open = |visit: &Visit| visit.parent == Some(fork) && visit.left.is_none();
        let inside: Vec<usize> =
            (0..self.visits.len()).filter(|at| open(&self.visits[*at])).collect();
        for visit in inside {
            self.visits[visit].left = Some(now);
            self.stop(visit);
        }
    }

    /// The Parallel or Map that an event of a child, or of itself, speaks of.
    fn forked(&self, from: Spot) -> Option<usize> {
        let itself = |visit: &usize| self.forks(*visit) && !self.visits[*visit].forked;
        from.visit.filter(itself).or(from.parent)
    }

    /// True if it is a Parallel or a Map.
    fn forks(&self, visit: usize) -> bool {
        self.visits.get(visit).is_some_and(|it| matches!(it.kind, Kind::Parallel | Kind::Map))
    }

    fn spot(&self, visit: Option<usize>) -> Spot {
        let found = visit.and_then(|visit| self.visits.get(visit));
        found.map_or_else(Spot::default, |it| Spot { visit, parent: it.parent, child: it.child })
    }

    /// Returns how many transitions AWS bills: each state that was entered, and each retry.
    #[must_use]
    pub fn billed_transitions(&self) -> u64 {
        self.visits.iter().map(|visit| 1 + u64::from(visit.retries)).sum()
    }

    /// The visit that an event belongs to, and the item whose beginning or end it tells.
    #[must_use]
    pub fn at(&self, event: u32) -> (Option<&Visit>, Option<u32>) {
        let spot = self.spots.get(&event).copied().unwrap_or_default();
        let item = spot.child.filter(|_| spot.visit.is_none());
        (spot.visit.or(spot.parent).and_then(|visit| self.visits.get(visit)), item)
    }

    /// The index of the visit that an event belongs to.
    #[must_use]
    pub fn visit_at(&self, event: u32) -> Option<usize> {
        let spot = self.spots.get(&event)?;
        spot.visit.or(spot.parent)
    }

    /// The visits of each scope: of the workflow itself, and of each branch or item of a visit.
    #[must_use]
    pub fn scopes(&self) -> Scopes {
        let mut scopes = Scopes::new();
        for (index, visit) in self.visits.iter().enumerate() {
            scopes.entry((visit.parent, visit.child)).or_default().push(index);
        }
        scopes
    }

    /// The visits as the code has them, branch by branch and item by item, however they ran.
    #[must_use]
    pub fn in_order(&self) -> Vec<&Visit> {
        let (scopes, mut visits) = (self.scopes(), vec![]);
        self.collect(&scopes, (None, None), &mut visits);
        visits
    }

    fn collect<'t>(
        &'t self,
        scopes: &Scopes,
        scope: (Option<usize>, Option<u32>),
        visits: &mut Vec<&'t Visit>,
    ) {
        for &index in scopes.get(&scope).into_iter().flatten() {
            visits.extend(self.visits.get(index));
            let inside = scopes.range((Some(index), None)..=(Some(index), Some(u32::MAX)));
            inside.for_each(|(child, _)| self.collect(scopes, *child, visits));
        }
    }

    /// Returns how long a visit took, or takes.
    #[must_use]
    pub fn seconds(&self, visit: &Visit) -> f64 {
        visit.left.unwrap_or(self.now) - visit.entered
    }

    /// The indices of the items that a visit is in, from the outside: `[1]`.
    #[must_use]
    pub fn items(&self, visit: &Visit) -> String {
        let outer = visit.parent.and_then(|parent| self.visits.get(parent));
        let outer = outer.map(|outer| self.items(outer)).unwrap_or_default();
        let map = visit
            .parent
            .is_some_and(|parent| self.visits.get(parent).is_some_and(|it| it.kind == Kind::Map));
        visit.child.filter(|_| map).map_or(outer.clone(), |item| format!("{outer}[{item}]"))
    }
}
