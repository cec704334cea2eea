//! A folder whose links are not followed out of it.

use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{ListResult, ObjectMeta, ObjectStore};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// A folder, and the store of what is in it.
pub(super) struct Folder {
    store: LocalFileSystem,
    /// Without links.
    root: PathBuf,
}

impl Folder {
    /// The folder at a path.
    ///
    /// # Errors
    /// If there is none.
    pub(super) fn new(path: &std::path::Path) -> object_store::Result<Self> {
        let store = LocalFileSystem::new_with_prefix(path)?;
        let root = path.canonicalize().map_err(|error| object_store::Error::Generic {
            store: "LocalFileSystem",
            source: Box::new(error),
        })?;
        Ok(Folder { store, root })
    }

    /// Returns where a path leads: the first part of it that is there, without links. `None`: out of the folder.
    fn leads(&self, path: &Path) -> Option<PathBuf> {
        if path.is_root() {
            return Some(self.root.clone());
        }
        let mut place = self.store.path_to_filesystem(path).ok()?;
        // A link that leads to nothing is there, and leads nowhere.
        while place.symlink_metadata().is_err() && place.pop() {}
        place.canonicalize().ok().filter(|place| place.starts_with(&self.root))
    }

    /// True if a path stays in the folder.
    pub(super) fn holds(&self, path: &Path) -> bool {
        self.leads(path).is_some()
    }

    /// All objects below a path, but for those behind links out of the folder, and each folder once.
    ///
    /// # Errors
    /// What cannot be read.
    pub(super) async fn list(&self, below: &Path) -> object_store::Result<Vec<ObjectMeta>> {
        let (mut found, mut seen) = (vec![], BTreeSet::new());
        let mut folders = vec![below.clone()];
        while let Some(folder) = folders.pop() {
            let place = self.leads(&folder);
            if !place.is_some_and(|place| seen.insert(place)) {
                continue;
            }
            let ListResult { common_prefixes, objects, .. } =
                self.store.list_with_delimiter(Some(&folder)).await?;
            folders.extend(common_prefixes);
            found.extend(objects.into_iter().filter(|object| self.holds(&object.location)));
        }
        Ok(found)
    }
}
