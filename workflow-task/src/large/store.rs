//! The store of large values, as tasks see it.

use super::error::{DAMAGED, MISSING, TOO_LARGE, refused};
use super::folder::Folder;
use super::{Large, LargeMemory};
use crate::failure::Failure;
use crate::payload::{read, sized};
use crate::task::{BoxFuture, TaskDefinition};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::any::TypeId;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use workflow_asl::bounds;

/// The most bytes of a value's JSON: 64 MiB.
pub const LARGEST: usize = bounds::SIZE;

/// A place that keeps the objects of a [`LargeStore`]: a folder, a bucket, memory, or one of your own.
///
/// The name of an object is the digest of its bytes. So an object never changes, and writing it twice does no harm; the
/// [`LargeStore`] checks what it reads against the name.
pub trait LargeObjects: Send + Sync + 'static {
    /// Writes an object, as a whole or not at all. If it exists, it is written again, and its age starts at zero.
    fn put(&self, key: &str, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>>;

    /// Reads an object, but at most `most` bytes of it. `None` if there is none.
    fn get(&self, key: &str, most: usize) -> BoxFuture<Result<Option<Vec<u8>>, Failure>>;

    /// Removes the objects that were last written longer ago than `age`, and counts them. Refused if something else does
    /// this, such as the lifecycle rule of a bucket.
    fn prune(&self, age: Duration) -> BoxFuture<Result<usize, Failure>> {
        let _ = age;
        Box::pin(async {
            Err(refused("this store removes old values by itself: set its own rule for their age"))
        })
    }
}

/// The store of large values: tasks take it as `Res<LargeStore>`. Cheap to clone.
///
/// An engine without a resource of this type has one by itself: beside a store of `Sqlite` in a file the folder
/// `FILE-large`, without a store memory, which only [`LargeStore::prune`] empties: a program that runs for long
/// registers one of its own. A Lambda function has the one that its variable `WORKFLOW_LARGE` names.
#[derive(Clone)]
pub struct LargeStore(Arc<dyn LargeObjects>);

impl fmt::Debug for LargeStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LargeStore")
    }
}

impl LargeStore {
    /// Keeps values in this place.
    pub fn new(objects: impl LargeObjects) -> Self {
        LargeStore(Arc::new(objects))
    }

    /// Keeps values in memory, at most 1 GiB together: for tests, and for executions that end with the process.
    #[must_use]
    pub fn memory() -> Self {
        LargeStore::new(LargeMemory::default())
    }

    /// Keeps values in files of a folder, which is made when it is needed. A value is on the disk when
    /// [`LargeStore::put`] returns. Several processes may share a folder: its file `.lock` keeps the pruning of one from
    /// the writing of another. Links in the folder are not followed.
    #[must_use]
    pub fn folder(path: impl Into<PathBuf>) -> Self {
        LargeStore::new(Folder::new(path.into()))
    }

    /// Keeps a value, and returns the reference to it.
    ///
    /// # Errors
    /// [`TOO_LARGE`] above [`LARGEST`], [`UNAVAILABLE`](super::UNAVAILABLE) and [`REFUSED`](super::REFUSED) of the
    /// store, `States.Runtime` where the value has no JSON form.
    pub async fn put<T: Serialize>(&self, value: &T) -> Result<Large<T>, Failure> {
        let json = encoded(value)?;
        let large = Large::of_many(&json).await;
        self.0.put(&large.key(), json).await?;
        Ok(large)
    }

    /// Reads a value.
    ///
    /// # Errors
    /// [`MISSING`] if there is none, [`DAMAGED`] where something else lies in its place,
    /// [`UNAVAILABLE`](super::UNAVAILABLE) and [`REFUSED`](super::REFUSED) of the store, `States.Runtime` where it does not
    /// fit its type.
    pub async fn get<T: DeserializeOwned>(&self, large: &Large<T>) -> Result<T, Failure> {
        // One more than it has tells what is longer.
        let most = large.bytes() as usize + 1;
        let Some(json) = self.0.get(&large.key(), most).await? else {
            return Err(missing(large));
        };
        decoded(large, Large::of_many(&json).await, &json)
    }

    /// Removes the values that were last put longer ago than `age`, and returns their number. A task that still has a
    /// reference then finds its value missing: choose more than any execution takes, including redrives.
    ///
    /// # Errors
    /// [`REFUSED`](super::REFUSED) of a bucket, which has a lifecycle rule instead, and of a folder that may not be
    /// changed or has no locks; [`UNAVAILABLE`](super::UNAVAILABLE) of a folder that cannot be read or changed.
    pub async fn prune(&self, age: Duration) -> Result<usize, Failure> {
        self.0.prune(age).await
    }

    /// The type, as the needs of tasks name it.
    #[doc(hidden)]
    #[must_use]
    pub fn id() -> TypeId {
        TypeId::of::<LargeStore>()
    }

    /// True if a task asks for one.
    #[doc(hidden)]
    #[must_use]
    pub fn is_needed_by(task: &TaskDefinition) -> bool {
        (task.needs)().iter().any(|need| need.id == LargeStore::id())
    }
}

fn too_large() -> Failure {
    Failure::new(TOO_LARGE, format!("a large value has at most {LARGEST} bytes as JSON"))
}

fn missing<T>(large: &Large<T>) -> Failure {
    Failure::new(
        MISSING,
        format!("the store has no value {large}: it was removed, or is in another store"),
    )
}

/// The JSON of a value, as it is kept.
pub(super) fn encoded<T: Serialize>(value: &T) -> Result<Vec<u8>, Failure> {
    sized(value)?.ok_or_else(too_large)
}

/// The value with this JSON, and the reference that this JSON has.
pub(super) fn decoded<T: DeserializeOwned>(
    large: &Large<T>,
    found: Large<T>,
    json: &[u8],
) -> Result<T, Failure> {
    if found != *large {
        let why = format!("the store has something else in the place of the value {large}");
        return Err(Failure::new(DAMAGED, why));
    }
    read(json)
}
