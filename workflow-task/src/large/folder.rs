//! Large values in the files of a folder.

use super::LargeObjects;
use super::error::{refused, unavailable};
use crate::failure::Failure;
use crate::task::BoxFuture;
use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// The end of the name of a file that is being written.
const UNFINISHED: &str = ".unfinished";

/// A folder with a file for each value.
#[derive(Clone)]
pub(super) struct Folder(Arc<Inner>);

struct Inner {
    path: PathBuf,
    /// Held while a file gets its name, and while one is found old and removed: so that no new one is taken for old.
    naming: Mutex<()>,
}

impl Folder {
    pub(super) fn new(path: PathBuf) -> Self {
        Folder(Arc::new(Inner { path, naming: Mutex::new(()) }))
    }

    /// Does something with files, on a thread that may wait for them.
    fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Inner) -> Result<T, Failure> + Send + 'static,
    ) -> BoxFuture<Result<T, Failure>> {
        let inner = self.0.clone();
        Box::pin(async move {
            let done = tokio::task::spawn_blocking(move || work(&inner)).await;
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
        self.blocking(move |inner| inner.prune(age).map_err(|error| inner.failed("prune", &error)))
    }
}

impl Inner {
    fn failed(&self, what: &str, error: &io::Error) -> Failure {
        unavailable(format!("cannot {what} large values in `{}`: {error}", self.path.display()))
    }

    /// Writes a file beside its place, and gives it its name once it is on the disk.
    fn write(&self, key: &str, bytes: &[u8]) -> io::Result<()> {
        self.make()?;
        let (path, mut file) = self.unfinished(key)?;
        let written = file
            .write_all(bytes)
            .and_then(|()| file.sync_all())
            .and_then(|()| {
                let _naming = self.naming.lock().unwrap_or_else(PoisonError::into_inner);
                fs::rename(&path, self.path.join(key))
            })
            .and_then(|()| synced(&self.path));
        if written.is_err() {
            // It may have its name already, or the folder be gone.
            let _ = fs::remove_file(&path);
        }
        written
    }

    /// Makes the folder, so that a loss of power leaves it there.
    fn make(&self) -> io::Result<()> {
        if self.path.is_dir() {
            return Ok(());
        }
        fs::create_dir_all(&self.path)?;
        let around = self.path.parent().filter(|it| !it.as_os_str().is_empty());
        synced(around.unwrap_or(Path::new(".")))
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

    fn prune(&self, age: Duration) -> io::Result<usize> {
        let Some(before) = SystemTime::now().checked_sub(age) else { return Ok(0) };
        let files = match fs::read_dir(&self.path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(0),
            files => files?,
        };
        let mut removed = 0;
        for file in files {
            let path = file?.path();
            let _naming = self.naming.lock().unwrap_or_else(PoisonError::into_inner);
            let Ok(found) = path.symlink_metadata() else { continue };
            if found.is_file() && is_ours(&path) && found.modified()? < before {
                fs::remove_file(&path)?;
                removed += usize::from(is_value(&path));
            }
        }
        Ok(removed)
    }
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
