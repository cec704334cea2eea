//! Builds the tests of single files with workflows, under a mutant of the macro.

use crate::cargo;
use crate::copy::Copy;
use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// A file whose tests can be built without the others.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Flow {
    /// A module of `tests/equivalence/flows`.
    Module(String),
    /// A file of `tests/generated/flows`.
    Generated(String),
}

impl fmt::Display for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flow::Module(name) => write!(f, "the equivalence of {name}"),
            Flow::Generated(name) => write!(f, "the generated {name}"),
        }
    }
}

const MODULES: &str = "tests/equivalence/flows/";
const GENERATED: &str = "tests/generated/flows/";

/// At most `many` of the files, those written by hand first.
pub fn choose<'a>(files: impl Iterator<Item = &'a str>, many: usize) -> Vec<Flow> {
    let flow = |file: &str| {
        let stem = Path::new(file).file_stem()?.to_str()?.to_owned();
        match file {
            _ if file.starts_with(MODULES) => Some(Flow::Module(stem)),
            _ if file.starts_with(GENERATED) => Some(Flow::Generated(stem)),
            _ => None,
        }
    };
    let flows: BTreeSet<Flow> = files.filter_map(flow).collect();
    flows.into_iter().filter(|flow| *flow != Flow::Module("mod".into())).take(many).collect()
}

/// The files that name what is built; they are restored afterwards, since tests read them.
const LISTS: &[&str] =
    &["tests/equivalence/main.rs", "tests/equivalence/flows/mod.rs", "tests/generated/quick.rs"];

/// Builds and runs the tests of a file. True if they pass.
pub fn passes(copy: &Copy, flow: &Flow, mutant: usize) -> Result<bool, String> {
    let mut before = vec![];
    for file in LISTS {
        let path = copy.root.join(file);
        let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
        before.push((path, text));
    }
    let passes = passes_alone(copy, flow, mutant);
    for (path, text) in before {
        write(&path, &text)?;
    }
    passes
}

fn passes_alone(copy: &Copy, flow: &Flow, mutant: usize) -> Result<bool, String> {
    let package = match flow {
        Flow::Module(name) => alone(copy, name, mutant)?,
        Flow::Generated(name) => quick(copy, name, mutant)?,
    };
    let test = if package == "workflow" { "equivalence" } else { "quick" };
    let words = ["test", "--no-run", "-p", package, "--test", test];
    let built = cargo::build(copy, &words, mutant)?;
    if !built.ok {
        return match mutant {
            0 => Err(format!("{flow} does not compile alone:\n{}", built.rendered)),
            // The failure must be the mutant's.
            _ => passes_alone(copy, flow, 0).map(|_| false),
        };
    }
    for test in &built.tests {
        if !cargo::passes(test, mutant, Duration::from_secs(300))? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Leaves one module of the equivalence tests, and those that it names.
fn alone(copy: &Copy, name: &str, mutant: usize) -> Result<&'static str, String> {
    let folder = copy.root.join(MODULES);
    let mut modules = BTreeSet::new();
    let mut open = vec![name.to_owned()];
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
    write(&folder.join("mod.rs"), &format!("// {mutant}\n{list}"))?;
    let main = copy.root.join("tests/equivalence/main.rs");
    let text = std::fs::read_to_string(&main).map_err(|error| error.to_string())?;
    write(&main, &text.replace("\nmod planted;", ""))?;
    Ok("workflow")
}

/// Leaves one file of the generated workflows.
fn quick(copy: &Copy, name: &str, mutant: usize) -> Result<&'static str, String> {
    let text = format!(
        "// {mutant}\n#![allow(warnings, clippy::all)]\n\
         #[path = \"flows/{name}.rs\"]\nmod {name};\n"
    );
    write(&copy.root.join("tests/generated/quick.rs"), &text)?;
    Ok("workflow-generated")
}

/// Writes the file even if it has the text already: it must be built again.
fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
