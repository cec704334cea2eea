//! The copy of the repository in which bugs are planted.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A clone of the last commit, and the folder that it is built in.
pub struct Copy {
    pub root: PathBuf,
    pub target: PathBuf,
}

/// Clones the repository into the folder of work. The build of an earlier run is used again.
pub fn make(root: &Path, work: &Path) -> Result<Copy, String> {
    std::fs::create_dir_all(work).map_err(|error| error.to_string())?;
    let copy = Copy { root: work.join("copy"), target: work.join("target") };
    if copy.root.exists() {
        std::fs::remove_dir_all(&copy.root).map_err(|error| error.to_string())?;
    }
    let cloned = Command::new("git").args(["clone", "--quiet"]).arg(root).arg(&copy.root).status();
    match cloned {
        Ok(status) if status.success() => Ok(copy),
        Ok(status) => Err(format!("git clone ended with {status}")),
        Err(error) => Err(format!("git clone: {error}")),
    }
}

/// Writes a file, unless that is its text already: its time of change decides what is built again.
pub fn write(path: &Path, text: &str) -> Result<(), String> {
    if std::fs::read_to_string(path).is_ok_and(|now| now == text) {
        return Ok(());
    }
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
