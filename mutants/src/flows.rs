//! Builds and runs tests with workflows whose expansion a mutant of the macro changes, and no others.

use crate::cargo;
use crate::copy::Copy;
use crate::expansions::{Change, Effect};
use std::collections::{BTreeMap, BTreeSet};
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
    /// A file, or the folder's `main.rs`, in `tests`.
    Test(String, String),
    /// An example with its tests.
    Example(String),
    /// Cases of `tests/ui`, from that folder: what rustc says of them.
    Ui(Vec<String>),
}

impl fmt::Display for Flow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Flow::Generated(of) => {
                let names: Vec<&str> = of.iter().map(|(_, name)| name.as_str()).collect();
                write!(f, "the generated {}", names.join(", "))
            }
            Flow::Modules(names) => write!(f, "the equivalence of {}", names.join(", ")),
            Flow::Test(_, name) => write!(f, "the tests of {name}"),
            Flow::Example(name) => write!(f, "the example {name}"),
            Flow::Ui(cases) => write!(f, "the messages of {}", cases.join(", ")),
        }
    }
}

const MODULES: &str = "tests/equivalence/flows/";
const GENERATED: &str = "tests/generated/flows/";
const UI: &str = "tests/ui/";
const LIST: &str = "tests/generated/quick.rs";

/// The most of each kind that one mutant is tried on.
const GENERATED_FIRST: usize = 4;
const GENERATED_LATER: usize = 12;
const OTHERS: usize = 3;
const CASES: usize = 12;

/// The tests for what a mutant changes: the quickest to build first.
pub fn choose(copy: &Copy, changes: &[Change]) -> Vec<Flow> {
    let differ: Vec<&Change> =
        changes.iter().filter(|change| change.effect == Effect::Differs).collect();
    let ui = cases(copy, &differ);
    let mut generated = vec![];
    let mut others: BTreeMap<(u8, String), (usize, Flow)> = BTreeMap::new();
    for change in differ {
        let size = |file: &str| std::fs::metadata(copy.root.join(file)).map_or(0, |it| it.len());
        if change.file.starts_with(GENERATED) {
            if let Some(text) = block(copy, &change.file, &change.item) {
                generated.push((text.len(), (change.file.clone(), change.item.clone())));
            }
        } else if let Some((kind, flow)) = other(&change.file) {
            others.insert((kind, flow.to_string()), (size(&change.file) as usize, flow));
        }
    }
    generated.sort();
    let mut generated = generated.into_iter().map(|(_, of)| of);
    let first: Vec<_> = generated.by_ref().take(GENERATED_FIRST).collect();
    let later: Vec<_> = generated.take(GENERATED_LATER).collect();
    let mut flows = vec![Flow::Generated(first)];
    let mut rest = vec![];
    for kind in 0..3 {
        let mut of: Vec<_> =
            others.iter().filter(|((it, _), _)| *it == kind).map(|(_, flow)| flow).collect();
        of.sort_by_key(|(size, _)| *size);
        let mut of = of.into_iter().map(|(_, flow)| flow.clone());
        flows.extend(of.by_ref().take(OTHERS));
        rest.extend(of.filter_map(|flow| match flow {
            Flow::Modules(names) => Some(names),
            _ => None,
        }));
    }
    flows.extend([Flow::Ui(ui), Flow::Generated(later), Flow::Modules(rest.concat())]);
    flows.retain(|flow| match flow {
        Flow::Generated(of) => !of.is_empty(),
        Flow::Ui(of) | Flow::Modules(of) => !of.is_empty(),
        _ => true,
    });
    flows
}

/// The cases of `tests/ui` with other code: those first of which rustc itself has something to say.
fn cases(copy: &Copy, differ: &[&Change]) -> Vec<String> {
    let files: BTreeSet<&str> =
        differ.iter().filter_map(|change| change.file.strip_prefix(UI)).collect();
    let mut cases: Vec<(bool, String)> = vec![];
    for file in files {
        let messages = copy.root.join(UI).join(file).with_extension("stderr");
        let text = std::fs::read_to_string(messages).unwrap_or_default();
        let own = text.contains("error[E") || text.contains("warning: ");
        cases.push((!own, file.to_owned()));
    }
    cases.sort();
    cases.into_iter().take(CASES).map(|(_, file)| file).collect()
}

fn other(file: &str) -> Option<(u8, Flow)> {
    let stem = Path::new(file).file_stem()?.to_str()?.to_owned();
    let rest = file.strip_prefix("tests/");
    if file.starts_with(MODULES) {
        return (stem != "mod").then_some((0, Flow::Modules(vec![stem])));
    }
    if let Some(example) = file.strip_prefix("examples/") {
        return Some((2, Flow::Example(example.split('/').next()?.to_owned())));
    }
    match rest?.split('/').collect::<Vec<_>>()[..] {
        // It needs features that all else is built without.
        ["types.rs"] => None,
        [_] => Some((1, Flow::Test(file.to_owned(), stem))),
        ["rewritten", ..] => {
            Some((1, Flow::Test("tests/rewritten/main.rs".into(), "rewritten".into())))
        }
        _ => None,
    }
}

/// Builds and runs the tests. True if they pass.
pub fn passes(copy: &Copy, flow: &Flow, mutant: usize) -> Result<bool, String> {
    let files = match flow {
        Flow::Generated(_) => vec![LIST.to_owned()],
        Flow::Modules(_) => {
            vec!["tests/equivalence/main.rs".into(), "tests/equivalence/flows/mod.rs".into()]
        }
        Flow::Test(file, _) => vec![file.clone()],
        Flow::Example(name) => vec![format!("examples/{name}/main.rs")],
        Flow::Ui(cases) => return tells_the_same(copy, cases, mutant),
    };
    let mut before = vec![];
    for file in files {
        let path = copy.root.join(file);
        let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
        before.push((path, text));
    }
    let passes = passes_alone(copy, flow, mutant);
    // What was built under a mutant is older than its source now.
    for (path, text) in before {
        write(&path, &text)?;
    }
    passes
}

fn passes_alone(copy: &Copy, flow: &Flow, mutant: usize) -> Result<bool, String> {
    let target = match flow {
        Flow::Generated(of) => generated(copy, of)?,
        Flow::Modules(names) => alone(copy, names)?,
        Flow::Test(file, name) => touched(copy, file, ["--test", name])?,
        Flow::Example(name) => {
            touched(copy, &format!("examples/{name}/main.rs"), ["--example", name])?
        }
        Flow::Ui(_) => return Ok(true),
    };
    let package =
        if matches!(flow, Flow::Generated(_)) { "workflow-generated" } else { "workflow" };
    let mut words = vec!["test", "--no-run", "-p", package];
    words.extend(target.iter().map(String::as_str));
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

/// Compiles cases of `tests/ui`. Without the mutant first: what they depend on is built then, and a case that fails
/// says nothing of the mutant.
fn tells_the_same(copy: &Copy, cases: &[String], mutant: usize) -> Result<bool, String> {
    let built = cargo::build(copy, &["test", "--no-run", "-p", "workflow-ui", "--test", "ui"], 0)?;
    let mut test = built.tests.into_iter().next().ok_or(built.rendered)?;
    test.words = cases.iter().map(|case| format!("trybuild={case}")).collect();
    test.words.insert(0, "ui".to_owned());
    let limit = Duration::from_secs(600);
    if !cargo::passes(&test, 0, limit)? {
        eprintln!("left out: a message of {} differs without a mutant", cases.join(", "));
        return Ok(true);
    }
    cargo::passes(&test, mutant, limit)
}

/// Leaves some modules of the equivalence tests, and those that they name.
fn alone(copy: &Copy, names: &[String]) -> Result<[String; 2], String> {
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
    write(&main, &text.replace("\nmod planted;", ""))?;
    Ok(["--test".into(), "equivalence".into()])
}

/// Leaves some of the generated workflows.
fn generated(copy: &Copy, of: &[(String, String)]) -> Result<[String; 2], String> {
    let mut text = "#![allow(warnings, clippy::all)]\nuse std::collections::BTreeMap;\n\
                    use workflow::prelude::*;\nuse workflow_generated::{agrees, tasks::*};\n"
        .to_owned();
    for (file, name) in of {
        text += &block(copy, file, name).unwrap_or_default();
    }
    write(&copy.root.join(LIST), &text)?;
    Ok(["--test".into(), "quick".into()])
}

/// A workflow and its test, out of a file of generated ones.
fn block(copy: &Copy, file: &str, name: &str) -> Option<String> {
    const BEGIN: &str = "\n#[workflow";
    let text = std::fs::read_to_string(copy.root.join(file)).ok()?;
    let mut blocks = text.split(BEGIN).skip(1);
    let named = format!(" {name}(");
    blocks.find(|block| block.contains(&named)).map(|block| format!("{BEGIN}{block}"))
}

fn touched(copy: &Copy, file: &str, words: [&str; 2]) -> Result<[String; 2], String> {
    let path = copy.root.join(file);
    let text = std::fs::read_to_string(&path).map_err(|error| error.to_string())?;
    write(&path, &text)?;
    Ok(words.map(str::to_owned))
}

/// Writes the file even if it has the text already: it must be built again.
fn write(path: &Path, text: &str) -> Result<(), String> {
    std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
}
