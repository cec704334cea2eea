//! Variables in layers: a scope sets its own, and reads those around it.

use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow_asl::{bounds, jsonpath};

/// A value, and how many bytes its JSON has.
#[derive(Clone)]
struct Held {
    value: Arc<Value>,
    bytes: usize,
}

/// The variables of a scope. Children share them: while children run, their parent sets none.
#[derive(Clone, Default)]
pub(super) struct Variables {
    own: BTreeMap<Arc<str>, Held>,
    /// Of all of its own.
    bytes: usize,
    outer: Option<Arc<Variables>>,
}

impl Variables {
    /// No variables yet, within a scope.
    pub(super) fn within(outer: Arc<Variables>) -> Self {
        Variables { outer: Some(outer), ..Variables::default() }
    }

    /// True if these are within another scope.
    pub(super) fn is_inner(&self) -> bool {
        self.outer.is_some()
    }

    /// Sets a variable to a value of so many bytes.
    pub(super) fn set(&mut self, name: Arc<str>, value: Arc<Value>, bytes: usize) {
        let before = self.own.insert(name, Held { value, bytes });
        self.bytes = self.bytes + bytes - before.map_or(0, |held| held.bytes);
    }

    /// Sets a variable that comes from elsewhere.
    pub(super) fn set_given(&mut self, name: &str, value: Value) {
        let bytes = bounds::size(&value, bounds::SIZE).unwrap_or(bounds::SIZE);
        self.set(name.into(), Arc::new(value), bytes);
    }

    /// Returns how many bytes all have, those of outer scopes too.
    pub(super) fn bytes(&self) -> usize {
        self.bytes + self.outer.as_ref().map_or(0, |outer| outer.bytes())
    }

    /// Returns how many bytes one of its own has.
    pub(super) fn bytes_of(&self, name: &str) -> usize {
        self.own.get(name).map_or(0, |held| held.bytes)
    }

    /// The scope's own.
    pub(super) fn own(&self) -> impl Iterator<Item = (&Arc<str>, &Arc<Value>)> {
        self.own.iter().map(|(name, held)| (name, &held.value))
    }

    /// All, those of outer scopes first.
    pub(super) fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a str, &'a Value)) {
        if let Some(outer) = &self.outer {
            outer.visit(see);
        }
        self.own.iter().for_each(|(name, held)| see(name, &held.value));
    }
}

impl jsonpath::Variables for Variables {
    fn variable(&self, name: &str) -> Option<&Value> {
        let own = self.own.get(name).map(|held| &*held.value);
        own.or_else(|| self.outer.as_ref()?.variable(name))
    }
}
