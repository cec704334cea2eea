//! Values: what expressions compute with. Data of a state is viewed, not copied; what is made is shared.

mod compare;
mod list;
mod memory;
mod output;
mod text;

pub(super) use compare::{Key, equal, identical, order, units};
pub(super) use list::{Array, Fields, List, Object};
pub(super) use memory::{Gauge, live};
pub(super) use output::{Writer, outgoing};
pub(super) use text::Text;

use super::machine::{Function, Tail, Tuples};
use serde_json::Value as Json;
use std::rc::Rc;

/// A value of an evaluation. Cheap to clone.
#[derive(Clone)]
pub(super) enum Value<'a> {
    Undefined,
    Null,
    Bool(bool),
    Number(f64),
    /// An integer beyond 2^53, as it came in: it computes as the next double.
    Exact(i64),
    Text(Text<'a>),
    Array(Array<'a>),
    Object(Object<'a>),
    Function(Function<'a>),
    /// A stream of tuples; only between the steps of paths.
    Tuples(Rc<Tuples<'a>>),
    /// A call that ends a lambda, not made yet.
    Tail(Rc<Tail<'a>>),
}

impl<'a> Value<'a> {
    /// A view of JSON.
    pub(super) fn of(json: &'a Json) -> Self {
        match json {
            Json::Null => Value::Null,
            Json::Bool(flag) => Value::Bool(*flag),
            Json::Number(number) => Self::number(number),
            Json::String(text) => Value::Text(Text::Viewed(text)),
            Json::Array(items) => Value::Array(Array::Viewed(items)),
            Json::Object(fields) => Value::Object(Object::Viewed(fields)),
        }
    }

    fn number(number: &serde_json::Number) -> Self {
        const EXACT: u64 = 1 << 53;
        match number.as_i64() {
            Some(whole) if whole.unsigned_abs() <= EXACT => Value::Number(whole as f64),
            Some(whole) => Value::Exact(whole),
            // What 64 bits with a sign do not hold is the next double (measured).
            None => Value::Number(number.as_f64().unwrap_or(f64::NAN)),
        }
    }

    /// A copy of JSON that nobody holds.
    pub(super) fn owned(json: &Json) -> Self {
        match json {
            Json::Null => Value::Null,
            Json::Bool(flag) => Value::Bool(*flag),
            Json::Number(number) => Self::number(number),
            Json::String(text) => Value::text(text.as_str()),
            Json::Array(items) => Value::array(items.iter().map(Value::owned).collect()),
            Json::Object(fields) => {
                let mut object = Fields::default();
                for (key, value) in fields {
                    object.insert(Text::from(key.as_str()), Value::owned(value));
                }
                object.into()
            }
        }
    }

    pub(super) fn text(text: impl Into<Text<'a>>) -> Self {
        Value::Text(text.into())
    }

    /// An array that is no sequence.
    pub(super) fn array(items: Vec<Value<'a>>) -> Self {
        Value::Array(Array::Made(Rc::new(List::array(items))))
    }

    /// A sequence: it is flattened, and a single value leaves it.
    pub(super) fn sequence(items: Vec<Value<'a>>) -> Self {
        Value::Array(Array::Made(Rc::new(List::sequence(items))))
    }

    /// A sequence as the end of an evaluation leaves it: nothing, its one value, or itself.
    pub(super) fn collapsed(mut items: Vec<Value<'a>>) -> Self {
        match items.len() {
            0 => Value::Undefined,
            1 => items.pop().unwrap_or(Value::Undefined),
            _ => Value::sequence(items),
        }
    }

    pub(super) fn is_undefined(&self) -> bool {
        matches!(self, Value::Undefined)
    }

    pub(super) fn as_number(&self) -> Option<f64> {
        match self {
            Value::Number(number) => Some(*number),
            Value::Exact(whole) => Some(*whole as f64),
            _ => None,
        }
    }

    pub(super) fn as_text(&self) -> Option<&str> {
        match self {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn as_array(&self) -> Option<&Array<'a>> {
        match self {
            Value::Array(items) => Some(items),
            _ => None,
        }
    }

    /// The items of an array; a single value as one; nothing of nothing.
    pub(super) fn items(&self) -> Array<'a> {
        match self {
            Value::Array(items) => items.clone(),
            Value::Undefined => Array::Viewed(&[]),
            Value::Tuples(tuples) => Array::Made(Rc::new(List::sequence(tuples.values()))),
            single => Array::Made(Rc::new(List::sequence(vec![single.clone()]))),
        }
    }

    /// Returns how deeply it was nested by the expression itself.
    pub(super) fn depth(&self) -> u16 {
        match self {
            Value::Array(Array::Made(list)) => list.depth,
            Value::Object(Object::Made(fields)) => fields.depth,
            Value::Function(function) => function.depth(),
            _ => 0,
        }
    }

    /// Its truth, as `$boolean` has it; `None` of nothing.
    pub(super) fn truth(&self) -> Option<bool> {
        Some(match self {
            Value::Undefined => return None,
            Value::Null | Value::Tail(_) => false,
            // To the reference the matcher of a regular expression is no object, any other function is.
            Value::Function(function) => {
                !matches!(function, Function::Regex(_) | Function::Next(_))
            }
            Value::Bool(flag) => *flag,
            Value::Number(number) => *number != 0.0 && !number.is_nan(),
            Value::Exact(_) => true,
            Value::Text(text) => !text.is_empty(),
            Value::Array(items) => match items.len() {
                1 => items.get(0).truth().unwrap_or(false),
                _ => items.iter().any(|item| item.truth() == Some(true)),
            },
            Value::Object(fields) => fields.len() > 0,
            Value::Tuples(tuples) => tuples.rows.iter().any(|row| row.at.truth() == Some(true)),
        })
    }

    /// Its type, as signatures have it.
    pub(super) fn kind(&self) -> Kind {
        match self {
            Value::Undefined => Kind::MISSING,
            Value::Null => Kind::NULL,
            Value::Bool(_) => Kind::BOOL,
            Value::Number(_) | Value::Exact(_) => Kind::NUMBER,
            Value::Text(_) => Kind::TEXT,
            Value::Array(_) | Value::Tuples(_) => Kind::ARRAY,
            Value::Object(_) => Kind::OBJECT,
            Value::Function(_) | Value::Tail(_) => Kind::FUNCTION,
        }
    }
}

pub(super) use super::syntax::Type as Kind;

impl<'a> From<Fields<'a>> for Value<'a> {
    fn from(fields: Fields<'a>) -> Self {
        Value::Object(Object::Made(Rc::new(fields.done())))
    }
}
impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Value::Bool(flag)
    }
}
impl From<f64> for Value<'_> {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}
impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Value::Text(text.into())
    }
}
impl<'a, T: Into<Value<'a>>> From<Option<T>> for Value<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Undefined, Into::into)
    }
}
