//! Arrays and objects.

use super::{Gauge, Text, Value};
use serde_json::{Map, Value as Json};
use std::collections::HashMap;
use std::rc::Rc;

/// An array: a view of the data, or made. Cheap to clone.
#[derive(Clone)]
pub(in crate::jsonata) enum Array<'a> {
    Viewed(&'a [Json]),
    Made(Rc<List<'a>>),
}

/// An array that an evaluation made.
pub(in crate::jsonata) struct List<'a> {
    pub(in crate::jsonata) items: Vec<Value<'a>>,
    /// True if it is flattened into what takes it, and a single value leaves it.
    pub(in crate::jsonata) sequence: bool,
    /// A sequence whose single value stays.
    pub(in crate::jsonata) keep: bool,
    /// Made by an array constructor that begins or ends a path: never flattened.
    pub(in crate::jsonata) cons: bool,
    /// The data itself, which is an array.
    pub(in crate::jsonata) outer: bool,
    pub(super) depth: u16,
    _gauge: Gauge,
}

impl<'a> List<'a> {
    pub(in crate::jsonata) fn array(items: Vec<Value<'a>>) -> Self {
        let depth = items.iter().map(Value::depth).max().unwrap_or_default().saturating_add(1);
        let gauge = Gauge::new(items.capacity() * size_of::<Value>() + 64);
        List {
            items,
            sequence: false,
            keep: false,
            cons: false,
            outer: false,
            depth,
            _gauge: gauge,
        }
    }

    pub(in crate::jsonata) fn sequence(items: Vec<Value<'a>>) -> Self {
        List { sequence: true, ..Self::array(items) }
    }
}

impl<'a> Array<'a> {
    pub(in crate::jsonata) fn len(&self) -> usize {
        match self {
            Array::Viewed(items) => items.len(),
            Array::Made(list) => list.items.len(),
        }
    }

    /// The item at an index; undefined beyond the end.
    pub(in crate::jsonata) fn get(&self, index: usize) -> Value<'a> {
        match self {
            Array::Viewed(items) => items.get(index).map_or(Value::Undefined, Value::of),
            Array::Made(list) => list.items.get(index).cloned().unwrap_or(Value::Undefined),
        }
    }

    pub(in crate::jsonata) fn iter(&self) -> impl ExactSizeIterator<Item = Value<'a>> + '_ {
        (0..self.len()).map(|index| self.get(index))
    }

    pub(in crate::jsonata) fn to_vec(&self) -> Vec<Value<'a>> {
        match self {
            Array::Viewed(items) => items.iter().map(Value::of).collect(),
            Array::Made(list) => list.items.clone(),
        }
    }

    /// True if something is so of an array that was made.
    pub(in crate::jsonata) fn is(&self, so: impl Fn(&List<'a>) -> bool) -> bool {
        matches!(self, Array::Made(list) if so(list))
    }

    pub(in crate::jsonata) fn is_sequence(&self) -> bool {
        self.is(|list| list.sequence)
    }

    /// The same items in a list with other marks.
    pub(in crate::jsonata) fn marked(&self, mark: impl FnOnce(&mut List<'a>)) -> Self {
        let mut list = List::array(self.to_vec());
        if let Array::Made(known) = self {
            (list.sequence, list.keep, list.cons) = (known.sequence, known.keep, known.cons);
        }
        mark(&mut list);
        Array::Made(Rc::new(list))
    }

    /// An address that only this array has.
    pub(super) fn address(&self) -> usize {
        match self {
            Array::Viewed(items) => items.as_ptr() as usize,
            Array::Made(list) => Rc::as_ptr(list).addr(),
        }
    }
}

/// An object: a view of the data, or made. Cheap to clone.
#[derive(Clone)]
pub(in crate::jsonata) enum Object<'a> {
    Viewed(&'a Map<String, Json>),
    Made(Rc<Fields<'a>>),
}

/// The fields of an object that an evaluation made, in the order in which they came.
#[derive(Default)]
pub(in crate::jsonata) struct Fields<'a> {
    entries: Vec<(Text<'a>, Value<'a>)>,
    /// The places of the keys, where there are many.
    places: HashMap<Text<'a>, usize>,
    pub(super) depth: u16,
    gauge: Option<Gauge>,
}

/// The number of fields that are searched one after the other.
const FEW: usize = 12;

impl<'a> Fields<'a> {
    fn place(&self, key: &str) -> Option<usize> {
        if self.entries.len() <= FEW {
            self.entries.iter().position(|(known, _)| **known == *key)
        } else {
            self.places.get(key).copied()
        }
    }

    pub(in crate::jsonata) fn get(&self, key: &str) -> Option<&Value<'a>> {
        self.place(key).map(|place| &self.entries[place].1)
    }

    /// Sets a field; a new one comes last.
    pub(in crate::jsonata) fn insert(&mut self, key: Text<'a>, value: Value<'a>) {
        if let Some(place) = self.place(&key) {
            self.entries[place].1 = value;
            return;
        }
        self.entries.push((key, value));
        match self.entries.len() {
            ..=FEW => {}
            length if length == FEW + 1 => {
                let places = self.entries.iter().enumerate();
                self.places = places.map(|(place, (key, _))| (key.clone(), place)).collect();
            }
            length => {
                let key = self.entries[length - 1].0.clone();
                self.places.insert(key, length - 1);
            }
        }
    }

    pub(in crate::jsonata) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn done(mut self) -> Self {
        let depth = self.entries.iter().map(|(_, value)| value.depth()).max().unwrap_or_default();
        self.depth = depth.saturating_add(1);
        let entry = size_of::<(Text, Value)>();
        self.gauge =
            Some(Gauge::new(self.entries.capacity() * entry + self.places.len() * 40 + 96));
        self
    }
}

impl<'a> Object<'a> {
    pub(in crate::jsonata) fn len(&self) -> usize {
        match self {
            Object::Viewed(fields) => fields.len(),
            Object::Made(fields) => fields.len(),
        }
    }

    /// A field; undefined where there is none.
    pub(in crate::jsonata) fn get(&self, key: &str) -> Value<'a> {
        match self {
            Object::Viewed(fields) => fields.get(key).map_or(Value::Undefined, Value::of),
            Object::Made(fields) => fields.get(key).cloned().unwrap_or(Value::Undefined),
        }
    }

    /// The fields in their order.
    pub(in crate::jsonata) fn iter(&self) -> Box<dyn Iterator<Item = (Text<'a>, Value<'a>)> + '_> {
        match self {
            Object::Viewed(fields) => {
                Box::new(fields.iter().map(|(key, value)| (Text::Viewed(key), Value::of(value))))
            }
            Object::Made(fields) => Box::new(fields.entries.iter().cloned()),
        }
    }

    /// An address that only this object has.
    pub(in crate::jsonata) fn address(&self) -> usize {
        match self {
            Object::Viewed(fields) => std::ptr::from_ref(*fields).addr(),
            Object::Made(fields) => Rc::as_ptr(fields).addr(),
        }
    }
}
