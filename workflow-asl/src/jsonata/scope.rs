//! The scope that the expressions of one state see.

use super::value::{Fields, Text, Value};
use crate::bounds::{Allowance, Spent};
use serde_json::Value as Json;
use std::time::Instant;

/// The data of one state: its variables and `$states`. Values are borrowed, and viewed where they are.
#[derive(Default)]
pub struct Scope<'a> {
    variables: Vec<(&'a str, &'a Json)>,
    states: Vec<(States, &'a Json)>,
    context: Vec<(&'a str, &'a Json)>,
    /// The room and time that all expressions that see this may take together.
    allowance: Option<&'a Allowance>,
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
    const ALL: [States; 4] = [States::Input, States::Context, States::Result, States::ErrorOutput];

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
    pub fn bind(&mut self, name: &'a str, value: &'a Json) {
        self.variables.push((name, value));
    }

    /// A field of `$states`. The context is bound by [`Scope::bind_context`], field by field.
    pub fn bind_states(&mut self, field: States, value: &'a Json) {
        match (field, value) {
            (States::Context, Json::Object(fields)) => {
                fields.iter().for_each(|(name, value)| self.bind_context(name, value));
            }
            _ => self.states.push((field, value)),
        }
    }

    /// A field of the context object `$states.context`, such as `Execution`.
    pub fn bind_context(&mut self, name: &'a str, value: &'a Json) {
        self.context.push((name, value));
    }

    /// Sets what all expressions that see this, and others of the state, may take together.
    pub fn allow(&mut self, allowance: &'a Allowance) {
        self.allowance = Some(allowance);
    }

    /// Fails if no other expression may be evaluated.
    pub(super) fn check(&self) -> Result<(), Spent> {
        self.allowance.map_or(Ok(()), Allowance::check)
    }
    /// Counts the steps that an expression took.
    pub(super) fn work(&self, steps: u64, began: Option<Instant>) {
        self.allowance.iter().for_each(|allowance| allowance.work(steps, began));
    }
    /// The milliseconds that an expression may take which may not take more than so many.
    pub(super) fn time(&self, most: u64) -> u64 {
        let left = self.allowance.map(|allowance| allowance.time().as_millis());
        left.and_then(|left| u64::try_from(left).ok()).map_or(most, |left| left.min(most))
    }
    /// Takes what an expression has made.
    pub(super) fn spend(&self, value: &Json) -> Result<(), Spent> {
        self.allowance.map_or(Ok(()), |allowance| allowance.spend(value))
    }

    /// A variable, or `$states`; undefined where there is none.
    pub(super) fn value(&self, name: &str) -> Value<'a> {
        let found = self.variables.iter().rev().find(|(known, _)| *known == name);
        match found {
            Some((_, value)) => Value::of(value),
            None if name == "states" && !(self.states.is_empty() && self.context.is_empty()) => {
                self.states_object()
            }
            None => Value::Undefined,
        }
    }

    /// A field of `$states`.
    pub(super) fn states(&self, field: &str) -> Value<'a> {
        match States::named(field) {
            Some(States::Context) => self.context_object(),
            Some(field) => {
                let found = self.states.iter().rev().find(|(known, _)| *known == field);
                found.map_or(Value::Undefined, |(_, value)| Value::of(value))
            }
            None => Value::Undefined,
        }
    }

    /// A field of `$states.context`.
    pub(super) fn context(&self, name: &str) -> Value<'a> {
        let found = self.context.iter().rev().find(|(known, _)| *known == name);
        found.map_or(Value::Undefined, |(_, value)| Value::of(value))
    }

    fn states_object(&self) -> Value<'a> {
        let mut object = Fields::default();
        for field in States::ALL {
            match self.states(field.name()) {
                Value::Undefined => {}
                value => object.insert(Text::Viewed(field.name()), value),
            }
        }
        object.into()
    }

    fn context_object(&self) -> Value<'a> {
        let mut object = Fields::default();
        for (name, value) in &self.context {
            object.insert(Text::Viewed(name), Value::of(value));
        }
        object.into()
    }
}
