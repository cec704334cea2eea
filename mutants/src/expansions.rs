//! Which expansions of which items a mutant of the macro changes.

use crate::cargo;
use crate::copy::Copy;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The change of an item's expansion.
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

/// A change, and the item that it befalls.
#[derive(Clone, Debug)]
pub struct Change {
    pub effect: Effect,
    /// From the root of the repository.
    pub file: String,
    pub item: String,
}

/// The changes of each mutant.
pub type Effects = BTreeMap<usize, Vec<Change>>;

/// The folders with workflows, tasks and data. Small items that are refused come first: they decide quickly.
const FOLDERS: &[&str] = &["tests/ui", "tests/equivalence", "tests", "examples"];

/// Expands everything under every mutant.
pub fn run(copy: &Copy) -> Result<Effects, String> {
    let output = expand(copy, FOLDERS, false)?;
    let mut effects = Effects::new();
    for line in output.lines() {
        if let Some((number, change)) = read(line, &copy.root) {
            effects.entry(number).or_default().push(change);
        }
    }
    Ok(effects)
}

/// The arms that expansions reach.
#[derive(Default)]
pub struct Arms {
    /// By generated workflows.
    pub generated: BTreeSet<usize>,
    /// By any item that is accepted.
    pub accepted: BTreeSet<usize>,
    /// By any item that is refused.
    pub refused: BTreeSet<usize>,
}

/// Expands everything once, and counts.
pub fn count(copy: &Copy) -> Result<Arms, String> {
    let generated = copy.root.join("tests/generated");
    let mut arms = Arms::default();
    for line in expand(copy, FOLDERS, true)?.lines() {
        let Some(rest) = line.strip_prefix("ARMS\t") else { continue };
        let [refused, numbers, file] = rest.split('\t').collect::<Vec<_>>()[..] else { continue };
        let numbers: Vec<usize> = numbers.split(',').filter_map(|it| it.parse().ok()).collect();
        match refused {
            "true" => arms.refused.extend(&numbers),
            _ => arms.accepted.extend(&numbers),
        }
        if refused == "false" && Path::new(file).starts_with(&generated) {
            arms.generated.extend(&numbers);
        }
    }
    Ok(arms)
}

fn expand(copy: &Copy, folders: &[&str], arms: bool) -> Result<String, String> {
    // With the feature, messages are told with their places.
    let words = ["test", "--no-run", "-p", "workflow-macros", "--lib", "--features", "spans"];
    let built = cargo::build(copy, &words, 0)?;
    let test = built.tests.first().ok_or(built.rendered)?;
    let mut files = vec![];
    for folder in folders {
        let mut here = vec![];
        collect(&copy.root.join(folder), &mut here);
        here.sort();
        files.extend(here.into_iter().filter(|file| !files.contains(file)).collect::<Vec<_>>());
    }
    let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    let mut command = Command::new(&test.path);
    command.args(["--nocapture", "expand_all"]).env("WORKFLOW_MUTANT_FILES", names.join("\n"));
    command.env("LD_LIBRARY_PATH", cargo::libraries()?);
    // The unoptimised macro needs more for deep expressions than a thread of tests has.
    command.env("RUST_MIN_STACK", "268435456");
    if arms {
        command.env("WORKFLOW_MUTANT_ARMS", "1");
    }
    let output = command.output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!("expansion failed: {}", String::from_utf8_lossy(&output.stderr)));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn read(line: &str, root: &Path) -> Option<(usize, Change)> {
    let mut parts = line.strip_prefix("MUTANT\t")?.split('\t');
    let number = parts.next()?.parse().ok()?;
    let effect = match parts.next()? {
        "reached" => Effect::Reached,
        "differs" => Effect::Differs,
        "errors" => Effect::Errors,
        _ => Effect::Panics,
    };
    let file = Path::new(parts.next()?).strip_prefix(root).ok()?.display().to_string();
    Some((number, Change { effect, file, item: parts.next()?.to_owned() }))
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
