//! A definition made ready: all states of all scopes in one table, tasks and targets resolved.

use crate::machine::{Kind, Names, Retrier, StateInfo};
use crate::retry::Retry;
use crate::task::TaskDefinition;
use serde_json::Value;
use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;
use workflow_asl::Definition;
use workflow_asl::document::{self, Outcome, Scope, State, StateKind, Transition};
use workflow_asl::jsonata::Template;

/// A definition that can be run. The number of a state is its place in the document, what is within a state
/// following it.
pub struct Compiled {
    definition: Arc<Definition>,
    states: Vec<StateInfo>,
    nodes: Vec<Node>,
    start: usize,
}

/// What the interpreter knows of a state besides its [`StateInfo`].
pub(super) struct Node {
    pub(super) name: Arc<str>,
    pub(super) kind: StateKind,
    /// How its task is called.
    pub(super) call: Option<Call>,
    /// The state that follows; `None`: the end of the scope.
    pub(super) next: Option<usize>,
    /// The states that the catchers, or the rules of a Choice, lead to.
    pub(super) targets: Vec<usize>,
    /// The state that `Default` leads to.
    pub(super) default: Option<usize>,
    /// The states that the scopes within begin with.
    pub(super) starts: Vec<usize>,
    /// Which fields of the context its expressions read.
    pub(super) reads: Reads,
}

/// Fields of the context object.
#[derive(Default)]
pub(super) struct Reads {
    pub(super) execution: bool,
    pub(super) machine: bool,
    pub(super) state: bool,
    pub(super) map: bool,
}

/// How a task is called.
pub(super) struct Call {
    /// The payload; without it, what [`Call::wrapped`] says.
    pub(super) payload: Option<Template>,
    /// Whether it is called by `lambda:invoke`, which wraps the result and sends `{}` for no payload; a bare
    /// function gets the state's input.
    pub(super) wrapped: bool,
}

/// A task that nobody has registered, or that cannot be called yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unresolved {
    /// The name of the state.
    pub state: String,
    /// Its `Resource`.
    pub resource: String,
    /// What is wrong, and what to do.
    pub message: String,
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the state `{}` (resource `{}`): {}", self.state, self.resource, self.message)
    }
}
impl std::error::Error for Unresolved {}

impl Compiled {
    /// A definition with the tasks that it calls.
    ///
    /// # Errors
    /// Every state whose task is none of these.
    pub fn new(
        definition: impl Into<Arc<Definition>>,
        tasks: &[TaskDefinition],
    ) -> Result<Self, Vec<Unresolved>> {
        let definition = definition.into();
        let mut compiler = Compiler { tasks, states: vec![], nodes: vec![], unresolved: vec![] };
        let start = compiler.scope(definition.scope());
        let Compiler { states, nodes, unresolved, .. } = compiler;
        if unresolved.is_empty() {
            Ok(Compiled { definition, states, nodes, start })
        } else {
            Err(unresolved)
        }
    }

    /// The definition.
    #[must_use]
    pub fn definition(&self) -> &Arc<Definition> {
        &self.definition
    }
    /// All states.
    #[must_use]
    pub fn states(&self) -> &[StateInfo] {
        &self.states
    }
    pub(super) fn start(&self) -> usize {
        self.start
    }
    pub(super) fn node(&self, state: usize) -> &Node {
        &self.nodes[state]
    }
    /// The state of this name.
    pub(super) fn named(&self, name: &str) -> Option<usize> {
        self.nodes.iter().position(|node| &*node.name == name)
    }
}

struct Compiler<'a> {
    tasks: &'a [TaskDefinition],
    states: Vec<StateInfo>,
    nodes: Vec<Node>,
    unresolved: Vec<Unresolved>,
}

impl Compiler<'_> {
    /// Adds the states of a scope, and returns the number of its first.
    fn scope(&mut self, scope: &Scope) -> usize {
        let numbers: HashMap<_, _> =
            scope.states.iter().map(|state| (state.name.as_str(), self.state(state))).collect();
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

    fn state(&mut self, state: &State) -> usize {
        let index = self.states.len();
        let (task, call) = self.task(state);
        self.states.push(info(state, task));
        self.nodes.push(Node {
            name: state.name.as_str().into(),
            kind: state.kind.clone(),
            call,
            next: None,
            targets: vec![],
            default: None,
            starts: vec![],
            reads: reads(&state.kind),
        });
        let starts = state.kind.scopes().iter().map(|scope| self.scope(scope)).collect();
        self.nodes[index].starts = starts;
        index
    }

    fn task(&mut self, state: &State) -> (Option<TaskDefinition>, Option<Call>) {
        let StateKind::Task(task) = &state.kind else { return (None, None) };
        match resolve(task, self.tasks) {
            Ok((definition, call)) => (Some(definition), Some(call)),
            Err(message) => {
                let (state, resource) = (state.name.clone(), task.resource.clone());
                self.unresolved.push(Unresolved { state, resource, message });
                (None, None)
            }
        }
    }
}

/// The service integration that calls a Lambda function, wrapping payload and result.
const INVOKE: &str = "arn:aws:states:::lambda:invoke";

fn resolve(
    task: &document::Task,
    tasks: &[TaskDefinition],
) -> Result<(TaskDefinition, Call), String> {
    let wrapped = task.resource == INVOKE;
    let function = if wrapped { function_argument(task)? } else { task.resource.clone() };
    let name = function_name(&function).ok_or_else(|| {
        format!("only `{INVOKE}` and ARNs of Lambda functions are supported yet, not `{function}`")
    })?;
    let definition =
        tasks.iter().find(|task| task.name == name).ok_or_else(|| unknown(name, tasks))?;
    let payload = match &task.arguments {
        Some(arguments) if wrapped => arguments.field("Payload"),
        arguments => arguments.clone(),
    };
    Ok((*definition, Call { payload, wrapped }))
}

fn function_argument(task: &document::Task) -> Result<String, String> {
    let name = task.arguments.as_ref().and_then(|arguments| arguments.field("FunctionName"));
    let name =
        name.and_then(|name| name.literal().and_then(|name| name.as_str().map(str::to_owned)));
    name.ok_or_else(|| "`Arguments` must be an object with a literal `FunctionName`".into())
}

/// The name in `charge`, `arn:aws:lambda:us-east-1:123456789012:function:charge` and the latter with `:$LATEST`.
fn function_name(function: &str) -> Option<&str> {
    let arn = function.starts_with("arn:");
    let name = match function.split_once(":function:") {
        Some((prefix, name)) if prefix.split(':').nth(2) == Some("lambda") => name,
        _ if arn => return None,
        _ => function,
    };
    name.split(':').next()
}

fn unknown(name: &str, tasks: &[TaskDefinition]) -> String {
    let known: Vec<_> = tasks.iter().map(|task| format!("`{}`", task.name)).collect();
    let known = if known.is_empty() { "none".to_owned() } else { known.join(", ") };
    format!("there is no task `{name}`; register a function of this name (registered: {known})")
}

/// The targets of catchers or rules, and of `Default`.
fn targets(kind: &StateKind) -> (Vec<&str>, Option<&str>) {
    match kind {
        StateKind::Choice(choice) => (
            choice.rules.iter().map(|rule| rule.next.as_str()).collect(),
            choice.default.as_deref(),
        ),
        kind => {
            let catchers = kind.errors().map_or(&[][..], |errors| &errors.catch);
            (catchers.iter().map(|catcher| catcher.next.as_str()).collect(), None)
        }
    }
}

fn info(state: &State, task: Option<TaskDefinition>) -> StateInfo {
    let (timeout, heartbeat) = match &state.kind {
        StateKind::Task(task) => (seconds(task.timeout.as_ref()), seconds(task.heartbeat.as_ref())),
        _ => (None, None),
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
        source: "",
    }
}

/// A literal number of seconds.
fn seconds(template: Option<&Template>) -> Option<u32> {
    Some(template?.literal()?.as_f64()? as u32)
}

fn kind(kind: &StateKind) -> Kind {
    match kind {
        StateKind::Task(_) => Kind::Task,
        StateKind::Choice(_) => Kind::Choice,
        StateKind::Pass(_) => Kind::Pass,
        StateKind::Wait(_) => Kind::Wait,
        StateKind::Parallel(_) => Kind::Parallel,
        StateKind::Map(_) => Kind::Map,
        StateKind::Succeed(_) => Kind::Succeed,
        StateKind::Fail(_) => Kind::Fail,
    }
}

fn retrier(retrier: &document::Retrier) -> Retrier {
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

/// Which fields of the context the expressions of a state read.
fn reads(kind: &StateKind) -> Reads {
    let mut reads = Reads::default();
    let mut visit = |template: &Template| {
        template.mentions(&mut |_, mentions| {
            let field = |name| mentions.reads(&["states", "context", name]);
            reads.execution |= field("Execution");
            reads.machine |= field("StateMachine");
            reads.state |= field("State");
            reads.map |= field("Map");
        });
    };
    templates(kind, &mut visit);
    reads
}

fn templates(kind: &StateKind, visit: &mut dyn FnMut(&Template)) {
    let fields: Vec<&Option<Template>> = match kind {
        StateKind::Task(task) => vec![&task.arguments, &task.timeout, &task.heartbeat],
        StateKind::Parallel(parallel) => vec![&parallel.arguments],
        StateKind::Map(map) => vec![&map.items, &map.selector, &map.concurrency],
        StateKind::Succeed(succeed) => vec![&succeed.output],
        StateKind::Fail(fail) => vec![&fail.error, &fail.cause],
        StateKind::Wait(wait) => {
            let (document::Until::Seconds(template) | document::Until::Timestamp(template)) =
                &wait.until;
            visit(template);
            vec![]
        }
        StateKind::Choice(choice) => {
            choice.rules.iter().for_each(|rule| visit(&rule.condition));
            vec![]
        }
        StateKind::Pass(_) => vec![],
    };
    fields.into_iter().flatten().for_each(&mut *visit);
    for outcome in outcomes(kind) {
        outcome
            .assign
            .iter()
            .map(|(_, template)| template)
            .chain(&outcome.output)
            .for_each(&mut *visit);
    }
}

/// `Assign` and `Output` of the state, its rules and its catchers.
fn outcomes(kind: &StateKind) -> impl Iterator<Item = &Outcome> {
    let rules = match kind {
        StateKind::Choice(choice) => &choice.rules[..],
        _ => &[],
    };
    let catchers = kind.errors().into_iter().flat_map(|errors| &errors.catch);
    kind.outcome()
        .into_iter()
        .chain(rules.iter().map(|rule| &rule.outcome))
        .chain(catchers.map(|catcher| &catcher.outcome))
}

/// The result of `lambda:invoke` around what the function returned; keys in AWS's order (recorded).
pub(super) fn envelope(payload: Value) -> Value {
    let mut envelope = serde_json::Map::with_capacity(3);
    envelope.insert("ExecutedVersion".into(), "$LATEST".into());
    envelope.insert("Payload".into(), payload);
    envelope.insert("StatusCode".into(), 200.into());
    Value::Object(envelope)
}
