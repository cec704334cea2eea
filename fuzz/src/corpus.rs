//! Inputs that are kept: one file each, in `corpus/TARGET`.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::PathBuf;

/// Where the inputs of a target are.
#[must_use]
pub fn folder(target: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "corpus", target].iter().collect()
}

/// The inputs of a target, in the order of their names, so that a run is the same everywhere.
///
/// # Errors
/// Files that cannot be read.
pub fn read(target: &str) -> io::Result<Vec<Vec<u8>>> {
    let files = fs::read_dir(folder(target))?;
    let mut paths = files.map(|file| Ok(file?.path())).collect::<io::Result<Vec<_>>>()?;
    paths.sort();
    paths.iter().map(fs::read).collect()
}

/// Keeps an input that broke a law; where it is.
///
/// # Errors
/// A file that cannot be written.
pub fn keep(target: &str, input: &[u8]) -> io::Result<PathBuf> {
    let mut hasher = DefaultHasher::new();
    input.hash(&mut hasher);
    let path = folder(target).join(format!("broken-{:016x}", hasher.finish()));
    fs::write(&path, input)?;
    Ok(path)
}
