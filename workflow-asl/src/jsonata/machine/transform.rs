//! Transforms: `|pattern|update, delete|`.

use super::super::fault::{CALLED, Fault};
use super::super::syntax::Transform;
use super::super::value::{Array, Fields, List, Object, Text, Value, Writer};
use super::frame::Frame;
use super::function::Transformer;
use super::{Function, Machine, Outcome};
use std::collections::HashMap;
use std::rc::Rc;

/// The edit of one object, by its address.
#[derive(Default)]
struct Edit<'a> {
    set: Vec<(Text<'a>, Value<'a>)>,
    deleted: Vec<Text<'a>>,
}

type Edits<'a> = HashMap<usize, Edit<'a>>;

impl<'a> Machine<'a> {
    pub(super) fn transformer(&self, transform: &'a Transform, frame: &Rc<Frame<'a>>) -> Value<'a> {
        let transformer = Transformer { transform, frame: frame.clone() };
        Value::Function(Function::Transform(Rc::new(transformer)))
    }

    /// A copy of a value in which the objects that the pattern finds are changed.
    pub(super) fn transform(
        &mut self,
        transformer: &Transformer<'a>,
        value: Value<'a>,
        _input: &Value<'a>,
    ) -> Outcome<'a> {
        match value {
            Value::Undefined => return Ok(value),
            Value::Object(_) | Value::Array(_) => {}
            _ => {
                let text =
                    format!("Argument 1 of function {CALLED} does not match function signature");
                return Err(Fault::new("T0410", text));
            }
        }
        let Transformer { transform, frame } = transformer;
        // Each object of the copy has an address of its own.
        let copy = self.copied(&value)?;
        let found = self.evaluate(&transform.pattern, &copy, frame)?;
        let mut edits = Edits::new();
        for found in found.items().iter() {
            let Value::Object(object) = &found else {
                self.update(transform, &found, frame)?;
                continue;
            };
            let current =
                if edits.is_empty() { found.clone() } else { self.edited(&found, &edits)? };
            let set = self.update(transform, &current, frame)?;
            let edit = edits.entry(object.address()).or_default();
            if let Some(set) = set {
                for (key, value) in set.iter() {
                    edit.deleted.retain(|known| *known != key);
                    edit.set.retain(|(known, _)| *known != key);
                    edit.set.push((key, value));
                }
            }
            let current = self.edited(&found, &edits)?;
            let deleted = self.deletions(transform, &current, frame)?;
            if let Some(edit) = edits.get_mut(&object.address()) {
                for key in deleted {
                    edit.set.retain(|(known, _)| *known != key);
                    edit.deleted.push(key);
                }
            }
        }
        self.edited(&copy, &edits)
    }

    fn copied(&self, value: &Value<'a>) -> Outcome<'a> {
        self.edited(value, &Edits::new())
    }

    /// The object that updates another.
    fn update(
        &mut self,
        transform: &'a Transform,
        context: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, Option<Object<'a>>> {
        match self.evaluate(&transform.update, context, frame)? {
            Value::Undefined => Ok(None),
            Value::Object(object) => Ok(Some(object)),
            other => {
                let shown = Writer::shown(&other, &self.bounds)?;
                let text = format!(
                    "The insert/update clause of the transform expression must evaluate to an object: {shown}"
                );
                Err(Fault::new("T2011", text))
            }
        }
    }

    fn deletions(
        &mut self,
        transform: &'a Transform,
        context: &Value<'a>,
        frame: &Rc<Frame<'a>>,
    ) -> Outcome<'a, Vec<Text<'a>>> {
        let Some(delete) = &transform.delete else { return Ok(vec![]) };
        let value = self.evaluate(delete, context, frame)?;
        let mut keys = vec![];
        for key in value.items().iter() {
            let Value::Text(key) = key else {
                let shown = Writer::shown(&value, &self.bounds)?;
                let text = format!(
                    "The delete clause of the transform expression must evaluate to a string or array of strings: {shown}"
                );
                return Err(Fault::new("T2012", text));
            };
            keys.push(key);
        }
        Ok(keys)
    }

    /// A deep copy with edits.
    fn edited(&self, value: &Value<'a>, edits: &Edits<'a>) -> Outcome<'a> {
        self.bounds.tick(1)?;
        Ok(match value {
            Value::Array(items) => {
                self.bounds.hold(items.len() * 32)?;
                let copies = items.iter().map(|item| self.edited(&item, edits));
                let mut list = List::array(copies.collect::<Result<_, _>>()?);
                list.sequence = items.is_sequence();
                Value::Array(Array::Made(Rc::new(list)))
            }
            Value::Object(object) => {
                self.bounds.hold(object.len() * 48)?;
                let edit = edits.get(&object.address());
                let mut fields = Fields::default();
                for (key, value) in object.iter() {
                    if !edit.is_some_and(|edit| edit.deleted.contains(&key)) {
                        fields.insert(key, self.edited(&value, edits)?);
                    }
                }
                for (key, value) in edit.into_iter().flat_map(|edit| &edit.set) {
                    fields.insert(key.clone(), value.clone());
                }
                fields.into()
            }
            value => value.clone(),
        })
    }
}
