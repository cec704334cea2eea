//! Objects: constructors, and groupings of sequences.

use super::super::fault::{Fault, quoted};
use super::super::syntax::Group;
use super::super::value::{Fields, Text, Value, Writer};
use super::frame::Frame;
use super::tuples::Tuple;
use super::{Machine, Outcome};
use std::collections::HashMap;
use std::rc::Rc;

/// The items that have one key.
struct Grouped<'a> {
    key: Text<'a>,
    /// The pair that gave the key.
    pair: usize,
    rows: Vec<Tuple<'a>>,
}

impl<'a> Machine<'a> {
    /// The object of a group's pairs: one for an object constructor, and for a path all items of a key together.
    pub(super) fn group(
        &mut self,
        group: &'a Group,
        value: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        match value {
            Value::Tuples(tuples) => self.group_rows(group, &tuples.rows, true, frame),
            Value::Array(items) if items.len() > 0 => {
                let rows: Vec<_> = items.iter().map(Tuple::of).collect();
                self.group_rows(group, &rows, false, frame)
            }
            Value::Array(_) => self.object(group, &Value::Undefined, frame),
            single => self.object(group, single, frame),
        }
    }

    /// The object of a single context.
    fn object(
        &mut self,
        group: &'a Group,
        context: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let mut keys = Vec::with_capacity(group.pairs.len());
        for (index, (key, _)) in group.pairs.iter().enumerate() {
            let key = self.evaluate(key, context, frame)?;
            let Some(key) = self.object_key(key, group)? else { continue };
            if keys.len() < 16 && keys.iter().any(|(known, _)| *known == key) {
                return Err(repeated(&key, group));
            }
            keys.push((key, index));
        }
        let many = keys.len() > 16;
        let mut object = Fields::default();
        let mut seen = std::collections::HashSet::new();
        for (key, index) in keys {
            if many && !seen.insert(key.clone()) {
                return Err(repeated(&key, group));
            }
            match self.evaluate(&group.pairs[index].1, context, frame)? {
                Value::Undefined => {}
                value => object.insert(key, value),
            }
        }
        Ok(object.into())
    }

    fn object_key(&self, key: Value<'a>, group: &Group) -> Outcome<'a, Option<Text<'a>>> {
        match key {
            Value::Undefined => Ok(None),
            Value::Text(key) => Ok(Some(key)),
            other => {
                let shown = Writer::shown(&other, &self.bounds)?;
                let text =
                    format!("Key in object structure must evaluate to a string; got: {shown}");
                Err(Fault::at("T1003", text, group.at))
            }
        }
    }

    fn group_rows(
        &mut self,
        group: &'a Group,
        rows: &[Tuple<'a>],
        tuples: bool,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let mut places: HashMap<Text<'a>, usize> = HashMap::new();
        let mut groups: Vec<Grouped<'a>> = vec![];
        for row in rows {
            let inner = if tuples { row.frame(frame) } else { frame.clone() };
            for (pair, (key, _)) in group.pairs.iter().enumerate() {
                let key = self.evaluate(key, &row.at, &inner)?;
                let Some(key) = self.object_key(key, group)? else { continue };
                let next = groups.len();
                let place = *places.entry(key.clone()).or_insert(next);
                match groups.get_mut(place) {
                    Some(known) if known.pair != pair => return Err(repeated(&key, group)),
                    Some(known) => known.rows.push(row.clone()),
                    None => groups.push(Grouped { key, pair, rows: vec![row.clone()] }),
                }
            }
        }
        let mut object = Fields::default();
        for grouped in groups {
            let Grouped { key, pair, rows } = grouped;
            let row = merged(&rows);
            let inner = if tuples { row.frame(frame) } else { frame.clone() };
            match self.evaluate(&group.pairs[pair].1, &row.at, &inner)? {
                Value::Undefined => {}
                value => object.insert(key, value),
            }
        }
        Ok(object.into())
    }
}

/// Several tuples as one: each of their values appended.
fn merged<'a>(rows: &[Tuple<'a>]) -> Tuple<'a> {
    if let [single] = rows {
        return single.clone();
    }
    let mut all = Tuple::of(appended(rows.iter().map(|row| row.at.clone())));
    let Some(first) = rows.first() else { return all };
    for (name, _) in &first.bound {
        let values = rows.iter().filter_map(|row| {
            row.bound.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
        });
        all.bind(*name, appended(values));
    }
    all
}

fn appended<'a>(values: impl Iterator<Item = Value<'a>>) -> Value<'a> {
    let mut items = vec![];
    values.for_each(|value| super::fields::push_flat(&mut items, value));
    Value::array(items)
}

fn repeated(key: &str, group: &Group) -> Fault {
    let text = format!("Multiple key definitions evaluate to same key: {}", quoted(key));
    Fault::at("D1009", text, group.at)
}
