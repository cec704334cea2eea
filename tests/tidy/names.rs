//! Public types of one name: a name means one thing in the whole workspace.

use super::{CRATES, public};
use std::collections::BTreeMap;

/// Names that stand for several types today.
pub const ALLOWED: &[&str] = &[
    "Answer",
    "BoxError",
    "Call",
    "Expression",
    "Failure",
    "Limits",
    "Mock",
    "Mocks",
    "Options",
    "Part",
    "Path",
    "Reason",
    "Reply",
    "Request",
    "Scope",
    "Status",
    "Text",
];

/// Lists the names of public types that stand for several types, with the files that define them, the most frequent
/// name first.
pub fn ambiguous() -> Vec<(String, Vec<String>)> {
    let types = CRATES.iter().flat_map(|folder| public::types(folder));
    let mut names = BTreeMap::<String, Vec<String>>::new();
    for (name, file) in types {
        names.entry(name).or_default().push(file);
    }
    let mut names: Vec<_> = names.into_iter().filter(|(_, files)| files.len() > 1).collect();
    names.sort_by_key(|(_, files)| std::cmp::Reverse(files.len()));
    names
}
