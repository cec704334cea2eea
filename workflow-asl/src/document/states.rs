//! The model of a document: one struct for each kind of state. No logic.

use crate::jsonata::Template;

/// States that lead to one another: the outermost ones, a branch, or the processor of a Map.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// Where it is in the document: a JSON pointer.
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
    /// Where it is in the document: a JSON pointer.
    pub pointer: String,
    /// `Comment`.
    pub comment: Option<String>,
    /// Its fields by kind.
    pub kind: StateKind,
}

/// The eight kinds.
#[derive(Clone, Debug, PartialEq)]
pub enum StateKind {
    /// Calls a task.
    Task(Task),
    /// Chooses the next state.
    Choice(Choice),
    /// Changes data.
    Pass(Pass),
    /// Waits.
    Wait(Wait),
    /// Runs branches.
    Parallel(Parallel),
    /// Runs a processor for each item.
    Map(Map),
    /// Ends well.
    Succeed(Succeed),
    /// Ends badly.
    Fail(Fail),
}

/// `Assign` and `Output`: what a state leaves behind. Both are evaluated from one snapshot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outcome {
    /// The variables, in order.
    pub assign: Vec<(String, Template)>,
    /// The output.
    pub output: Option<Template>,
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
pub struct Task {
    /// `Resource`: an ARN.
    pub resource: String,
    /// `Arguments`.
    pub arguments: Option<Template>,
    /// `TimeoutSeconds`.
    pub timeout: Option<Template>,
    /// `HeartbeatSeconds`.
    pub heartbeat: Option<Template>,
    /// `Retry` and `Catch`.
    pub errors: Errors,
    /// `Assign` and `Output`.
    pub outcome: Outcome,
    /// What follows.
    pub then: Transition,
}

/// Chooses the next state.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// `Choices`, in order.
    pub rules: Vec<Rule>,
    /// `Default`: the state to go to where no rule applies.
    pub default: Option<String>,
    /// `Assign` and `Output` for `Default`.
    pub outcome: Outcome,
}

/// A rule of a Choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// `Condition`.
    pub condition: Template,
    /// Its own `Assign` and `Output`.
    pub outcome: Outcome,
    /// The state to go to.
    pub next: String,
}

/// Changes data.
#[derive(Clone, Debug, PartialEq)]
pub struct Pass {
    /// `Assign` and `Output`.
    pub outcome: Outcome,
    /// What follows.
    pub then: Transition,
}

/// Waits.
#[derive(Clone, Debug, PartialEq)]
pub struct Wait {
    /// How long.
    pub until: Until,
    /// `Assign` and `Output`.
    pub outcome: Outcome,
    /// What follows.
    pub then: Transition,
}

/// How long a Wait waits.
#[derive(Clone, Debug, PartialEq)]
pub enum Until {
    /// `Seconds`.
    Seconds(Template),
    /// `Timestamp`.
    Timestamp(Template),
}

/// Runs branches.
#[derive(Clone, Debug, PartialEq)]
pub struct Parallel {
    /// `Branches`.
    pub branches: Vec<Scope>,
    /// `Arguments`: the input of all branches.
    pub arguments: Option<Template>,
    /// `Retry` and `Catch`.
    pub errors: Errors,
    /// `Assign` and `Output`.
    pub outcome: Outcome,
    /// What follows.
    pub then: Transition,
}

/// Runs a processor for each item.
#[derive(Clone, Debug, PartialEq)]
pub struct Map {
    /// `ItemProcessor`.
    pub processor: Scope,
    /// `Items`; without it the state's input.
    pub items: Option<Template>,
    /// `ItemSelector`: the input of an iteration; without it the item.
    pub selector: Option<Template>,
    /// `MaxConcurrency`.
    pub concurrency: Option<Template>,
    /// `Retry` and `Catch`.
    pub errors: Errors,
    /// `Assign` and `Output`.
    pub outcome: Outcome,
    /// What follows.
    pub then: Transition,
}

/// Ends well.
#[derive(Clone, Debug, PartialEq)]
pub struct Succeed {
    /// `Output`.
    pub output: Option<Template>,
}

/// Ends badly.
#[derive(Clone, Debug, PartialEq)]
pub struct Fail {
    /// `Error`.
    pub error: Option<Template>,
    /// `Cause`.
    pub cause: Option<Template>,
}

/// `Retry` and `Catch`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Errors {
    /// `Retry`, in order.
    pub retry: Vec<Retrier>,
    /// `Catch`, in order.
    pub catch: Vec<Catcher>,
}

/// A retrier.
#[derive(Clone, Debug, PartialEq)]
pub struct Retrier {
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
    /// Its own `Assign` and `Output`; without `Output` the error output.
    pub outcome: Outcome,
    /// The state to go to.
    pub next: String,
}

impl StateKind {
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

    /// `Assign` and `Output` of the state itself.
    #[must_use]
    pub fn outcome(&self) -> Option<&Outcome> {
        match self {
            StateKind::Task(Task { outcome, .. })
            | StateKind::Choice(Choice { outcome, .. })
            | StateKind::Pass(Pass { outcome, .. })
            | StateKind::Wait(Wait { outcome, .. })
            | StateKind::Parallel(Parallel { outcome, .. })
            | StateKind::Map(Map { outcome, .. }) => Some(outcome),
            StateKind::Succeed(_) | StateKind::Fail(_) => None,
        }
    }

    /// `Next` or `End`; a Choice has neither.
    #[must_use]
    pub fn then(&self) -> Option<&Transition> {
        match self {
            StateKind::Task(Task { then, .. })
            | StateKind::Pass(Pass { then, .. })
            | StateKind::Wait(Wait { then, .. })
            | StateKind::Parallel(Parallel { then, .. })
            | StateKind::Map(Map { then, .. }) => Some(then),
            StateKind::Succeed(_) | StateKind::Fail(_) => Some(&Transition::End),
            StateKind::Choice(_) => None,
        }
    }

    /// The names of the states that may follow.
    pub fn targets(&self) -> impl Iterator<Item = &str> {
        let next = match self.then() {
            Some(Transition::Next(name)) => Some(name.as_str()),
            _ => None,
        };
        let catch = self.errors().into_iter().flat_map(|errors| &errors.catch);
        let (rules, default) = match self {
            StateKind::Choice(choice) => (&choice.rules[..], choice.default.as_deref()),
            _ => (&[][..], None),
        };
        next.into_iter()
            .chain(catch.map(|catcher| catcher.next.as_str()))
            .chain(rules.iter().map(|rule| rule.next.as_str()))
            .chain(default)
    }
}
