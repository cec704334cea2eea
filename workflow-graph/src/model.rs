//! The graph of a state machine as plain data.

use std::fmt;

/// A state machine as it is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Graph {
    /// All scopes, each before those within it; the first is the outermost. Empty where a document has no states.
    pub scopes: Vec<GraphScope>,
}

/// States that lead to one another: the outermost ones, a branch, or the processor of a Map.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GraphScope {
    /// The first state: an index of `nodes`.
    pub start: Option<usize>,
    /// The states, in the order of the document.
    pub nodes: Vec<Node>,
    /// The transitions, by the states they leave.
    pub edges: Vec<Edge>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: NodeKind,
    /// A few words on what it does: the service it calls, the time it waits, the error it ends with.
    pub detail: String,
    /// True if its scope may end here.
    pub ends: bool,
    /// True if it has retriers.
    pub retries: bool,
    /// The scopes in it: indices of [`Graph::scopes`].
    pub within: Vec<usize>,
}

/// The kind of a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NodeKind {
    /// Calls a task.
    Task,
    /// Chooses the next state.
    Choice,
    /// Changes data.
    Pass,
    /// Waits.
    Wait,
    /// Runs branches.
    Parallel,
    /// Runs a processor for each item.
    Map,
    /// Ends well.
    Succeed,
    /// Ends badly.
    Fail,
    /// A kind that the States Language does not have, in a document with mistakes.
    Unknown,
}

/// A transition between two states of a scope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The state it leaves: an index of [`GraphScope::nodes`].
    pub from: usize,
    /// The state it enters.
    pub to: usize,
    /// Its kind.
    pub kind: EdgeKind,
    /// Its condition or its errors, whole and in one text; else empty.
    pub label: String,
}

/// The kind of a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EdgeKind {
    /// `Next`.
    Next,
    /// A rule of a Choice.
    Rule,
    /// `Default` of a Choice.
    Default,
    /// A catcher.
    Catch,
}

impl NodeKind {
    /// The kind of this `Type`.
    #[must_use]
    pub fn named(name: &str) -> Self {
        match name {
            "Task" => NodeKind::Task,
            "Choice" => NodeKind::Choice,
            "Pass" => NodeKind::Pass,
            "Wait" => NodeKind::Wait,
            "Parallel" => NodeKind::Parallel,
            "Map" => NodeKind::Map,
            "Succeed" => NodeKind::Succeed,
            "Fail" => NodeKind::Fail,
            _ => NodeKind::Unknown,
        }
    }

    /// `Type`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            NodeKind::Task => "Task",
            NodeKind::Choice => "Choice",
            NodeKind::Pass => "Pass",
            NodeKind::Wait => "Wait",
            NodeKind::Parallel => "Parallel",
            NodeKind::Map => "Map",
            NodeKind::Succeed => "Succeed",
            NodeKind::Fail => "Fail",
            NodeKind::Unknown => "Unknown",
        }
    }
}

impl EdgeKind {
    /// Its name in lower case.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            EdgeKind::Next => "next",
            EdgeKind::Rule => "rule",
            EdgeKind::Default => "default",
            EdgeKind::Catch => "catch",
        }
    }
}

impl fmt::Display for NodeKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Graph {
    /// The number of states in all scopes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.scopes.iter().map(|scope| scope.nodes.len()).sum()
    }

    /// True if there is no state.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}
