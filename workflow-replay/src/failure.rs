//! The place where an execution ended badly: the state, its input, its variables, the error.

use crate::event;
use crate::recording::Recording;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use workflow_runtime::history::EventType;

/// The state in which an execution ended badly.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Failed {
    /// Its name.
    pub state: String,
    /// The items of Maps that it is in, such as `[2]`; empty outside of Maps.
    pub items: String,
    /// The states around it, from the outside.
    pub within: Vec<String>,
    /// The number of times that its task was called.
    pub attempts: u32,
    /// Its input.
    pub input: Value,
    /// The variables when it was entered.
    pub variables: BTreeMap<String, Value>,
    /// The request of its last attempt, if it called something.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request: Option<Value>,
    /// The error name.
    pub error: String,
    /// The cause.
    pub cause: String,
    /// The field whose evaluation failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<String>,
    /// The number of the event that tells the failure.
    pub event: u32,
}

impl Recording {
    /// Finds the state in which it ended badly; `None` if it did not, or was stopped.
    #[must_use]
    pub fn failed(&self) -> Option<Failed> {
        let end = self.read.last()?;
        if !matches!(end.kind, EventType::ExecutionFailed | EventType::ExecutionTimedOut) {
            return None;
        }
        let event = self.origin(end.id)?;
        let visit = self.visit(event)?;
        let told = event::told(self.event(end.id)?);
        let evaluated = event::told(self.event(event)?);
        let text = |key: &str| {
            let text = told[key].as_str().or_else(|| evaluated[key].as_str());
            text.unwrap_or_default().to_owned()
        };
        let at = self.trace.visits.get(visit)?;
        let steps = self.steps();
        let (name, entry) = (&*at.state, self.entry(visit));
        let request = steps.iter().rev().find(|it| it.state == *name && it.entry == entry);
        Some(Failed {
            state: at.state.to_string(),
            items: self.trace.items(at),
            within: self.around(visit),
            attempts: at.attempts,
            input: event::told(self.entered(visit)?)["input"].clone(),
            variables: self.variables(visit),
            request: request.map(|step| step.request.clone()),
            error: text("error"),
            cause: text("cause"),
            location: evaluated["location"].as_str().map(str::to_owned),
            event,
        })
    }

    pub(crate) fn event(&self, id: u32) -> Option<&Value> {
        self.events.get(usize::try_from(id).ok()?.checked_sub(1)?)
    }

    /// The event that an end comes from: within Maps and Parallels that of the state that failed.
    fn origin(&self, end: u32) -> Option<u32> {
        let mut id = end;
        loop {
            let read = self.read.get(usize::try_from(id).ok()?.checked_sub(1)?)?;
            let passed = matches!(
                read.kind,
                EventType::ExecutionFailed
                    | EventType::ExecutionTimedOut
                    | EventType::StateFailed(_)
                    | EventType::MapIterationFailed
            );
            // An event follows from an earlier one.
            if !passed || read.previous == 0 || read.previous >= id {
                return Some(id);
            }
            id = read.previous;
        }
    }

    /// The states around a visit, from the outside.
    fn around(&self, visit: usize) -> Vec<String> {
        let mut names = vec![];
        let mut at = self.trace.visits.get(visit).and_then(|it| it.parent);
        while let Some(visit) = at.and_then(|at| self.trace.visits.get(at)) {
            names.insert(0, visit.state.to_string());
            at = visit.parent;
        }
        names
    }

    /// The variables that a visit saw when it began.
    pub(crate) fn variables(&self, visit: usize) -> BTreeMap<String, Value> {
        let Some(at) = self.trace.visits.get(visit) else { return BTreeMap::new() };
        let outer = at.parent.map(|parent| self.variables(parent));
        let mut variables = outer.unwrap_or_default();
        let begins = self.entered(visit).and_then(|event| event["id"].as_u64()).unwrap_or(0);
        for (read, event) in self.read.iter().zip(&self.events) {
            if u64::from(read.id) >= begins || !matches!(read.kind, EventType::StateExited(_)) {
                continue;
            }
            let left = self.trace.visit_at(read.id).and_then(|left| self.trace.visits.get(left));
            if left.is_some_and(|left| (left.parent, left.child) == (at.parent, at.child)) {
                let assigned = event::told(event)["assignedVariables"].as_object();
                variables
                    .extend(assigned.into_iter().flatten().map(|(a, b)| (a.clone(), b.clone())));
            }
        }
        variables
    }
}
