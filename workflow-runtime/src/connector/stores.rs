//! Objects through the crate `object_store`: in folders, in S3, and what it knows besides.

use super::folder::Folder;
use super::objects::PART;
use super::{Listed, Objects, Part, Upload};
use crate::failure::Failure;
use crate::task::BoxFuture;
use futures_core::Stream;
use object_store::local::LocalFileSystem;
use object_store::path::{Path, PathPart};
use object_store::{
    Error, GetOptions, GetRange, MultipartUpload, ObjectMeta, ObjectStore, ObjectStoreExt,
    PutPayload,
};
use std::collections::BTreeMap;
use std::pin::Pin;
use std::sync::Arc;

/// Buckets in stores of the crate [`object_store`]. With its features `aws`, `gcp` and `azure` these can be buckets of the
/// clouds: add one with [`ObjectStores::bucket`].
///
/// ```no_run
/// # use workflow_runtime::{Engine, Failure, connector::ObjectStores};
/// # fn main() -> Result<(), Failure> {
/// // A bucket is a folder in `data`.
/// let engine = Engine::builder().objects(ObjectStores::folder("data")?).build();
/// # Ok(())
/// # }
/// ```
#[derive(Clone, Default)]
pub struct ObjectStores {
    /// The store that has a bucket for each of its folders.
    folder: Option<Store>,
    buckets: BTreeMap<String, Store>,
}

/// A store; with its folder, if it is one.
#[derive(Clone)]
struct Store {
    store: Arc<dyn ObjectStore>,
    folder: Option<Arc<Folder>>,
}

impl ObjectStores {
    /// Makes each folder in this one a bucket: an object is the file `FOLDER/BUCKET/KEY`. Links that lead out of the folder
    /// are not followed.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn folder(folder: impl AsRef<std::path::Path>) -> Result<Self, Failure> {
        Ok(ObjectStores { folder: Some(local(folder)?), buckets: BTreeMap::new() })
    }

    /// Adds a bucket of this name.
    #[must_use]
    pub fn bucket(mut self, name: impl Into<String>, store: Arc<dyn ObjectStore>) -> Self {
        self.buckets.insert(name.into(), Store { store, folder: None });
        self
    }

    /// A bucket of this name that is a folder. Links that lead out of it are not followed.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn bucket_folder(
        mut self,
        name: impl Into<String>,
        folder: impl AsRef<std::path::Path>,
    ) -> Result<Self, Failure> {
        self.buckets.insert(name.into(), local(folder)?);
        Ok(self)
    }

    /// The store of a bucket, and what its paths begin with there.
    fn find(&self, bucket: &str) -> Result<Place, Failure> {
        if let Some(store) = self.buckets.get(bucket) {
            return Ok(Place { store: store.clone(), root: Path::default() });
        }
        let part = PathPart::parse(bucket).ok().filter(|_| !bucket.is_empty());
        match (&self.folder, part) {
            (Some(store), Some(part)) => {
                Ok(Place { store: store.clone(), root: Path::from_iter([part]) })
            }
            (Some(_), None) => Err(broken(format!("`{bucket}` is no name of a bucket"))),
            (None, _) => {
                let known: Vec<_> = self.buckets.keys().map(String::as_str).collect();
                let known = known.join(", ");
                Err(broken(format!("there is no bucket `{bucket}`; known are: {known}")))
            }
        }
    }
}

fn local(folder: impl AsRef<std::path::Path>) -> Result<Store, Failure> {
    let folder = folder.as_ref();
    // The crate's own text has the address that it made of the path.
    let wrong = |_| broken(format!("there is no folder `{}`", folder.display()));
    let store = LocalFileSystem::new_with_prefix(folder).map_err(wrong)?;
    // The commit that tells of an object is synced, and nobody makes the object again.
    let store = store.with_fsync(true);
    // The commit that tells of an object is synced, and nobody makes the object again.
    let links = Folder::new(folder).map_err(wrong)?;
    Ok(Store { store: Arc::new(store), folder: Some(Arc::new(links)) })
}

fn broken(cause: impl std::fmt::Display) -> Failure {
    Failure::new("ObjectStore", cause.to_string())
}

/// A bucket.
struct Place {
    store: Store,
    root: Path,
}

impl Place {
    fn path(&self, key: &str) -> Result<Path, Failure> {
        let path =
            if self.root.is_root() { key.to_owned() } else { format!("{}/{key}", self.root) };
        let wrong = |error| broken(format!("`{key}` cannot be the key of an object here: {error}"));
        let path = Path::parse(path).map_err(wrong)?;
        match &self.store.folder {
            Some(folder) if !folder.holds(&path) => {
                Err(broken(format!("`{key}` is behind a link that leads out of the folder")))
            }
            _ => Ok(path),
        }
    }

    async fn part(&self, path: &Path, from: u64) -> Result<Option<Part>, Failure> {
        let range = Some(GetRange::Bounded(from..from.saturating_add(PART as u64)));
        let store = &self.store.store;
        let got = match store.get_opts(path, GetOptions { range, ..Default::default() }).await {
            Ok(got) => got,
            Err(Error::NotFound { .. }) => return Ok(None),
            // No range of an empty object can be had.
            Err(error) => {
                return match store.head(path).await {
                    Ok(meta) if meta.size <= from => {
                        Ok(Some(Part { bytes: vec![], size: meta.size, tag: tag(&meta) }))
                    }
                    _ => Err(broken(error)),
                };
            }
        };
        let (size, tag) = (got.meta.size, tag(&got.meta));
        let bytes = got.bytes().await.map_err(broken)?.to_vec();
        Ok(Some(Part { bytes, size, tag }))
    }

    async fn list(&self, prefix: &str) -> Result<Vec<Listed>, Failure> {
        // The crate knows whole folders only.
        let folder = prefix.rsplit_once('/').map_or("", |(folder, _)| folder);
        let folder = if folder.is_empty() { self.root.clone() } else { self.path(folder)? };
        let mut listed = vec![];
        for meta in self.store.below(&folder).await? {
            let Some(key) = self.key(&meta) else { continue };
            if key.starts_with(prefix) {
                listed.push(described(key, &meta));
            }
        }
        listed.sort_by(|one, other| one.key.cmp(&other.key));
        Ok(listed)
    }

    fn key(&self, meta: &ObjectMeta) -> Option<String> {
        let path = meta.location.as_ref();
        if self.root.is_root() {
            return Some(path.to_owned());
        }
        path.strip_prefix(self.root.as_ref())?.strip_prefix('/').map(str::to_owned)
    }
}

impl Store {
    /// The objects below a path.
    async fn below(&self, path: &Path) -> Result<Vec<ObjectMeta>, Failure> {
        if let Some(folder) = &self.folder {
            return folder.list(path).await.map_err(broken);
        }
        let (mut objects, mut found) = (self.store.list(Some(path)), vec![]);
        while let Some(object) = next(&mut objects).await {
            found.push(object.map_err(broken)?);
        }
        Ok(found)
    }
}

async fn next<T>(stream: &mut Pin<Box<dyn Stream<Item = T> + Send>>) -> Option<T> {
    std::future::poll_fn(|cx| stream.as_mut().poll_next(cx)).await
}

fn described(key: String, meta: &ObjectMeta) -> Listed {
    let modified = meta.last_modified.timestamp_millis();
    let modified = jiff::Timestamp::from_millisecond(modified).unwrap_or_default();
    Listed { key, size: meta.size, tag: tag(meta), modified }
}

/// In quotes, as S3 has it.
fn tag(meta: &ObjectMeta) -> String {
    let tag = meta.e_tag.clone().unwrap_or_else(|| meta.last_modified.to_rfc3339());
    if tag.starts_with('"') { tag } else { format!("\"{tag}\"") }
}

impl Objects for ObjectStores {
    fn part(&self, bucket: &str, key: &str, from: u64) -> BoxFuture<Result<Option<Part>, Failure>> {
        let found = self.find(bucket).and_then(|place| Ok((place.path(key)?, place)));
        Box::pin(async move {
            let (path, place) = found?;
            place.part(&path, from).await
        })
    }

    fn list(&self, bucket: &str, prefix: &str) -> BoxFuture<Result<Vec<Listed>, Failure>> {
        let (found, prefix) = (self.find(bucket), prefix.to_owned());
        Box::pin(async move { found?.list(&prefix).await })
    }

    fn write(&self, bucket: &str, key: &str) -> BoxFuture<Result<Box<dyn Upload>, Failure>> {
        let found = self.find(bucket).and_then(|place| Ok((place.path(key)?, place)));
        Box::pin(async move {
            let (path, place) = found?;
            let upload = place.store.store.put_multipart(&path).await.map_err(broken)?;
            Ok(Box::new(StoreUpload(upload)) as Box<dyn Upload>)
        })
    }
}

/// An object on its way into a store.
struct StoreUpload(Box<dyn MultipartUpload>);

impl Upload for StoreUpload {
    fn add(&mut self, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        let part = self.0.put_part(PutPayload::from(bytes));
        Box::pin(async move { part.await.map_err(broken) })
    }

    fn finish(mut self: Box<Self>) -> BoxFuture<Result<(), Failure>> {
        Box::pin(async move { self.0.complete().await.map(drop).map_err(broken) })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
    use super::*;
    use object_store::memory::InMemory;

    /// A folder that is gone after the test.
    struct Dir(std::path::PathBuf);

    impl Dir {
        fn new(name: &str) -> Self {
            let name = format!("workflow-stores-{name}-{}", std::process::id());
            let path = std::env::temp_dir().join(name);
            std::fs::create_dir_all(&path).unwrap();
            Dir(path)
        }
    }

    impl Drop for Dir {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    async fn write(objects: &ObjectStores, bucket: &str, key: &str, parts: &[&str]) {
        let mut upload = objects.write(bucket, key).await.unwrap();
        for part in parts {
            upload.add(part.as_bytes().to_vec()).await.unwrap();
        }
        upload.finish().await.unwrap();
    }

    async fn read(objects: &ObjectStores, bucket: &str, key: &str) -> Option<String> {
        let (mut whole, mut from) = (vec![], 0);
        loop {
            let part = objects.part(bucket, key, from).await.unwrap()?;
            from += part.bytes.len() as u64;
            whole.extend(part.bytes);
            if from >= part.size {
                return Some(String::from_utf8(whole).unwrap());
            }
        }
    }

    #[tokio::test]
    async fn objects_are_written_read_and_listed_in_folders_and_stores() {
        let folder = Dir::new("all");
        let other: Arc<dyn ObjectStore> = Arc::new(InMemory::new());
        let objects = ObjectStores::folder(&folder.0).unwrap().bucket("other", other);
        let long = "x".repeat(PART + 10);
        for bucket in ["some", "other"] {
            write(&objects, bucket, "a/b", &["one ", "two"]).await;
            write(&objects, bucket, "a/bc/d", &[&long]).await;
            write(&objects, bucket, "ab", &[""]).await;
            assert_eq!(read(&objects, bucket, "a/b").await.as_deref(), Some("one two"));
            assert_eq!(read(&objects, bucket, "a/bc/d").await, Some(long.clone()));
            assert_eq!(read(&objects, bucket, "ab").await.as_deref(), Some(""));
            assert_eq!(read(&objects, bucket, "gone").await, None);
            for (prefix, expected) in [
                ("", vec!["a/b", "a/bc/d", "ab"]),
                ("a/", vec!["a/b", "a/bc/d"]),
                ("a/b", vec!["a/b", "a/bc/d"]),
                ("a/bc", vec!["a/bc/d"]),
                ("b", vec![]),
            ] {
                let listed = objects.list(bucket, prefix).await.unwrap();
                let keys: Vec<_> = listed.iter().map(|it| it.key.as_str()).collect();
                assert_eq!(keys, expected, "{bucket} {prefix}");
            }
        }
        assert!(folder.0.join("some/a/b").exists());
    }

    #[cfg(unix)]
    #[tokio::test]
    async fn links_are_not_followed_out_of_the_folder() {
        use std::os::unix::fs::symlink;
        let (folder, outside) = (Dir::new("links"), Dir::new("links-outside"));
        let bucket = folder.0.join("some");
        std::fs::create_dir_all(bucket.join("inner")).unwrap();
        std::fs::create_dir_all(folder.0.join("other")).unwrap();
        for (file, text) in [
            (outside.0.join("secret"), "secret"),
            (bucket.join("inner/own"), "own"),
            (folder.0.join("other/near"), "near"),
        ] {
            std::fs::write(file, text).unwrap();
        }
        for (target, link) in [
            (outside.0.join("secret"), "file"),
            (outside.0.clone(), "folder"),
            (std::path::PathBuf::from("/"), "root"),
            (outside.0.join("nothing"), "dangling"),
            (bucket.join("inner/own"), "again"),
            (bucket.clone(), "inner/round"),
        ] {
            symlink(target, bucket.join(link)).unwrap();
        }
        symlink(&outside.0, folder.0.join("away")).unwrap();
        let objects = ObjectStores::folder(&folder.0).unwrap();
        let one = ObjectStores::default().bucket_folder("some", &bucket).unwrap();
        symlink(folder.0.join("other"), bucket.join("sibling")).unwrap();
        for (objects, name) in [(&objects, "of a folder"), (&one, "a bucket")] {
            assert_eq!(read(objects, "some", "again").await.as_deref(), Some("own"), "{name}");
            for key in ["file", "folder/secret", "root/etc/hostname", "dangling", "folder/new/er"] {
                let refused = objects.part("some", key, 0).await.unwrap_err();
                assert!(refused.reported().contains("link"), "{key}: {refused}");
                assert!(objects.write("some", key).await.is_err(), "{key}");
            }
        }
        let keys = |listed: Vec<Listed>| listed.into_iter().map(|it| it.key).collect::<Vec<_>>();
        // Within the folder of all buckets a link may lead to another bucket, but not within a bucket of its own.
        let of_all = keys(objects.list("some", "").await.unwrap());
        assert_eq!(of_all, ["again", "inner/own", "sibling/near"]);
        assert_eq!(keys(one.list("some", "").await.unwrap()), ["again", "inner/own"]);
        assert!(objects.list("away", "").await.unwrap().is_empty());
        assert!(objects.part("away", "secret", 0).await.is_err());
        assert_eq!(std::fs::read_dir(&outside.0).unwrap().count(), 1, "nothing was written");
    }

    /// A history that is on the disk says that the results of a Map are.
    #[test]
    fn what_is_written_to_a_folder_is_synced() {
        let folder = Dir::new("synced");
        let all = ObjectStores::folder(&folder.0).unwrap();
        let all = all.bucket_folder("some", &folder.0).unwrap();
        for store in [&all.folder.unwrap(), &all.buckets["some"]] {
            let shown = format!("{:?}", store.store);
            assert!(shown.contains("fsync: true"), "{shown}");
        }
    }

    #[tokio::test]
    async fn what_is_no_bucket_and_no_key_is_refused() {
        let folder = Dir::new("wrong");
        let objects = ObjectStores::folder(&folder.0).unwrap();
        for (bucket, key) in [("..", "a"), ("a/b", "a"), ("", "a"), ("a", "../a"), ("a", "b//c")] {
            assert!(objects.part(bucket, key, 0).await.is_err(), "{bucket} {key}");
        }
        let one = ObjectStores::default().bucket_folder("known", &folder.0).unwrap();
        let cause = one.list("other", "").await.unwrap_err().reported();
        assert_eq!(cause, "there is no bucket `other`; known are: known");
        assert!(ObjectStores::folder(folder.0.join("gone")).is_err());
    }
}
