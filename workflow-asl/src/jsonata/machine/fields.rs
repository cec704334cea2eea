//! Fields: by name, all of them (`*`), and those at every depth (`**`).

use super::{Bounds, Machine, Outcome};
use crate::jsonata::value::{Array, Value};

impl<'a> Machine<'a> {
    /// A field of an object, or of each item of an array.
    pub(super) fn field(&self, input: &Value<'a>, name: &str) -> Outcome<'a> {
        match input {
            Value::Object(fields) => Ok(fields.get(name)),
            Value::Array(items) => {
                let mut found = vec![];
                self.fields(items, name, &mut found)?;
                Ok(Value::collapsed(found))
            }
            _ => Ok(Value::Undefined),
        }
    }

    fn fields(&self, items: &Array<'a>, name: &str, found: &mut Vec<Value<'a>>) -> Outcome<'a, ()> {
        self.bounds.tick(items.len())?;
        for item in items.iter() {
            match &item {
                Value::Object(fields) => push_flat(found, fields.get(name)),
                Value::Array(items) => self.fields(items, name, found)?,
                _ => {}
            }
        }
        Ok(())
    }

    pub(super) fn wildcard(&self, input: &Value<'a>) -> Outcome<'a> {
        let mut found = vec![];
        let inner = match input {
            Value::Array(items) if items.is(|list| list.outer) => items.get(0),
            input => input.clone(),
        };
        let mut plain = false;
        let mut add = |value: Value<'a>| match &value {
            Value::Array(items) => {
                plain = true;
                flatten(items, &mut found, &self.bounds)
            }
            Value::Undefined => Ok(()),
            _ => {
                found.push(value);
                Ok(())
            }
        };
        match &inner {
            Value::Array(items) => items.iter().try_for_each(&mut add)?,
            Value::Object(fields) => fields.iter().try_for_each(|(_, value)| add(value))?,
            _ => {}
        }
        self.bounds.tick(found.len())?;
        Ok(if plain { Value::array(found) } else { Value::sequence(found) })
    }

    pub(super) fn descendants(&self, input: &Value<'a>) -> Outcome<'a> {
        if input.is_undefined() {
            return Ok(Value::Undefined);
        }
        let mut found = vec![];
        self.descend(input, &mut found)?;
        Ok(Value::collapsed(found))
    }

    fn descend(&self, value: &Value<'a>, found: &mut Vec<Value<'a>>) -> Outcome<'a, ()> {
        self.bounds.tick(1)?;
        match value {
            Value::Array(items) => items.iter().try_for_each(|item| self.descend(&item, found)),
            Value::Object(fields) => {
                found.push(value.clone());
                fields.iter().try_for_each(|(_, value)| self.descend(&value, found))
            }
            _ => {
                found.push(value.clone());
                Ok(())
            }
        }
    }
}

/// Pushes a value; of an array its items.
pub(super) fn push_flat<'a>(into: &mut Vec<Value<'a>>, value: Value<'a>) {
    match value {
        Value::Undefined => {}
        Value::Array(items) => into.extend(items.iter()),
        value => into.push(value),
    }
}

/// Pushes the items of an array, and of the arrays within it.
fn flatten<'a>(items: &Array<'a>, into: &mut Vec<Value<'a>>, bounds: &Bounds) -> Outcome<'a, ()> {
    bounds.tick(items.len())?;
    for item in items.iter() {
        match &item {
            Value::Array(items) => flatten(items, into, bounds)?,
            _ => into.push(item),
        }
    }
    Ok(())
}
