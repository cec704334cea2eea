//! Descriptions of workflows: the things that checkpoints of their executions need, as plain data.

mod compare;

pub use compare::{Compatibility, Reading, Standing, compatible};

use crate::key::Key;
use crate::machine::{Kind, StateInfo};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use workflow_asl::form::DataForm;

/// The field of a checkpoint that knows the items of a distributed Map; and the expectation where they have changed.
pub(crate) const ITEMS: &str = "items";
pub(crate) const SAME_ITEMS: &str =
    "the `Items`, `ItemReader` and `ItemBatcher` that the run began with";

/// The parts of a workflow on which its executions depend: its states, and the variables in their checkpoints.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// The name of the workflow.
    pub workflow: String,
    /// The variables that it begins with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub start: Vec<KeptVariable>,
    /// Its states, each before those within it.
    pub states: Vec<StateDescription>,
}

/// A state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StateDescription {
    /// Its name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// The thing that it calls, or its kind.
    pub does: String,
    /// A digest of its call, if its name is made of that.
    #[serde(default, skip_serializing_if = "none")]
    pub code: u32,
    /// A digest of how a distributed Map of a document comes to its items; 0 where that is not known.
    #[serde(default, skip_serializing_if = "none")]
    pub items: u32,
    /// The branch or item that it is in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<EnclosingScope>,
    /// The variables that its checkpoint has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptVariable>,
    /// The branches of a Parallel; of a Map its items, once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub branches: Vec<Branch>,
}

/// The place of a state in a branch or item of another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnclosingScope {
    /// The index of the state around it.
    pub state: usize,
    /// The number of the branch.
    pub branch: usize,
}

/// A branch of a Parallel, or the items of a Map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Branch {
    /// Its label; empty for items.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// The variables that it begins with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub start: Vec<KeptVariable>,
    /// The value that it ends with, if its form is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<DataForm>,
}

/// A variable in a checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptVariable {
    /// Its name.
    pub name: String,
    /// The form of its value; a document says none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<DataForm>,
    /// True if some checkpoints lack it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub sometimes: bool,
    /// True if it is the list of items, or something that each of them takes: there may be none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub each: bool,
    /// True if it is there without being needed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unread: bool,
}

impl Description {
    /// A workflow whose states are known, but not what they keep.
    #[must_use]
    pub fn of_states(workflow: &str, states: &[StateInfo]) -> Self {
        let states = states.iter().map(StateDescription::of).collect();
        Description { workflow: workflow.to_owned(), start: vec![], states }
    }

    /// Returns a text that is the same for the same description, and different for any other one.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        // Plain data with strings as keys always has a JSON text.
        let text = serde_json::to_string(self).unwrap_or_default();
        Key::named(&text).hex()
    }

    /// The table of states that a checkpoint is looked up in.
    fn infos(&self) -> Vec<StateInfo> {
        self.states.iter().map(StateDescription::info).collect()
    }
}

impl StateDescription {
    fn of(info: &StateInfo) -> Self {
        let label =
            |label: &Cow<'static, str>| Branch { label: label.to_string(), ..Branch::default() };
        let branches = match info.kind {
            Kind::Map => vec![Branch::default()],
            _ => info.branches.iter().map(label).collect(),
        };
        StateDescription {
            name: info.name.to_string(),
            kind: info.kind,
            does: info.work().to_owned(),
            code: info.code,
            items: 0,
            within: info.within.map(|(state, branch)| EnclosingScope { state, branch }),
            kept: vec![],
            branches,
        }
    }

    fn info(&self) -> StateInfo {
        let labels = match self.kind {
            Kind::Parallel => self.branches.iter().map(|it| Cow::Owned(it.label.clone())).collect(),
            _ => vec![],
        };
        StateInfo {
            name: Cow::Owned(self.name.clone()),
            code: self.code,
            within: self.within.as_ref().map(|it| (it.state, it.branch)),
            branches: Cow::Owned(labels),
            ..StateInfo::new("", self.kind, "")
        }
    }

    /// True if an execution can be in it when it is written down.
    fn is_kept(&self) -> bool {
        matches!(self.kind, Kind::Task | Kind::Wait | Kind::Parallel | Kind::Map)
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn none(code: &u32) -> bool {
    *code == 0
}
