//! Files of a measurement.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};
use workflow_sqlite::{Options, Sqlite};

/// A folder that is removed at the end. `BENCH_FOLDER` says where, for another disk.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let base = std::env::var_os("BENCH_FOLDER").map_or_else(std::env::temp_dir, PathBuf::from);
        let folder = base.join(format!("workflow-bench-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A file in it.
    pub fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// The store in it.
    pub fn store(&self, options: Options) -> Sqlite {
        options.open(self.file("bench.db")).unwrap_or_else(|error| panic!("{error}"))
    }

    /// The bytes of the store's file, once it is closed.
    pub fn bytes(&self) -> u64 {
        self.file("bench.db").metadata().map_or(0, |it| it.len())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        drop(std::fs::remove_dir_all(&self.0));
    }
}
