//! The copy of the repository in which bugs are planted.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Two clones of the last commit: one as it is, one to plant in. The build of an earlier run is used again, and a file
/// that has the same text keeps its time of change: the same seed again builds only the tests that are new.
pub struct Copy {
    pub root: PathBuf,
    pub pristine: PathBuf,
    pub target: PathBuf,
    /// The folder of all others.
    pub work: PathBuf,
    /// Remembers the sites that do not compile.
    pub refused: PathBuf,
    /// The last number of a switch in it.
    planted: AtomicUsize,
    /// Held while files of the copy are other than planted, or all tests are built.
    building: Mutex<()>,
}

impl Copy {
    /// Says which is the last switch that is planted.
    pub fn plant(&self, last: usize) {
        self.planted.store(last, Ordering::Relaxed);
    }

    /// The number of the last switch that is planted.
    pub fn planted(&self) -> usize {
        self.planted.load(Ordering::Relaxed)
    }

    /// Waits until nobody else builds.
    pub fn building(&self) -> MutexGuard<'_, ()> {
        self.building.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Clones the repository into the folder of work.
pub fn make(root: &Path, work: &Path) -> Result<Copy, String> {
    std::fs::create_dir_all(work).map_err(|error| error.to_string())?;
    let copy = Copy {
        root: work.join("copy"),
        pristine: work.join("pristine"),
        target: work.join("target"),
        work: work.to_owned(),
        planted: AtomicUsize::new(0),
        building: Mutex::new(()),
        refused: work.join("refused"),
    };
    clone(root, &copy.pristine)?;
    if !copy.root.exists() {
        clone(root, &copy.root)?;
    }
    Ok(copy)
}

fn clone(from: &Path, to: &Path) -> Result<(), String> {
    if to.exists() {
        std::fs::remove_dir_all(to).map_err(|error| error.to_string())?;
    }
    let cloned = Command::new("git").args(["clone", "--quiet"]).arg(from).arg(to).status();
    match cloned {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("git clone ended with {status}")),
        Err(error) => Err(format!("git clone: {error}")),
    }
}

/// Makes the copy what the clone is, but for the files that are planted.
pub fn synchronise(copy: &Copy, planted: &dyn Fn(&str) -> bool) -> Result<(), String> {
    let (now, before) = (files(&copy.pristine)?, files(&copy.root)?);
    for file in &now {
        if !planted(file) {
            let bytes =
                std::fs::read(copy.pristine.join(file)).map_err(|error| error.to_string())?;
            write_bytes(&copy.root.join(file), &bytes)?;
        }
    }
    for file in before.iter().filter(|file| !now.contains(*file) && !planted(file)) {
        std::fs::remove_file(copy.root.join(file)).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// The files of a clone, from its root.
fn files(root: &Path) -> Result<BTreeSet<String>, String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![root.to_owned()]);
    while let Some(folder) = open.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| error.to_string())?;
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default();
            match path.is_dir() {
                true if name == ".git" || name == "target" => {}
                true => open.push(path),
                false => {
                    let path = path.strip_prefix(root).map_err(|error| error.to_string())?;
                    found.insert(path.display().to_string());
                }
            }
        }
    }
    Ok(found)
}

/// Copies a file, and makes its folder.
pub fn file(from: &Path, to: &Path) -> Result<(), String> {
    let folder = to.parent().unwrap_or(to);
    let copied = std::fs::create_dir_all(folder).and_then(|()| std::fs::copy(from, to));
    copied.map(|_| ()).map_err(|error| format!("{}: {error}", from.display()))
}

/// Writes a file, unless that is its text already: its time of change decides what is built again.
pub fn write(path: &Path, text: &str) -> Result<(), String> {
    write_bytes(path, text.as_bytes())
}

fn write_bytes(path: &Path, bytes: &[u8]) -> Result<(), String> {
    if std::fs::read(path).is_ok_and(|now| now == bytes) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(path);
    let written = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(path, bytes));
    written.map_err(|error| format!("{}: {error}", path.display()))
}
