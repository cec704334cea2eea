//! The workflows that an engine can continue by their names.

use crate::failure::Failure;
use crate::interpreted::{Compiled, Context, Interpreted};
use crate::machine::{Identity, Machine, StateInfo};
use crate::store::Begun;
use crate::way::{Nested, Way};
use crate::workflow::Workflow;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

/// Makes the machine of an execution from the record of its root scope.
pub(crate) type Revive =
    Arc<dyn Fn(&Begun, &Identity, Value) -> Result<Box<dyn Machine>, Failure> + Send + Sync>;

/// The states of a workflow.
type States = fn() -> &'static [StateInfo];

/// A workflow that the engine can continue.
#[derive(Clone)]
pub(crate) struct Registered {
    pub(crate) revive: Revive,
}

/// The workflows by the names of their state machines.
#[derive(Clone, Default)]
pub(crate) struct Registry {
    named: HashMap<Arc<str>, Registered>,
    /// Of all other executions.
    others: Option<Registered>,
}

impl Registry {
    /// Adds a workflow, and those that it calls.
    pub(crate) fn add<W: Workflow>(&mut self) {
        self.typed(W::NAME, W::states, W::revive);
    }

    fn typed(
        &mut self,
        name: &str,
        states: States,
        revive: fn(Value) -> Result<Box<dyn Machine>, Failure>,
    ) {
        let revive: Revive = Arc::new(move |_, _, record| revive(record));
        let known = self.named.insert(name.into(), Registered { revive });
        if known.is_some() {
            return;
        }
        for task in states().iter().filter_map(|state| state.task) {
            if let Way::Workflow(Nested { states, revive, .. })
            | Way::Continue(Nested { states, revive, .. }) = task.way
            {
                self.typed(task.name, states, revive);
            }
        }
    }

    /// Adds a document.
    pub(crate) fn add_document(&mut self, name: &str, document: Arc<Compiled>) {
        let revive: Revive = Arc::new(move |begun, identity, record| {
            let text = begun.input.as_deref().unwrap_or("null");
            let input = serde_json::from_str(text)
                .map_err(|error| Failure::runtime(format!("the stored input: {error}")))?;
            Interpreted::resume(document.clone(), Arc::new(input), Context::from(identity), record)
        });
        self.named.insert(name.into(), Registered { revive });
    }

    /// Sets what continues executions of workflows without a name here.
    pub(crate) fn add_others(&mut self, revive: Revive) {
        self.others = Some(Registered { revive });
    }

    /// Finds the workflow of this name, or what continues those that have none.
    pub(crate) fn find(&self, name: &str) -> Option<&Registered> {
        self.named.get(name).or(self.others.as_ref())
    }
}
