//! Definitions that people published: all are imported, what was imported is compiled as one crate, and its documents
//! are held against the originals.
//!
//! They are third-party text, beside the project in `../shared/definitions/aws-samples.jsonl`, or in the file that
//! `WORKFLOW_DEFINITIONS` names (JSON Lines of `source` and `definition`).

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The manifest of the crate; `{root}` is this repository.
const MANIFEST: &str = r#"[package]
name = "published"
version = "0.1.0"
edition = "2024"

[workspace]

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1", features = ["preserve_order", "float_roundtrip"] }
tokio = { version = "1", features = ["rt", "time", "macros"] }
workflow = { path = "{root}" }
workflow-import = { path = "{root}/workflow-import" }
workflow-runtime = { path = "{root}/workflow-runtime" }
"#;

/// The program: a line for each definition.
const MAIN: &str = r#"#![allow(warnings)]
#[path = "{root}/tests/imported/compare.rs"]
mod compare;
#[path = "{root}/tests/imported/objects.rs"]
mod objects;
#[path = "{root}/tests/imported/run.rs"]
mod run;
#[path = "{root}/tests/imported/services.rs"]
mod services;
mod modules;

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let text = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let lines: Vec<serde_json::Value> = text.lines().map(|it| serde_json::from_str(it).unwrap()).collect();
    let (mut same, mut runs, mut faults, mut states, mut missed) = (0, 0, 0, 0, 0);
    for (line, module) in modules::modules() {
        let definition = &lines[line]["definition"];
        let found = compare::compare(&module, definition).await;
        (runs, faults) = (runs + found.runs, faults + found.faults);
        (states, missed) = (states + compare::states(definition).len(), missed + found.missed.iter().filter(|it| it.starts_with("enters ")).count());
        let is_same = found.wrong.is_empty();
        same += usize::from(is_same);
        println!("{line} {}: {}, {} runs", module.name, if is_same { "the same" } else { "DIFFERENT" }, found.runs);
        found.wrong.iter().take(2).chain(found.typed.iter().take(1)).for_each(|it| println!("    {it}"));
    }
    println!("{same} the same; {runs} runs, {faults} of them end by a fault of the original's own data; {missed} of {states} states never entered");
}
"#;

/// The definitions: a file of lines, if there is one.
fn file() -> Option<PathBuf> {
    let beside =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/definitions/aws-samples.jsonl");
    let file = std::env::var_os("WORKFLOW_DEFINITIONS").map_or(beside, PathBuf::from);
    file.is_file().then_some(file)
}

#[test]
#[ignore = "compiles all that was imported, which takes minutes: cargo test --test imported published -- --ignored --nocapture"]
fn published_definitions_do_the_same() {
    let Some(file) = file() else {
        println!(
            "SKIPPED: there are no definitions (../shared/definitions, or WORKFLOW_DEFINITIONS)"
        );
        return;
    };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("published");
    let root = env!("CARGO_MANIFEST_DIR");
    std::fs::create_dir_all(folder.join("src/modules")).unwrap();
    std::fs::copy(Path::new(root).join("Cargo.lock"), folder.join("Cargo.lock")).unwrap();
    std::fs::write(folder.join("Cargo.toml"), MANIFEST.replace("{root}", root)).unwrap();
    std::fs::write(folder.join("src/main.rs"), MAIN.replace("{root}", root)).unwrap();
    let (imported, stops) = modules(&file, &folder.join("src/modules"));
    println!("{imported} imported");
    assert!(imported > 0, "none is imported");
    stops.iter().for_each(|(construct, count)| println!("{count:>3} stopped by {construct}"));
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["run", "--quiet", "--offline", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--")
        .arg(&file);
    let output = cargo.output().unwrap();
    println!("{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(!text.contains("DIFFERENT"), "some do not do the same");
}

/// Writes a module for each definition that is imported; the number of them, and what stopped how many of the others.
fn modules(file: &Path, folder: &Path) -> (usize, Vec<(String, usize)>) {
    let (mut imported, mut stops) = (0, BTreeMap::<String, usize>::new());
    let (mut list, mut table) = (String::new(), String::new());
    for (line, text) in std::fs::read_to_string(file).unwrap().lines().enumerate() {
        let json: Value = serde_json::from_str(text).unwrap();
        let name = json["source"].as_str().unwrap().split('/').next().unwrap().to_owned();
        match workflow_import::import(&json["definition"], &name, &[]) {
            Ok(module) => {
                imported += 1;
                std::fs::write(folder.join(format!("m{line}.rs")), &module.text).unwrap();
                let _ = writeln!(list, "pub mod m{line};");
                let path = format!("m{line}::{}", module.name);
                let _ = writeln!(
                    table,
                    "        ({line}, Module {{ name: {name:?}, machine: <{path} as workflow::Workflow>::machine, definition: {path}::definition }}),"
                );
            }
            Err(all) => {
                let mut names: Vec<&str> = all.iter().map(|it| it.construct).collect();
                names.sort_unstable();
                names.dedup();
                names.into_iter().for_each(|it| *stops.entry(it.to_owned()).or_default() += 1);
                all.iter().for_each(|it| println!("{name}: {it}"));
            }
        }
    }
    let text = format!(
        "{list}use crate::compare::Module;\npub fn modules() -> Vec<(usize, Module)> {{\n    vec![\n{table}    ]\n}}\n"
    );
    std::fs::write(folder.join("mod.rs"), text).unwrap();
    let mut stops: Vec<_> = stops.into_iter().collect();
    stops.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    (imported, stops)
}
