//! Decides whether a filter takes an item. Comparisons are as loose as Jayway's: `0` equals `"0"`.

use super::{Filter, Inner, Operand, Operator, Pattern};
use crate::jsonpath::budget::Budget;
use crate::jsonpath::error::Reason;
use crate::jsonpath::eval::evaluate;
use crate::jsonpath::text;
use serde_json::{Number, Value};
use std::borrow::Cow;
use std::cmp::Ordering;

type Decided = Result<bool, Reason>;

impl Filter {
    pub(in crate::jsonpath) fn accepts(
        &self,
        item: &Value,
        root: &Value,
        budget: &Budget,
    ) -> Decided {
        budget.spend(1)?;
        match self {
            Filter::Or(filters) => any(filters, |filter| filter.accepts(item, root, budget)),
            Filter::And(filters) => {
                any(filters, |filter| filter.accepts(item, root, budget).map(|is| !is))
                    .map(|not| !not)
            }
            Filter::Not(filter) => match &**filter {
                Filter::Exists(path) => path.is_missing_or_null(item, budget),
                filter => filter.accepts(item, root, budget).map(|is| !is),
            },
            Filter::Exists(path) => path.exists(item, budget),
            Filter::Compare(left, operator, right) => {
                let left = left.value(item, root, budget)?;
                let right = right.value(item, root, budget)?;
                operator.holds(left.node(), right.node(), budget)
            }
        }
    }
}

fn any<T>(items: &[T], mut holds: impl FnMut(&T) -> Decided) -> Decided {
    for item in items {
        if holds(item)? {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Inner {
    /// Jayway looks from the item, even where the path begins with `$`.
    fn exists(&self, item: &Value, budget: &Budget) -> Decided {
        match evaluate(&self.tokens, item, item, true, budget) {
            Ok(_) => Ok(true),
            Err(Reason::NotFound(_) | Reason::NotArray(_)) => Ok(false),
            Err(other) => Err(other),
        }
    }
}

impl Inner {
    /// `!@.x`: what is null counts as absent (seen in Step Functions Local 2.0.0).
    fn is_missing_or_null(&self, item: &Value, budget: &Budget) -> Decided {
        match evaluate(&self.tokens, item, item, true, budget) {
            Ok(value) => Ok(value.is_null()),
            Err(Reason::NotFound(_) | Reason::NotArray(_)) => Ok(true),
            Err(other) => Err(other),
        }
    }
}

/// A side of a comparison.
#[derive(Clone, Copy)]
enum Node<'v> {
    Undefined,
    Value(&'v Value),
    Pattern(&'v Pattern),
}

enum Side<'v> {
    Undefined,
    Value(Cow<'v, Value>),
    Pattern(&'v Pattern),
}

impl Side<'_> {
    fn node(&self) -> Node<'_> {
        match self {
            Side::Undefined => Node::Undefined,
            Side::Value(value) => Node::Value(value),
            Side::Pattern(pattern) => Node::Pattern(pattern),
        }
    }
}

impl Operand {
    fn value<'v>(
        &'v self,
        item: &'v Value,
        root: &'v Value,
        budget: &Budget,
    ) -> Result<Side<'v>, Reason> {
        match self {
            Operand::Literal(value) => Ok(Side::Value(Cow::Borrowed(value))),
            Operand::Pattern(pattern) => Ok(Side::Pattern(pattern)),
            Operand::Path(path) => {
                let from = if path.item { item } else { root };
                match evaluate(&path.tokens, from, root, false, budget) {
                    Ok(value) => Ok(Side::Value(value)),
                    Err(Reason::NotFound(_) | Reason::NotArray(_)) => Ok(Side::Undefined),
                    Err(other) => Err(other),
                }
            }
        }
    }
}

impl Operator {
    fn holds(self, left: Node<'_>, right: Node<'_>, budget: &Budget) -> Decided {
        if let (Operator::Matches, left, right) = (self, left, right) {
            return matches(left, right, budget);
        }
        let (Node::Value(left), Node::Value(right)) = (left, right) else {
            // Nothing equals what is not there.
            return Ok(matches!(
                self,
                Operator::NotEqual | Operator::SameNotEqual | Operator::NotIn
            ));
        };
        let order = |wanted: fn(Ordering) -> bool| order(left, right).is_some_and(wanted);
        Ok(match self {
            Operator::Equal => equal(left, right, budget)?,
            Operator::NotEqual => !equal(left, right, budget)?,
            Operator::SameEqual => same_kind(left, right) && equal(left, right, budget)?,
            Operator::SameNotEqual => !(same_kind(left, right) && equal(left, right, budget)?),
            Operator::Less => order(Ordering::is_lt),
            Operator::LessOrEqual => order(Ordering::is_le),
            Operator::Greater => order(Ordering::is_gt),
            Operator::GreaterOrEqual => order(Ordering::is_ge),
            Operator::Size => size(left, right),
            Operator::Empty => empty(left, right),
            operator => return operator.holds_of_list(left, right, budget),
        })
    }

    fn holds_of_list(self, left: &Value, right: &Value, budget: &Budget) -> Decided {
        match (self, left, right) {
            (Operator::Contains, Value::String(text), Value::String(part)) => {
                Ok(text.contains(part.as_str()))
            }
            (Operator::Contains, Value::Array(items), value) => contains(items, value, budget),
            (Operator::In, value, Value::Array(items)) => contains(items, value, budget),
            (Operator::NotIn, value, Value::Array(items)) => {
                contains(items, value, budget).map(|is| !is)
            }
            (Operator::NotIn, ..) => Ok(true),
            (Operator::SubsetOf, Value::Array(some), Value::Array(all))
            | (Operator::All, Value::Array(all), Value::Array(some)) => {
                any(some, |value| contains(all, value, budget).map(|is| !is)).map(|not| !not)
            }
            (Operator::All, Value::Object(_), _) => Ok(true),
            (Operator::AnyOf, Value::Array(some), Value::Array(all)) => {
                any(some, |value| contains(all, value, budget))
            }
            (Operator::NoneOf, Value::Array(some), Value::Array(all)) => {
                any(some, |value| contains(all, value, budget)).map(|not| !not)
            }
            _ => Ok(false),
        }
    }
}

/// Jayway has no lists of lists or of objects here: it throws.
fn contains(items: &[Value], value: &Value, budget: &Budget) -> Decided {
    budget.spend(items.len())?;
    if items.iter().any(|item| item.is_array() || item.is_object()) {
        return Err(Reason::Evaluation("Could not determine value type".to_owned()));
    }
    any(items, |item| equal(value, item, budget))
}

fn equal(left: &Value, right: &Value, budget: &Budget) -> Decided {
    Ok(match (left, right) {
        (Value::Array(_), Value::Array(_)) | (Value::Object(_), Value::Object(_)) => {
            budget.spend_on(left)?;
            left == right
        }
        (Value::Number(left), Value::Number(right)) => text::number_order(left, right).is_eq(),
        (Value::String(left), Value::Number(right)) => *left == text::number(right),
        (Value::Number(left), Value::String(right)) => {
            decimal(right).is_some_and(|right| text::number_order(left, &right).is_eq())
        }
        (left, right) => left == right,
    })
}

/// A text that Java's `BigDecimal` reads.
fn decimal(text: &str) -> Option<Number> {
    let is_number =
        |next: char| next.is_ascii_digit() || matches!(next, '+' | '-' | '.' | 'e' | 'E');
    if !text.chars().all(is_number) {
        return None;
    }
    let whole = text.parse::<i64>().ok().map(Number::from);
    whole.or_else(|| Number::from_f64(text.parse().ok()?))
}

fn same_kind(left: &Value, right: &Value) -> bool {
    let json = |value: &Value| value.is_array() || value.is_object();
    std::mem::discriminant(left) == std::mem::discriminant(right) || json(left) && json(right)
}

fn order(left: &Value, right: &Value) -> Option<Ordering> {
    Some(match (left, right) {
        (Value::Number(left), Value::Number(right)) => text::number_order(left, right),
        (Value::String(left), Value::String(right)) => text::order(left, right),
        (Value::String(left), Value::Number(right)) => text::order(left, &text::number(right)),
        (Value::Number(left), Value::String(right)) => text::order(&text::number(left), right),
        _ => return None,
    })
}

fn size(left: &Value, right: &Value) -> bool {
    let Value::Number(size) = right else { return false };
    let length = match left {
        Value::String(text) => text.encode_utf16().count() as f64,
        Value::Array(items) => items.len() as f64,
        Value::Object(_) => -1.0,
        _ => return false,
    };
    size.as_f64().is_some_and(|size| size.trunc() == length)
}

fn empty(left: &Value, right: &Value) -> bool {
    let is_empty = match left {
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(fields) => fields.is_empty(),
        _ => return false,
    };
    right.as_bool() == Some(is_empty)
}

fn matches(left: Node<'_>, right: Node<'_>, budget: &Budget) -> Decided {
    let (pattern, value) = match (left, right) {
        (Node::Pattern(pattern), Node::Value(value))
        | (Node::Value(value), Node::Pattern(pattern)) => (pattern, value),
        (Node::Pattern(pattern), Node::Undefined) | (Node::Undefined, Node::Pattern(pattern)) => {
            return Ok(pattern.is_match(""));
        }
        _ => return Ok(false),
    };
    match value {
        Value::Array(items) => any(items, |item| matches_one(pattern, item, budget)),
        value => matches_one(pattern, value, budget),
    }
}

fn matches_one(pattern: &Pattern, value: &Value, budget: &Budget) -> Decided {
    let text = match value {
        Value::String(text) => Cow::Borrowed(text.as_str()),
        Value::Number(number) => Cow::Owned(text::number(number)),
        Value::Bool(value) => Cow::Owned(value.to_string()),
        _ => Cow::Borrowed(""),
    };
    budget.spend(1 + text.len() / 16)?;
    Ok(pattern.is_match(&text))
}
