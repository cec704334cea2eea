//! The model of a document: one struct for each kind of state, read like a grammar. No logic.

use super::data::{DataFlow, DataTemplate, Handover, Items, Setting};
use super::map::{ItemBatcher, ItemReader, Mode, ResultWriter};
use crate::jsonata::Template;
use crate::jsonpath::{ChoiceRule, Expression};
use serde_json::Value;

/// States that lead to one another: the outermost ones, a branch, or the processor of a Map.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// Its place in the document: a JSON pointer.
    pub pointer: String,
    /// The name of its first state.
    pub start: String,
    /// In the order of the document.
    pub states: Vec<State>,
}

/// A state.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Its name.
    pub name: String,
    /// Its place in the document: a JSON pointer.
    pub pointer: String,
    /// `Comment`.
    pub comment: Option<String>,
    /// The way of data through it, in its query language.
    pub data: DataFlow,
    /// Its other fields, by kind.
    pub kind: StateKind,
}

/// The eight kinds.
#[derive(Clone, Debug, PartialEq)]
pub enum StateKind {
    /// Calls a task.
    Task(TaskState),
    /// Chooses the next state.
    Choice(ChoiceState),
    /// Changes data.
    Pass(Pass),
    /// Waits.
    Wait(Wait),
    /// Runs branches.
    Parallel(Parallel),
    /// Runs a processor for each item.
    Map(Box<MapState>),
    /// Ends well.
    Succeed,
    /// Ends badly.
    Fail(Fail),
}

/// `Next` or `End`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Transition {
    /// To the state of this name.
    Next(String),
    /// The end of the scope.
    End,
}

/// Calls a task.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskState {
    /// `Resource`: an ARN.
    pub resource: String,
    /// `Credentials`.
    pub credentials: Option<DataTemplate>,
    /// `TimeoutSeconds` or `TimeoutSecondsPath`.
    pub timeout: Option<Setting<u32>>,
    /// `HeartbeatSeconds` or `HeartbeatSecondsPath`.
    pub heartbeat: Option<Setting<u32>>,
    /// `Retry` and `Catch`.
    pub errors: Errors,
    /// The transition that follows.
    pub then: Transition,
}

/// Chooses the next state.
#[derive(Clone, Debug, PartialEq)]
pub struct ChoiceState {
    /// `Choices`, in order.
    pub rules: Vec<Rule>,
    /// `Default`: the next state if no rule applies; then the state's own `Assign` and `Output` count.
    pub default: Option<String>,
}

/// A rule of a Choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The time when it applies.
    pub condition: Condition,
    /// Its own `Assign` and `Output`; a rule in JSONPath has no `ResultPath`.
    pub handover: Handover,
    /// The state to go to.
    pub next: String,
}

/// The condition of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `Condition`: a boolean, or an expression.
    Jsonata(Template),
    /// A test of a `Variable`, or `And`, `Or`, `Not`.
    JsonPath(ChoiceRule),
}

/// Changes data.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    /// `Result` (JSONPath): what it puts in place of its input.
    pub result: Option<Value>,
    /// The transition that follows.
    pub then: Transition,
}

/// Waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Wait {
    /// The duration.
    pub until: WaitUntil,
    /// The transition that follows.
    pub then: Transition,
}

/// The duration or the end of a Wait.
#[derive(Clone, Debug, PartialEq)]
pub enum WaitUntil {
    /// `Seconds` or `SecondsPath`.
    Seconds(Setting<u32>),
    /// `Timestamp` or `TimestampPath`.
    Timestamp(Setting<String>),
}

/// Runs branches.
#[derive(Clone, Debug, PartialEq)]
pub struct Parallel {
    /// `Branches`.
    pub branches: Vec<Scope>,
    /// `Retry` and `Catch`.
    pub errors: Errors,
    /// The transition that follows.
    pub then: Transition,
}

/// Runs a processor for each item.
#[derive(Clone, Debug, PartialEq)]
pub struct MapState {
    /// `ItemProcessor`, or `Iterator` in older documents.
    pub processor: Scope,
    /// `ProcessorConfig` of the processor.
    pub mode: Mode,
    /// `Items` or `ItemsPath`; without it the state's input, or what `ItemReader` reads.
    pub items: Option<Items>,
    /// `ItemSelector`, or `Parameters` in older documents: the input of an iteration; without it the item.
    pub selector: Option<DataTemplate>,
    /// `MaxConcurrency` or `MaxConcurrencyPath`; 0 and none: no limit.
    pub concurrency: Option<Setting<u32>>,
    /// `ItemReader`: where a distributed Map reads its items.
    pub reader: Option<ItemReader>,
    /// `ItemBatcher`: how a distributed Map puts items together.
    pub batcher: Option<ItemBatcher>,
    /// `ResultWriter`: where a distributed Map writes its results.
    pub writer: Option<ResultWriter>,
    /// `Label` of a distributed Map.
    pub label: Option<String>,
    /// `ToleratedFailureCount` or `ToleratedFailureCountPath`.
    pub tolerated_count: Option<Setting<u32>>,
    /// `ToleratedFailurePercentage` or `ToleratedFailurePercentagePath`.
    pub tolerated_percentage: Option<Setting<f64>>,
    /// `Retry` and `Catch`.
    pub errors: Errors,
    /// The transition that follows.
    pub then: Transition,
}

/// Ends badly.
#[derive(Clone, Debug, PartialEq)]
pub struct Fail {
    /// `Error` or `ErrorPath`; the latter may be an intrinsic call.
    pub error: Option<Setting<String, Expression>>,
    /// `Cause` or `CausePath`; the latter may be an intrinsic call.
    pub cause: Option<Setting<String, Expression>>,
}

/// `Retry` and `Catch`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Errors {
    /// `Retry`, in order.
    pub retry: Vec<StateRetrier>,
    /// `Catch`, in order.
    pub catch: Vec<Catcher>,
}

/// A retrier.
#[derive(Clone, Debug, PartialEq)]
pub struct StateRetrier {
    /// `ErrorEquals`.
    pub errors: Vec<String>,
    /// `IntervalSeconds`, 1 if absent.
    pub interval: u32,
    /// `BackoffRate`, 2.0 if absent.
    pub backoff_rate: f64,
    /// `MaxAttempts`, 3 if absent.
    pub max_attempts: u32,
    /// `MaxDelaySeconds`.
    pub max_delay: Option<u32>,
    /// `JitterStrategy` is `FULL`.
    pub jitter: bool,
}

/// A catcher.
#[derive(Clone, Debug, PartialEq)]
pub struct Catcher {
    /// `ErrorEquals`.
    pub errors: Vec<String>,
    /// Its own `Assign` and `Output`, or `Assign` and `ResultPath`; by default the error output is all the output.
    pub handover: Handover,
    /// The state to go to.
    pub next: String,
}

impl StateKind {
    /// `Type`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            StateKind::Task(_) => "Task",
            StateKind::Choice(_) => "Choice",
            StateKind::Pass(_) => "Pass",
            StateKind::Wait(_) => "Wait",
            StateKind::Parallel(_) => "Parallel",
            StateKind::Map(_) => "Map",
            StateKind::Succeed => "Succeed",
            StateKind::Fail(_) => "Fail",
        }
    }

    /// The scopes within.
    #[must_use]
    pub fn scopes(&self) -> &[Scope] {
        match self {
            StateKind::Parallel(parallel) => &parallel.branches,
            StateKind::Map(map) => std::slice::from_ref(&map.processor),
            _ => &[],
        }
    }

    /// `Retry` and `Catch`.
    #[must_use]
    pub fn errors(&self) -> Option<&Errors> {
        match self {
            StateKind::Task(task) => Some(&task.errors),
            StateKind::Parallel(parallel) => Some(&parallel.errors),
            StateKind::Map(map) => Some(&map.errors),
            _ => None,
        }
    }

    /// `Catch`; empty where the kind has none.
    #[must_use]
    pub fn catchers(&self) -> &[Catcher] {
        self.errors().map_or(&[], |errors| &errors.catch)
    }

    /// `Choices`; empty where the kind has none.
    #[must_use]
    pub fn rules(&self) -> &[Rule] {
        match self {
            StateKind::Choice(choice) => &choice.rules,
            _ => &[],
        }
    }

    /// `Next` or `End`; a Choice has neither.
    #[must_use]
    pub fn then(&self) -> Option<&Transition> {
        match self {
            StateKind::Task(task) => Some(&task.then),
            StateKind::Pass(pass) => Some(&pass.then),
            StateKind::Wait(wait) => Some(&wait.then),
            StateKind::Parallel(parallel) => Some(&parallel.then),
            StateKind::Map(map) => Some(&map.then),
            StateKind::Succeed | StateKind::Fail(_) => Some(&Transition::End),
            StateKind::Choice(_) => None,
        }
    }

    /// The names of the states that may follow.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        let next = match self.then() {
            Some(Transition::Next(name)) => Some(name.as_str()),
            _ => None,
        };
        let default = match self {
            StateKind::Choice(choice) => choice.default.as_deref(),
            _ => None,
        };
        next.into_iter()
            .chain(self.catchers().iter().map(|catcher| catcher.next.as_str()))
            .chain(self.rules().iter().map(|rule| rule.next.as_str()))
            .chain(default)
    }
}
