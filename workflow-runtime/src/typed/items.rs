//! The items that a forking state holds of its children, and a `for` loop of its list.

use super::saved::{Kept, Saved};
use super::state::{Place, State};
use crate::failure::Failure;
use crate::machine::{Effect, order};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::VecDeque;
use workflow_asl::{Data, Json, Schema};

/// The items of a Map that have not been started.
#[derive(Debug, Serialize, Deserialize)]
pub struct Items<T>(Vec<Option<T>>);

impl<T> Items<T> {
    /// All items of a list.
    pub fn new(list: impl IntoIterator<Item = T>) -> Self {
        Items(list.into_iter().map(Some).collect())
    }
    /// Returns the number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// True if there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// One of them, once.
    pub fn take(&mut self, index: usize) -> Option<T> {
        self.0.get_mut(index)?.take()
    }
}

/// The input of a child, where its Parallel or Map may be tried again.
#[diagnostic::on_unimplemented(
    message = "`.retry(..)` begins branches or items again, and `{Self}` is not `Clone`",
    label = "a `join!` or `map` with retriers in here begins its children with a `{Self}`",
    note = "write `#[derive(Clone)]` above `{Self}`, or retry the tasks inside instead"
)]
pub trait Again: Clone {}
#[diagnostic::do_not_recommend]
impl<T: Clone> Again for T {}

impl<T: Again> Items<T> {
    /// One of them, as often as it is asked for: the state may be tried again.
    #[must_use]
    pub fn again(&self, index: usize) -> Option<T> {
        self.0.get(index)?.clone()
    }
}

/// The starts of the branches of a Parallel.
pub struct Forked<S>(Vec<Option<S>>);

impl<S: State> Forked<S> {
    /// The branches, in order.
    pub fn new(starts: impl IntoIterator<Item = S>) -> Self {
        Forked(starts.into_iter().map(Some).collect())
    }
    /// Returns the number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// True if there are no items.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// One of them, once.
    pub fn take(&mut self, index: usize) -> Option<S> {
        self.0.get_mut(index)?.take()
    }
    /// One of them, as often as it is asked for: the state may be tried again.
    pub fn again(&self, index: usize, copy: impl FnOnce(&S) -> Option<S>) -> Option<S> {
        copy(self.0.get(index)?.as_ref()?)
    }
    /// The effect of the state that holds them.
    ///
    /// # Errors
    /// None.
    pub fn fork(&self) -> Result<Effect, Failure> {
        Ok(Effect::Fork { count: self.len(), width: 0 })
    }
    /// The records of the branches that have not been started.
    #[must_use]
    pub fn saved(&self) -> Vec<Option<Value>> {
        let save = |start: &S| {
            let mut saved = Saved::default();
            start.save(&mut saved);
            saved.finish().ok()
        };
        self.0.iter().map(|start| start.as_ref().and_then(save)).collect()
    }
    /// From their records; what they share with their parent is taken from there. They stay in the order of the children,
    /// wherever their branches are by now.
    ///
    /// # Errors
    /// Where a record or a branch does not fit.
    pub fn load(kept: &mut Kept, parent: &S) -> Result<Self, Failure> {
        let Place::State(fork) = parent.place() else { return Err(super::lost("a Parallel")) };
        let moved = order(S::states(), fork, kept.branches())?;
        let records: Vec<Option<Value>> = kept.take("input")?;
        let load = |(index, record): (usize, Option<Value>)| {
            let branch = moved.as_ref().and_then(|order| order.get(index)).map_or(index, |it| *it);
            let load = |record| super::machine::load(record, Some((parent, branch)));
            Ok(record.map(load).transpose()?.map(|(start, _)| start))
        };
        records.into_iter().enumerate().map(load).collect::<Result<_, _>>().map(Forked)
    }
}

/// A list that a loop goes through; `Data` as the list itself.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Each<T> {
    rest: VecDeque<T>,
    index: usize,
}

impl<T> Each<T> {
    /// The list, from the beginning.
    pub fn new(list: impl IntoIterator<Item = T>) -> Self {
        Each { rest: list.into_iter().collect(), index: 0 }
    }
    /// Returns the number of items taken so far.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }
    /// True if there is another item.
    #[must_use]
    pub fn has_next(&self) -> bool {
        !self.rest.is_empty()
    }
    /// The items that were not taken: at the beginning the whole list.
    #[must_use]
    pub fn rest(&self) -> &VecDeque<T> {
        &self.rest
    }
}

impl<T> Iterator for Each<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let item = self.rest.pop_front();
        self.index += usize::from(item.is_some());
        item
    }
}

impl<T: Json> Json for Each<T> {}
impl<T: Data> Data for Each<T> {
    fn schema() -> Schema {
        Schema::List(T::schema)
    }
}
