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
use std::time::{Duration, Instant};

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
    by_key: HashMap<String, Object>,
    bytes: usize,
}

#[derive(Clone)]
struct Object {
    bytes: Vec<u8>,
    /// The time when it was last put.
    put: Instant,
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
        let json = self.read(&large.key()).ok_or_else(missing)?;
        decoded(large, Large::of(&json), &json)
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
    /// [`TOO_LARGE`] if they are too many.
    #[doc(hidden)]
    pub fn extend(&self, other: &LargeMemory) -> Result<(), Failure> {
        let values = other.lock().by_key.clone();
        values.into_iter().try_for_each(|(key, object)| self.write(&key, object.bytes))
    }

    fn lock(&self) -> MutexGuard<'_, Objects> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn read(&self, key: &str) -> Option<Vec<u8>> {
        self.lock().by_key.get(key).map(|it| it.bytes.clone())
    }

    fn write(&self, key: &str, bytes: Vec<u8>) -> Result<(), Failure> {
        let (mut objects, put) = (self.lock(), Instant::now());
        if let Some(object) = objects.by_key.get_mut(key) {
            object.put = put;
            return Ok(());
        }
        let after = objects.bytes.saturating_add(bytes.len());
        if after > MOST {
            let why = format!("large values in memory have at most {MOST} bytes together");
            return Err(Failure::new(TOO_LARGE, why));
        }
        objects.bytes = after;
        objects.by_key.insert(key.to_owned(), Object { bytes, put });
        Ok(())
    }

    /// Removes what was put longer ago.
    fn remove(&self, age: Duration) -> usize {
        let mut objects = self.lock();
        let before = objects.by_key.len();
        objects.by_key.retain(|_, object| object.put.elapsed() <= age);
        objects.bytes = objects.by_key.values().map(|it| it.bytes.len()).sum();
        before - objects.by_key.len()
    }
}

impl LargeObjects for LargeMemory {
    fn put(&self, key: &str, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        let written = self.write(key, bytes);
        Box::pin(async { written })
    }

    fn get(&self, key: &str, _: usize) -> BoxFuture<Result<Option<Vec<u8>>, Failure>> {
        let found = self.read(key);
        Box::pin(async { Ok(found) })
    }

    fn prune(&self, age: Duration) -> BoxFuture<Result<usize, Failure>> {
        let removed = self.remove(age);
        Box::pin(async move { Ok(removed) })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn pruning_takes_what_was_last_put_longer_ago_and_makes_place() {
        const AGE: Duration = Duration::from_secs(10);
        let memory = LargeMemory::default();
        let (old, renewed, new) = (memory.insert(&"old"), memory.insert(&"renewed"), [1, 2]);
        let (old, renewed) = (old.unwrap(), renewed.unwrap());
        let then = Instant::now().checked_sub(2 * AGE).unwrap();
        memory.lock().by_key.values_mut().for_each(|it| it.put = then);
        memory.insert(&"renewed").unwrap();
        let new = memory.insert(&new).unwrap();
        assert_eq!((memory.remove(3 * AGE), memory.remove(AGE), memory.remove(AGE)), (0, 1, 0));
        assert!(memory.read(&old.key()).is_none());
        assert!([renewed.key(), new.key()].iter().all(|key| memory.read(key).is_some()));
        assert_eq!(memory.lock().bytes, "\"renewed\"[1,2]".len());
    }
}
