//! Definitions that `workflow import` has written as Rust: the modules in `golden` are what it writes now, and their
//! documents and machines make the same calls as the originals and end as they do, on inputs and answers made of what the
//! originals read, and with every call failing in every way that they speak of.
//!
//! `WRITE=1 cargo test --test imported` writes the modules anew.

#![allow(clippy::unwrap_used, reason = "tests")]

mod compare;
mod golden;
mod objects;
mod published;
mod run;
mod services;

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/imported").join(name)
}

/// The definitions by their names.
fn definitions() -> BTreeMap<String, Value> {
    let files = std::fs::read_dir(folder("definitions")).unwrap();
    let one = |file: std::io::Result<std::fs::DirEntry>| {
        let file = file.unwrap();
        let name = file.file_name().into_string().unwrap();
        let text = std::fs::read_to_string(file.path()).unwrap();
        (name.trim_end_matches(".asl.json").to_owned(), serde_json::from_str(&text).unwrap())
    };
    files.map(one).collect()
}

#[test]
fn the_modules_are_what_import_writes() {
    let is_written = std::env::var_os("WRITE").is_some();
    let mut table = String::new();
    for (name, definition) in definitions() {
        let imported = workflow_import::import(&definition, &name, &[]);
        let imported = imported.unwrap_or_else(|stops| panic!("{name}: {stops:?}"));
        let function = &imported.name;
        let _ = write!(table, "#[rustfmt::skip]\nmod {name};\n");
        held(&format!("{name}.rs"), &imported.text, is_written);
        assert_eq!(*function, name);
    }
    let list = definitions();
    let names = list.keys().map(|name| format!("module!({name}), "));
    let text = format!(
        "//! Modules of `workflow import`. Do not edit: `WRITE=1 cargo test --test imported` writes it anew.\n\n\
         use crate::compare::Module;\n\n{table}\nmacro_rules! module {{\n    ($name:ident) => {{\n        Module {{\n            \
         name: stringify!($name),\n            machine: <$name::$name as workflow::Workflow>::machine,\n            \
         definition: $name::$name::definition,\n        }}\n    }};\n}}\n\n/// All of them.\n#[rustfmt::skip]\n\
         pub fn modules() -> Vec<Module> {{\n    vec![{}]\n}}\n",
        names.collect::<String>()
    );
    held("mod.rs", &text, is_written);
}

/// Holds a file against what it must be.
fn held(name: &str, text: &str, is_written: bool) {
    let file = folder("golden").join(name);
    if is_written {
        std::fs::write(&file, text).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default();
    assert!(found == text, "{name} is not what import writes: WRITE=1 cargo test --test imported");
}

#[tokio::test]
async fn imported_definitions_do_the_same() {
    let (definitions, mut wrong) = (definitions(), vec![]);
    for module in golden::modules() {
        let found = compare::compare(&module, &definitions[module.name]).await;
        println!("{}: {} runs, {} faults", module.name, found.runs, found.faults);
        let title = |text: &String| format!("{}: {text}", module.name);
        wrong.extend(found.wrong.iter().chain(&found.typed).map(title));
        wrong.extend(found.missed.iter().map(|name| format!("{}: no run {name}", module.name)));
        if found.endless > 0 {
            wrong.push(format!("{}: {} runs never end", module.name, found.endless));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
