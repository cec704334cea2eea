//! The lock of the owner of a file.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use workflow_runtime::store::{StoreError, StoreResult as Result};

/// The lock of a file, held while it lives: also a process that is killed gives it back.
///
/// It is a file of its own. Locks of the database's file belong to SQLite, and closing a file of the same name would give
/// them up.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    made: bool,
    _file: File,
}

impl Lock {
    /// Takes the lock of the database at `path`, or returns an error that names its holder.
    pub fn take(path: &Path) -> Result<Self> {
        let mut name = path.as_os_str().to_owned();
        name.push("-lock");
        let own = PathBuf::from(name);
        let stalled = |error: io::Error| {
            StoreError::Stalled(format!("cannot lock `{}`: {error}", own.display()))
        };
        let made = !own.exists();
        let mut options = File::options();
        let mut file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&own)
            .map_err(stalled)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(in_use(path, &mut file)),
            Err(TryLockError::Error(error)) => return Err(stalled(error)),
        }
        if let Err(error) = sign(&mut file) {
            // Its disk may be full: then it is opened to make room. Others are told of no name.
            tracing::warn!(%error, lock = %own.display(), "the owner is not written down");
        }
        Ok(Lock { path: own, made, _file: file })
    }

    /// Gives the lock back and leaves no file where there was none: for a database that is nobody's, because it cannot
    /// be opened.
    pub fn forget(self) {
        if self.made {
            drop(std::fs::remove_file(&self.path));
        }
    }
}

/// Writes the holder into the lock.
fn sign(file: &mut File) -> io::Result<()> {
    let program = std::env::current_exe().ok();
    let program = program.as_deref().and_then(Path::file_name).unwrap_or_default();
    file.set_len(0)?;
    file.rewind()?;
    writeln!(file, "process {} ({})", std::process::id(), program.display())
}

fn in_use(path: &Path, file: &mut File) -> StoreError {
    let mut owner = String::new();
    // Some systems let nobody read what is locked.
    let read = file.take(1024).read_to_string(&mut owner).is_ok();
    let owner = match owner.trim() {
        owner if read && !owner.is_empty() => owner,
        _ => "another process",
    };
    StoreError::Stalled(format!(
        "`{}` is in use by {owner}: a file has one owner, whose clones share it",
        path.display()
    ))
}
