//! What is checked in is what the generator writes; every pair of rows is in it.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, reason = "tests")]

use std::fs;
use std::path::Path;
use workflow_generated::generator::written;

/// Another seed, other workflows.
const SEED: u64 = 1;

/// `WORKFLOW_GENERATED=write cargo test -p workflow-generated --test written` writes the files anew.
#[test]
fn checked_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let write = std::env::var("WORKFLOW_GENERATED").is_ok_and(|value| value == "write");
    let mut differ = vec![];
    for (name, text) in written(SEED).files {
        let path = folder.join(&name);
        if write {
            fs::write(&path, text).unwrap();
        } else if fs::read_to_string(&path).ok() != Some(text) {
            differ.push(name);
        }
    }
    assert!(
        differ.is_empty(),
        "{differ:?} are not what the generator writes: \
         WORKFLOW_GENERATED=write cargo test -p workflow-generated --test written"
    );
}

#[test]
fn every_pair_is_there() {
    let written = written(SEED);
    let rows: u32 = written.pairs.values().sum();
    println!("{} pairs of rows in {rows} places", written.pairs.len());
    assert!(written.missing.is_empty(), "pairs that are missing: {:?}", written.missing);
}

#[test]
fn every_pair_of_forms_is_there() {
    let written = written(SEED);
    let forms: u32 = written.forms.values().sum();
    println!("{} pairs of forms in {forms} places", written.forms.len());
    assert!(
        written.missing_forms.is_empty(),
        "pairs that are missing: {:?}",
        written.missing_forms
    );
}
