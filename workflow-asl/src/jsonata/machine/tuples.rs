//! Tuples: items with the variables that joins (`@`), indices (`#`) and parents (`%`) bind for each of them.

use super::super::syntax::{Group, Kind, Node, Path, Stage, Symbol};
use super::super::value::{Array, List, Value};
use super::frame::Frame;
use super::path::{is_variable, keep};
use super::{Machine, Outcome};
use std::rc::Rc;

/// A stream of tuples.
pub(in crate::jsonata) struct Tuples<'a> {
    pub(in crate::jsonata) rows: Vec<Tuple<'a>>,
}

/// An item and what is bound for it.
#[derive(Clone)]
pub(in crate::jsonata) struct Tuple<'a> {
    pub(in crate::jsonata) at: Value<'a>,
    pub(super) bound: Vec<(Symbol, Value<'a>)>,
}

impl<'a> Tuples<'a> {
    /// The items.
    pub(in crate::jsonata) fn values(&self) -> Vec<Value<'a>> {
        self.rows.iter().map(|row| row.at.clone()).collect()
    }
}

impl<'a> Tuple<'a> {
    pub(super) fn of(at: Value<'a>) -> Self {
        Tuple { at, bound: vec![] }
    }

    /// The frame in which an expression sees what is bound.
    pub(super) fn frame(&self, parent: &Rc<Frame<'a>>) -> Rc<Frame<'a>> {
        Frame::new(Some(parent), self.bound.clone())
    }

    pub(super) fn bind(&mut self, name: Symbol, value: Value<'a>) {
        match self.bound.iter_mut().find(|(known, _)| *known == name) {
            Some((_, known)) => *known = value,
            None => self.bound.push((name, value)),
        }
    }

    /// Roughly the bytes that it takes.
    fn weight(&self) -> usize {
        64 + self.bound.capacity() * size_of::<(Symbol, Value)>()
    }
}

/// After so many tuples the memory is looked at.
const BATCH: usize = 256;

impl<'a> Machine<'a> {
    /// A path some of whose steps make tuples.
    pub(super) fn tuple_path(
        &mut self,
        node: &'a Node,
        path: &'a Path,
        group: Option<&'a Group>,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let mut items = match input {
            Value::Array(items) if !is_variable(&path.steps[0]) => items.clone(),
            input => Array::Made(Rc::new(List::sequence(vec![input.clone()]))),
        };
        let mut rows: Option<Vec<Tuple<'a>>> = None;
        let mut tuples = false;
        for (index, step) in path.steps.iter().enumerate() {
            tuples |= step.makes_tuples();
            if index == 0 && step.is(|extra| extra.cons) {
                let made = self.evaluate(step, &Value::Array(items.clone()), frame)?.items();
                if !step.is(|extra| extra.focus.is_some()) {
                    items = made;
                }
                if !tuples && items.len() == 0 {
                    break;
                }
            } else if tuples {
                let before = rows.take().unwrap_or_else(|| items.iter().map(Tuple::of).collect());
                rows = Some(self.tuple_step(step, before, frame)?);
            } else {
                items = self.plain_step(step, &items, frame)?;
                if items.len() == 0 {
                    break;
                }
            }
        }
        let stream = rows.map(|rows| Rc::new(Tuples { rows }));
        let whole = match &stream {
            Some(stream) if node.makes_tuples() => Value::Tuples(stream.clone()),
            Some(stream) => Value::sequence(stream.values()),
            None => Value::Array(items),
        };
        let whole = if path.keep { keep(whole) } else { whole };
        match (group, stream) {
            (Some(group), Some(stream)) => self.group(group, &Value::Tuples(stream), frame),
            (Some(group), None) => self.group(group, &whole, frame),
            (None, _) => Ok(whole),
        }
    }

    /// A step before the first that makes tuples.
    fn plain_step(
        &mut self,
        step: &'a Node,
        items: &Array<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, Array<'a>> {
        if let Kind::Sort(terms) = &step.kind {
            let mut value = self.sort(terms, items.clone(), frame)?;
            for stage in step.stages() {
                if let Stage::Filter(predicate) = stage {
                    value = self.filter(predicate, &value, frame)?;
                }
            }
            return Ok(value.items());
        }
        let mut found = vec![];
        for item in items.iter() {
            match self.step_value(step, &item, frame)? {
                Value::Undefined => {}
                Value::Array(items) if !items.is(|list| list.cons) => found.extend(items.iter()),
                Value::Tuples(tuples) => found.extend(tuples.values()),
                value => found.push(value),
            }
        }
        Ok(Array::Made(Rc::new(List::sequence(found))))
    }

    fn tuple_step(
        &mut self,
        step: &'a Node,
        before: Vec<Tuple<'a>>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, Vec<Tuple<'a>>> {
        let mut rows = vec![];
        if let Kind::Sort(terms) = &step.kind {
            rows = self.sort_tuples(terms, before, frame)?;
            if let Some(name) = step.extra.as_deref().and_then(|extra| extra.index) {
                for (at, row) in rows.iter_mut().enumerate() {
                    row.bind(name, Value::Number(at as f64));
                }
            }
            return self.stages(step, rows, frame);
        }
        let mut weight: usize = before.iter().map(Tuple::weight).sum();
        for row in before {
            let inner = if row.bound.is_empty() { frame.clone() } else { row.frame(frame) };
            let value = self.step_alone(step, &row.at, &inner)?;
            let from = rows.len();
            self.spread(step, &row, &value, &mut rows, &mut weight)?;
            self.bounds.tick(rows.len() - from)?;
        }
        self.stages(step, rows, frame)
    }

    /// A tuple for each item that a step came to.
    fn spread(
        &self,
        step: &Node,
        row: &Tuple<'a>,
        value: &Value<'a>,
        rows: &mut Vec<Tuple<'a>>,
        weight: &mut usize,
    ) -> Outcome<'a, ()> {
        let mut push = |tuple: Tuple<'a>| {
            *weight += tuple.weight();
            rows.push(tuple);
            if rows.len().is_multiple_of(BATCH) {
                self.bounds.tick(BATCH)?;
                self.bounds.hold(*weight)?;
            }
            Ok(())
        };
        if let Value::Tuples(inner) = value {
            return inner.rows.iter().try_for_each(|other| {
                let mut tuple = row.clone();
                tuple.at = other.at.clone();
                other.bound.iter().for_each(|(name, value)| tuple.bind(*name, value.clone()));
                push(tuple)
            });
        }
        let extra = step.extra.as_deref();
        for (at, item) in value.items().iter().enumerate() {
            let mut tuple = row.clone();
            if let Some(slot) = extra.and_then(|extra| extra.ancestor) {
                tuple.bind(self.program.labels[slot], row.at.clone());
            }
            match extra.and_then(|extra| extra.focus) {
                Some(name) => tuple.bind(name, item),
                None => tuple.at = item,
            }
            if let Some(name) = extra.and_then(|extra| extra.index) {
                tuple.bind(name, Value::Number(at as f64));
            }
            push(tuple)?;
        }
        Ok(())
    }

    fn stages(
        &mut self,
        step: &'a Node,
        mut rows: Vec<Tuple<'a>>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, Vec<Tuple<'a>>> {
        let stages = if step.is(|extra| extra.alone) { &[] } else { step.stages() };
        for stage in stages {
            match stage {
                Stage::Filter(predicate) => {
                    let stream = Value::Tuples(Rc::new(Tuples { rows }));
                    rows = match self.filter(predicate, &stream, frame)? {
                        Value::Tuples(picked) => picked.rows.clone(),
                        _ => vec![],
                    };
                }
                Stage::Index(name) => {
                    for (at, row) in rows.iter_mut().enumerate() {
                        row.bind(*name, Value::Number(at as f64));
                    }
                }
            }
        }
        Ok(rows)
    }
}
