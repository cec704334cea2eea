//! Prints the table of the library, and its documentation.

use crate::Row;
use crate::check::Checked;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// The area of rows that prove something and are no news to a reader.
pub const UNPRINTED: &str = "combinations";

/// Areas whose rows are the same for many types of items.
const GENERIC: [&str; 4] = ["Vec", "Option", "BTreeMap", "BTreeSet"];

struct Entry<'a> {
    row: &'a Row,
    checked: &'a Checked,
    text: String,
    more: usize,
}

/// One entry for each row; of generic rows one for all types, with the longest text.
fn entries<'a>(rows: &'a [Row], checked: &'a [Checked]) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = vec![];
    for (row, checked) in rows.iter().zip(checked).filter(|(row, _)| row.area != UNPRINTED) {
        let text = checked.code.as_ref().map_or(String::new(), |code| code.text().to_owned());
        let generic = GENERIC.contains(&row.area);
        let known = entries
            .iter_mut()
            .find(|entry| generic && entry.row.area == row.area && entry.row.rust == row.rust);
        match known {
            Some(entry) => {
                entry.more += 1;
                if text.len() > entry.text.len() {
                    (entry.row, entry.checked, entry.text) = (row, checked, text);
                }
            }
            None => entries.push(Entry { row, checked, text, more: 0 }),
        }
    }
    entries
}

fn source(rows: &[Row], checked: &[Checked]) -> String {
    let mut text = String::from(
        "//! The rows. Written by the test `operators`: `WORKFLOW_OPERATORS=write`.\n\n\
         use super::{Operator, exact, refused};\n\n\
         /// The table.\n#[rustfmt::skip]\npub const TABLE: &[Operator] = &[\n",
    );
    for entry in entries(rows, checked) {
        let Row { area, rust, types, .. } = entry.row;
        match &entry.checked.code {
            Ok(_) => {
                let (more, text_) = (entry.more, &entry.text);
                writeln!(text, "    exact({area:?}, {rust:?}, {types:?}, {more}, {text_:?}),")
                    .unwrap();
            }
            Err(refused) => {
                let (what, remedy) = (&refused.what, &refused.remedy);
                writeln!(text, "    refused({area:?}, {rust:?}, {types:?}, {what:?}, {remedy:?}),")
                    .unwrap();
            }
        }
    }
    text + "];\n"
}

fn same_or_written(path: &Path, expected: &str) {
    if std::env::var("WORKFLOW_OPERATORS").as_deref() == Ok("write") {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, expected).unwrap();
    }
    let found = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        found == expected,
        "{} is stale: run `WORKFLOW_OPERATORS=write cargo test -p workflow-asl --test operators` (twice: the documentation is printed from the table)",
        path.display()
    );
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The table of the library is what was run.
pub fn check(rows: &[Row], checked: &[Checked]) {
    same_or_written(&root().join("src/operators/table.rs"), &source(rows, checked));
}

#[test]
fn the_documentation_is_printed_from_the_table() {
    same_or_written(&root().join("../docs/operators.md"), &workflow_asl::operators::markdown());
}

/// Rows that need a workflow: a failure.
const ELSEWHERE: [&str; 4] = ["error", "cause", "child", "reported"];

#[test]
fn every_method_has_a_row() {
    use workflow_asl::operators::{METHODS, TABLE, Verdict};
    let exact = |name: &str| {
        let call = [format!(".{name}("), format!(".{name}::")];
        TABLE.iter().any(|row| {
            matches!(row.verdict, Verdict::Exact(_))
                && call.iter().any(|call| row.rust.contains(call))
        })
    };
    let missing: Vec<_> = METHODS
        .iter()
        .filter(|method| !exact(method.name) && !ELSEWHERE.contains(&method.name))
        .map(|method| method.name)
        .collect();
    assert!(missing.is_empty(), "no exact row for {missing:?}");
}
