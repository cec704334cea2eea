//! The names of the states and variables of each workflow of the equivalence tests: documents and histories have them,
//! and executions under way stand in them, so that none is to change by accident.
//!
//! The forms of a workflow take the names from one place: they are equal whatever the names are, and no comparison of
//! forms sees a change. `name_list.txt` has a line for each workflow; `UPDATE=1 cargo test -p workflow-macros --lib
//! name_list` writes it anew, where a change is meant.

use super::{named, sizes, variables};
use std::path::Path;
use syn::visit::{self, Visit};

const NAMES: &str = include_str!("name_list.txt");

/// The workflows of one file, with the names in them; those with steps are left out.
struct Found {
    file: String,
    lines: Vec<String>,
}

impl<'f> Visit<'f> for Found {
    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        let own = function.attrs.iter().find(|it| it.path().is_ident("workflow"));
        let Some(own) = own else { return visit::visit_item_fn(self, function) };
        let steps =
            matches!(&own.meta, syn::Meta::List(list) if list.tokens.to_string().contains("steps"));
        if !steps {
            let graph = named::graph_of(function, vec![]);
            let variables = variables::names(&graph).join(", ");
            let states = named::names_in(graph).join(" | ");
            let name = &function.sig.ident;
            self.lines.push(format!("{} {name}: {states} / {variables}", self.file));
        }
    }
}

fn found() -> Vec<String> {
    let mut lines = vec![];
    for path in sizes::flows() {
        let text = std::fs::read_to_string(&path).unwrap();
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut found = Found { file, lines: vec![] };
        found.visit_file(&syn::parse_file(&text).unwrap());
        lines.append(&mut found.lines);
    }
    lines
}

#[test]
fn states_and_variables_have_the_names_that_they_had() {
    let found = sizes::with_stack(found);
    if std::env::var_os("UPDATE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/workflow/name_list.txt");
        return std::fs::write(path, found.join("\n") + "\n").unwrap();
    }
    let known: Vec<&str> = NAMES.lines().collect();
    let differ: Vec<_> = found.iter().filter(|line| !known.contains(&line.as_str())).collect();
    assert!(differ.is_empty(), "file, workflow, states, variables: see name_list.rs\n{differ:#?}");
    assert_eq!(found.len(), known.len(), "a workflow is gone: see name_list.rs");
}
