//! Paths: each step takes what the one before came to.

use super::super::scope::States;
use super::super::syntax::{Kind, Node, Path, Stage};
use super::super::value::{Array, List, Value};
use super::frame::Frame;
use super::{Machine, Outcome};
use std::rc::Rc;

/// The values that go from one step to the next.
enum Flow<'a> {
    /// One item.
    One(Value<'a>),
    /// Items.
    Many(Array<'a>),
    /// An array as it is: what the last step came to, or a constructor at the beginning.
    Whole(Array<'a>),
}

impl<'a> Machine<'a> {
    pub(super) fn path(
        &mut self,
        node: &'a Node,
        path: &'a Path,
        input: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let group = node.extra.as_deref().and_then(|extra| extra.group.as_ref());
        if path.tuples {
            return self.tuple_path(node, path, group, input, frame);
        }
        let value = self.steps(path, input, frame)?;
        let value = if path.keep { keep(value) } else { value };
        match group {
            Some(group) => self.group(group, &value, frame),
            None => Ok(value),
        }
    }

    fn steps(&mut self, path: &'a Path, input: &Value<'a>, frame: &Rc<Frame<'a>>) -> Outcome<'a> {
        let mut flow = match input {
            Value::Array(items) if !is_variable(&path.steps[0]) => Flow::Many(items.clone()),
            input => Flow::One(input.clone()),
        };
        let last = path.steps.len() - 1;
        let mut first = 0;
        if let Some((count, value)) = self.states_steps(path, frame) {
            if count > last || value.is_undefined() {
                return Ok(value);
            }
            (first, flow) = (count, single(value, false));
        }
        for (index, step) in path.steps.iter().enumerate().skip(first) {
            flow = if index == 0 && step.is(|extra| extra.cons) {
                match self.evaluate(step, &sequence(flow), frame)? {
                    Value::Array(items) => Flow::Whole(items),
                    value => Flow::One(value),
                }
            } else {
                self.step(step, flow, frame, index == last)?
            };
            match &flow {
                Flow::One(Value::Undefined) => return Ok(Value::Undefined),
                Flow::Many(items) | Flow::Whole(items) if items.len() == 0 => break,
                _ => {}
            }
        }
        Ok(match flow {
            Flow::One(value @ Value::Array(_)) => Value::sequence(vec![value]),
            Flow::One(value) => value,
            Flow::Many(items) if items.is(|list| list.sequence) => Value::Array(items),
            Flow::Many(items) => Value::sequence(items.to_vec()),
            Flow::Whole(items) => Value::Array(items),
        })
    }

    /// The value of `$states.input`, or of a field of the context, without the objects around it; and how many steps
    /// that is.
    fn states_steps(&self, path: &Path, frame: &Rc<Frame<'a>>) -> Option<(usize, Value<'a>)> {
        let [first, rest @ ..] = &*path.steps else { return None };
        let Kind::Variable(name) = first.kind else { return None };
        if first.extra.is_some() || self.name(name) != "states" || frame.find(name).is_some() {
            return None;
        }
        let field = plain_name(rest.first()?)?;
        match rest.get(1).and_then(plain_name) {
            Some(inner) if field == States::Context.name() => Some((3, self.scope.context(inner))),
            _ => Some((2, self.scope.states(field))),
        }
    }

    fn step(
        &mut self,
        step: &'a Node,
        flow: Flow<'a>,
        frame: &Rc<Frame<'a>>,
        last: bool,
    ) -> Outcome<'a, Flow<'a>> {
        if let Kind::Sort(terms) = &step.kind {
            let items = match flow {
                Flow::One(value) => Array::Made(Rc::new(List::sequence(vec![value]))),
                Flow::Many(items) | Flow::Whole(items) => items,
            };
            let mut value = self.sort(terms, items, frame)?;
            for stage in step.stages() {
                if let Stage::Filter(predicate) = stage {
                    value = self.filter(predicate, &value, frame)?;
                }
            }
            return Ok(match value {
                Value::Array(items) => Flow::Many(items),
                value => Flow::One(value),
            });
        }
        let items = match flow {
            Flow::One(item) => {
                let value = self.step_value(step, &item, frame)?;
                return Ok(single(value, last));
            }
            Flow::Many(items) | Flow::Whole(items) => items,
        };
        let mut values = vec![];
        for item in items.iter() {
            match self.step_value(step, &item, frame)? {
                Value::Undefined => {}
                value => values.push(value),
            }
        }
        if values.len() == 1 {
            return Ok(single(values.swap_remove(0), last));
        }
        Ok(Flow::Many(Array::Made(Rc::new(List::sequence(self.flat(values)?)))))
    }

    /// Values with their arrays flattened by one level, but not those that a constructor made.
    fn flat(&self, values: Vec<Value<'a>>) -> Outcome<'a, Vec<Value<'a>>> {
        if !values.iter().any(|value| matches!(value, Value::Array(_) | Value::Tuples(_))) {
            return Ok(values);
        }
        let mut flat = Vec::with_capacity(values.len());
        for value in values {
            match value {
                Value::Array(items) if !items.is(|list| list.cons) => {
                    self.bounds.tick(items.len())?;
                    flat.extend(items.iter());
                }
                Value::Tuples(tuples) => flat.extend(tuples.values()),
                value => flat.push(value),
            }
        }
        Ok(flat)
    }

    /// Returns what a step comes to for one item.
    pub(super) fn step_value(
        &mut self,
        step: &'a Node,
        item: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        let mut value = self.step_alone(step, item, frame)?;
        if step.is(|extra| extra.alone) {
            return Ok(value);
        }
        for stage in step.stages() {
            if let Stage::Filter(predicate) = stage {
                value = self.filter(predicate, &value, frame)?;
            }
        }
        Ok(value)
    }

    /// Returns what a step comes to for one item, before its predicates.
    pub(super) fn step_alone(
        &mut self,
        step: &'a Node,
        item: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a> {
        if step.is(|extra| extra.alone) {
            return self.evaluate(step, item, frame);
        }
        self.enter(step)?;
        let value = self.kind(step, item, frame);
        self.depth -= 1;
        let value = value.map_err(|fault| fault.placed(step.at))?;
        let value = match step.extra.as_deref().and_then(|extra| extra.group.as_ref()) {
            Some(group) if !matches!(step.kind, Kind::Path(_)) => {
                self.group(group, &value, frame)?
            }
            _ => value,
        };
        Self::collapse(value, step.is(|extra| extra.keep))
    }
}

/// Returns what a step came to for its only item.
fn single(value: Value<'_>, last: bool) -> Flow<'_> {
    match value {
        Value::Array(items) if last && !items.is_sequence() => Flow::Whole(items),
        Value::Array(items) if items.is(|list| list.cons) => {
            Flow::Many(Array::Made(Rc::new(List::sequence(vec![Value::Array(items)]))))
        }
        Value::Array(items) => Flow::Many(items),
        Value::Tuples(tuples) => Flow::Many(Array::Made(Rc::new(List::sequence(tuples.values())))),
        value => Flow::One(value),
    }
}

fn sequence(flow: Flow<'_>) -> Value<'_> {
    match flow {
        Flow::One(value) => Value::sequence(vec![value]),
        Flow::Many(items) | Flow::Whole(items) => Value::Array(items),
    }
}

/// Marks a sequence so that a single value stays in it.
pub(super) fn keep(value: Value<'_>) -> Value<'_> {
    match value {
        Value::Undefined => Value::Undefined,
        Value::Array(items) if items.is_sequence() => {
            Value::Array(items.marked(|list| list.keep = true))
        }
        Value::Array(items) if items.is(|list| list.cons) => {
            let mut list = List::sequence(vec![Value::Array(items)]);
            list.keep = true;
            Value::Array(Array::Made(Rc::new(list)))
        }
        Value::Array(items) => Value::Array(items),
        value => {
            let mut list = List::sequence(vec![value]);
            list.keep = true;
            Value::Array(Array::Made(Rc::new(list)))
        }
    }
}

/// The name of a step that is a name and nothing else.
fn plain_name(step: &Node) -> Option<&str> {
    match &step.kind {
        Kind::Name(name) if step.extra.is_none() => Some(name),
        _ => None,
    }
}

pub(super) fn is_variable(step: &Node) -> bool {
    matches!(step.kind, Kind::Variable(_) | Kind::Context | Kind::Root)
}
