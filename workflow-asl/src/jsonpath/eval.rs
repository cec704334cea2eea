//! The evaluation of steps, as Jayway does it.

use super::budget::Budget;
use super::error::Reason;
use super::token::{Token, printed};
use serde_json::{Map, Value};
use std::borrow::Cow;

pub(super) fn is_definite(tokens: &[Token]) -> bool {
    let last = tokens.len().wrapping_sub(1);
    tokens.iter().enumerate().all(|(at, token)| token.is_definite(at == last))
}

/// The value of a path at the top. What an indefinite path does not find is not missed (recorded).
pub(super) fn value<'a>(tokens: &[Token], root: &'a Value) -> Result<Cow<'a, Value>, Reason> {
    let budget = Budget::new();
    match evaluate(tokens, root, root, false, &budget) {
        Err(Reason::NotFound(_) | Reason::NotArray(_)) if !is_definite(tokens) => {
            Ok(Cow::Owned(Value::Array(vec![])))
        }
        result => result,
    }
}

/// The value of steps from a node. `require` is how Jayway tests whether a path exists: every name must be there.
pub(super) fn evaluate<'a>(
    tokens: &[Token],
    node: &'a Value,
    root: &'a Value,
    require: bool,
    budget: &Budget,
) -> Result<Cow<'a, Value>, Reason> {
    let mut found = vec![];
    let walk = Walk { tokens, root, require, budget };
    walk.from(0, node, true, &mut found)?;
    if is_definite(tokens) {
        return found.pop().ok_or_else(|| {
            Reason::NotFound(format!("No results for path: {}", printed('$', tokens)))
        });
    }
    found.iter().try_for_each(|value| budget.spend_on(value))?;
    Ok(Cow::Owned(Value::Array(found.into_iter().map(Cow::into_owned).collect())))
}

struct Walk<'a, 't> {
    tokens: &'t [Token],
    root: &'a Value,
    require: bool,
    budget: &'t Budget,
}

type Found<'a> = Vec<Cow<'a, Value>>;
type Walked = Result<(), Reason>;

impl<'a> Walk<'a, '_> {
    /// The steps from `at` on. `definite`: whether the steps before lead to one node, which must then be right.
    fn from(&self, at: usize, node: &'a Value, definite: bool, found: &mut Found<'a>) -> Walked {
        self.budget.spend(1)?;
        let Some(token) = self.tokens.get(at) else {
            found.push(Cow::Borrowed(node));
            return Ok(());
        };
        self.budget.nested(|| match token {
            Token::Names(names) => self.names(names, at, node, definite, found),
            Token::Indexes(_) | Token::Slice(..) => self.items(token, at, node, definite, found),
            Token::Wildcard => {
                children(node).try_for_each(|child| self.from(at + 1, child, false, found))
            }
            Token::Scan => self.scan(at + 1, node, found),
            Token::Filter(_) => self.filter(token, at, node, definite, found),
            Token::Function(function) => {
                found.push(Cow::Owned(function.apply(node)?));
                Ok(())
            }
        })
    }

    fn is_last(&self, at: usize) -> bool {
        at + 1 == self.tokens.len()
    }

    fn names(
        &self,
        names: &[String],
        at: usize,
        node: &'a Value,
        definite: bool,
        found: &mut Found<'a>,
    ) -> Walked {
        let Value::Object(fields) = node else {
            return if definite { Err(self.no_object(at, node)) } else { Ok(()) };
        };
        if names.len() > 1 && self.is_last(at) {
            return self.merge(names, at, fields, found);
        }
        let needed = self.require || definite && names.len() == 1 && !self.is_last(at);
        for name in names {
            match fields.get(name) {
                Some(value) => self.from(at + 1, value, definite && names.len() == 1, found)?,
                None if needed => return Err(self.missing(at)),
                None => {}
            }
        }
        Ok(())
    }

    /// One object of those fields that are there.
    fn merge(
        &self,
        names: &[String],
        at: usize,
        fields: &'a Map<String, Value>,
        found: &mut Found<'a>,
    ) -> Walked {
        let mut merged = Map::new();
        for name in names {
            match fields.get(name) {
                Some(value) => {
                    self.budget.spend_on(value)?;
                    merged.insert(name.clone(), value.clone());
                }
                None if self.require => return Err(self.missing(at)),
                None => {}
            }
        }
        found.push(Cow::Owned(Value::Object(merged)));
        Ok(())
    }

    fn items(
        &self,
        token: &Token,
        at: usize,
        node: &'a Value,
        definite: bool,
        found: &mut Found<'a>,
    ) -> Walked {
        let items = match node {
            Value::Array(items) => items,
            _ if !definite => return Ok(()),
            Value::Null => {
                let before = printed('$', &self.tokens[..at]);
                return Err(Reason::NotFound(format!("The path {before} is null")));
            }
            node => return Err(no_array(token, node)),
        };
        let mut go = |index: i64, definite: bool| {
            let index = if index < 0 { index + items.len() as i64 } else { index };
            let item = usize::try_from(index).ok().and_then(|index| items.get(index));
            item.map_or(Ok(()), |item| self.from(at + 1, item, definite, found))
        };
        match token {
            Token::Indexes(indexes) => indexes
                .iter()
                .try_for_each(|index| go(i64::from(*index), definite && indexes.len() == 1)),
            Token::Slice(from, to) => {
                range(*from, *to, items.len()).try_for_each(|index| go(index, false))
            }
            _ => Ok(()),
        }
    }

    /// The node and all below it that the next step takes.
    fn scan(&self, target: usize, node: &'a Value, found: &mut Found<'a>) -> Walked {
        self.budget.spend(1)?;
        if matches!(node, Value::Array(_) | Value::Object(_)) && self.takes(target, node)? {
            // Jayway goes on with every item of an array, whatever the step, unless it is the last.
            match node {
                Value::Array(items) if !self.is_last(target) => {
                    items.iter().try_for_each(|item| self.from(target + 1, item, false, found))?
                }
                node => self.from(target, node, false, found)?,
            }
        }
        let mut below = children(node);
        self.budget.nested(|| below.try_for_each(|child| self.scan(target, child, found)))
    }

    fn takes(&self, target: usize, node: &'a Value) -> Result<bool, Reason> {
        Ok(match (self.tokens.get(target), node) {
            (Some(Token::Names(names)), Value::Object(fields)) => {
                let merged = names.len() == 1 || self.is_last(target);
                self.require || !merged || names.iter().all(|name| fields.contains_key(name))
            }
            (Some(Token::Indexes(_) | Token::Slice(..)), node) => node.is_array(),
            (Some(Token::Wildcard), _) => true,
            (Some(Token::Filter(filter)), node) => filter.accepts(node, self.root, self.budget)?,
            _ => false,
        })
    }

    fn filter(
        &self,
        token: &Token,
        at: usize,
        node: &'a Value,
        definite: bool,
        found: &mut Found<'a>,
    ) -> Walked {
        let Token::Filter(filter) = token else { return Ok(()) };
        let candidates = match node {
            Value::Array(items) => items.as_slice(),
            Value::Object(_) => std::slice::from_ref(node),
            _ if definite => return Err(no_filter(node)),
            _ => &[],
        };
        for candidate in candidates {
            if filter.accepts(candidate, self.root, self.budget)? {
                self.from(at + 1, candidate, false, found)?;
            }
        }
        Ok(())
    }

    fn missing(&self, at: usize) -> Reason {
        let path = printed('$', &self.tokens[..=at]);
        Reason::NotFound(format!("Missing property in path {path}"))
    }

    fn no_object(&self, at: usize, node: &Value) -> Reason {
        let (before, step) = self.tokens.split_at(at);
        let found = match node {
            Value::Null => "null",
            Value::Bool(_) => "java.lang.Boolean",
            Value::Number(number) if number.is_f64() => "java.lang.Double",
            Value::Number(_) => "java.lang.Integer",
            Value::String(_) => "java.lang.String",
            Value::Array(_) => "java.util.ArrayList",
            Value::Object(_) => "java.util.LinkedHashMap",
        };
        let step = step.first().map(ToString::to_string).unwrap_or_default();
        Reason::NotFound(format!(
            "Expected to find an object with property {step} in path {} but found '{found}'. This is not a \
             json object according to the JsonProvider: 'com.jayway.jsonpath.spi.json.JacksonJsonProvider'.",
            printed('$', before)
        ))
    }
}

fn no_array(token: &Token, node: &Value) -> Reason {
    let mut context = String::new();
    super::text::java(node, &mut context);
    Reason::NotArray(format!(
        "Filter: {token} can only be applied to arrays. Current context is: {context}"
    ))
}

fn no_filter(node: &Value) -> Reason {
    let mut context = String::new();
    super::text::java(node, &mut context);
    Reason::NotFound(format!(
        "Filter: [?] can not be applied to primitives. Current context is: {context}"
    ))
}

fn children(node: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    match node {
        Value::Array(items) => Box::new(items.iter()),
        Value::Object(fields) => Box::new(fields.values()),
        _ => Box::new(std::iter::empty()),
    }
}

/// The indexes of a slice. Jayway does not add the length to a negative beginning that has an end, but to each
/// index: `[-2:1]` is the last two, then the first.
fn range(from: Option<i32>, to: Option<i32>, length: usize) -> std::ops::Range<i64> {
    let length = i64::try_from(length).unwrap_or(i64::MAX);
    match (from.map(i64::from), to.map(i64::from)) {
        (Some(from), None) => (if from < 0 { from + length } else { from }).max(0)..length,
        (None, to) => {
            let to = to.unwrap_or(length);
            0..(if to < 0 { to + length } else { to }).min(length)
        }
        // What lies before the first item has no index.
        (Some(from), Some(to)) => from.max(-length)..to.min(length),
    }
}
