//! Builds and runs tests with workflows whose expansion a mutant of the macro changes, and no others.

use crate::cargo;
use crate::copy::Copy;
use crate::expansions::{Change, Effect};
use crate::judged;
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// Tests that can be built without others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flow {
    /// Workflows of `tests/generated/flows`: file and name.
    Generated(Vec<(String, String)>),
    /// Modules of `tests/equivalence/flows`.
    Modules(Vec<String>),
    /// Tests of the judged package: file and name.
    Tests(Vec<(String, String)>),
}

impl Flow {
    fn is_empty(&self) -> bool {
        match self {
            Flow::Generated(of) | Flow::Tests(of) => of.is_empty(),
            Flow::Modules(of) => of.is_empty(),
        }
    }
}

impl fmt::Display for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = |of: &[(String, String)]| {
            let names: Vec<&str> = of.iter().map(|(_, name)| name.as_str()).collect();
            names.join(", ")
        };
        match self {
            Flow::Generated(of) => write!(f, "the generated {}", names(of)),
            Flow::Modules(of) => write!(f, "the equivalence of {}", of.join(", ")),
            Flow::Tests(of) => write!(f, "the tests of {}", names(of)),
        }
    }
}

const MODULES: &str = "tests/equivalence/flows/";
const GENERATED: &str = "tests/generated/flows/";
const LIST: &str = "tests/generated/quick.rs";

/// The most of each kind that one mutant is tried on.
const GENERATED_FIRST: usize = 4;
const GENERATED_LATER: usize = 12;
const OTHERS: usize = 3;

/// The tests for what a mutant changes: the quickest to build first.
pub fn choose(copy: &Copy, changes: &[Change]) -> Vec<Flow> {
    let differ: Vec<&Change> =
        changes.iter().filter(|change| change.effect == Effect::Differs).collect();
    let (mut generated, mut modules, mut tests) = (vec![], BTreeSet::new(), BTreeSet::new());
    for change in &differ {
        let file = &*change.file;
        let size = std::fs::metadata(copy.root.join(file)).map_or(0, |it| it.len());
        if file.starts_with(GENERATED) {
            if let Some(text) = block(copy, file, &change.item) {
                generated.push((text.len(), (file.to_owned(), change.item.clone())));
            }
        } else if let Some(name) = module(file) {
            modules.insert((size, name));
        } else if let Some((name, _)) = judged::TESTS.iter().find(|(_, path)| *path == file) {
            tests.insert((size, (file.to_owned(), (*name).to_owned())));
        }
    }
    generated.sort();
    let mut generated = generated.into_iter().map(|(_, of)| of);
    let mut modules = modules.into_iter().map(|(_, name)| name);
    let mut flows = vec![
        Flow::Generated(generated.by_ref().take(GENERATED_FIRST).collect()),
        Flow::Modules(modules.by_ref().take(OTHERS).collect()),
        Flow::Tests(tests.into_iter().map(|(_, of)| of).take(OTHERS).collect()),
        Flow::Generated(generated.take(GENERATED_LATER).collect()),
        Flow::Modules(modules.collect()),
    ];
    flows.retain(|flow| !flow.is_empty());
    flows
}

/// The module of the equivalence that a file is.
fn module(file: &str) -> Option<String> {
    let name = file.strip_prefix(MODULES)?.strip_suffix(".rs")?;
    (!["mod", "aws"].contains(&name)).then(|| name.to_owned())
}

/// Builds and runs tests under mutants.
pub struct Flows<'a> {
    copy: &'a Copy,
}

impl<'a> Flows<'a> {
    pub fn new(copy: &'a Copy) -> Self {
        Flows { copy }
    }

    /// Builds and runs the tests. True if they pass.
    pub fn pass(&self, flow: &Flow, mutant: usize) -> Result<bool, String> {
        let _alone = self.copy.building();
        let files = match flow {
            Flow::Generated(_) => vec![LIST],
            Flow::Modules(_) => {
                vec!["tests/equivalence/main.rs", "tests/equivalence/flows/mod.rs"]
            }
            Flow::Tests(of) => of.iter().map(|(file, _)| file.as_str()).collect(),
        };
        let mut before = vec![];
        for file in files {
            let path = self.copy.root.join(file);
            let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
            before.push((path, text));
        }
        let passes = passes_alone(self.copy, flow, mutant);
        // What was built under a mutant is older than its source now.
        for (path, text) in before {
            write(&path, &text)?;
        }
        passes
    }
}

fn passes_alone(copy: &Copy, flow: &Flow, mutant: usize) -> Result<bool, String> {
    let targets: Vec<&str> = match flow {
        Flow::Generated(of) => {
            generated(copy, of)?;
            vec![judged::GENERATED]
        }
        Flow::Modules(names) => {
            alone(copy, names)?;
            vec![judged::EQUIVALENCE]
        }
        Flow::Tests(of) => {
            for (file, _) in of {
                touch(copy, file)?;
            }
            of.iter().map(|(_, name)| name.as_str()).collect()
        }
    };
    let mut words = vec!["test", "--no-run", "-p", judged::PACKAGE];
    words.extend(targets.iter().flat_map(|target| ["--test", target]));
    let built = cargo::build(copy, &words, mutant)?;
    if !built.ok {
        return match mutant {
            0 => Err(format!("{flow} does not compile alone:\n{}", built.rendered)),
            // The failure must be the mutant's.
            _ => passes_alone(copy, flow, 0).map(|_| false),
        };
    }
    for test in &built.tests {
        if !cargo::passes(test, mutant, Duration::from_secs(600))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Leaves some modules of the equivalence tests, and those that they name.
fn alone(copy: &Copy, names: &[String]) -> Result<(), String> {
    let folder = copy.root.join(MODULES);
    let mut modules = BTreeSet::new();
    let mut open = names.to_vec();
    while let Some(module) = open.pop() {
        let path = folder.join(format!("{module}.rs"));
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        for before in ["super::", "flows::"] {
            let named = text.split(before).skip(1).map(|rest| {
                rest.chars().take_while(|at| at.is_alphanumeric() || *at == '_').collect()
            });
            open.extend(named.filter(|module: &String| !modules.contains(module)));
        }
        modules.insert(module);
    }
    let list: String = modules.iter().map(|module| format!("pub mod {module};\n")).collect();
    write(&folder.join("mod.rs"), &list)?;
    let main = copy.root.join("tests/equivalence/main.rs");
    let text = std::fs::read_to_string(&main).map_err(|error| error.to_string())?;
    write(&main, &text.replace("\nmod planted;", ""))
}

/// Leaves some of the generated workflows.
fn generated(copy: &Copy, of: &[(String, String)]) -> Result<(), String> {
    let mut text = "#![allow(warnings, clippy::all)]\nuse std::collections::BTreeMap;\n\
                    use workflow::prelude::*;\nuse workflow_generated::{agrees, tasks::*};\n"
        .to_owned();
    for (file, name) in of {
        text += &block(copy, file, name).unwrap_or_default();
    }
    write(&copy.root.join(LIST), &text)
}

/// A workflow and its test, out of a file of generated ones.
fn block(copy: &Copy, file: &str, name: &str) -> Option<String> {
    const BEGIN: &str = "\n#[workflow";
    let text = std::fs::read_to_string(copy.root.join(file)).ok()?;
    let mut blocks = text.split(BEGIN).skip(1);
    let named = format!(" {name}(");
    blocks.find(|block| block.contains(&named)).map(|block| format!("{BEGIN}{block}"))
}

fn touch(copy: &Copy, file: &str) -> Result<(), String> {
    let path = copy.root.join(file);
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    write(&path, &text)
}

/// Writes the file even if it has the text already: it must be built again.
fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
