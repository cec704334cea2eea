//! The workflows that an engine can continue by their names.

use crate::failure::Failure;
use crate::input;
use crate::interpreted::{Compiled, Context, Interpreted};
use crate::limits::Limits;
use crate::machine::{Identity, Machine, StateInfo};
use crate::payload::Payload;
use crate::store::Begun;
use crate::way::{Nested, Parts, Way};
use crate::workflow::Workflow;
use serde_json::Value;
use std::collections::HashMap;
use std::sync::Arc;

/// Makes the machine of an execution from the record of its root scope.
pub(crate) type Revive =
    Arc<dyn Fn(&Begun, &Identity, Value) -> Result<Box<dyn Machine>, Failure> + Send + Sync>;

/// Makes the machine of a new execution from the text of its input, which is checked first.
pub(crate) type Open =
    Arc<dyn Fn(&str, &Identity, Limits) -> Result<Box<dyn Machine>, Failure> + Send + Sync>;

/// The states of a workflow.
type States = fn() -> &'static [StateInfo];

/// A workflow that the engine can continue.
#[derive(Clone)]
pub(crate) struct Registered {
    pub(crate) revive: Revive,
    /// Begins it, where the engine can.
    pub(crate) open: Option<Open>,
    /// The longest time of its executions, in seconds.
    pub(crate) timeout: Option<u32>,
    /// The input of an execution that was started without one.
    pub(crate) no_input: &'static str,
}

/// The input of a document that is started without one (API reference, `StartExecution`).
const EMPTY: &str = "{}";

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
        let open: Open = Arc::new(|text, _, limits| {
            W::machine(Payload::live(input::parse::<W::Input>(text, limits)?))
        });
        self.named.remove(W::NAME);
        self.typed(W::NAME, W::states, W::revive, open);
    }

    fn typed(
        &mut self,
        name: &str,
        states: States,
        revive: fn(Value) -> Result<Box<dyn Machine>, Failure>,
        open: Open,
    ) {
        if self.named.contains_key(name) {
            return;
        }
        let revive: Revive = Arc::new(move |_, _, record| revive(record));
        let registered = Registered { revive, open: Some(open), timeout: None, no_input: "null" };
        self.named.insert(name.into(), registered);
        for task in states().iter().filter_map(|state| state.task) {
            if let Way::Workflow(nested) | Way::Continue(nested) = task.way {
                self.typed(
                    task.name,
                    Parts::of(nested).states,
                    Parts::of(nested).revive,
                    opened(nested),
                );
            }
        }
    }

    /// Adds a document.
    pub(crate) fn add_document(&mut self, name: &str, document: Arc<Compiled>) {
        let again = document.clone();
        let revive: Revive = Arc::new(move |begun, identity, record| {
            let text = begun.input.as_deref().unwrap_or(EMPTY);
            let input = serde_json::from_str(text)
                .map_err(|error| Failure::runtime(format!("the stored input: {error}")))?;
            Interpreted::resume(again.clone(), Arc::new(input), Context::from(identity), record)
        });
        let timeout = document.definition().timeout();
        let open: Open = Arc::new(move |text, identity, limits| {
            input::fits(text, limits)?;
            let input = serde_json::from_str(text)
                .map_err(|error| Failure::runtime(format!("the input: {error}")))?;
            Ok(Interpreted::start(document.clone(), Arc::new(input), Context::from(identity)))
        });
        let registered = Registered { revive, open: Some(open), timeout, no_input: EMPTY };
        self.named.insert(name.into(), registered);
    }

    /// Sets what continues executions of workflows without a name here.
    pub(crate) fn add_others(&mut self, revive: Revive) {
        self.others = Some(Registered { revive, open: None, timeout: None, no_input: EMPTY });
    }

    /// Finds the workflow of this name, or what continues those that have none.
    pub(crate) fn find(&self, name: &str) -> Option<&Registered> {
        self.named.get(name).or(self.others.as_ref())
    }
}

/// Begins a workflow that another one names: its input is checked as the machine reads it.
fn opened(nested: Nested) -> Open {
    Arc::new(move |text, _, limits| {
        input::check(text, limits)?;
        (Parts::of(nested).machine)(Payload::Text(text.into()))
    })
}
