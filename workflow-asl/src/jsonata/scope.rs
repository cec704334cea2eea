//! What the expressions of one state see.

use super::convert;
use super::mentions::Parts;
use crate::bounds::{Allowance, Spent};
use jsonata_core::value::JValue;
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// The data of one state: its variables and `$states`. Values are borrowed; a part of one is converted once, when
/// the first expression that mentions it is evaluated. It lives within one synchronous block.
#[derive(Default)]
pub struct Scope<'a> {
    variables: Vec<(&'a str, &'a Value)>,
    states: Vec<(States, &'a Value)>,
    context: Vec<(&'a str, &'a Value)>,
    /// What all expressions that see this may take together.
    allowance: Option<&'a Allowance>,
    /// By address: the values are borrowed as long as this lives.
    converted: RefCell<HashMap<*const Value, JValue>>,
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
    pub fn bind(&mut self, name: &'a str, value: &'a Value) {
        self.variables.push((name, value));
    }

    /// A field of `$states`. The context is bound by [`Scope::bind_context`], field by field.
    pub fn bind_states(&mut self, field: States, value: &'a Value) {
        match (field, value) {
            (States::Context, Value::Object(fields)) => {
                fields.iter().for_each(|(name, value)| self.bind_context(name, value));
            }
            _ => self.states.push((field, value)),
        }
    }

    /// A field of the context object `$states.context`, such as `Execution`.
    pub fn bind_context(&mut self, name: &'a str, value: &'a Value) {
        self.context.push((name, value));
    }

    /// What all expressions that see this, and others of the state, may take together.
    pub fn allow(&mut self, allowance: &'a Allowance) {
        self.allowance = Some(allowance);
    }

    /// Whether another expression may be evaluated.
    pub(super) fn check(&self) -> Result<(), Spent> {
        self.allowance.map_or(Ok(()), Allowance::check)
    }
    /// Takes what an expression has made.
    pub(super) fn spend(&self, value: &Value) -> Result<(), Spent> {
        self.allowance.map_or(Ok(()), |allowance| allowance.spend(value))
    }

    /// A variable.
    pub(super) fn variable(&self, name: &str) -> Option<&'a Value> {
        self.variables.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }
    /// A field of `$states`, but not the context.
    pub(super) fn field(&self, field: States) -> Option<&'a Value> {
        self.states.iter().rev().find(|(known, _)| *known == field).map(|(_, value)| *value)
    }
    /// A field of the context.
    pub(super) fn context(&self, name: &str) -> Option<&'a Value> {
        self.context.iter().rev().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }

    /// The parts of a variable, or of `$states`, that an expression mentions.
    pub(super) fn converted(&self, name: &str, parts: &Parts) -> Option<JValue> {
        match name {
            "states" => Some(self.converted_states(parts)),
            name => self.variable(name).map(|value| self.part(value, parts)),
        }
    }

    fn converted_states(&self, parts: &Parts) -> JValue {
        let all = Parts::All;
        let wanted = |name| match parts {
            Parts::All => Some(&all),
            Parts::Some(fields) => fields.get(name),
        };
        let fields = States::ALL.into_iter().filter_map(|field| {
            let parts = wanted(field.name())?;
            let value = match field {
                States::Context => self.converted_context(parts),
                field => self.part(self.field(field)?, parts),
            };
            Some((field.name().to_owned(), value))
        });
        convert::object(fields)
    }

    fn converted_context(&self, parts: &Parts) -> JValue {
        let fields = self.context.iter().filter_map(|(name, value)| {
            let value = match parts {
                Parts::All => self.whole(value),
                Parts::Some(fields) => self.part(value, fields.get(*name)?),
            };
            Some(((*name).to_owned(), value))
        });
        convert::object(fields)
    }

    fn part(&self, value: &'a Value, parts: &Parts) -> JValue {
        match (value, parts) {
            (Value::Object(fields), Parts::Some(wanted)) => self.fields(fields, wanted),
            // A path goes through each item of an array.
            _ => self.whole(value),
        }
    }

    fn fields(
        &self,
        fields: &'a serde_json::Map<String, Value>,
        wanted: &BTreeMap<String, Parts>,
    ) -> JValue {
        convert::object(wanted.iter().filter_map(|(name, parts)| {
            fields.get(name).map(|value| (name.clone(), self.part(value, parts)))
        }))
    }

    fn whole(&self, value: &'a Value) -> JValue {
        match value {
            Value::Array(_) | Value::Object(_) => {
                let mut known = self.converted.borrow_mut();
                known.entry(value).or_insert_with(|| convert::incoming(value)).clone()
            }
            scalar => convert::incoming(scalar),
        }
    }
}
