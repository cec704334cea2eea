//! Objects in buckets: what an `ItemReader` reads and a `ResultWriter` writes.

use crate::failure::Failure;
use crate::task::BoxFuture;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where objects are.
pub trait Objects: Send + Sync + 'static {
    /// The content of an object; `None` where there is none.
    fn get(&self, bucket: &str, key: &str) -> BoxFuture<Result<Option<Vec<u8>>, Failure>>;
    /// The keys that begin so, in order, with their sizes.
    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<(String, u64)>, Failure>>;
    /// Writes an object.
    fn put(&self, bucket: &str, key: &str, body: Vec<u8>) -> BoxFuture<Result<(), Failure>>;
}

/// Objects in memory. Cheap to clone.
#[derive(Clone, Default)]
pub struct MemoryObjects(Arc<Mutex<Contents>>);

/// By bucket and key.
type Contents = BTreeMap<(String, String), Vec<u8>>;

impl MemoryObjects {
    fn lock(&self) -> MutexGuard<'_, Contents> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an object.
    pub fn insert(&self, bucket: &str, key: &str, body: impl Into<Vec<u8>>) {
        self.lock().insert((bucket.to_owned(), key.to_owned()), body.into());
    }

    /// An object.
    #[must_use]
    pub fn object(&self, bucket: &str, key: &str) -> Option<Vec<u8>> {
        self.lock().get(&(bucket.to_owned(), key.to_owned())).cloned()
    }
}

impl Objects for MemoryObjects {
    fn get(&self, bucket: &str, key: &str) -> BoxFuture<Result<Option<Vec<u8>>, Failure>> {
        let found = self.object(bucket, key);
        Box::pin(async move { Ok(found) })
    }

    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<(String, u64)>, Failure>> {
        let objects = self.lock();
        let here =
            objects.iter().filter(|((its, key), _)| its == bucket && key.starts_with(prefix));
        let found = here.map(|((_, key), body)| (key.clone(), body.len() as u64)).collect();
        Box::pin(async move { Ok(found) })
    }

    fn put(&self, bucket: &str, key: &str, body: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        self.insert(bucket, key, body);
        Box::pin(async { Ok(()) })
    }
}
