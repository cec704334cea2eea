//! What the expressions of a visit see: its snapshot.

use super::compiled::Node;
use super::reads::Reads;
use super::{Interpreted, Item, Visit};
use crate::failure::Failure;
use serde_json::{Value, json};
use workflow_asl::document::Setting;
use workflow_asl::jsonata::{Entropy, FieldError, Scope, States, Template};

/// The data of one visit: borrowed from the machine, and unchanged while expressions are evaluated.
pub(super) struct View<'a> {
    pub(super) node: &'a Node,
    machine: &'a Interpreted,
    visit: &'a Visit,
    /// `$states.context.State`, if it is read.
    state: Option<Value>,
}

impl Interpreted {
    pub(super) fn view<'a>(&'a self, visit: &'a Visit) -> View<'a> {
        let node = self.program.node(visit.state);
        let state = node.reads.state.then(|| self.run.state(&node.name, visit.entered));
        View { node, machine: self, visit, state }
    }
}

impl<'a> View<'a> {
    /// The snapshot without result and error output.
    pub(super) fn scope(&'a self) -> Scope<'a> {
        self.scope_of(self.machine.item.as_deref())
    }

    /// The snapshot, for an item of the Map at hand.
    pub(super) fn scope_of(&'a self, item: Option<&'a Item>) -> Scope<'a> {
        let mut scope = Scope::new();
        self.machine.variables.visit(&mut |name, value| scope.bind(name, value));
        scope.bind_states(States::Input, &self.visit.input);
        let Reads { execution, machine, map, .. } = self.node.reads;
        if execution {
            scope.bind_context("Execution", self.machine.run.execution());
        }
        if let Some(state) = &self.state {
            scope.bind_context("State", state);
        }
        if machine {
            scope.bind_context("StateMachine", self.machine.run.machine());
        }
        if let Some(item) = item.filter(|_| map) {
            scope.bind_context("Map", item.context());
        }
        scope
    }

    /// What the expressions of this visit draw from: the same at each attempt.
    pub(super) fn entropy(&self) -> Entropy {
        self.machine.run.entropy(self.machine.seed, self.machine.visits)
    }

    /// The value of a template, and the type it must have.
    pub(super) fn typed<T>(
        &self,
        template: &Template,
        expected: &'static str,
        fits: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<T, Failure> {
        let value =
            template.evaluate(&self.scope(), &mut self.entropy()).map_err(|error| fault(&error))?;
        fits(&value).ok_or_else(|| fault(&template.misfit(expected, (*value).clone())))
    }

    /// The value of a field, and the type it must have.
    pub(super) fn setting<T: Clone>(
        &self,
        setting: &Setting<T>,
        expected: &'static str,
        fits: impl FnOnce(&Value) -> Option<T>,
    ) -> Result<T, Failure> {
        match setting {
            Setting::Literal(value) => Ok(value.clone()),
            Setting::Expression(template) => self.typed(template, expected, fits),
            Setting::Path(_) => Err(json_path()),
        }
    }
}

impl Item {
    /// `$states.context.Map`; made when it is first asked for.
    pub(super) fn context(&self) -> &Value {
        self.context
            .get_or_init(|| json!({ "Item": { "Index": self.index, "Value": *self.value } }))
    }
}

/// Where a definition was compiled, its states are in JSONata.
pub(super) fn json_path() -> Failure {
    Failure::runtime("states in JSONPath are not supported yet")
}

/// The failure of a field. AWS puts before its cause in which state that was, and in which event it was entered:
/// the engine numbers the events, and does so too.
pub(super) fn fault(error: &FieldError) -> Failure {
    Failure::query(error.to_string())
}
