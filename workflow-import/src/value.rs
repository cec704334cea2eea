//! Values as they are known before anything runs: where they come from, and what is made of them.

use crate::path::{Step, shown};
use crate::stop::{ImportError, Stopped};
use serde_json::Value as Json;

/// The number of a state in the whole definition.
pub(crate) type Node = usize;

/// A place that a value comes from, which is a variable of the workflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Source {
    /// All that a state sees: only while it is found out what it reads.
    Environment,
    /// The execution's input.
    Input,
    /// The result of a state.
    Result(Node),
    /// The error output of a state.
    Failure(Node),
    /// A value that differs by the way on which a state is entered.
    Joined(Node, usize),
    /// The item of a Map.
    Item(Node),
    /// The index of the item of a Map.
    Index(Node),
    /// The value that a state draws or computes once.
    Drawn(Node, usize),
}

/// A value.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// A path in a variable.
    From(Source, Vec<Step>),
    /// An object: a base whose other fields it has, and fields.
    Object(Option<Box<Value>>, Vec<(String, Value)>),
    /// A list of so many.
    Array(Vec<Value>),
    /// A scalar.
    Literal(Json),
    /// An expression.
    Computed(Op, Vec<Value>),
    /// Nothing: on another way there is something.
    Absent,
}

/// The expression that a value is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Op {
    /// Texts around the operands.
    Format(Vec<String>),
    /// The token of a call, which stands in its arguments alone.
    Token,
    /// `uuid()`
    Uuid,
    /// `now()`
    Now,
    /// `random()`
    Random,
    /// `execution().id()` and its like: the method.
    Execution(&'static str),
    /// An object, or one without fields where there is none.
    OrEmpty,
    /// The JSON text of a value.
    ToJson,
    /// The value of a JSON text.
    ParseJson,
    /// The sum of two integers.
    Add,
    /// The number of items.
    Length,
    /// The item of a list at a computed index.
    Item,
    /// The parts of a text between separators.
    Split(String),
    /// The list without its first items.
    Skip(usize),
    /// A field of each item of a list.
    Each(Vec<Step>),
    /// Numbers from the first to the last, in such steps.
    Range,
    /// True if the list has the item.
    Contains,
}

impl Value {
    /// A variable as a whole.
    pub fn whole(source: Source) -> Self {
        Value::From(source, vec![])
    }

    /// An object without fields.
    pub fn empty() -> Self {
        Value::Object(None, vec![])
    }

    /// A value of JSON.
    pub fn literal(json: &Json) -> Self {
        match json {
            Json::Object(fields) => {
                let fields = fields.iter().map(|(name, it)| (name.clone(), Self::literal(it)));
                Value::Object(None, fields.collect())
            }
            Json::Array(items) => Value::Array(items.iter().map(Self::literal).collect()),
            scalar => Value::Literal(scalar.clone()),
        }
    }

    /// The value at a step.
    pub fn get(&self, step: &Step) -> Stopped<Value> {
        match (self, step) {
            (Value::From(source, steps), _) => {
                Ok(Value::From(*source, steps.iter().chain([step]).cloned().collect()))
            }
            (Value::Object(base, fields), Step::Name(name)) => {
                match (fields.iter().find(|(it, _)| it == name), base) {
                    (Some((_, value)), _) => Ok(value.clone()),
                    (None, Some(base)) => base.get(step),
                    (None, None) => Err(missing(std::slice::from_ref(step))),
                }
            }
            (Value::Array(items), Step::Index(index)) => {
                items.get(*index).cloned().ok_or_else(|| missing(std::slice::from_ref(step)))
            }
            (
                Value::Computed(Op::Split(_) | Op::Range | Op::Skip(_) | Op::Each(_), _),
                Step::Index(index),
            ) => Ok(Value::Computed(Op::Item, vec![self.clone(), Value::Literal((*index).into())])),
            (Value::Computed(Op::OrEmpty, base), _) => base[0].get(step),
            (Value::Absent, _) => Ok(Value::Absent),
            (Value::Computed(Op::Item, _), _) => Err(ImportError::new(
                "a field of a computed value",
                shown(std::slice::from_ref(step)),
            )),
            _ => Err(missing(std::slice::from_ref(step))),
        }
    }

    /// The value at a path.
    pub fn at(&self, steps: &[Step]) -> Stopped<Value> {
        let mut value = self.clone();
        for step in steps {
            value = value.get(step).map_err(|stop| match stop.construct {
                MISSING => missing(steps),
                _ => stop,
            })?;
        }
        Ok(value)
    }

    /// The value with another one at a path (`ResultPath`).
    pub fn with(&self, steps: &[Step], value: Value) -> Stopped<Value> {
        let Some((first, rest)) = steps.split_first() else { return Ok(value) };
        let Step::Name(name) = first else {
            return Err(ImportError::new("a result put at an index of a list", shown(steps)));
        };
        let (base, mut fields) = match self {
            Value::Object(base, fields) => (base.clone(), fields.clone()),
            Value::From(..) | Value::Computed(Op::OrEmpty, _) => {
                (Some(Box::new(self.clone())), vec![])
            }
            Value::Absent => (None, vec![]),
            _ => {
                return Err(ImportError::new(
                    "a result that is put into a value other than an object",
                    shown(steps),
                ));
            }
        };
        let inner = match fields.iter().find(|(it, _)| it == name) {
            Some((_, inner @ Value::From(Source::Joined(..), at)))
                if at.is_empty() && !rest.is_empty() =>
            {
                Value::Computed(Op::OrEmpty, vec![inner.clone()])
            }
            Some((_, inner)) => inner.clone(),
            None if rest.is_empty() || base.is_none() => Value::empty(),
            None => match base.as_ref().map(|base| base.get(first)).transpose()? {
                Some(part @ Value::From(..)) => Value::Computed(Op::OrEmpty, vec![part]),
                Some(part) => part,
                None => Value::empty(),
            },
        };
        let value = inner.with(rest, value)?;
        match fields.iter_mut().find(|(it, _)| it == name) {
            Some((_, place)) => *place = value,
            None => fields.push((name.clone(), value)),
        }
        Ok(Value::Object(base, fields))
    }

    /// True if it reads a variable.
    pub fn reads_from(&self, variable: Source) -> bool {
        let mut found = false;
        self.reads(&mut |source, _| found |= source == variable);
        found
    }

    /// True if an expression in it is such a one.
    pub fn has(&self, is: &dyn Fn(&Op) -> bool) -> bool {
        match self {
            Value::Object(base, fields) => {
                base.iter().any(|base| base.has(is)) || fields.iter().any(|(_, it)| it.has(is))
            }
            Value::Computed(op, items) => is(op) || items.iter().any(|it| it.has(is)),
            Value::Array(items) => items.iter().any(|it| it.has(is)),
            Value::From(..) | Value::Literal(_) | Value::Absent => false,
        }
    }

    /// Stops where a value has so many parts that it must hold others many times: each state may double it.
    pub fn is_small(&self) -> Stopped<()> {
        let mut left = MOST;
        match self.fits(&mut left) {
            true => Ok(()),
            false => Err(ImportError::new(
                "data that holds the same many times",
                format!("more than {MOST} parts"),
            )),
        }
    }

    fn fits(&self, left: &mut usize) -> bool {
        let Some(rest) = left.checked_sub(1) else { return false };
        *left = rest;
        match self {
            Value::Object(base, fields) => {
                base.iter().all(|base| base.fits(left))
                    && fields.iter().all(|(_, it)| it.fits(left))
            }
            Value::Array(items) | Value::Computed(_, items) => items.iter().all(|it| it.fits(left)),
            Value::From(..) | Value::Literal(_) | Value::Absent => true,
        }
    }

    /// Visits the paths that the value reads.
    pub fn reads(&self, visit: &mut dyn FnMut(Source, &[Step])) {
        match self {
            Value::From(source, steps) => visit(*source, steps),
            Value::Object(base, fields) => {
                base.iter().for_each(|base| base.reads(visit));
                fields.iter().for_each(|(_, value)| value.reads(visit));
            }
            Value::Array(items) | Value::Computed(_, items) => {
                items.iter().for_each(|value| value.reads(visit));
            }
            Value::Literal(_) | Value::Absent => {}
        }
    }
}

/// The most parts of a value.
const MOST: usize = 20_000;

const MISSING: &str = "a path that leads to nothing";

fn missing(steps: &[Step]) -> ImportError {
    ImportError::new(MISSING, format!("{} is not in what the states before it made", shown(steps)))
}
