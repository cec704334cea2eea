//! The files of a store. They have to stay in their places: SQLite goes on to write to a file that was deleted.

use crate::error::Stop;
use rusqlite::{Error, ffi};
use std::path::{Path, PathBuf};

/// The database and its log, as they were when the store was opened.
#[derive(Debug, Default)]
pub struct Place(Vec<(PathBuf, Id)>);

/// The device and the number of a file.
type Id = (u64, u64);

impl Place {
    /// The files of the database at `path`, by now.
    pub fn of(path: &Path) -> Self {
        let mut log = path.as_os_str().to_owned();
        log.push("-wal");
        let files = [path.to_owned(), log.into()].into_iter();
        Place(files.filter_map(|it| Some((it.clone(), id(&it).ok()??))).collect())
    }

    /// Looks for the files.
    ///
    /// # Errors
    /// One of them was moved or deleted. What was written since is gone, so the store is broken.
    pub fn check(&self) -> Result<(), Stop> {
        for (path, known) in &self.0 {
            // What cannot be looked for may be there.
            if id(path).is_ok_and(|found| found != Some(*known)) {
                let why = format!(
                    "`{}` was moved or deleted while it was in use: what was written since is not in its place",
                    path.display()
                );
                let moved = ffi::Error::new(ffi::SQLITE_READONLY_DBMOVED);
                return Err(Stop::Failed(Error::SqliteFailure(moved, Some(why))));
            }
        }
        Ok(())
    }
}

/// The file at a path; `None` if there is none.
#[cfg(unix)]
fn id(path: &Path) -> std::io::Result<Option<Id>> {
    use std::os::unix::fs::MetadataExt;
    match path.metadata() {
        Ok(found) => Ok(Some((found.dev(), found.ino()))),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Other systems keep files that are in use from being deleted.
#[cfg(not(unix))]
fn id(_: &Path) -> std::io::Result<Option<Id>> {
    Ok(None)
}
