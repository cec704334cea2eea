//! The sources of a distributed `map` besides lists: the items of objects, and batches.

use super::JOURNAL;
use crate::connector::Objects;
use crate::engine::distributed::Rows as Reading;
use crate::failure::Failure;
use crate::machine::distributed::Reader;
use crate::typed::ReadFrom;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::marker::PhantomData;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Waker};

/// The items of an object, which a distributed `map` reads: the macro sees that nothing else does.
#[must_use = "items are read by a distributed `map`"]
#[derive(Clone, Debug)]
pub struct Read<T> {
    pub(crate) from: ReadFrom,
    of: PhantomData<fn() -> T>,
}

impl<T> Read<T> {
    fn new(from: ReadFrom) -> Self {
        Read { from, of: PhantomData }
    }

    /// So many items are read, at most.
    pub fn max_items(mut self, most: u32) -> Self {
        self.from.max_items = Some(most);
        self
    }
}

/// The rows of a CSV file, whose first row names the columns. Each is an object of texts: `T` is a struct of `String`s.
///
/// In a workflow: `map(read_csv::<Row>(bucket, key), async |row| { .. }).distributed()`. Of the file, no more than the
/// items at hand is in memory; on AWS it is read from S3, here where `Engine::builder().objects(..)` says.
pub fn read_csv<T>(bucket: impl Into<String>, key: impl Into<String>) -> Read<T> {
    Read::new(ReadFrom::csv(bucket.into(), key.into()))
}

/// The elements of the array that a JSON file is.
///
/// In a workflow: `map(read_json::<Row>(bucket, key), async |row| { .. }).distributed()`.
pub fn read_json<T>(bucket: impl Into<String>, key: impl Into<String>) -> Read<T> {
    Read::new(ReadFrom::json(bucket.into(), key.into()))
}

/// The lines of a file, each of which is a JSON value: JSON Lines.
///
/// In a workflow: `map(read_jsonl::<Row>(bucket, key), async |row| { .. }).distributed()`.
pub fn read_jsonl<T>(bucket: impl Into<String>, key: impl Into<String>) -> Read<T> {
    Read::new(ReadFrom::json_lines(bucket.into(), key.into()))
}

/// The objects of a bucket whose keys begin so, in the order of their keys: not their contents, but what S3 says of each,
/// `Key`, `Size` in bytes, `LastModified` in seconds since 1970, `Etag` and `StorageClass`.
///
/// In a workflow: `map(list_objects::<Stored>(bucket, prefix), async |object| { .. }).distributed()`, where `Stored` is a
/// struct with the fields that are needed, as `#[serde(rename = "Key")] key: String`.
pub fn list_objects<T>(bucket: impl Into<String>, prefix: impl Into<String>) -> Read<T> {
    Read::new(ReadFrom::listing(bucket.into(), prefix.into()))
}

/// Items put together, which a distributed `map` handles at once.
#[must_use = "batches are handled by a distributed `map`"]
#[derive(Clone, Debug)]
pub struct Batches<I> {
    items: I,
    size: usize,
}

/// Puts so many items together; the last batch may have fewer.
///
/// In a workflow: `map(batches(rows, 100), async |rows| { .. }).distributed()`, where `rows` is a list, or what
/// [`read_csv`], [`read_json`], [`read_jsonl`] or [`list_objects`] give.
pub fn batches<I: IntoIterator>(items: I, size: usize) -> Batches<I> {
    Batches { items, size }
}

impl<I: IntoIterator> IntoIterator for Batches<I> {
    type Item = Vec<I::Item>;
    type IntoIter = Batched<I::IntoIter>;
    fn into_iter(self) -> Self::IntoIter {
        Batched { items: self.items.into_iter(), size: self.size }
    }
}

/// One batch after another.
#[derive(Debug)]
pub struct Batched<I> {
    items: I,
    size: usize,
}

impl<I: Iterator> Iterator for Batched<I> {
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
