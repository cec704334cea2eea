//! Which expansions of which items a mutant of the macro changes.

use crate::copy::Copy;
use crate::site::Site;
use crate::{cargo, child};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::Duration;

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
    /// The macro overflows its stack, does not end, or takes all memory.
    Ends,
}

impl Effect {
    /// True if no other item has to be asked.
    fn decides(self) -> bool {
        self >= Effect::Errors
    }
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

/// The processes that expand at the same time, each under a part of the mutants.
const PARTS: usize = 2;

/// Expands everything under every mutant, until it has changed `enough` items. One that ends the process is noted, and
/// the others go on from there.
pub fn run(copy: &Copy, driver: &Driver, sites: &[Site], enough: usize) -> Result<Effects, String> {
    let mut effects = Effects::new();
    let wanted = sites.iter().filter(|site| site.is_macro()).map(|site| site.number).collect();
    std::thread::scope(|scope| {
        let wanted = &wanted;
        let part = |part| scope.spawn(move || part_of(copy, driver, wanted, enough, part));
        let parts: Vec<_> = (0..PARTS).map(part).collect();
        for part in parts {
            effects.extend(part.join().map_err(|_| "a driver panicked".to_owned())??);
        }
        Ok(effects)
    })
}

/// The effects of every `PARTS`th mutant of those that are wanted: all others need no more.
fn part_of(
    copy: &Copy,
    driver: &Driver,
    wanted: &BTreeSet<usize>,
    enough: usize,
    part: usize,
) -> Result<Effects, String> {
    let mut effects = Effects::new();
    let mut first = 0;
    let others: Vec<usize> = (1..=copy.planted()).filter(|of| !wanted.contains(of)).collect();
    loop {
        let decided =
            effects.iter().filter(|(_, changes)| decided(changes)).map(|(number, _)| number);
        let decided: Vec<String> = decided.chain(&others).map(usize::to_string).collect();
        let output = driver.run(&[
            ("WORKFLOW_MUTANT_PART", &format!("{part},{PARTS}")),
            ("WORKFLOW_MUTANT_FROM", &first.to_string()),
            ("WORKFLOW_MUTANT_DECIDED", &decided.join(",")),
            ("WORKFLOW_MUTANT_ENOUGH", &enough.to_string()),
        ])?;
        for (number, change) in output.lines().filter_map(|line| read(line, &copy.root)) {
            effects.entry(number).or_default().push(change);
        }
        let Some((place, number, change)) = broken_off(&output, &copy.root)? else {
            return Ok(effects);
        };
        eprintln!("mutant {number} ends the expansion of `{}` in {}", change.item, change.file);
        effects.entry(number).or_default().push(change);
        first = place;
    }
}

fn decided(changes: &[Change]) -> bool {
    changes.iter().any(|change| change.effect.decides())
}

/// The expansion that ended the process: its place, its mutant and its item. `None` if all came to their end.
fn broken_off(output: &str, root: &Path) -> Result<Option<(usize, usize, Change)>, String> {
    if output.lines().any(|line| line == "DONE") {
        return Ok(None);
    }
    let last = output.lines().rev().find_map(|line| line.strip_prefix("BEGIN\t"));
    let words: Vec<&str> = last.unwrap_or_default().split('\t').collect();
    let [mutant, place, file, item] = words[..] else {
        return Err(format!("the driver of expansions does not begin: {output}"));
    };
    let number = |word: &str| word.parse::<usize>().map_err(|error| format!("{word}: {error}"));
    let change = change(Effect::Ends, file, item, root);
    match (number(mutant)?, change) {
        (0, _) | (_, None) => {
            Err(format!("the expansion of `{item}` in {file} fails without a mutant"))
        }
        (mutant, Some(change)) => Ok(Some((number(place)?, mutant, change))),
    }
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
    let output = Driver::build(copy)?.run(&[("WORKFLOW_MUTANT_ARMS", "1")])?;
    if !output.lines().any(|line| line == "DONE") {
        return Err("the expansion of all items fails".to_owned());
    }
    for line in output.lines() {
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

/// The build of the driver. With the feature, messages are told with their places. Optimised, for it is asked some
/// 100,000 times.
pub const BUILD: &[&str] =
    &["test", "--no-run", "--release", "-p", "workflow-macros", "--lib", "--features", "spans"];

/// The tests of the macro, which expand what they are told to.
pub struct Driver {
    pub test: cargo::Test,
    /// All files with items, in order.
    files: String,
}

/// The longest time that all expansions may take. The driver itself ends when one of them is stuck.
const LIMIT: Duration = Duration::from_secs(3600);

impl Driver {
    /// Builds the tests of the macro.
    pub fn build(copy: &Copy) -> Result<Driver, String> {
        let built = cargo::build(copy, BUILD, 0)?;
        let test = built.tests.into_iter().next().ok_or(built.rendered)?;
        let mut files = vec![];
        for folder in FOLDERS {
            let mut here = vec![];
            collect(&copy.root.join(folder), &mut here);
            here.sort();
            files.extend(here.into_iter().filter(|file| !files.contains(file)).collect::<Vec<_>>());
        }
        let names: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
        Ok(Driver { test, files: names.join("\n") })
    }

    /// Runs the driver, and gives what it has printed, if it ends well or not.
    fn run(&self, words: &[(&str, &str)]) -> Result<String, String> {
        let mut command = child::command(&self.test.path);
        command.args(["--nocapture", "expand_all"]).env("WORKFLOW_MUTANT_FILES", &self.files);
        command.env("LD_LIBRARY_PATH", cargo::libraries()?);
        // The unoptimised macro needs more for deep expressions than a thread of tests has.
        command.env("RUST_MIN_STACK", "268435456");
        command.envs(words.iter().copied());
        let output = child::output(&mut command, LIMIT)?;
        let output = output.ok_or_else(|| format!("expansions took over {LIMIT:?}"))?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
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
    Some((number, change(effect, parts.next()?, parts.next()?, root)?))
}

fn change(effect: Effect, file: &str, item: &str, root: &Path) -> Option<Change> {
    let file = Path::new(file).strip_prefix(root).ok()?.display().to_string();
    Some(Change { effect, file, item: item.to_owned() })
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn names_the_mutant_that_ends_the_process() {
        let root = Path::new("/r");
        let output =
            "test expand_all ... \nBEGIN\t0\t4\t/r/a.rs\tone\n\nBEGIN\t7\t4\t/r/a.rs\tone\n";
        let (place, mutant, change) = broken_off(output, root).unwrap().unwrap();
        assert_eq!((place, mutant, &*change.file, &*change.item), (4, 7, "a.rs", "one"));
        assert!(broken_off(&format!("{output}\nDONE\n"), root).unwrap().is_none());
        broken_off("BEGIN\t0\t4\t/r/a.rs\tone\n", root).unwrap_err();
        broken_off("", root).unwrap_err();
    }
}
