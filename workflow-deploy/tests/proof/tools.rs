//! The tools, where they are.

use std::path::{Path, PathBuf};
use std::process::Command;

fn tools() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/tools")
}

/// A script that calls a tool.
pub fn script(name: &str) -> String {
    tools().join(name).display().to_string()
}

/// An empty folder of a test; the first call of a process makes it.
pub fn folder(test: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    static MADE: std::sync::Mutex<Vec<String>> = std::sync::Mutex::new(vec![]);
    let mut made = MADE.lock().unwrap();
    if !made.iter().any(|it| it == test) {
        let _ = std::fs::remove_dir_all(&folder);
        std::fs::create_dir_all(&folder).unwrap();
        made.push(test.to_owned());
    }
    folder
}

/// Says that a test is skipped.
pub fn skipped(test: &str, tool: &str) {
    println!("SKIPPED: {test}: {tool} is not installed (.ci/run does)");
}

/// The interpreter that has a module of Python.
pub fn python(module: &str) -> Option<String> {
    let python = tools().join(".venv/bin/python").display().to_string();
    let has = Command::new(&python).args(["-c", &format!("import {module}")]).output();
    has.is_ok_and(|it| it.status.success()).then_some(python)
}

/// Node, where a package is installed.
pub fn node(package: &str) -> Option<String> {
    let there = tools().join("node_modules").join(package).is_dir() && is_there("node");
    there.then(|| "node".to_owned())
}

/// True if a program can be called.
pub fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|it| it.status.success())
}

/// Runs a tool, which must find nothing wrong; returns what it said.
pub fn run(program: &str, words: &[String], folder: &Path) -> String {
    let out = Command::new(program)
        .args(words)
        .current_dir(folder)
        .env("NODE_PATH", tools().join("node_modules"))
        .output()
        .unwrap();
    let said =
        format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "{program} {}: {}\n{said}", words.first().unwrap(), out.status);
    said
}
