//! Large values in the files of a folder.

use super::LargeObjects;
use super::error::{refused, unavailable};
use crate::failure::Failure;
use crate::task::BoxFuture;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

/// The end of the name of a file that is being written.
const UNFINISHED: &str = ".unfinished";

/// A file that is locked while another gets its name, and while one is found old and removed: so that no new one is
/// taken for old, whichever process names it.
const LOCK: &str = ".lock";

/// A folder with a file for each value.
#[derive(Clone)]
pub(super) struct Folder {
    path: PathBuf,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Folder { path }
    }

    /// Does something with files, on a thread that may wait for them.
    fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Folder) -> Result<T, Failure> + Send + 'static,
    ) -> BoxFuture<Result<T, Failure>> {
        let own = self.clone();
        Box::pin(async move {
            let done = tokio::task::spawn_blocking(move || work(&own)).await;
            done.unwrap_or_else(|error| Err(unavailable(format!("a file was given up: {error}"))))
        })
    }
}

impl LargeObjects for Folder {
    fn put(&self, key: &str, bytes: Vec<u8>) -> BoxFuture<Result<(), Failure>> {
        let key = key.to_owned();
        self.blocking(move |inner| {
            inner.write(&key, &bytes).map_err(|error| inner.failed("write", &error))
        })
    }

    fn get(&self, key: &str, most: usize) -> BoxFuture<Result<Option<Vec<u8>>, Failure>> {
        let key = key.to_owned();
        self.blocking(move |inner| inner.read(&key, most))
    }

    fn prune(&self, age: Duration) -> BoxFuture<Result<usize, Failure>> {
        self.blocking(move |inner| inner.remove(age).map_err(|error| inner.failed("prune", &error)))
    }
}

impl Folder {
    fn failed(&self, what: &str, error: &io::Error) -> Failure {
        let cause = format!("cannot {what} large values in `{}`: {error}", self.path.display());
        match error.kind() {
            ErrorKind::PermissionDenied
            | ErrorKind::ReadOnlyFilesystem
            | ErrorKind::Unsupported => refused(cause),
            _ => unavailable(cause),
        }
    }

    /// Writes a file beside its place, and gives it its name once it is on the disk.
    fn write(&self, key: &str, bytes: &[u8]) -> io::Result<()> {
        self.make()?;
        let (path, mut file) = self.unfinished(key)?;
        let written = file
            .write_all(bytes)
            .and_then(|()| file.sync_all())
            .and_then(|()| self.name(&path, &file, key))
            .and_then(|()| synced(&self.path));
        if written.is_err() {
            // It may have its name already, or the folder be gone.
            let _ = fs::remove_file(&path);
        }
        written
    }

    /// Gives a file its name. Its age begins now: a pruner that began before leaves it.
    fn name(&self, path: &Path, file: &File, key: &str) -> io::Result<()> {
        let lock = self.lock()?;
        match lock.lock_shared() {
            // Nothing is pruned there.
            Err(error) if error.kind() == ErrorKind::Unsupported => {}
            locked => locked?,
        }
        file.set_modified(SystemTime::now())?;
        fs::rename(path, self.path.join(key))
    }

    /// Opens the lock. It is released where the file is closed.
    fn lock(&self) -> io::Result<File> {
        let path = self.path.join(LOCK);
        if path.symlink_metadata().is_ok_and(|found| !found.is_file()) {
            let why = format!("`{LOCK}` in it is no file: links are not followed");
            return Err(io::Error::new(ErrorKind::PermissionDenied, why));
        }
        OpenOptions::new().write(true).create(true).truncate(false).open(path)
    }

    /// Makes the folder, and those around it that lack, so that a loss of power leaves them there.
    fn make(&self) -> io::Result<()> {
        let missing = || self.path.ancestors().take_while(|it| !is_folder(it));
        let parents: Vec<&Path> = missing().filter_map(Path::parent).collect();
        if parents.is_empty() {
            return Ok(());
        }
        fs::create_dir_all(&self.path)?;
        parents.into_iter().try_for_each(|it| synced(here(it)))
    }

    /// A new file, which no link stands for.
    fn unfinished(&self, key: &str) -> io::Result<(PathBuf, File)> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        loop {
            let number = NEXT.fetch_add(1, Ordering::Relaxed);
            let name = format!(".{key}.{}.{number}{UNFINISHED}", std::process::id());
            let path = self.path.join(name);
            match OpenOptions::new().write(true).create_new(true).open(&path) {
                // Of a process that was killed, and had the same number.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                file => return Ok((path, file?)),
            }
        }
    }

    fn read(&self, key: &str, most: usize) -> Result<Option<Vec<u8>>, Failure> {
        let path = self.path.join(key);
        let failed = |error: &io::Error| self.failed("read", error);
        match path.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(&error)),
            Ok(found) if !found.is_file() => {
                let why = format!("`{}` is no file: links are not followed", path.display());
                return Err(refused(why));
            }
            Ok(_) => {}
        }
        let mut bytes = vec![];
        match File::open(&path).and_then(|file| file.take(most as u64).read_to_end(&mut bytes)) {
            Ok(_) => Ok(Some(bytes)),
            // It has just been removed.
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(failed(&error)),
        }
    }

    fn remove(&self, age: Duration) -> io::Result<usize> {
        let Some(before) = SystemTime::now().checked_sub(age) else { return Ok(0) };
        let files = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
            files => files?,
        };
        let lock = self.lock()?;
        let mut removed = 0;
        for file in files {
            let path = file?.path();
            if is_ours(&path) {
                lock.lock()?;
                let gone = gone(&path, before);
                lock.unlock()?;
                removed += usize::from(gone? && is_value(&path));
            }
        }
        Ok(removed)
    }
}

/// Removes a file that was last written before then. False if it is a newer one, or another removed it.
fn gone(path: &Path, before: SystemTime) -> io::Result<bool> {
    let removed = path.symlink_metadata().and_then(|found| {
        let old = found.is_file() && found.modified()? < before;
        if old { fs::remove_file(path).map(|()| true) } else { Ok(false) }
    });
    match removed {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        removed => removed,
    }
}

/// True for a folder that is there.
fn is_folder(path: &Path) -> bool {
    here(path).is_dir()
}

/// The path, but a point where it is empty: the folder that relative ones begin in.
fn here(path: &Path) -> &Path {
    if path.as_os_str().is_empty() { Path::new(".") } else { path }
}

/// True for the name of a value, and of one that was never finished.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
    is_value(path) || (name.starts_with('.') && name.ends_with(UNFINISHED))
}

fn is_value(path: &Path) -> bool {
    let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
    let digest = name.strip_suffix(".json").unwrap_or_default();
    digest.len() == 64 && digest.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Writes the names in a folder to the disk. Elsewhere than on Unix a folder cannot be opened, and need not be.
fn synced(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(test)]
mod tests;
