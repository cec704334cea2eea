//! The layers of each crate: its modules in the order of ARCHITECTURE.md, the lowest first. A module names those before
//! it, in imports and in paths. The circles that stay are in ARCHITECTURE.md too, each with its reason.

use super::Source;
use super::source::root;
use std::collections::BTreeMap;
use syn::visit::Visit;
use syn::{Attribute, File, Item, ItemFn, ItemMod, ItemUse, UseTree};

/// Reads the circles of ARCHITECTURE.md: `` - `FILE OR FOLDER` imports `MODULE`: why ``.
pub fn circles() -> Vec<(String, String)> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let circle = |line: &str| {
        let (place, rest) = line.strip_prefix("- `")?.split_once("` imports `")?;
        let (module, reason) = rest.split_once("`: ")?;
        assert!(reason.ends_with('.'), "a circle has a reason, as a sentence: {line}");
        Some((place.to_owned(), module.to_owned()))
    };
    text.lines().filter_map(circle).collect()
}

/// Compares what points up with the circles that have a reason: neither may be there without the other.
pub fn unexplained(found: &[String], circles: &[(String, String)]) -> Vec<String> {
    let is_of = |found: &str, (place, module): &(String, String)| {
        found.split_once(": ").is_some_and(|(file, name)| file.starts_with(place) && name == module)
    };
    let new = found.iter().filter(|found| !circles.iter().any(|circle| is_of(found, circle)));
    let stale = circles.iter().filter(|circle| !found.iter().any(|found| is_of(found, circle)));
    let stale = stale.map(|(place, module)| format!("no longer: {place} imports {module}"));
    new.cloned().chain(stale).collect()
}

/// Lists the imports and paths of a crate (its folder) that point up.
pub fn upward(folder: &str) -> Vec<String> {
    let sources: Vec<_> = Source::below(folder).into_iter().filter(|it| !it.is_test()).collect();
    let layers = layers(folder);
    let library = parse(sources.iter().find(|it| it.path == format!("{folder}/lib.rs")).unwrap());
    let modules: Vec<_> = library.items.iter().filter_map(module).collect();
    for module in &modules {
        assert!(layers.contains(module), "ARCHITECTURE.md has no layer for {folder}/{module}");
    }
    for layer in &layers {
        assert!(modules.contains(layer), "ARCHITECTURE.md has a layer {folder}/{layer}: no module");
    }
    let exported = exports(&library);
    let mut found: Vec<_> =
        sources.iter().flat_map(|source| upward_of(source, folder, &layers, &exported)).collect();
    found.sort();
    found.dedup();
    found
}

/// Reads the line of ARCHITECTURE.md that has the layers of a crate: `` - `FOLDER`: a, b, c ``.
fn layers(folder: &str) -> Vec<String> {
    let text = std::fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let begin = format!("- `{folder}`: ");
    let lines: Vec<_> = text.lines().filter_map(|line| line.strip_prefix(&begin)).collect();
    let [line] = lines[..] else {
        panic!("ARCHITECTURE.md has {} lists of the layers of {folder}", lines.len())
    };
    line.split(", ").map(str::to_owned).collect()
}

fn parse(source: &Source) -> File {
    syn::parse_file(&source.text).unwrap_or_else(|error| panic!("{}: {error}", source.path))
}

/// The name of a module that an item declares, unless it is for tests alone.
fn module(item: &Item) -> Option<String> {
    match item {
        Item::Mod(module) if !for_tests(&module.attrs) && module.content.is_none() => {
            Some(module.ident.to_string())
        }
        _ => None,
    }
}

fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("cfg")
            && attribute.parse_args::<syn::Ident>().is_ok_and(|it| it == "test")
    })
}

/// Maps the names that a crate's root exports to the modules they come from.
fn exports(library: &File) -> BTreeMap<String, String> {
    paths(&library.items)
        .into_iter()
        .filter(|path| path.len() > 1)
        .map(|path| {
            let name = path[path.len() - 1].clone();
            (name, path[0].clone())
        })
        .collect()
}

fn upward_of(
    source: &Source,
    folder: &str,
    layers: &[String],
    exported: &BTreeMap<String, String>,
) -> Vec<String> {
    let inner = source.path.strip_prefix(folder).unwrap().trim_start_matches('/');
    let own = inner.split('/').next().unwrap().trim_end_matches(".rs");
    let Some(height) = layers.iter().position(|layer| layer == own) else { return vec![] };
    let imports = named(&parse(source)).into_iter().filter(|path| path[0] == "crate");
    let modules = imports.filter_map(|path| path.get(1).cloned()).map(|name| {
        if layers.contains(&name) { name } else { exported.get(&name).cloned().unwrap_or(name) }
    });
    let upward = modules.filter(|name| layers.iter().position(|it| it == name) > Some(height));
    upward.map(|name| format!("{}: {name}", source.path)).collect()
}

/// Lists the paths of a file, of imports and others; those of tests excepted.
fn named(file: &File) -> Vec<Vec<String>> {
    let mut named = Named(vec![]);
    named.visit_file(file);
    named.0
}

struct Named(Vec<Vec<String>>);

impl<'f> Visit<'f> for Named {
    fn visit_item_use(&mut self, item: &'f ItemUse) {
        if !for_tests(&item.attrs) {
            expand(&item.tree, &[], &mut self.0);
        }
    }

    fn visit_item_mod(&mut self, item: &'f ItemMod) {
        if !for_tests(&item.attrs) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'f ItemFn) {
        if !for_tests(&item.attrs) {
            syn::visit::visit_item_fn(self, item);
        }
    }

    fn visit_path(&mut self, path: &'f syn::Path) {
        self.0.push(path.segments.iter().map(|segment| segment.ident.to_string()).collect());
        syn::visit::visit_path(self, path);
    }
}

/// Lists the paths of all `use` items, those in modules and functions' bodies excepted.
fn paths(items: &[Item]) -> Vec<Vec<String>> {
    let mut found = vec![];
    for item in items {
        match item {
            Item::Use(item) if !for_tests(&item.attrs) => expand(&item.tree, &[], &mut found),
            _ => {}
        }
    }
    found
}

fn expand(tree: &UseTree, before: &[String], found: &mut Vec<Vec<String>>) {
    let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
    match tree {
        UseTree::Path(path) => expand(&path.tree, &with(&path.ident), found),
        UseTree::Name(name) => found.push(with(&name.ident)),
        UseTree::Rename(name) => found.push(with(&name.ident)),
        UseTree::Glob(_) => found.push(before.to_vec()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| expand(tree, before, found)),
    }
}

#[test]
fn an_import_that_points_up_is_seen() {
    let text = "use crate::{low::A, Top};\nuse crate::own::B;\n#[cfg(test)]\nuse crate::top::C;";
    let within = "fn a() -> crate::low::A { crate::high::c() }\n#[cfg(test)]\nmod tests { use crate::top::C; }";
    let layers = ["low", "own", "high", "top"].map(str::to_owned);
    let exported = BTreeMap::from([("Top".to_owned(), "high".to_owned())]);
    for text in [text, within] {
        let source = Source { path: "src/own/a.rs".to_owned(), text: text.to_owned() };
        assert_eq!(upward_of(&source, "src", &layers, &exported), ["src/own/a.rs: high"]);
    }
}

#[test]
fn a_circle_needs_a_reason_and_a_reason_a_circle() {
    let found = ["src/own/a.rs: high".to_owned()];
    let circle = |place: &str| vec![(place.to_owned(), "high".to_owned())];
    assert!(unexplained(&found, &circle("src/own")).is_empty());
    assert_eq!(unexplained(&found, &[]), found);
    assert_eq!(unexplained(&[], &circle("src/own")), ["no longer: src/own imports high"]);
}
