//! Walks the recipe "a method that expressions may call" of CONTRIBUTING.md in a copy of the crates: three files are
//! changed by hand, and a row that the exporter does not know fails a test that names it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const CRATES: [&str; 2] = ["workflow-asl", "workflow-methods"];

/// The copy: a workspace of the two crates that a method concerns.
struct Workspace {
    folder: PathBuf,
}

impl Workspace {
    fn copy() -> Self {
        let (from, folder) = (root(), Path::new(env!("CARGO_TARGET_TMPDIR")).join("recipe"));
        for name in CRATES {
            let _ = fs::remove_dir_all(folder.join(name));
            copy(&from.join(name), &folder.join(name));
        }
        fs::create_dir_all(folder.join("docs")).unwrap();
        fs::copy(from.join("docs/operators.md"), folder.join("docs/operators.md")).unwrap();
        fs::copy(from.join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
        let manifest = fs::read_to_string(from.join("Cargo.toml")).unwrap();
        fs::write(folder.join("Cargo.toml"), workspace(&manifest)).unwrap();
        Workspace { folder }
    }

    /// Puts a line in front of the first line that begins with `before`.
    fn insert(&self, file: &str, before: &str, line: &str) {
        let path = self.folder.join(file);
        let text = fs::read_to_string(&path).unwrap();
        let at = text.find(before).unwrap_or_else(|| panic!("{file} has no `{before}`"));
        let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        fs::write(path, format!("{}{line}\n{}", &text[..start], &text[start..])).unwrap();
    }

    /// Runs the tests of operators: true if they pass, and what they say.
    fn operators(&self, write: bool) -> (bool, String) {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["test", "--offline", "-p", "workflow-asl", "--test", "operators"]);
        cargo.current_dir(&self.folder).env("CARGO_TARGET_DIR", self.folder.join("target"));
        if write {
            cargo.env("WORKFLOW_OPERATORS", "write");
        }
        let output = cargo.output().unwrap();
        let text =
            [output.stdout, output.stderr].map(|it| String::from_utf8_lossy(&it).into_owned());
        (output.status.success(), text.concat())
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The tables of the manifest that are about the workspace, with the copied crates alone as members.
fn workspace(manifest: &str) -> String {
    let tables = manifest.split("\n[").filter(|table| table.starts_with("workspace."));
    let tables: String = tables.map(|table| format!("\n[{table}\n")).collect();
    format!("[workspace]\nmembers = {CRATES:?}\nresolver = \"3\"\n{tables}")
}

#[test]
#[ignore = "builds a copy of workflow-asl, which takes a minute: `.ci/run` runs it"]
fn a_method_is_added_by_the_recipe() {
    let copy = Workspace::copy();
    copy.insert(
        "workflow-methods/src/exact.rs",
        "    method(\"iter\"",
        "    method(\"is_positive\", 0, 0, \"\"),",
    );
    let (passed, text) = copy.operators(false);
    assert!(!passed && text.contains("no exact row for [\"is_positive\"]"), "{text}");

    let row = "    same!(t, |a: i32| a.is_positive());";
    copy.insert(
        "workflow-asl/tests/operators/rows/numbers.rs",
        "    same!(t, |a: i32| a.signum())",
        row,
    );
    let (passed, text) = copy.operators(true);
    assert!(
        !passed && text.contains("`is_positive` of"),
        "the exporter has no such method:\n{text}"
    );

    copy.insert(
        "workflow-asl/src/expr/number.rs",
        "        (\"signum\", 0)",
        "        (\"is_positive\", 0) => Ok(compare(&on, \">\", &Code::constant(json!(0), on.ty.clone()))),",
    );
    // The first run writes the table, which is compiled in the second, and printed.
    copy.operators(true);
    copy.operators(true);
    let (passed, text) = copy.operators(false);
    assert!(passed, "what was written is not what is printed:\n{text}");
    let printed = fs::read_to_string(copy.folder.join("docs/operators.md")).unwrap();
    assert!(printed.contains("| `` a.is_positive() `` | a: i32 | `` $a > 0 `` |"));
}
