//! Public types whose name is one word, and means more than one thing.

use super::Source;
use std::collections::BTreeMap;

/// Lists the public types of one word with the files that define them, the most frequent name first.
pub fn common(sources: &[Source]) -> Vec<(String, Vec<String>)> {
    let mut names = BTreeMap::<String, Vec<String>>::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        for name in source.text.lines().filter_map(public_type).filter(|name| is_one_word(name)) {
            names.entry(name.to_owned()).or_default().push(source.path.clone());
        }
    }
    let mut names: Vec<_> = names.into_iter().filter(|(_, places)| places.len() > 1).collect();
    names.sort_by_key(|(_, places)| std::cmp::Reverse(places.len()));
    names
}

/// The name of the type that a line declares `pub`, to all or to a part of its crate.
fn public_type(line: &str) -> Option<&str> {
    let words = line.trim_start().strip_prefix("pub")?;
    let words = match words.strip_prefix('(') {
        Some(rest) => rest.split_once(')')?.1,
        None => words,
    };
    let words = words.strip_prefix(' ')?;
    let kinds = ["struct ", "enum ", "trait ", "type "];
    let rest = kinds.iter().find_map(|kind| words.strip_prefix(kind))?;
    rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()
}

fn is_one_word(name: &str) -> bool {
    name.chars().filter(|c| c.is_uppercase()).count() == 1
}

#[test]
fn names_are_counted() {
    let text = "pub struct Place;\npub(crate) enum Place {}\npub type RunPlace = u8;\nstruct Kind;\npub trait Kind {}";
    let source = Source { path: "a.rs".to_owned(), text: text.to_owned() };
    let places = vec!["a.rs".to_owned(), "a.rs".to_owned()];
    assert_eq!(common(&[source]), [("Place".to_owned(), places)]);
}
