//! The command line: `--input FILE`, and nothing else.

use super::Stop;
use std::path::{Path, PathBuf};

/// What an example says of itself.
pub struct About {
    /// Its name.
    pub name: &'static str,
    /// What it does, in a sentence.
    pub what: &'static str,
    /// Its folder, in the folder of the package.
    pub folder: &'static str,
}

/// The input that was asked for.
pub struct Arguments {
    /// The file, as it is shown.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl Arguments {
    /// Reads the command line, and the file that it names.
    pub fn read(about: &About) -> Result<Self, Stop> {
        let inputs = Path::new(env!("CARGO_MANIFEST_DIR")).join(about.folder).join("inputs");
        let mut path = inputs.join("default.json");
        let mut words = std::env::args().skip(1);
        while let Some(word) = words.next() {
            match (word.as_str(), word.strip_prefix("--input=")) {
                ("--input", _) => {
                    path = words.next().ok_or_else(|| usage(about, "--input needs a file"))?.into()
                }
                (_, Some(file)) => path = file.into(),
                ("--help" | "-h", _) => return Err(Stop::Help(help(about, &inputs))),
                _ => return Err(usage(about, &format!("unknown argument {word:?}"))),
            }
        }
        let name = shown(&path);
        let text = std::fs::read_to_string(&path)
            .map_err(|error| Stop::Usage(format!("cannot read {name}: {error}")))?;
        // That it fits the workflow is checked by the engine.
        serde_json::from_str::<serde::de::IgnoredAny>(&text)
            .map_err(|error| Stop::Usage(format!("{name} is not JSON: {error}")))?;
        Ok(Arguments { name, text })
    }
}

fn usage(about: &About, what: &str) -> Stop {
    let name = about.name;
    Stop::Usage(format!("{what}; usage: cargo run --example {name} -- [--input FILE]"))
}

fn help(about: &About, inputs: &Path) -> String {
    let About { name, what, .. } = about;
    let mut files: Vec<PathBuf> = std::fs::read_dir(inputs)
        .map(|files| files.flatten().map(|file| file.path()).collect())
        .unwrap_or_default();
    files.sort();
    let files: Vec<String> = files.iter().map(|file| format!("  {}", shown(file))).collect();
    format!(
        "{what}\n\nUsage: cargo run --example {name} -- [--input FILE]\n\nInputs that come with it:\n{}",
        files.join("\n")
    )
}

/// A path as short as it can be written here.
pub fn shown(path: &Path) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path).display().to_string()
}
