//! A definition made ready: all states of all scopes in one table, tasks and targets resolved.

use super::call::{Call, Tasks, called};
use super::distributed::Made;
use super::known::Known;
use super::plan::{Plan, Setting, Work};
use super::reads::{Reads, reads};
use crate::functions::Functions;
use crate::machine::{Kind, Names, Retrier, StateInfo};
use crate::retry::Retry;
use crate::task::TaskDefinition;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, OnceLock};
use workflow_asl::Definition;
use workflow_asl::document::{self, Scope, State, StateKind, Transition};

/// A definition that can be run. The number of a state is its place in the document; the states inside a state follow it.
pub struct Compiled {
    definition: Arc<Definition>,
    states: Vec<StateInfo>,
    nodes: Vec<Node>,
    start: usize,
    /// True if an expression may read the time.
    timed: bool,
    /// The variables of each state, once somebody asks.
    known: OnceLock<Vec<Known>>,
}

/// The interpreter's data of a state besides its [`StateInfo`].
pub(super) struct Node {
    pub(super) name: Arc<str>,
    /// Its work, and the way of data through it.
    pub(super) plan: Plan,
    /// The function or resource that it calls, or its kind.
    pub(super) does: Arc<str>,
    /// The way in which a distributed Map comes to its items.
    pub(super) made: Option<Made>,
    /// True if it may be tried again: then the context object says how often it was.
    pub(super) tries: bool,
    /// True if its task has a token.
    pub(super) token: bool,
    /// The state that follows; `None`: the end of the scope.
    pub(super) next: Option<usize>,
    /// The states that the catchers, or the rules of a Choice, lead to.
    pub(super) targets: Vec<usize>,
    /// The state that `Default` leads to.
    pub(super) default: Option<usize>,
    /// The states that the scopes within begin with.
    pub(super) starts: Vec<usize>,
    /// The fields of the context that its expressions read.
    pub(super) reads: Reads,
}

/// A state that cannot be run: its task is not registered, or it needs something that is not supported yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The name of the state.
    pub state: String,
    /// Its `Resource`; empty where it is no Task.
    pub resource: String,
    /// The mistake, and its remedy.
    pub message: String,
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the state `{}`", self.state)?;
        if !self.resource.is_empty() {
            write!(f, " (resource `{}`)", self.resource)?;
        }
        write!(f, ": {}", self.message)
    }
}
impl std::error::Error for Unresolved {}

impl Compiled {
    /// Compiles a definition with the tasks that it calls. Other resources are called through the connectors of the engine
    /// that runs it.
    ///
    /// # Errors
    /// Each state that calls a function that is not one of these tasks, or that cannot be run.
    pub fn new(
        definition: impl Into<Arc<Definition>>,
        tasks: &[TaskDefinition],
    ) -> Result<Self, Vec<Unresolved>> {
        Self::compile(definition.into(), Tasks { functions: Functions::new(tasks), strict: true })
    }

    /// Compiles a definition whose functions are also called through the connectors of the engine that runs it.
    ///
    /// # Errors
    /// Each state that cannot be run.
    pub fn connected(definition: impl Into<Arc<Definition>>) -> Result<Self, Vec<Unresolved>> {
        let tasks = Tasks { functions: Functions::default(), strict: false };
        Self::compile(definition.into(), tasks)
    }

    fn compile(definition: Arc<Definition>, tasks: Tasks) -> Result<Self, Vec<Unresolved>> {
        let source = definition.to_value();
        let mut compiler =
            Compiler { tasks, source, states: vec![], nodes: vec![], unresolved: vec![] };
        let start = compiler.scope(definition.scope());
        let Compiler { states, nodes, unresolved, .. } = compiler;
        if unresolved.is_empty() {
            let timed = nodes.iter().any(|node| node.reads.clock || node.reads.state);
            Ok(Compiled { definition, states, nodes, start, timed, known: OnceLock::new() })
        } else {
            Err(unresolved)
        }
    }

    /// Returns the definition.
    #[must_use]
    pub fn definition(&self) -> &Arc<Definition> {
        &self.definition
    }
    /// Returns all states.
    #[must_use]
    pub fn states(&self) -> &[StateInfo] {
        &self.states
    }
    /// True if an expression may read the time.
    pub(super) fn is_timed(&self) -> bool {
        self.timed
    }
    pub(super) fn start(&self) -> usize {
        self.start
    }
    pub(super) fn node(&self, state: usize) -> &Node {
        &self.nodes[state]
    }
    /// The variables of each state.
    pub(super) fn known(&self) -> &[Known] {
        self.known.get_or_init(|| self.analysed())
    }
    /// The state of this name.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.nodes.iter().position(|node| &*node.name == name)
    }
}

struct Compiler {
    tasks: Tasks,
    /// The text of the definition.
    source: Value,
    states: Vec<StateInfo>,
    nodes: Vec<Node>,
    unresolved: Vec<Unresolved>,
}

impl Compiler {
    /// Adds the states of a scope, and returns the number of its first.
    fn scope(&mut self, scope: &Scope) -> usize {
        let numbers: HashMap<_, _> = scope
            .states
            .iter()
            .map(|state| (state.name.as_str(), self.state(scope, state)))
            .collect();
        // A definition is valid: every target is a state of the scope.
        let number = |name: &str| numbers.get(name).copied().unwrap_or_default();
        for state in &scope.states {
            let node = &mut self.nodes[number(&state.name)];
            node.next = match state.kind.then() {
                Some(Transition::Next(name)) => Some(number(name)),
                _ => None,
            };
            let (targets, default) = targets(&state.kind);
            node.targets = targets.into_iter().map(number).collect();
            node.default = default.map(number);
        }
        number(&scope.start)
    }

    fn state(&mut self, scope: &Scope, state: &State) -> usize {
        let index = self.states.len();
        let plan = Plan::new(state, &self.tasks).unwrap_or_else(|message| {
            self.unresolved(state, message);
            Plan::nothing()
        });
        self.states.push(info(state, &plan));
        let token = match &plan.work {
            Work::Task(task) => match &task.call {
                Call::Resource(target, _) => target.has_token(),
                Call::Task(..) => false,
            },
            _ => false,
        };
        let does = match &state.kind {
            StateKind::Task(task) => called(&task.resource, &plan.flow).into(),
            _ => self.states[index].work().into(),
        };
        let made = match &plan.work {
            Work::Map(map) if map.distribution.is_some() => self
                .source
                .pointer(&scope.pointer)
                .map(|scope| Made::of(&scope["States"][&state.name])),
            _ => None,
        };
        self.nodes.push(Node {
            name: state.name.as_str().into(),
            does,
            made,
            tries: state.kind.errors().is_some(),
            token,
            next: None,
            targets: vec![],
            default: None,
            starts: vec![],
            reads: reads(&plan),
            plan,
        });
        for (branch, scope) in state.kind.scopes().iter().enumerate() {
            let first = self.states.len();
            let start = self.scope(scope);
            self.nodes[index].starts.push(start);
            for inner in &mut self.states[first..] {
                inner.within.get_or_insert((index, branch));
            }
        }
        if matches!(state.kind, StateKind::Parallel(_)) {
            let starts = self.nodes[index].starts.iter();
            let labels: Vec<_> = starts.map(|start| self.states[*start].name.clone()).collect();
            self.states[index].branches = labels.into();
        }
        index
    }

    fn unresolved(&mut self, state: &State, message: String) {
        let resource = match &state.kind {
            StateKind::Task(task) => task.resource.clone(),
            _ => String::new(),
        };
        self.unresolved.push(Unresolved { state: state.name.clone(), resource, message });
    }
}

/// The targets of catchers or rules, and of `Default`.
fn targets(kind: &StateKind) -> (Vec<&str>, Option<&str>) {
    match kind {
        StateKind::Choice(choice) => (
            choice.rules.iter().map(|rule| rule.next.as_str()).collect(),
            choice.default.as_deref(),
        ),
        kind => (kind.catchers().iter().map(|catcher| catcher.next.as_str()).collect(), None),
    }
}

fn info(state: &State, plan: &Plan) -> StateInfo {
    let (task, timeout, heartbeat) = match &plan.work {
        Work::Task(work) => {
            let task = match &work.call {
                Call::Task(task, _) => Some(*task),
                Call::Resource(..) => None,
            };
            (task, seconds(work.timeout.as_ref()), seconds(work.heartbeat.as_ref()))
        }
        _ => (None, None, None),
    };
    let errors = state.kind.errors();
    StateInfo {
        name: Cow::Owned(state.name.clone()),
        kind: kind(&state.kind),
        task,
        retry: errors.map(|errors| errors.retry.iter().map(retrier).collect()).unwrap_or_default(),
        catch: errors
            .map(|errors| {
                errors.catch.iter().map(|catcher| Names::Read(catcher.errors.clone())).collect()
            })
            .unwrap_or_default(),
        timeout,
        heartbeat,
        guarded: false,
        code: 0,
        within: None,
        branches: Cow::Borrowed(&[]),
        source: "",
    }
}

/// A literal number of seconds.
fn seconds(setting: Option<&Setting<u32>>) -> Option<u32> {
    setting?.literal().copied()
}

fn kind(kind: &StateKind) -> Kind {
    match kind {
        StateKind::Task(_) => Kind::Task,
        StateKind::Choice(_) => Kind::Choice,
        StateKind::Pass(_) => Kind::Pass,
        StateKind::Wait(_) => Kind::Wait,
        StateKind::Parallel(_) => Kind::Parallel,
        StateKind::Map(_) => Kind::Map,
        StateKind::Succeed => Kind::Succeed,
        StateKind::Fail(_) => Kind::Fail,
    }
}

fn retrier(retrier: &document::StateRetrier) -> Retrier {
    let retry = Retry {
        errors: &[],
        interval: retrier.interval,
        backoff_rate: retrier.backoff_rate,
        max_attempts: retrier.max_attempts,
        max_delay: retrier.max_delay,
        jitter: retrier.jitter,
    };
    Retrier::Read(retrier.errors.clone(), retry)
}
