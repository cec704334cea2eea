//! The evaluation of calls.

use super::{Argument, Call, Function, arrays, base64, format, numbers, refuse, strings};
use crate::jsonata::Entropy;
use crate::jsonpath::error::Reason;
use crate::jsonpath::scope::Scope;
use crate::jsonpath::size::Room;
use crate::jsonpath::text;
use serde_json::{Map, Value};
use std::borrow::Cow;

pub(super) type Called<T> = Result<T, Reason>;

impl Call {
    /// The value. A function makes little more than its arguments hold, and all of them together have `room`.
    pub fn eval(&self, scope: &Scope<'_>, entropy: &mut Entropy, room: &Room) -> Called<Value> {
        let mut values = Vec::with_capacity(self.arguments.len());
        for argument in &self.arguments {
            let value = argument.eval(scope, entropy, room)?;
            room.take(&value)?;
            values.push(value);
        }
        let function = self.function;
        Ok(match (function, values.as_slice()) {
            (Function::Format, [template, rest @ ..]) => {
                format::format(self.template(template)?, rest)?
            }
            (function, [value]) => one(function, value)?,
            (function, [first, second]) => two(function, first, second, entropy)?,
            (Function::ArrayRange, [first, last, step]) => arrays::range(first, last, step)?,
            (Function::JsonMerge, [first, second, deep]) => merge(first, second, deep)?,
            (Function::MathRandom, [start, end, seed]) => {
                numbers::random(start, end, Some(seed), entropy)?
            }
            (Function::UUID, _) => Value::String(entropy.uuid()),
            (Function::Array, _) => Value::Array(values.into_iter().map(Cow::into_owned).collect()),
            (function, _) => return refuse(function, "number of arguments"),
        })
    }

    /// The template of a format, with its escapes: those of a text in quotes as they are written.
    fn template<'t>(&'t self, value: &'t Value) -> Called<&'t str> {
        match (self.arguments.first(), value) {
            (Some(Argument::Text(written, _)), _) => Ok(written),
            (_, Value::String(text)) => Ok(text),
            _ => refuse(self.function, "the template must be a string"),
        }
    }
}

impl Argument {
    fn eval<'v>(
        &'v self,
        scope: &Scope<'v>,
        entropy: &mut Entropy,
        room: &Room,
    ) -> Called<Cow<'v, Value>> {
        match self {
            Argument::Text(_, value) | Argument::Literal(value) => Ok(Cow::Borrowed(value)),
            Argument::Call(call) => call.eval(scope, entropy, room).map(Cow::Owned),
            Argument::Path(path) => path.eval(scope).map_err(|failure| match failure.reason {
                Reason::NotFound(_) | Reason::Variable(_) => Reason::Intrinsic(format!(
                    "The JsonPath argument for the field '{}' could not be found in the input '{}'",
                    one_dollar(path.text()),
                    text::json(scope.input)
                )),
                Reason::NotArray(text) => Reason::Intrinsic(text),
                reason => reason,
            }),
        }
    }
}

/// A path as AWS names it: that of the context object, too, is said to begin with one `$` (quoted from AWS).
fn one_dollar(path: &str) -> &str {
    path.strip_prefix('$').filter(|rest| rest.starts_with('$')).unwrap_or(path)
}

fn one(function: Function, value: &Value) -> Called<Value> {
    match function {
        Function::StringToJson => strings::parse(value),
        Function::JsonToString => Ok(Value::String(text::json(value))),
        Function::Array => Ok(Value::Array(vec![value.clone()])),
        Function::ArrayLength => arrays::length(value),
        Function::ArrayUnique => arrays::unique(value),
        Function::Base64Encode => base64::encode(value),
        Function::Base64Decode => base64::decode(value),
        function => refuse(function, "number of arguments"),
    }
}

fn two(function: Function, first: &Value, second: &Value, entropy: &mut Entropy) -> Called<Value> {
    match function {
        Function::Array => Ok(Value::Array(vec![first.clone(), second.clone()])),
        Function::ArrayPartition => arrays::partition(first, second),
        Function::ArrayContains => arrays::contains(first, second),
        Function::ArrayGetItem => arrays::item(first, second),
        Function::Hash => strings::hash(first, second),
        Function::MathAdd => numbers::add(first, second),
        Function::MathRandom => numbers::random(first, second, None, entropy),
        Function::StringSplit => strings::split(first, second),
        function => refuse(function, "number of arguments"),
    }
}

/// The fields of both, those of the second instead of those of the first.
fn merge(first: &Value, second: &Value, deep: &Value) -> Called<Value> {
    let function = Function::JsonMerge;
    let (Value::Object(first), Value::Object(second)) = (first, second) else {
        return refuse(function, "the first two must be objects");
    };
    match deep {
        Value::Bool(false) => {}
        Value::Bool(true) => return refuse(function, "the deep merging mode is not supported"),
        _ => return refuse(function, "the third must be false"),
    }
    let mut merged: Map<String, Value> = first.clone();
    merged.extend(second.iter().map(|(key, value)| (key.clone(), value.clone())));
    Ok(Value::Object(merged))
}
