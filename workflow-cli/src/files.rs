//! Files and standard input, and what is said where they cannot be read or written.

use crate::stop::Stop;
use std::io::Read;
use std::path::{Path, PathBuf};

/// An input that was read.
pub(crate) struct Input {
    /// The file, as it is shown.
    pub(crate) name: String,
    /// What is in it: JSON.
    pub(crate) text: String,
}

impl Input {
    /// From a file, or from standard input.
    pub(crate) fn read(file: &Path) -> Result<Self, Stop> {
        let (name, text) = text(file)?;
        Input::check(name, text)
    }

    /// From a text.
    pub(crate) fn check(name: String, text: String) -> Result<Self, Stop> {
        // That it fits the workflow is checked by the engine.
        // Without the last line break: the place is where the text ends.
        serde_json::from_str::<serde::de::IgnoredAny>(text.trim_end())
            .map_err(|error| Stop::Usage(format!("{name} is not JSON: {error}")))?;
        Ok(Input { name, text })
    }
}

/// The text of a file, or of standard input, and how it is called.
pub(crate) fn text(file: &Path) -> Result<(String, String), Stop> {
    if file == Path::new("-") {
        let (name, mut text) = ("standard input".to_owned(), String::new());
        return match std::io::stdin().read_to_string(&mut text) {
            Ok(_) => Ok((name, text)),
            Err(error) => Err(Stop::Usage(format!("cannot read {name}: {error}"))),
        };
    }
    let name = shown(file);
    let text = std::fs::read_to_string(file)
        .map_err(|error| Stop::Usage(format!("cannot read {name}: {error}")))?;
    Ok((name, text))
}

/// Writes a text and a line break.
pub(crate) fn write(file: &Path, text: &str) -> Result<(), Stop> {
    std::fs::write(file, format!("{text}\n"))
        .map_err(|error| Stop::Failed(format!("cannot write {}: {error}", shown(file))))
}

/// Refuses to write into one of the files that are read, or into a folder that is not there: before anything runs.
pub(crate) fn writable(option: &str, file: &Path, read: &[(&str, &Path)]) -> Result<(), Stop> {
    if let Some((what, _)) = read.iter().find(|(_, read)| same(file, read)) {
        let name = shown(file);
        return Err(Stop::Usage(format!("{option} would overwrite {what}, {name}")));
    }
    match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            Err(Stop::Usage(format!("{option}: there is no folder {}", shown(folder))))
        }
        _ => Ok(()),
    }
}

/// Whether two paths lead to one file.
fn same(a: &Path, b: &Path) -> bool {
    #[cfg(unix)]
    if let (Ok(a), Ok(b)) = (std::fs::metadata(a), std::fs::metadata(b)) {
        use std::os::unix::fs::MetadataExt;
        return a.is_file() && (a.dev(), a.ino()) == (b.dev(), b.ino());
    }
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

/// The JSON files of a folder, sorted.
pub(crate) fn inputs(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

/// A path as short as it can be written here.
#[must_use]
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
