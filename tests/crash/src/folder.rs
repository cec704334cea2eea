//! The files of a run.

use std::path::{Path, PathBuf};

/// The folder of a run.
#[derive(Clone)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(path: PathBuf) -> std::io::Result<Self> {
        std::fs::create_dir_all(&path)?;
        Ok(Folder(path))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    pub fn store(&self) -> PathBuf {
        self.0.join("crash.db")
    }

    pub fn journal(&self) -> PathBuf {
        self.0.join("journal")
    }

    /// The file with what the next process has to know of those before.
    pub fn past(&self) -> PathBuf {
        self.0.join("past")
    }

    pub fn remove(&self) {
        // What is left lies in the system's folder for such files.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
