//! Decides whether a rule holds.

use super::operator::{Kind, Order};
use super::{Operand, Rule, Test};
use crate::jsonpath::error::Failure;
use crate::jsonpath::path::Path;
use crate::jsonpath::scope::Scope;
use crate::jsonpath::text;
use crate::jsonpath::timestamp::Timestamp;
use serde_json::Value;
use std::cmp::Ordering;

impl Rule {
    pub fn eval(&self, scope: &Scope<'_>) -> Result<bool, Failure> {
        match self {
            Rule::And(rules) => {
                for rule in rules {
                    if !rule.eval(scope)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            Rule::Or(rules) => {
                for rule in rules {
                    if rule.eval(scope)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Rule::Not(rule) => rule.eval(scope).map(|holds| !holds),
            Rule::Test(variable, test) => match (variable.get(scope), test) {
                (Ok(_), Test::IsPresent(wanted)) => Ok(*wanted),
                (Err(failure), Test::IsPresent(wanted)) if failure.is_missing() => Ok(!wanted),
                (Err(failure), _) => Err(failure.in_choice()),
                (Ok(value), test) => test.holds(value, scope),
            },
        }
    }

    pub fn paths(&self, visit: &mut dyn FnMut(&Path)) {
        match self {
            Rule::And(rules) | Rule::Or(rules) => {
                rules.iter().for_each(|rule| rule.paths(visit));
            }
            Rule::Not(rule) => rule.paths(visit),
            Rule::Test(variable, test) => {
                visit(variable.path());
                if let Test::ComparePath(.., path) = test {
                    visit(path.path());
                }
            }
        }
    }
}

impl Test {
    fn holds(&self, value: &Value, scope: &Scope<'_>) -> Result<bool, Failure> {
        Ok(match self {
            Test::Compare(order, operand) => {
                compare(value, operand).is_some_and(|found| order.holds(found))
            }
            Test::ComparePath(kind, order, path) => {
                let other = path.get(scope).map_err(Failure::in_choice)?;
                compare_values(*kind, *order, value, other)
            }
            Test::Matches(pattern) => value.as_str().is_some_and(|text| pattern.is_match(text)),
            Test::Is(kind, wanted) => is(*kind, value) == *wanted,
            Test::IsNull(wanted) => value.is_null() == *wanted,
            Test::IsPresent(wanted) => *wanted,
        })
    }
}

fn is(kind: Kind, value: &Value) -> bool {
    match kind {
        Kind::String => value.is_string(),
        Kind::Numeric => value.is_number(),
        Kind::Boolean => value.is_boolean(),
        Kind::Timestamp => time(value).is_some(),
    }
}

fn time(value: &Value) -> Option<Timestamp> {
    value.as_str().and_then(Timestamp::parse)
}

/// `None` for a value of another type.
fn compare(value: &Value, operand: &Operand) -> Option<Ordering> {
    match (value, operand) {
        (Value::String(value), Operand::Text(text)) => Some(text::order(value, text)),
        (Value::Number(value), Operand::Number(number)) => Some(text::number_order(value, number)),
        (Value::Bool(value), Operand::Boolean(operand)) => Some(value.cmp(operand)),
        (value, Operand::Time(operand)) => time(value).map(|time| time.order(*operand)),
        _ => None,
    }
}

fn compare_values(kind: Kind, order: Order, left: &Value, right: &Value) -> bool {
    let found = match (kind, left, right) {
        (Kind::String, Value::String(left), Value::String(right)) => Some(text::order(left, right)),
        (Kind::Numeric, Value::Number(left), Value::Number(right)) => {
            Some(text::number_order(left, right))
        }
        (Kind::Boolean, Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        (Kind::Timestamp, left, right) => {
            time(left).zip(time(right)).map(|(left, right)| left.order(right))
        }
        _ => None,
    };
    found.is_some_and(|found| order.holds(found))
}
