//! Objects in buckets: what an `ItemReader` reads and a `ResultWriter` writes.

use crate::failure::Failure;
use crate::lock::lock;
use crate::task::BoxFuture;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

/// A store of objects, from which distributed Maps read and to which they write.
pub trait Objects: Send + Sync + 'static {
    /// Reads the part of an object that begins at an offset, of any convenient length; `None` if there is no such object.
    fn part(&self, bucket: &str, key: &str, from: u64) -> BoxFuture<Result<Option<Part>, Failure>>;
    /// Lists the objects whose keys begin with `prefix`, in the order of their keys.
    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<Listed>, Failure>>;
    /// Begins to write an object.
    fn write(&self, bucket: &str, key: &str) -> BoxFuture<Result<Box<dyn Upload>, Failure>>;
}

/// A part of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its bytes: none only at the end of the object.
    pub bytes: Vec<u8>,
    /// The size of the whole object in bytes.
    pub size: u64,
    /// Names the content of the object: parts of the same content have the same.
    pub tag: String,
}

/// An object that is being written. It exists once it is finished; if it is dropped before, it never does.
pub trait Upload: Send {
    /// Adds bytes. Call it again only when the last call has ended. (S3 wants parts of 5 MiB at least, except the last.)
    fn add(&mut self, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>>;
    /// Finishes the object.
    fn finish(self: Box<Self>) -> BoxFuture<Result<(), Failure>>;
}

/// The number of bytes that are read at once.
pub(super) const PART: usize = 1 << 20;

/// An object of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Its key.
    pub key: String,
    /// Its size in bytes.
    pub size: u64,
    /// Names its content: in quotes, as S3 has it.
    pub tag: String,
    /// The time of its last change.
    pub modified: jiff::Timestamp,
}

/// Objects in memory. Cheap to clone.
#[derive(Clone, Default)]
pub struct MemoryObjects(Arc<Mutex<Contents>>);

/// By bucket and key.
type Contents = BTreeMap<(String, String), Content>;

struct Content {
    bytes: Vec<u8>,
    tag: String,
}

impl MemoryObjects {
    fn lock(&self) -> MutexGuard<'_, Contents> {
        lock(&self.0)
    }

    /// Adds an object.
    pub fn insert(&self, bucket: &str, key: &str, body: impl Into<Vec<u8>>) {
        let bytes = body.into();
        let content = Content { tag: tag(&bytes), bytes };
        self.lock().insert((bucket.to_owned(), key.to_owned()), content);
    }

    /// Returns an object.
    #[must_use]
    pub fn object(&self, bucket: &str, key: &str) -> Option<Vec<u8>> {
        let objects = self.lock();
        objects.get(&(bucket.to_owned(), key.to_owned())).map(|content| content.bytes.clone())
    }
}

impl Objects for MemoryObjects {
    fn part(&self, bucket: &str, key: &str, from: u64) -> BoxFuture<Result<Option<Part>, Failure>> {
        let objects = self.lock();
        let found = objects.get(&(bucket.to_owned(), key.to_owned()));
        let part = found.map(|Content { bytes, tag }| {
            let from = usize::try_from(from).unwrap_or(usize::MAX).min(bytes.len());
            let end = from.saturating_add(PART).min(bytes.len());
            let (size, tag) = (bytes.len() as u64, tag.clone());
            Part { bytes: bytes[from..end].to_vec(), size, tag }
        });
        Box::pin(async move { Ok(part) })
    }

    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<Listed>, Failure>> {
        let objects = self.lock();
        let here =
            objects.iter().filter(|((its, key), _)| its == bucket && key.starts_with(prefix));
        let listed = |((_, key), content): (&(String, String), &Content)| Listed {
            key: key.clone(),
            size: content.bytes.len() as u64,
            tag: content.tag.clone(),
            modified: jiff::Timestamp::UNIX_EPOCH,
        };
        let found = here.map(listed).collect();
        Box::pin(async move { Ok(found) })
    }

    fn write(&self, bucket: &str, key: &str) -> BoxFuture<Result<Box<dyn Upload>, Failure>> {
        let (bucket, key) = (bucket.to_owned(), key.to_owned());
        let upload = MemoryUpload { objects: self.clone(), bucket, key, bytes: vec![] };
        Box::pin(async move { Ok(Box::new(upload) as Box<dyn Upload>) })
    }
}

/// An object on its way into memory.
struct MemoryUpload {
    objects: MemoryObjects,
    bucket: String,
    key: String,
    bytes: Vec<u8>,
}

impl Upload for MemoryUpload {
    fn add(&mut self, mut bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        self.bytes.append(&mut bytes);
        Box::pin(async { Ok(()) })
    }

    fn finish(self: Box<Self>) -> BoxFuture<Result<(), Failure>> {
        self.objects.insert(&self.bucket, &self.key, self.bytes);
        Box::pin(async { Ok(()) })
    }
}

/// A name for a content (FNV-1a): opaque, as those of S3 are.
fn tag(body: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
    format!("\"{:016x}\"", body.iter().fold(0xCBF2_9CE4_8422_2325, step))
}
