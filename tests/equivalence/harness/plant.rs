//! Bugs, planted in exported documents: the proof is worth what it finds.

use super::agree::{Proof, alike, compiled};
use serde_json::Value;
use workflow::Workflow;

/// A change of one state.
#[derive(Clone, Copy)]
pub enum Change {
    /// A piece of its JSON, and what stands there instead.
    Text(&'static str, &'static str),
    /// Two places in it, exchanged.
    Swap(&'static str, &'static str),
    /// A place in it, taken away.
    Remove(&'static str),
}

/// A bug: what a compiler could get wrong, the state, the change.
pub type Bug = (&'static str, &'static str, Change);

impl<W: Workflow> Proof<W> {
    /// Plants each bug, and returns those that no run has found. The first document is as it was exported.
    pub fn plant(&self, bugs: &[Bug]) -> Vec<String> {
        let source = self.definition.as_ref().expect("the workflow has a document").to_value();
        assert_eq!(self.found(&source), None, "{}: found in a document without a bug", W::NAME);
        let missed = bugs.iter().filter_map(|(what, state, change)| {
            let mut document = source.clone();
            let place = find(&mut document, state);
            let place = place.unwrap_or_else(|| panic!("{} has no state `{state}`", W::NAME));
            let before = place.clone();
            apply(place, change);
            assert_ne!(before, *place, "{what} changes nothing in {before:#}");
            let found = self.found(&document);
            println!("{}: {what}: {}", W::NAME, found.as_deref().unwrap_or("NOT FOUND"));
            found.is_none().then(|| format!("{}: {what}", W::NAME))
        });
        missed.collect()
    }

    /// The first run in which the kept function is not what the machine was made from.
    pub fn doubted(&self) -> Option<String> {
        let mut counts = super::agree::Counts::default();
        let differs = |seed: &u64| self.agree(None, *seed, &mut counts).is_err();
        (0..self.seeds).find(differs).map(|seed| format!("seed {seed}"))
    }

    /// The first run that tells a document from the generated machine.
    fn found(&self, document: &Value) -> Option<String> {
        let document =
            compiled::<W>(&document.to_string()).expect("a bug leaves the document valid");
        (0..self.seeds).find_map(|seed| {
            let native = self.native(seed).expect("the generated machine ends");
            let differs = match self.interpreted(&document, seed) {
                Ok(interpreted) => {
                    alike(&native, &interpreted, &self.script.defaults::<W>()).is_err()
                }
                Err(_) => true,
            };
            differs.then(|| format!("seed {seed}"))
        })
    }
}

/// The state of this name, in whatever scope.
fn find<'v>(value: &'v mut Value, name: &str) -> Option<&'v mut Value> {
    match value {
        Value::Object(fields) => {
            if fields.get("States").is_some_and(|states| states.get(name).is_some()) {
                return fields.get_mut("States")?.get_mut(name);
            }
            fields.values_mut().find_map(|value| find(value, name))
        }
        Value::Array(items) => items.iter_mut().find_map(|value| find(value, name)),
        _ => None,
    }
}

fn apply(state: &mut Value, change: &Change) {
    match *change {
        Change::Text(from, to) => {
            let text = state.to_string();
            assert!(text.contains(from), "{from} is not in {text}");
            *state = serde_json::from_str(&text.replacen(from, to, 1)).expect("still JSON");
        }
        Change::Swap(one, other) => {
            let take = |state: &Value, at| state.pointer(at).cloned().expect("a place to swap");
            let (a, b) = (take(state, one), take(state, other));
            *state.pointer_mut(one).expect("seen before") = b;
            *state.pointer_mut(other).expect("seen before") = a;
        }
        Change::Remove(at) => {
            let (parent, key) = at.rsplit_once('/').expect("a pointer");
            match state.pointer_mut(parent).expect("a place to remove from") {
                Value::Object(fields) => drop(fields.shift_remove(key).expect("a field")),
                Value::Array(items) => drop(items.remove(key.parse().expect("an index"))),
                other => panic!("nothing to remove from {other}"),
            }
        }
    }
}
