//! Style rules that a program can check, over the product crates. Each rule has an allowance that may only shrink: an
//! entry that nothing needs any more fails as well.

#![allow(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod functions;
mod layers;
mod names;
mod openings;
#[path = "../equivalence/harness/names.rs"]
#[allow(dead_code, reason = "files are values")]
mod pieces;
mod public;
mod source;

use source::Source;

/// The folders of the product crates, from the repository's root.
const CRATES: [&str; 19] = [
    "src",
    "workflow-asl/src",
    "workflow-aws/src",
    "workflow-cli/src",
    "workflow-deploy/src",
    "workflow-graph/src",
    "workflow-lambda/src",
    "workflow-macros/src",
    "workflow-import/src",
    "workflow-methods/src",
    "workflow-replay/src",
    "workflow-runtime/src",
    "workflow-task/src",
    "workflow-triggers/src",
    "workflow-server/src",
    "conformance/src",
    "workflow-sqlite/src",
    "workflow-store-contract/src",
    "workflow-worker/src",
];

/// Fails with all that was found and not allowed, and with all that was allowed and not found.
fn compare(rule: &str, found: &[String], allowed: &[&str]) {
    let new: Vec<_> = found.iter().filter(|found| !allowed.contains(&found.as_str())).collect();
    let stale: Vec<_> =
        allowed.iter().filter(|allowed| !found.iter().any(|found| found == *allowed)).collect();
    assert!(new.is_empty(), "{rule}: not allowed:\n{new:#?}");
    assert!(stale.is_empty(), "{rule}: the allowance names what is mended; remove it:\n{stale:#?}");
}

#[test]
fn doc_comments_open_with_a_noun_or_a_verb() {
    let found: Vec<_> = Source::all().iter().flat_map(openings::refused).collect();
    assert!(found.is_empty(), "say what it is or does (CONTRIBUTING.md):\n{}", found.join("\n"));
}

#[test]
fn messages_of_the_macros_open_with_a_noun_or_a_verb() {
    let expected = Source::with_extension("tests/ui", "stderr");
    assert!(expected.len() > 100, "{} files of expectations", expected.len());
    let found: Vec<_> = expected.iter().flat_map(openings::refused_messages).collect();
    assert!(found.is_empty(), "say what is wrong:\n{}", found.join("\n"));
}

#[test]
fn functions_have_70_lines_at_most() {
    let found: Vec<_> = Source::all().iter().flat_map(functions::long).collect();
    assert!(found.is_empty(), "functions over 70 lines: divide them\n{found:#?}");
}

#[test]
fn states_of_exported_examples_have_names_in_words() {
    let folders = std::fs::read_dir("examples").unwrap().map(|folder| folder.unwrap().path());
    let files = folders.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let files: Vec<_> = files
        .map(|file| file.unwrap().path())
        .filter(|file| file.to_string_lossy().ends_with(".asl.json"))
        .collect();
    assert!(files.len() > 6, "{files:?}");
    for file in files {
        let definition = std::fs::read_to_string(&file).unwrap();
        let checked = pieces::check_value(&serde_json::from_str(&definition).unwrap());
        checked.unwrap_or_else(|why| panic!("{}: {why}", file.display()));
    }
}

#[test]
fn imports_point_down() {
    let found: Vec<_> = CRATES.iter().flat_map(|folder| layers::upward(folder)).collect();
    let unexplained = layers::unexplained(&found, &layers::circles());
    assert!(unexplained.is_empty(), "no import points up (ARCHITECTURE.md):\n{unexplained:#?}");
}

#[test]
fn a_public_name_means_one_type() {
    let found = names::ambiguous();
    println!("names of public types with the most meanings:");
    for (name, files) in found.iter().take(10) {
        println!("{:3} {name}: {}", files.len(), files.join(", "));
    }
    let found: Vec<_> = found.into_iter().map(|(name, _)| name).collect();
    compare("public types of one name", &found, names::ALLOWED);
}
