//! Predicates: by index, or by truth.

use super::super::syntax::{Kind, Node};
use super::super::value::{Array, Value};
use super::frame::Frame;
use super::tuples::Tuples;
use super::{Machine, Outcome};
use std::rc::Rc;

/// Picks items by the values of a predicate.
struct Filtered;

impl Filtered {
    /// The index that a number is in an array; negative from its end.
    fn index(number: f64, length: usize) -> Option<usize> {
        let index = number.floor();
        let index = if index < 0.0 { index + length as f64 } else { index };
        (index >= 0.0 && index < length as f64).then_some(index as usize)
    }

    /// True if a predicate's value picks the item at an index.
    fn picks(value: &Value<'_>, at: usize, length: usize) -> bool {
        if let Some(number) = value.as_number() {
            return Self::index(number, length) == Some(at);
        }
        match value {
            Value::Array(items)
                if items.len() > 0 && items.iter().all(|item| item.as_number().is_some()) =>
            {
                let picked = |item: Value<'_>| Self::index(item.as_number()?, length);
                items.iter().any(|item| picked(item) == Some(at))
            }
            value => value.truth().unwrap_or(false),
        }
    }
}

impl<'a> Machine<'a> {
    /// The items that a predicate picks.
    pub(super) fn filter(
        &mut self,
        predicate: &'a Node,
        value: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        if let Value::Tuples(tuples) = value {
            return self.filter_tuples(predicate, tuples, frame);
        }
        if let Kind::Number(number) = predicate.kind {
            let item = match value {
                Value::Array(items) => Filtered::index(number, items.len())
                    .map_or(Value::Undefined, |at| items.get(at)),
                single => match Filtered::index(number, 1) {
                    Some(_) => single.clone(),
                    None => Value::Undefined,
                },
            };
            return Ok(match item {
                Value::Undefined => Value::sequence(vec![]),
                item => item,
            });
        }
        let single;
        let items = match value {
            Value::Array(items) => items,
            value => {
                single = Array::Made(Rc::new(super::List::sequence(vec![value.clone()])));
                &single
            }
        };
        let mut picked = vec![];
        let length = items.len();
        for (at, item) in items.iter().enumerate() {
            let test = self.evaluate(predicate, &item, frame)?;
            if Filtered::picks(&test, at, length) {
                picked.push(item);
            }
        }
        Ok(Value::sequence(picked))
    }

    fn filter_tuples(
        &mut self,
        predicate: &'a Node,
        tuples: &Tuples<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let length = tuples.rows.len();
        if let Kind::Number(number) = predicate.kind {
            let picked = Filtered::index(number, length).map(|at| tuples.rows[at].clone());
            return Ok(Value::Tuples(Rc::new(Tuples { rows: picked.into_iter().collect() })));
        }
        let mut rows = vec![];
        for (at, row) in tuples.rows.iter().enumerate() {
            let inner = row.frame(frame);
            let test = self.evaluate(predicate, &row.at, &inner)?;
            if Filtered::picks(&test, at, length) {
                rows.push(row.clone());
            }
        }
        Ok(Value::Tuples(Rc::new(Tuples { rows })))
    }
}
