//! Sorting: by the terms of `^(..)`, or by any function that compares.

use super::super::fault::Fault;
use super::super::syntax::Node;
use super::super::value::{Array, Value, Writer, units};
use super::frame::Frame;
use super::tuples::Tuple;
use super::{Machine, Outcome};
use std::cmp::Ordering;
use std::rc::Rc;

type Terms<'a> = &'a [(Node, bool)];

/// An item to sort: the context in which its terms are evaluated, and their values so far.
struct Row<'a> {
    context: Value<'a>,
    frame: Rc<Frame<'a>>,
    keys: Vec<Value<'a>>,
}

impl<'a> Machine<'a> {
    pub(super) fn sort(
        &mut self,
        terms: Terms<'a>,
        items: Array<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        if items.len() < 2 {
            // A sequence of its own: what was kept as an array is so no more.
            return Ok(Value::sequence(items.to_vec()));
        }
        let row = |context| Row { context, frame: frame.clone(), keys: vec![] };
        let order = self.order(terms, items.iter().map(row).collect())?;
        Ok(Value::sequence(order.into_iter().map(|index| items.get(index)).collect()))
    }

    pub(super) fn sort_tuples(
        &mut self,
        terms: Terms<'a>,
        tuples: Vec<Tuple<'a>>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, Vec<Tuple<'a>>> {
        let row = |tuple: &Tuple<'a>| {
            let (context, frame) = (tuple.at.clone(), tuple.frame(frame));
            Row { context, frame, keys: vec![] }
        };
        let order = self.order(terms, tuples.iter().map(row).collect())?;
        Ok(order.into_iter().map(|index| tuples[index].clone()).collect())
    }

    fn order(&mut self, terms: Terms<'a>, mut rows: Vec<Row<'a>>) -> Outcome<'a, Vec<usize>> {
        let count = rows.len();
        merge_sort(count, &mut |left, right| {
            for (index, (term, descending)) in terms.iter().enumerate() {
                let left = self.key(&mut rows[left], index, term)?;
                let right = self.key(&mut rows[right], index, term)?;
                match self.rank(&left, &right, *descending)? {
                    Ordering::Equal => {}
                    order => return Ok(order == Ordering::Greater),
                }
            }
            Ok(false)
        })
    }

    /// The value of a term, evaluated when it is first needed.
    fn key(&mut self, row: &mut Row<'a>, index: usize, term: &'a Node) -> Outcome<'a> {
        if row.keys.len() <= index {
            let key = self.evaluate(term, &row.context, &row.frame)?;
            row.keys.push(key);
        }
        Ok(row.keys[index].clone())
    }

    /// The order of two values of a term; nothing comes last.
    fn rank(&self, left: &Value<'a>, right: &Value<'a>, descending: bool) -> Outcome<'a, Ordering> {
        self.bounds.tick(1)?;
        let order = match (left, right) {
            (Value::Undefined, Value::Undefined) => return Ok(Ordering::Equal),
            (Value::Undefined, _) => return Ok(Ordering::Greater),
            (_, Value::Undefined) => return Ok(Ordering::Less),
            (Value::Text(left), Value::Text(right)) => units(left, right),
            (left, right) => match (left.as_number(), right.as_number()) {
                (Some(left), Some(right)) => {
                    if left < right {
                        Ordering::Less
                    } else if left == right {
                        Ordering::Equal
                    } else {
                        Ordering::Greater
                    }
                }
                _ => return Err(self.unordered(left, right)?),
            },
        };
        Ok(if descending { order.reverse() } else { order })
    }

    fn unordered(&self, left: &Value<'a>, right: &Value<'a>) -> Outcome<'a, Fault> {
        let fits = |value: &Value<'_>| value.as_text().is_some() || value.as_number().is_some();
        if !fits(left) || !fits(right) {
            let text = "The expressions within an order-by clause must evaluate to numeric or string values";
            return Ok(Fault::new("T2008", text));
        }
        let text = format!(
            "Type mismatch when comparing values {} and {} in order-by clause",
            Writer::shown(left, &self.bounds)?,
            Writer::shown(right, &self.bounds)?
        );
        Ok(Fault::new("T2007", text))
    }
}

/// The order in which a stable sort puts so many things. `after`: whether the first comes after the second.
pub(in crate::jsonata) fn merge_sort<E>(
    count: usize,
    after: &mut dyn FnMut(usize, usize) -> Result<bool, E>,
) -> Result<Vec<usize>, E> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut spare = order.clone();
    split(&mut order, &mut spare, after)?;
    Ok(order)
}

fn split<E>(
    order: &mut [usize],
    spare: &mut [usize],
    after: &mut dyn FnMut(usize, usize) -> Result<bool, E>,
) -> Result<(), E> {
    let middle = order.len() / 2;
    if middle == 0 {
        return Ok(());
    }
    split(&mut order[..middle], &mut spare[..middle], after)?;
    split(&mut order[middle..], &mut spare[middle..], after)?;
    let (mut left, mut right) = (0, middle);
    for place in spare.iter_mut() {
        let take_right =
            right < order.len() && (left == middle || after(order[left], order[right])?);
        let from = if take_right { &mut right } else { &mut left };
        *place = order[*from];
        *from += 1;
    }
    order.copy_from_slice(spare);
    Ok(())
}
