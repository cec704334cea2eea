//! The sources of a distributed `map` besides lists: the items of objects, and batches.

use super::JOURNAL;
use crate::connector::Objects;
use crate::engine::distributed::Rows as Reading;
use crate::failure::Failure;
use crate::machine::distributed::Reader;
pub use crate::typed::{Read, list_objects, read_csv, read_json, read_jsonl};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::marker::PhantomData;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

/// Batches of items: each is an item of a distributed `map`.
#[must_use = "batches are handled by a distributed `map`"]
#[derive(Clone, Debug)]
pub struct Batches<I> {
    items: I,
    size: usize,
}

/// Puts `size` items together into a batch; the last batch may have fewer.
///
/// In a workflow: `map(batches(rows, 100), async |rows| { .. }).distributed()`. `rows` is a list, or the result of
/// [`read_csv`], [`read_json`], [`read_jsonl`] or [`list_objects`].
pub fn batches<I: IntoIterator>(items: I, size: usize) -> Batches<I> {
    Batches { items, size }
}

impl<I: IntoIterator> IntoIterator for Batches<I> {
    type Item = Vec<I::Item>;
    type IntoIter = BatchIter<I::IntoIter>;
    fn into_iter(self) -> Self::IntoIter {
        BatchIter { items: self.items.into_iter(), size: self.size }
    }
}

/// One batch after another.
#[derive(Debug)]
pub struct BatchIter<I> {
    items: I,
    size: usize,
}

impl<I: Iterator> Iterator for BatchIter<I> {
    type Item = Vec<I::Item>;
    fn next(&mut self) -> Option<Self::Item> {
        let batch: Vec<_> = self.items.by_ref().take(self.size.max(1)).collect();
        JOURNAL.with_borrow_mut(|journal| journal.weight = batch.len() as u64);
        (!batch.is_empty()).then_some(batch)
    }
}

impl<T: DeserializeOwned> IntoIterator for Read<T> {
    type Item = T;
    type IntoIter = Rows<T>;
    fn into_iter(self) -> Rows<T> {
        let objects = JOURNAL.with_borrow(|journal| journal.told.objects.clone());
        let reader = self.from.reader();
        let rows = reader.and_then(|reader| begin(reader, objects));
        Rows { rows: rows.map_err(unread).ok(), of: PhantomData }
    }
}

fn begin(reader: Reader, objects: Option<Arc<dyn Objects>>) -> Result<Reading, Failure> {
    now(reader.rows(objects))
}

/// The items, one after another. Where they cannot be read, the journal knows why.
pub struct Rows<T> {
    rows: Option<Reading>,
    of: PhantomData<fn() -> T>,
}

impl<T: DeserializeOwned> Iterator for Rows<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        let row = now(self.rows.as_mut()?.next()).and_then(|row| row.map(fit).transpose());
        row.map_err(unread).ok().flatten()
    }
}

fn fit<T: DeserializeOwned>(row: Value) -> Result<T, Failure> {
    serde_json::from_value(row).map_err(|error| Failure::runtime(error.to_string()))
}

fn unread(failure: Failure) {
    JOURNAL.with_borrow_mut(|journal| journal.unread = Some(failure));
}

/// Returns what a future comes to that has nothing to wait for: objects in memory.
fn now<T>(future: impl Future<Output = Result<T, Failure>>) -> Result<T, Failure> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(outcome) => outcome,
        Poll::Pending => Err(Failure::runtime("the objects of a journal are not in memory")),
    }
}
