//! Variables in layers: a scope sets its own, and reads those around it.

use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow_asl::jsonpath;

/// The variables of a scope. Children share them: while children run, their parent sets none.
#[derive(Clone, Default)]
pub(super) struct Variables {
    own: BTreeMap<Arc<str>, Arc<Value>>,
    outer: Option<Arc<Variables>>,
}

impl Variables {
    /// No variables yet, within a scope.
    pub(super) fn within(outer: Arc<Variables>) -> Self {
        Variables { own: BTreeMap::new(), outer: Some(outer) }
    }

    /// Whether these are within another scope.
    pub(super) fn is_inner(&self) -> bool {
        self.outer.is_some()
    }

    pub(super) fn set(&mut self, name: Arc<str>, value: Arc<Value>) {
        self.own.insert(name, value);
    }

    /// The scope's own.
    pub(super) fn own(&self) -> impl Iterator<Item = (&Arc<str>, &Arc<Value>)> {
        self.own.iter()
    }

    /// All, those of outer scopes first.
    pub(super) fn visit<'a>(&'a self, see: &mut dyn FnMut(&'a str, &'a Value)) {
        if let Some(outer) = &self.outer {
            outer.visit(see);
        }
        self.own.iter().for_each(|(name, value)| see(name, value));
    }
}

impl jsonpath::Variables for Variables {
    fn variable(&self, name: &str) -> Option<&Value> {
        let own = self.own.get(name).map(|value| &**value);
        own.or_else(|| self.outer.as_ref()?.variable(name))
    }
}
