//! Objects in buckets: what an `ItemReader` reads and a `ResultWriter` writes.

use crate::failure::Failure;
use crate::task::BoxFuture;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Where objects are.
pub trait Objects: Send + Sync + 'static {
    /// The content of an object; `None` where there is none.
    fn get(&self, bucket: &str, key: &str) -> BoxFuture<Result<Option<Vec<u8>>, Failure>>;
    /// The objects whose keys begin so, in order.
    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<Listed>, Failure>>;
    /// Writes an object.
    fn put(&self, bucket: &str, key: &str, body: Vec<u8>) -> BoxFuture<Result<(), Failure>>;
}

/// An object of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its key.
    pub key: String,
    /// How many bytes it has.
    pub size: u64,
    /// Names its content: in quotes, as S3 has it.
    pub tag: String,
    /// When it was changed last.
    pub modified: jiff::Timestamp,
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

    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<Listed>, Failure>> {
        let objects = self.lock();
        let here =
            objects.iter().filter(|((its, key), _)| its == bucket && key.starts_with(prefix));
        let listed = |((_, key), body): (&(String, String), &Vec<u8>)| Listed {
            key: key.clone(),
            size: body.len() as u64,
            tag: tag(body),
            modified: jiff::Timestamp::UNIX_EPOCH,
        };
        let found = here.map(listed).collect();
        Box::pin(async move { Ok(found) })
    }

    fn put(&self, bucket: &str, key: &str, body: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        self.insert(bucket, key, body);
        Box::pin(async { Ok(()) })
    }
}

/// A name for a content (FNV-1a): opaque, as those of S3 are.
fn tag(body: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
    format!("\"{:016x}\"", body.iter().fold(0xCBF2_9CE4_8422_2325, step))
}
