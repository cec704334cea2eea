//! What a forking state holds of its children, and what a `for` loop holds of its list.

use super::state::State;
use serde::{Deserialize, Serialize};
use std::collections::VecDeque;
use workflow_asl::{Data, Schema};

/// The items of a Map that have not been started.
#[derive(Debug, Serialize, Deserialize)]
pub struct Items<T>(Vec<Option<T>>);

impl<T> Items<T> {
    /// All items of a list.
    pub fn new(list: impl IntoIterator<Item = T>) -> Self {
        Items(list.into_iter().map(Some).collect())
    }
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// One of them, once.
    pub fn take(&mut self, index: usize) -> Option<T> {
        self.0.get_mut(index)?.take()
    }
}

/// The starts of the branches of a Parallel.
pub struct Forked<S>(Vec<Option<S>>);

impl<S: State> Forked<S> {
    /// The branches, in order.
    pub fn new(starts: impl IntoIterator<Item = S>) -> Self {
        Forked(starts.into_iter().map(Some).collect())
    }
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
    /// One of them, once.
    pub fn take(&mut self, index: usize) -> Option<S> {
        self.0.get_mut(index)?.take()
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
    /// How many items were taken.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
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

impl<T: Data> Data for Each<T> {
    fn schema() -> Schema {
        Schema::List(T::schema)
    }
}
