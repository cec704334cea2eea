//! What the expressions of one state see.

use super::convert;
use jsonata_core::value::JValue;
use serde_json::Value;
use std::cell::RefCell;

/// The data of one state: its variables and `$states`. Values are borrowed, and converted once, when the first
/// expression that mentions them is evaluated. It lives within one synchronous block.
#[derive(Default)]
pub struct Scope<'a> {
    variables: Vec<Slot<'a>>,
    states: [Option<Slot<'a>>; 4],
}

struct Slot<'a> {
    name: &'a str,
    value: &'a Value,
    converted: RefCell<Option<JValue>>,
}

impl<'a> Slot<'a> {
    fn new(name: &'a str, value: &'a Value) -> Self {
        Slot { name, value, converted: RefCell::default() }
    }
    fn converted(&self) -> JValue {
        self.converted.borrow_mut().get_or_insert_with(|| convert::incoming(self.value)).clone()
    }
}

/// The fields of the reserved variable `$states`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum States {
    /// The input of the state.
    Input,
    /// The context object.
    Context,
    /// The result of a Task, Parallel or Map.
    Result,
    /// The error output, in a catcher.
    ErrorOutput,
}

impl States {
    pub(crate) const ALL: [States; 4] =
        [States::Input, States::Context, States::Result, States::ErrorOutput];

    /// The name of the field.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            States::Input => "input",
            States::Context => "context",
            States::Result => "result",
            States::ErrorOutput => "errorOutput",
        }
    }
    /// The field of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

impl<'a> Scope<'a> {
    /// Nothing.
    #[must_use]
    pub fn new() -> Self {
        Scope::default()
    }

    /// A variable. A later one of the same name hides an earlier one.
    pub fn bind(&mut self, name: &'a str, value: &'a Value) {
        self.variables.push(Slot::new(name, value));
    }

    /// A field of `$states`.
    pub fn bind_states(&mut self, field: States, value: &'a Value) {
        self.states[field as usize] = Some(Slot::new(field.name(), value));
    }

    /// A variable, as JSON.
    pub(super) fn value(&self, name: &str) -> Option<&'a Value> {
        self.slot(name).map(|slot| slot.value)
    }
    /// A field of `$states`, as JSON.
    pub(super) fn states_value(&self, field: States) -> Option<&'a Value> {
        self.states[field as usize].as_ref().map(|slot| slot.value)
    }
    /// A variable, for the evaluator.
    pub(super) fn variable(&self, name: &str) -> Option<JValue> {
        self.slot(name).map(Slot::converted)
    }
    /// `$states` with those of its fields that are mentioned.
    pub(super) fn states(&self, mentioned: impl Fn(States) -> bool) -> JValue {
        let fields = States::ALL.into_iter().filter(|field| mentioned(*field));
        let slots = fields.filter_map(|field| self.states[field as usize].as_ref());
        convert::object(slots.map(|slot| (slot.name.to_owned(), slot.converted())))
    }

    fn slot(&self, name: &str) -> Option<&Slot<'a>> {
        self.variables.iter().rev().find(|slot| slot.name == name)
    }
}
