//! Which expansions of which files a mutant of the macro changes.

use crate::cargo;
use crate::copy::{self, Copy};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const DRIVER: &str = include_str!("driver.rs");

/// The change of a file's expansions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// The mutated line was executed, the expansion is the same.
    Reached,
    /// The expansion is other code.
    Differs,
    /// The expansion has other error messages.
    Errors,
    /// The macro panics.
    Panics,
}

/// For each mutant the files, from the root, whose expansion it touches.
pub type Effects = BTreeMap<usize, Vec<(Effect, String)>>;

/// The folders with workflows, tasks and data.
const FOLDERS: &[&str] = &[
    "tests/equivalence/flows",
    "tests/generated/flows",
    "tests/ui",
    "tests/rewritten",
    "tests/support",
];

/// Adds the driver to the macro's own tests.
pub fn add_driver(copy: &Copy) -> Result<(), String> {
    let folder = copy.root.join("workflow-macros").join("src");
    copy::write(&folder.join("expand_mutants.rs"), DRIVER)?;
    let root = folder.join("lib.rs");
    let text = std::fs::read_to_string(&root).map_err(|error| error.to_string())?;
    copy::write(&root, &format!("{text}\n#[cfg(test)]\nmod expand_mutants;\n"))
}

/// Expands everything under every mutant.
pub fn run(copy: &Copy) -> Result<Effects, String> {
    let output = expand(copy, FOLDERS, None)?;
    let mut effects = Effects::new();
    for line in output.lines() {
        if let Some((number, effect, file)) = read(line, &copy.root) {
            effects.entry(number).or_default().push((effect, file));
        }
    }
    Ok(effects)
}

/// Expands the generated workflows; counters write into the file.
pub fn count(copy: &Copy, list: &Path) -> Result<(), String> {
    expand(copy, &["tests/generated"], Some(list)).map(|_| ())
}

fn expand(copy: &Copy, folders: &[&str], list: Option<&Path>) -> Result<String, String> {
    let built = cargo::build(copy, &["test", "--no-run", "-p", "workflow-macros", "--lib"], 0)?;
    let test = built.tests.first().ok_or(built.rendered)?;
    let mut files = vec![];
    for folder in folders {
        collect(&copy.root.join(folder), &mut files);
    }
    files.sort();
    let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let mut command = Command::new(&test.path);
    command.args(["--nocapture", "expand_all"]).env("WORKFLOW_MUTANT_FILES", names.join("\n"));
    if let Some(list) = list {
        command.env("WORKFLOW_REACHED", list);
    }
    let output = command.output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!("expansion failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn read(line: &str, root: &Path) -> Option<(usize, Effect, String)> {
    let mut parts = line.strip_prefix("MUTANT\t")?.split('\t');
    let number = parts.next()?.parse().ok()?;
    let effect = match parts.next()? {
        "reached" => Effect::Reached,
        "differs" => Effect::Differs,
        "errors" => Effect::Errors,
        _ => Effect::Panics,
    };
    let file = Path::new(parts.next()?);
    Some((number, effect, file.strip_prefix(root).ok()?.display().to_string()))
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}
