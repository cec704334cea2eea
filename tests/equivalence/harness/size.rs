//! The size of documents: a law of its own, since a document may say the same in more states and more text.
//!
//! `tests/equivalence/sizes.txt` has a line for each workflow: states, and characters of the document without blanks
//! and comments.
//! `WORKFLOW_SIZES=/tmp/sizes cargo test --test equivalence && sort /tmp/sizes > tests/equivalence/sizes.txt` writes it
//! anew, where a change of them is meant.

use std::fs::OpenOptions;
use std::io::Write;
use workflow_asl::Definition;

const SIZES: &str = include_str!("../sizes.txt");

/// Compares the size of a workflow's document with the one that is written down, where one is.
pub fn check(name: &str, definition: &Definition) -> Result<(), String> {
    let found = size(definition);
    if let Some(path) = std::env::var_os("WORKFLOW_SIZES") {
        let file = OpenOptions::new().create(true).append(true).open(path);
        return file
            .and_then(|mut file| file.write_all(format!("{name} {found}\n").as_bytes()))
            .map_err(|error| error.to_string());
    }
    // Workflows of several modules may have one name.
    let line = |line: &'static str| line.strip_prefix(name)?.strip_prefix(' ');
    let known: Vec<_> = SIZES.lines().filter_map(line).collect();
    match known.is_empty() || known.contains(&found.as_str()) {
        true => Ok(()),
        false => Err(format!(
            "its document has {found} states and characters, and had {}: see harness/size.rs",
            known.join(" or ")
        )),
    }
}

fn size(definition: &Definition) -> String {
    let text = definition.to_json_pretty();
    let states = text.lines().filter(|line| line.trim_start().starts_with("\"Type\": ")).count();
    let said = text.lines().filter(|line| !line.trim_start().starts_with("\"Comment\": "));
    format!("{states} {}", said.flat_map(str::chars).filter(|of| !of.is_whitespace()).count())
}
