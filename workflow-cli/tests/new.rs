//! The command `new`: a project that builds, and passes its tests.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]

mod common;

use common::{program, workflow};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const LIBRARY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// An empty folder that only one test has.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

#[test]
fn a_project_has_all_its_files() {
    let place = folder("files");
    let ran = program().current_dir(&place).args(["new", "my-orders", "--path", LIBRARY]).output();
    let ran = ran.unwrap();
    let err = String::from_utf8(ran.stderr).unwrap();
    assert_eq!((ran.status.code(), err.as_str()), (Some(0), ""));
    let read = |file: &str| fs::read_to_string(place.join("my-orders").join(file)).unwrap();
    let manifest = read("Cargo.toml");
    assert!(manifest.contains("name = \"my-orders\"\n"), "{manifest}");
    assert!(manifest.contains("workflow = { path = \"/"), "{manifest}");
    assert!(read("README.md").starts_with("# my-orders\n"));
    for file in [".gitignore", ".github/workflows/ci.yml", "src/main.rs", "src/tests.rs"] {
        assert!(!read(file).is_empty());
    }
    let all: Vec<_> = fs::read_dir(&place).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(all, ["my-orders"]);
}

#[test]
fn a_repository_may_be_named() {
    let place = folder("git");
    let name = place.join("orders").to_str().unwrap().to_owned();
    let url = "https://example.com/workflow.git";
    workflow(&["new", &name, "--git", url]).said(0, &["is made", "cargo test"]);
    let manifest = fs::read_to_string(place.join("orders/Cargo.toml")).unwrap();
    assert!(manifest.contains(&format!("workflow = {{ git = \"{url}\" }}")), "{manifest}");
    // Within the folder of another workspace, such as this repository's, it is one of its own.
    let within = place.ancestors().any(|it| it.join("Cargo.toml").exists());
    assert_eq!(manifest.ends_with("\n[workspace]\n"), within, "{manifest}");
}

#[test]
fn names_and_folders_that_will_not_do_are_refused() {
    let place = folder("refused");
    fs::create_dir(place.join("full")).unwrap();
    fs::write(place.join("full/kept"), "").unwrap();
    fs::write(place.join("file"), "").unwrap();
    let path = |name: &str| place.join(name).to_str().unwrap().to_owned();
    for (name, text) in [
        (path("full"), "full is not empty: nothing was written"),
        (path("file"), "file is a file: nothing was written"),
        (path("gone/orders"), "there is no folder "),
        (path("1st"), "`1st` cannot be the name of a package: it begins with a letter"),
        (path("a b"), "`a b` cannot be the name of a package"),
        (path("größe"), "letters, digits, `-` and `_`"),
        (path("async"), "`async` cannot be the name of a package: the word has another meaning"),
        (path("workflow"), "the word has another meaning"),
        (path(&"y".repeat(70)), "more than 64 letters"),
    ] {
        workflow(&["new", &name, "--path", LIBRARY]).said(2, &[text]);
    }
    workflow(&["new", &path("orders")]).said(2, &["--path <FOLDER>|--git <URL>"]);
    let empty = path("full");
    workflow(&["new", &path("orders"), "--path", &empty]).said(2, &["has no Cargo.toml"]);
    let other = concat!(env!("CARGO_MANIFEST_DIR"));
    workflow(&["new", &path("orders"), "--path", other]).said(2, &["holds another package"]);
    assert!(!place.join("orders").exists());
    assert_eq!(fs::read_dir(&place).unwrap().count(), 2);
}

/// Minutes, where the library was not built in this way before: `.ci/run` runs it.
#[test]
#[ignore = "builds the library anew: .ci/run runs it"]
fn the_project_passes_its_tests() {
    let place = folder("builds");
    let project = place.join("orders");
    // Outside of this repository its style does not hold.
    fs::write(place.join("rustfmt.toml"), "").unwrap();
    workflow(&["new", project.to_str().unwrap(), "--path", LIBRARY]).said(0, &["is made"]);
    // The same versions as here: nothing is downloaded.
    fs::copy(Path::new(LIBRARY).join("Cargo.lock"), project.join("Cargo.lock")).unwrap();
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("..");
    let cargo = |words: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        let ran = cargo.current_dir(&project).args(words).env("CARGO_TARGET_DIR", &target).output();
        let ran = ran.unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let all = text(&ran.stdout) + &text(&ran.stderr);
        assert!(ran.status.success(), "{words:?}\n{all}");
        all
    };
    assert!(cargo(&["test", "--offline"]).contains("2 passed"));
    assert!(cargo(&["run", "--offline", "--", "test", "cases.json"]).contains("1 passed"));
    let ran = cargo(&["run", "--offline", "--", "run", "fulfil", "--input", "order.json"]);
    assert!(ran.contains("receipt of 20 from 4242"), "{ran}");
    cargo(&["fmt", "--check"]);
}
