//! Large values in memory.

use super::error::MISSING;
use super::store::{decoded, encoded};
use super::{Large, LargeObjects, TOO_LARGE};
use crate::failure::Failure;
use crate::task::BoxFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The most bytes of all values together.
const MOST: usize = 1 << 30;

/// Large values in memory, at most 1 GiB together. Cheap to clone: all clones have the same values.
///
/// Beside what a [`LargeStore`](super::LargeStore) does with it, tests put values in and take them out without
/// awaiting anything.
///
/// ```
/// # use workflow_task::Failure;
/// use workflow_task::large::{LargeMemory, LargeStore};
///
/// let memory = LargeMemory::default();
/// let store = LargeStore::new(memory.clone()); // for `Test::resource`
/// let large = memory.insert(&vec![1, 2])?;
/// assert_eq!(memory.value(&large)?, [1, 2]);
/// # Ok::<(), Failure>(())
/// ```
#[derive(Clone, Default)]
pub struct LargeMemory(Arc<Mutex<Objects>>);

#[derive(Default)]
struct Objects {
    by_key: HashMap<String, Vec<u8>>,
    bytes: usize,
}

impl LargeMemory {
    /// Keeps a value.
    ///
    /// # Errors
    /// As [`LargeStore::put`](super::LargeStore::put).
    pub fn insert<T: Serialize>(&self, value: &T) -> Result<Large<T>, Failure> {
        let json = encoded(value)?;
        let large = Large::of(&json);
        self.write(&large.key(), json)?;
        Ok(large)
    }

    /// Reads a value.
    ///
    /// # Errors
    /// As [`LargeStore::get`](super::LargeStore::get).
    pub fn value<T: DeserializeOwned>(&self, large: &Large<T>) -> Result<T, Failure> {
        let missing = || Failure::new(MISSING, format!("the memory has no value {large}"));
        let json = self.lock().by_key.get(&large.key()).cloned().ok_or_else(missing)?;
        decoded(large, &json)
    }

    /// True if there is no value.
    #[doc(hidden)]
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.lock().by_key.is_empty()
    }

    /// Keeps the values of another memory, too.
    ///
    /// # Errors
    /// [`TOO_LARGE`] where they are too many.
    #[doc(hidden)]
    pub fn extend(&self, other: &LargeMemory) -> Result<(), Failure> {
        let values = other.lock().by_key.clone();
        values.into_iter().try_for_each(|(key, bytes)| self.write(&key, bytes))
    }

    fn lock(&self) -> MutexGuard<'_, Objects> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, key: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        let mut objects = self.lock();
        if objects.by_key.contains_key(key) {
            return Ok(());
        }
        let after = objects.bytes.saturating_add(bytes.len());
        if after > MOST {
            let why = format!("large values in memory have at most {MOST} bytes together");
            return Err(Failure::new(TOO_LARGE, why));
        }
        objects.bytes = after;
        objects.by_key.insert(key.to_owned(), bytes);
        Ok(())
    }
}

impl LargeObjects for LargeMemory {
    fn put(&self, key: &str, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        let written = self.write(key, bytes);
        Box::pin(async { written })
    }

    fn get(&self, key: &str, _: usize) -> BoxFuture<Result<Option<Vec<u8>>, Failure>> {
        let found = self.lock().by_key.get(key).cloned();
        Box::pin(async { Ok(found) })
    }

    /// Removes nothing: values in memory have no age.
    fn prune(&self, _: Duration) -> BoxFuture<Result<usize, Failure>> {
        Box::pin(async { Ok(0) })
    }
}
