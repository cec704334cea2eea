//! Cases of `tests/ui`, compiled one by one under a mutant.
//!
//! rustc is called as trybuild would have it called, but alone: two calls of a second each.

use crate::copy::Copy;
use crate::expansions::{Change, Effect};
use crate::{cargo, child};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The folder of the cases.
const FOLDER: &str = "tests/ui/";

/// The longest time that one case may take.
const LONG: Duration = Duration::from_secs(60);

/// The most cases that one mutant is tried on.
const CASES: usize = 12;

/// The cases with other code: those first of which rustc itself has something to say.
pub fn choose(copy: &Copy, changes: &[Change]) -> Vec<String> {
    let differ = changes.iter().filter(|change| change.effect == Effect::Differs);
    let files: BTreeSet<&str> =
        differ.filter_map(|change| change.file.strip_prefix(FOLDER)).collect();
    let mut cases: Vec<(bool, String)> = vec![];
    for file in files {
        let messages = copy.root.join(FOLDER).join(file).with_extension("stderr");
        let text = std::fs::read_to_string(messages).unwrap_or_default();
        let own = text.contains("error[E") || text.contains("warning: ");
        cases.push((!own, file.to_owned()));
    }
    cases.sort();
    cases.into_iter().take(CASES).map(|(_, file)| file).collect()
}

/// The libraries that cases are compiled against.
pub struct Ui {
    folder: PathBuf,
    words: Vec<String>,
}

/// The messages of rustc about a case.
#[derive(PartialEq)]
struct Said {
    compiles: bool,
    messages: String,
}

impl Ui {
    /// Finds what rustc must know of the libraries, and checks them where that is not there. No code of theirs is made.
    pub fn check(copy: &Copy) -> Result<Ui, String> {
        let built = cargo::build(copy, &["check", "-p", "workflow", "--no-default-features"], 0)?;
        if !built.ok {
            return Err(built.rendered);
        }
        let dependencies = copy.target.join("debug/deps").display().to_string();
        let mut words = vec!["-L".to_owned(), format!("dependency={dependencies}")];
        for name in ["workflow", "serde", "serde_json"] {
            let file = built.libraries.get(name).ok_or_else(|| format!("no library `{name}`"))?;
            words.extend(["--extern".to_owned(), format!("{name}={}", file.display())]);
        }
        Ok(Ui { folder: copy.root.join(FOLDER), words })
    }

    /// The case of which rustc says something else with a mutant than without.
    ///
    /// Of a case that compiles only that counts: nobody compares its warnings.
    pub fn differs(&self, cases: Vec<String>, mutant: usize) -> Result<Option<String>, String> {
        for case in cases {
            let (before, after) = (self.said(&case, 0)?, self.said(&case, mutant)?);
            let same = match before.compiles {
                true => after.compiles,
                false => before == after,
            };
            if !same {
                return Ok(Some(case));
            }
        }
        Ok(None)
    }

    fn said(&self, case: &str, mutant: usize) -> Result<Said, String> {
        let made = std::env::temp_dir().join(format!("workflow-mutants-{}", std::process::id()));
        let mut command = child::command("rustc");
        command
            .current_dir(&self.folder)
            .args(["--edition", "2024", "--crate-type", "bin", "--emit", "metadata", "-o"])
            .arg(&made)
            .args(&self.words)
            .arg(Path::new(case))
            .env("WORKFLOW_MUTANT", mutant.to_string());
        let output = child::output(&mut command, LONG)?;
        let _ = std::fs::remove_file(&made);
        Ok(match output {
            Some(output) => Said {
                compiles: output.status.success(),
                messages: stable(&String::from_utf8_lossy(&output.stderr)),
            },
            None => Said { compiles: false, messages: "it does not end".to_owned() },
        })
    }
}

/// The messages without what differs from call to call: names of files with long types.
fn stable(messages: &str) -> String {
    messages.lines().filter(|line| !line.contains("long-type")).collect::<Vec<_>>().join("\n")
}
