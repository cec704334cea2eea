//! From values to JSON, as data and as text. A shared value counts each time it is written.

use super::super::error::EvaluationError;
use super::super::fault::{Fault, quoted};
use super::super::machine::{Bounds, Function};
use super::super::number;
use super::Value;
use crate::bounds::{ENTRY, OBJECT, VALUE};
use serde_json::{Map, Value as Json};
use std::fmt::Write;

/// Returns what an evaluation came to; `None` where it is undefined.
pub(in crate::jsonata) fn outgoing(
    value: &Value<'_>,
    bounds: &Bounds,
) -> Result<Option<Json>, EvaluationError> {
    bounds.write(16)?;
    bounds.build(VALUE)?;
    Ok(Some(match value {
        Value::Undefined => return Ok(None),
        Value::Null => Json::Null,
        Value::Bool(flag) => Json::Bool(*flag),
        Value::Number(number) => number::json(*number),
        Value::Exact(number) => Json::from(*number),
        Value::Text(text) => {
            bounds.write(text.len())?;
            bounds.build(text.len())?;
            Json::String(text.to_string())
        }
        Value::Array(items) => {
            let items = items.iter().map(|item| Ok(outgoing(&item, bounds)?.unwrap_or(Json::Null)));
            Json::Array(items.collect::<Result<_, EvaluationError>>()?)
        }
        Value::Object(fields) => {
            bounds.build(OBJECT + fields.len() * ENTRY)?;
            let mut object = Map::with_capacity(fields.len());
            for (key, value) in fields.iter() {
                bounds.write(key.len())?;
                bounds.build(key.len())?;
                // A match of a regular expression holds a function, which is no data.
                if matches!(value, Value::Function(Function::Next(_))) {
                    continue;
                }
                if let Some(value) = outgoing(&value, bounds)? {
                    object.insert(key.to_string(), value);
                }
            }
            Json::Object(object)
        }
        Value::Tuples(tuples) => return outgoing(&Value::collapsed(tuples.values()), bounds),
        Value::Function(_) | Value::Tail(_) => return Err(EvaluationError::Unsupported),
    }))
}

/// Writes a value as the text that `$string` gives of it, or that an error shows.
pub(in crate::jsonata) struct Writer<'b> {
    bounds: &'b Bounds,
    text: String,
    pretty: bool,
    /// True if numbers are rounded to 15 digits, and functions are empty texts.
    plain: bool,
}

impl<'b> Writer<'b> {
    /// The text of `$string`.
    pub(in crate::jsonata) fn string(
        value: &Value<'_>,
        pretty: bool,
        bounds: &'b Bounds,
    ) -> Result<String, Fault> {
        Self::write(value, pretty, true, bounds)
    }

    /// The text in an error.
    pub(in crate::jsonata) fn shown(
        value: &Value<'_>,
        bounds: &'b Bounds,
    ) -> Result<String, Fault> {
        match value {
            Value::Undefined => Ok("undefined".into()),
            value => Self::write(value, false, false, bounds),
        }
    }

    fn write(
        value: &Value<'_>,
        pretty: bool,
        plain: bool,
        bounds: &'b Bounds,
    ) -> Result<String, Fault> {
        let mut writer = Writer { bounds, text: String::new(), pretty, plain };
        writer.value(value, 0)?;
        Ok(writer.text)
    }

    fn value(&mut self, value: &Value<'_>, level: usize) -> Result<(), Fault> {
        self.bounds.write(4)?;
        match value {
            Value::Undefined | Value::Null => self.text.push_str("null"),
            Value::Bool(flag) => self.text.push_str(if *flag { "true" } else { "false" }),
            Value::Number(number) => self.number(*number)?,
            // AWS keeps integers of 64 bits (measured).
            Value::Exact(number) => self.push(number),
            Value::Text(text) => self.quoted(text)?,
            Value::Array(items) => {
                let items = items.iter().map(|item| (None, item)).collect();
                self.parts('[', items, ']', level)?;
            }
            Value::Object(fields) => {
                let fields = fields.iter().filter(|(_, value)| !value.is_undefined());
                let fields = fields.map(|(key, value)| (Some(key), value)).collect();
                self.parts('{', fields, '}', level)?;
            }
            Value::Tuples(tuples) => self.value(&Value::sequence(tuples.values()), level)?,
            Value::Function(_) | Value::Tail(_) => {
                self.text.push_str(if self.plain { "\"\"" } else { "{}" });
            }
        }
        Ok(())
    }

    fn push(&mut self, shown: impl std::fmt::Display) {
        // Writing into a string does not fail.
        let _ = write!(self.text, "{shown}");
    }

    fn number(&mut self, number: f64) -> Result<(), Fault> {
        if number.is_infinite() && self.plain {
            return Err(Fault::new("D1001", "Number out of range: null"));
        }
        if !number.is_finite() {
            self.text.push_str("null");
        } else if self.plain {
            self.text.push_str(&number::shown(number::rounded(number)));
        } else {
            self.text.push_str(&number::shown(number));
        }
        Ok(())
    }

    fn quoted(&mut self, text: &str) -> Result<(), Fault> {
        self.bounds.write(text.len())?;
        self.text.push_str(&quoted(text));
        Ok(())
    }

    fn parts(
        &mut self,
        open: char,
        parts: Vec<(Option<super::Text<'_>>, Value<'_>)>,
        close: char,
        level: usize,
    ) -> Result<(), Fault> {
        self.text.push(open);
        let empty = parts.is_empty();
        for (index, (key, value)) in parts.into_iter().enumerate() {
            if index > 0 {
                self.text.push(',');
            }
            self.line(level + 1)?;
            if let Some(key) = key {
                self.quoted(&key)?;
                self.text.push_str(if self.pretty { ": " } else { ":" });
            }
            self.value(&value, level + 1)?;
        }
        if !empty {
            self.line(level)?;
        }
        self.text.push(close);
        Ok(())
    }

    fn line(&mut self, level: usize) -> Result<(), Fault> {
        if self.pretty {
            self.bounds.write(2 * level)?;
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n("  ", level));
        }
        Ok(())
    }
}
