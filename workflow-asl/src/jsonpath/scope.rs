//! The values that an expression reads.

use crate::bounds::{Allowance, Spent, UNTIMED};
use serde_json::{Map, Value};
use std::borrow::Borrow;
use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

/// The variables of a state.
pub trait Variables {
    /// The value of a variable, by its name without `$`.
    fn variable(&self, name: &str) -> Option<&Value>;
}

impl<K: Borrow<str> + Ord, V: Borrow<Value>> Variables for BTreeMap<K, V> {
    fn variable(&self, name: &str) -> Option<&Value> {
        self.get(name).map(Borrow::borrow)
    }
}
impl<K: Borrow<str> + Hash + Eq, V: Borrow<Value>> Variables for HashMap<K, V> {
    fn variable(&self, name: &str) -> Option<&Value> {
        self.get(name).map(Borrow::borrow)
    }
}
impl Variables for Map<String, Value> {
    fn variable(&self, name: &str) -> Option<&Value> {
        self.get(name)
    }
}

/// The data of one state, borrowed: its input `$`, the context object `$$` and its variables `$name`.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    pub(super) input: &'a Value,
    pub(super) context: &'a Value,
    pub(super) variables: Option<&'a dyn Variables>,
    allowance: Option<&'a Allowance>,
}

impl<'a> Scope<'a> {
    /// Only an input; the context object is null, and there are no variables.
    #[must_use]
    pub const fn new(input: &'a Value) -> Self {
        Scope { input, context: &Value::Null, variables: None, allowance: None }
    }

    /// The same with this context object. It need not be made for expressions that do not read it:
    /// [`Path::root`](super::Path::root) tells.
    #[must_use]
    pub const fn context(self, context: &'a Value) -> Self {
        Scope { context, ..self }
    }

    /// The same with these variables.
    #[must_use]
    pub const fn variables(self, variables: &'a dyn Variables) -> Self {
        Scope { variables: Some(variables), ..self }
    }

    /// The same with another input, such as the result of a task.
    #[must_use]
    pub const fn input(self, input: &'a Value) -> Self {
        Scope { input, ..self }
    }

    /// The same with what all its expressions, and others of the state, may take together.
    #[must_use]
    pub const fn allow(self, allowance: &'a Allowance) -> Self {
        Scope { allowance: Some(allowance), ..self }
    }

    /// Checks that another expression may be evaluated.
    pub(super) fn check(&self) -> Result<(), Spent> {
        // The steps of a path are not counted: the clock is looked at for each.
        self.allowance.map_or(Ok(()), |allowance| {
            allowance.work(UNTIMED, None);
            allowance.check()
        })
    }

    pub(super) fn variable(&self, name: &str) -> Option<&'a Value> {
        self.variables?.variable(name)
    }
}
