//! The operators of two values, and ranges.

use super::super::fault::{CALLED, Fault};
use super::super::syntax::{Node, Operator};
use super::super::value::{Text, Value, Writer, equal, identical, order, units};
use super::super::{library, number};
use super::frame::Frame;
use super::{Machine, Outcome};
use std::cmp::Ordering;
use std::rc::Rc;

impl<'a> Machine<'a> {
    pub(super) fn binary(
        &mut self,
        operator: Operator,
        left: &'a Node,
        right: &'a Node,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let left = self.evaluate(left, input, frame)?;
        match (operator, left.truth().unwrap_or(false)) {
            (Operator::And, false) => return Ok(Value::Bool(false)),
            (Operator::Or, true) => return Ok(Value::Bool(true)),
            _ => {}
        }
        let right = self.evaluate(right, input, frame).inspect_err(|_| {
            // The reference names the operator, where it evaluates the right side later than the left.
            if matches!(operator, Operator::And | Operator::Or) {
                self.called = Some(operator.sign());
            }
        })?;
        Ok(match operator {
            Operator::And | Operator::Or => Value::Bool(right.truth().unwrap_or(false)),
            Operator::Equal => self.equals(&left, &right)?.into(),
            Operator::Unequal => match (&left, &right) {
                (Value::Undefined, _) | (_, Value::Undefined) => Value::Bool(false),
                _ => Value::Bool(!self.equals(&left, &right)?),
            },
            Operator::In => self.includes(&left, &right)?,
            Operator::Concat => self.concat(&left, &right)?,
            Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual => {
                let compared = self.compare(operator, &left, &right);
                self.signed(operator, compared)?
            }
            _ => {
                let computed = self.compute(operator, &left, &right);
                self.signed(operator, computed)?
            }
        })
    }

    /// An outcome of an operator, which an error names unless one around it does.
    fn signed(&mut self, operator: Operator, outcome: Outcome<'a>) -> Outcome<'a> {
        outcome.inspect_err(|_| self.called = Some(operator.sign()))
    }

    fn equals(&self, left: &Value<'a>, right: &Value<'a>) -> Outcome<'a, bool> {
        match (left, right) {
            (Value::Undefined, _) | (_, Value::Undefined) => Ok(false),
            _ => equal(left, right, &self.bounds),
        }
    }

    fn compute(&self, operator: Operator, left: &Value<'a>, right: &Value<'a>) -> Outcome<'a> {
        let sides = (
            numeric(left).map_err(|fault| fault.unwrap_or(misplaced("T2001", "left")))?,
            numeric(right).map_err(|fault| fault.unwrap_or(misplaced("T2002", "right")))?,
        );
        let (Some(left), Some(right)) = sides else { return Ok(Value::Undefined) };
        Ok(Value::Number(match operator {
            Operator::Add => left + right,
            Operator::Subtract => left - right,
            Operator::Multiply => left * right,
            Operator::Divide => left / right,
            _ => left % right,
        }))
    }

    fn compare(&self, operator: Operator, left: &Value<'a>, right: &Value<'a>) -> Outcome<'a> {
        let comparable = |value: &Value<'_>| {
            matches!(value, Value::Undefined | Value::Number(_) | Value::Exact(_) | Value::Text(_))
        };
        if !comparable(left) || !comparable(right) {
            let text = format!(
                "The expressions either side of operator {CALLED} must evaluate to numeric or string values"
            );
            return Err(Fault::new("T2010", text));
        }
        let found = match (left, right) {
            (Value::Undefined, _) | (_, Value::Undefined) => return Ok(Value::Undefined),
            (Value::Text(left), Value::Text(right)) => Some(units(left, right)),
            (left, right) => match (left.as_number(), right.as_number()) {
                (Some(_), Some(_)) => order(left, right),
                _ => {
                    let text = format!(
                        "The values {} and {} either side of operator {CALLED} must be of the same data type",
                        Writer::shown(left, &self.bounds)?,
                        Writer::shown(right, &self.bounds)?
                    );
                    return Err(Fault::new("T2009", text));
                }
            },
        };
        Ok(Value::Bool(match operator {
            Operator::Less => found == Some(Ordering::Less),
            Operator::LessOrEqual => matches!(found, Some(Ordering::Less | Ordering::Equal)),
            Operator::Greater => found == Some(Ordering::Greater),
            _ => matches!(found, Some(Ordering::Greater | Ordering::Equal)),
        }))
    }

    fn includes(&self, left: &Value<'a>, right: &Value<'a>) -> Outcome<'a> {
        if left.is_undefined() || right.is_undefined() {
            return Ok(Value::Bool(false));
        }
        let items = right.items();
        self.bounds.tick(items.len())?;
        Ok(Value::Bool(items.iter().any(|item| identical(&item, left))))
    }

    fn concat(&self, left: &Value<'a>, right: &Value<'a>) -> Outcome<'a> {
        let (left, right) = (self.string(left)?, self.string(right)?);
        self.bounds.text(left.len() + right.len(), left.len().max(right.len()))?;
        let mut text = String::with_capacity(left.len() + right.len());
        text.push_str(&left);
        text.push_str(&right);
        Ok(Value::text(text))
    }

    /// A value as text; nothing is the empty text.
    pub(in crate::jsonata) fn string(&self, value: &Value<'a>) -> Outcome<'a, Text<'a>> {
        Ok(match value {
            Value::Text(text) => text.clone(),
            Value::Undefined | Value::Function(_) => Text::Viewed(""),
            Value::Number(number) => library::number::shown(*number)?.into(),
            Value::Array(items) if items.is(|list| list.outer) => self.string(&items.get(0))?,
            value => Writer::string(value, false, &self.bounds)?.into(),
        })
    }

    /// Pushes the whole numbers from one to another.
    pub(super) fn range(
        &mut self,
        first: &'a Node,
        last: &'a Node,
        into: &mut Vec<Value<'a>>,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, ()> {
        let first = self.evaluate(first, input, frame)?;
        let last = self.evaluate(last, input, frame)?;
        let (first, last) = (integer(&first, "T2003", "left")?, integer(&last, "T2004", "right")?);
        let (Some(first), Some(last)) = (first, last) else { return Ok(()) };
        let count = last - first + 1.0;
        if count <= 0.0 {
            return Ok(());
        }
        if count > 1e7 {
            let text = format!(
                "The size of the sequence allocated by the range operator (..) must not exceed 1e6.  Attempted to allocate {}.",
                number::shown(count)
            );
            return Err(Fault::new("D2014", text));
        }
        self.bounds.range(count)?;
        into.reserve(count as usize);
        into.extend((0..count as usize).map(|index| Value::Number(first + index as f64)));
        Ok(())
    }
}

/// The error of an operand that is no number.
fn misplaced(code: &'static str, side: &str) -> Fault {
    Fault::new(code, format!("The {side} side of the {CALLED} operator must evaluate to a number"))
}

/// The number of an operand; nothing of nothing. Error: it is out of range, or `None`: it is no number.
pub(super) fn numeric(value: &Value<'_>) -> Result<Option<f64>, Option<Fault>> {
    match value.as_number() {
        None if value.is_undefined() => Ok(None),
        None => Err(None),
        Some(number) if number.is_nan() => Err(None),
        Some(number) if number.is_infinite() => {
            Err(Some(Fault::new("D1001", "Number out of range: null")))
        }
        number => Ok(number),
    }
}

/// The end of a range.
fn integer(value: &Value<'_>, code: &'static str, side: &str) -> Result<Option<f64>, Fault> {
    match value.as_number() {
        Some(number) if number.fract() == 0.0 => Ok(Some(number)),
        None if value.is_undefined() => Ok(None),
        _ => {
            let text =
                format!("The {side} side of the range operator (..) must evaluate to an integer");
            Err(Fault::new(code, text))
        }
    }
}
