//! Copies of a store that is in use.

use crate::Sqlite;
use crate::error::Stop;
use crate::open::connect_to_read;
use crate::queue::spawn;
use rusqlite::{Connection, ErrorCode};
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use tokio::sync::oneshot;
use workflow_runtime::store::{StoreError, StoreResult as Result};

impl Sqlite {
    /// Copies the store to a new file, as it is at one moment, while others continue to read and write. To restore it, open
    /// the copy; never use both (see the guide, "Backups"). Large values are not copied.
    ///
    /// # Errors
    /// [`StoreError::Stalled`] if the file cannot be written, or is there already. [`StoreError::Fatal`] if the store
    /// is damaged.
    pub async fn backup(&self, to: impl AsRef<Path>) -> Result<()> {
        self.0.state.check()?;
        let to = to.as_ref().to_owned();
        let Some((path, options)) = self.0.file.clone().filter(|(_, it)| it.readers > 0) else {
            return self.ask(move |on| copy(on, &to)).await;
        };
        let (caller, result) = oneshot::channel();
        // It takes a while, and has a thread of its own, so that readers stay free. Until it ends the store is open: whoever
        // opened the file next would write its log back under the copy.
        let store = self.clone();
        spawn("backup", move || {
            let opened = connect_to_read(&options, &path).map_err(Stop::from);
            let copied = opened.and_then(|connection| copy(&connection, &to));
            let copied = copied.map_err(|stop| store.0.state.note(stop));
            drop(store);
            drop(caller.send(copied));
        })?;
        let ended = |_| Err(StoreError::Stalled("the backup did not end".to_owned()));
        result.await.unwrap_or_else(ended)
    }
}

/// Copies a database: under another name first, so that a file of the name is whole.
fn copy(on: &Connection, to: &Path) -> std::result::Result<(), Stop> {
    let failed = |why: &dyn std::fmt::Display| {
        StoreError::Stalled(format!("cannot back up to `{}`: {why}", to.display()))
    };
    if to.exists() {
        return Err(failed(&"there is a file already").into());
    }
    let mut part = to.as_os_str().to_owned();
    part.push("-part");
    let part = PathBuf::from(part);
    drop(std::fs::remove_file(&part));
    let name = part.to_str().ok_or_else(|| failed(&"its name is no text"))?;
    let copied =
        on.execute("VACUUM INTO ?1", [name]).map_err(|error| match error.sqlite_error_code() {
            // Any other error is one of the copy, and none of the store.
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Stop::Failed(error),
            _ => failed(&error).into(),
        });
    let done = copied.and_then(|_| put_in_place(&part, to).map_err(|error| failed(&error).into()));
    if done.is_err() {
        drop(std::fs::remove_file(&part));
    }
    done
}

/// Makes a file durable, and its new name.
fn put_in_place(part: &Path, to: &Path) -> io::Result<()> {
    File::options().write(true).open(part)?.sync_all()?;
    std::fs::rename(part, to)?;
    // Elsewhere a folder is no file.
    #[cfg(unix)]
    if let Some(folder) = to.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
