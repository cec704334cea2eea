//! Files and standard input, and what is said where they cannot be read or written.

use crate::stop::Stop;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

/// An input that was read.
pub(crate) struct Input {
    /// The file, as it is shown.
    pub(crate) name: String,
    /// The text: JSON.
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

/// True once standard input was read: a second reader would find nothing.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The text of a file, or of standard input, and how it is called.
pub(crate) fn text(file: &Path) -> Result<(String, String), Stop> {
    let (name, read) = if file == Path::new("-") {
        if TAKEN.swap(true, Ordering::Relaxed) {
            let why = "standard input is read once: only one argument may be `-`";
            return Err(Stop::Usage(why.to_owned()));
        }
        ("standard input".to_owned(), bounded(std::io::stdin()))
    } else {
        (shown(file), std::fs::File::open(file).and_then(bounded))
    };
    let named = if name.is_empty() { "a file without a name" } else { &name };
    let text = read.map_err(|error| Stop::Usage(format!("cannot read {named}: {error}")))?;
    Ok((name, unmarked(text)))
}

/// A text without the byte order mark that some editors put before it.
fn unmarked(mut text: String) -> String {
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    text
}

/// The most bytes that are read of a file.
const LONGEST: u64 = 64 << 20;

fn bounded(from: impl Read) -> std::io::Result<String> {
    let mut text = String::new();
    if from.take(LONGEST + 1).read_to_string(&mut text)? as u64 > LONGEST {
        return Err(std::io::Error::other(format!("it has more than {LONGEST} bytes")));
    }
    Ok(text)
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

/// True if two paths lead to one file.
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
