//! The package of tests that judge, which the copy has besides those of the repository.
//!
//! `tests` belongs to the package `workflow`, whose tests need the command line, the server and a database. Building
//! these takes longer than all verdicts, and says nothing of the mutants.

use crate::copy::{self, Copy};

/// The package, as cargo names it.
pub const PACKAGE: &str = "workflow-judged";

/// The tests of it with the modules of the equivalence, and those with the generated workflows.
pub const EQUIVALENCE: &str = "equivalence";
pub const GENERATED: &str = "quick";

/// The tests of `workflow` that reach the judged folders and need nothing else.
pub const TESTS: &[(&str, &str)] = &[
    (EQUIVALENCE, "tests/equivalence/main.rs"),
    (GENERATED, "tests/generated/quick.rs"),
    ("driver", "tests/driver/main.rs"),
    ("children", "tests/children.rs"),
    ("commits", "tests/commits.rs"),
    ("control", "tests/control.rs"),
    ("crowded", "tests/crowded.rs"),
    ("data", "tests/data.rs"),
    ("distributed", "tests/distributed.rs"),
    ("linear", "tests/linear.rs"),
    ("ownership", "tests/ownership/main.rs"),
    ("passing", "tests/passing.rs"),
    ("steps", "tests/steps.rs"),
    ("task_error", "tests/task_error.rs"),
    ("tasks", "tests/tasks.rs"),
    ("undo", "tests/undo.rs"),
];

/// The files that the copy has of this: its root's manifest has other text.
pub const FILES: &[&str] = &["Cargo.toml", "judged/Cargo.toml", "judged/lib.rs"];

/// The dependencies have the features that the tests of all judging packages need: each is built once.
const MANIFEST: &str = r#"[package]
name = "workflow-judged"
publish = false
version.workspace = true
edition.workspace = true

[lib]
path = "lib.rs"
test = false
doctest = false

[dependencies]
jiff = { workspace = true, features = ["tzdb-bundle-always"] }
proptest.workspace = true
serde.workspace = true
serde_json.workspace = true
tokio = { workspace = true, features = ["io-util", "net", "test-util"] }
workflow.workspace = true
workflow-asl.workspace = true
workflow-generated = { path = "../tests/generated" }
workflow-runtime.workspace = true
"#;

/// The crates that are optimised a little: tests run documents in them, most of all.
const OPTIMISED: &[&str] = &["workflow-asl", "workflow-runtime"];

/// The macro's tests are optimised as much, and find what they find in a debug build.
const EXPANDER: &str =
    "\n[profile.release]\nopt-level = 1\ndebug-assertions = true\noverflow-checks = true\n";

/// Adds the package to the copy.
pub fn add(copy: &Copy) -> Result<(), String> {
    let root = std::fs::read_to_string(copy.pristine.join("Cargo.toml"));
    let mut root = root.map_err(|error| error.to_string())?;
    for (from, to) in [
        ("members = [", "members = [\"judged\", "),
        ("\nworkflow = { ", "\nworkflow = { default-features = false, "),
    ] {
        if !root.contains(from) {
            return Err(format!("Cargo.toml has no `{}`", from.trim()));
        }
        root = root.replacen(from, to, 1);
    }
    for name in OPTIMISED {
        root += &format!("\n[profile.dev.package.{name}]\nopt-level = 1\n");
    }
    root += EXPANDER;
    copy::write(&copy.root.join("Cargo.toml"), &root)?;
    let tests = TESTS
        .iter()
        .map(|(name, path)| format!("\n[[test]]\nname = \"{name}\"\npath = \"../{path}\"\n"));
    let manifest = MANIFEST.to_owned() + &tests.collect::<String>();
    copy::write(&copy.root.join("judged/Cargo.toml"), &manifest)?;
    copy::write(&copy.root.join("judged/lib.rs"), "")
}
