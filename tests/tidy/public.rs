//! The public types of a crate: those in public modules, and those that such a module exports from a private one.

use super::Source;
use std::collections::BTreeSet;
use syn::{Attribute, Item, UseTree, Visibility};

/// The name for all that a module has.
const ALL: &str = "*";

/// A file of a crate as a module.
struct Module {
    /// The names from the root of the crate.
    path: Vec<String>,
    /// The path of the file.
    file: String,
    items: Vec<Item>,
}

impl Module {
    /// Resolves the path of a module that this one names.
    fn resolve(&self, named: &[String]) -> Vec<String> {
        let ups = named.iter().take_while(|name| *name == "super").count();
        match named.first().map(String::as_str) {
            Some("crate") => named[1..].to_vec(),
            Some("self") => [&self.path[..], &named[1..]].concat(),
            _ => {
                let around = &self.path[..self.path.len().saturating_sub(ups)];
                [around, &named[ups..]].concat()
            }
        }
    }
}

/// Lists the public types of a crate (its folder), each with the file that defines it.
pub fn types(folder: &str) -> Vec<(String, String)> {
    let sources = Source::below(folder).into_iter().filter(|source| !source.is_test());
    public(&sources.map(|source| module(folder, &source)).collect::<Vec<_>>())
}

fn public(modules: &[Module]) -> Vec<(String, String)> {
    let (mut public, mut exported) = (BTreeSet::from([vec![]]), BTreeSet::new());
    loop {
        let before = (public.len(), exported.len());
        for module in modules {
            let is_public = public.contains(&module.path);
            open_modules(module, is_public, &mut public);
            export(module, is_public, &mut exported);
        }
        if before == (public.len(), exported.len()) {
            break;
        }
    }
    let is_public = |module: &Module, name: &str| {
        let names = |name: &str| exported.contains(&(module.path.clone(), name.to_owned()));
        public.contains(&module.path) || names(name) || names(ALL)
    };
    let types = |module: &Module| -> Vec<_> {
        let names = module.items.iter().filter_map(type_name);
        let public = names.filter(|name| is_public(module, name));
        public.map(|name| (name, module.file.clone())).collect()
    };
    modules.iter().flat_map(types).collect()
}

fn module(folder: &str, source: &Source) -> Module {
    let inner = source.path.strip_prefix(folder).unwrap().trim_matches('/');
    let mut path: Vec<_> = inner.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if path.last().is_some_and(|name| name == "mod" || name == "lib") {
        path.pop();
    }
    let items = syn::parse_file(&source.text).unwrap().items;
    Module { path, file: source.path.clone(), items }
}

/// Adds the public modules that a public module declares.
fn open_modules(module: &Module, is_public: bool, public: &mut BTreeSet<Vec<String>>) {
    for item in &module.items {
        if let Item::Mod(inner) = item
            && is_public
            && is_shown(&inner.vis, &inner.attrs)
        {
            public.insert([&module.path[..], &[inner.ident.to_string()]].concat());
        }
    }
}

/// Adds what a module exports: the module that has it, and its name. A private module exports further what a public one
/// takes from it.
fn export(module: &Module, is_public: bool, exported: &mut BTreeSet<(Vec<String>, String)>) {
    for item in &module.items {
        let Item::Use(item) = item else { continue };
        if is_hidden(&item.attrs) || matches!(item.vis, Visibility::Inherited) {
            continue;
        }
        for (from, name) in leaves(&item.tree, &[]) {
            let further = exported.contains(&(module.path.clone(), name.clone()));
            if is_public && matches!(item.vis, Visibility::Public(_)) || further {
                exported.insert((module.resolve(&from), name));
            }
        }
    }
}

/// The names that a `use` brings, each with the path of its module.
fn leaves(tree: &UseTree, before: &[String]) -> Vec<(Vec<String>, String)> {
    match tree {
        UseTree::Path(path) => leaves(&path.tree, &[before, &[path.ident.to_string()]].concat()),
        UseTree::Name(name) => vec![(before.to_vec(), name.ident.to_string())],
        UseTree::Rename(name) => vec![(before.to_vec(), name.ident.to_string())],
        UseTree::Group(group) => group.items.iter().flat_map(|tree| leaves(tree, before)).collect(),
        UseTree::Glob(_) => vec![(before.to_vec(), ALL.to_owned())],
    }
}

/// The name of a type that an item declares for all.
fn type_name(item: &Item) -> Option<String> {
    let (name, vis, attributes) = match item {
        Item::Struct(it) => (&it.ident, &it.vis, &it.attrs),
        Item::Enum(it) => (&it.ident, &it.vis, &it.attrs),
        Item::Trait(it) => (&it.ident, &it.vis, &it.attrs),
        Item::Type(it) => (&it.ident, &it.vis, &it.attrs),
        _ => return None,
    };
    is_shown(vis, attributes).then(|| name.to_string())
}

fn is_shown(vis: &Visibility, attributes: &[Attribute]) -> bool {
    matches!(vis, Visibility::Public(_)) && !is_hidden(attributes)
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    let hides = |it: &Attribute| it.parse_args::<syn::Ident>().is_ok_and(|it| it == "hidden");
    attributes
        .iter()
        .any(|it| it.path().is_ident("doc") && matches!(it.meta, syn::Meta::List(_)) && hides(it))
}

#[test]
fn what_is_exported_is_public() {
    let module = |path: &str, text: &str| {
        let source = Source { path: format!("src/{path}"), text: text.to_owned() };
        self::module("src", &source)
    };
    let modules = [
        module("lib.rs", "pub mod open; mod shut; #[doc(hidden)] pub mod own; pub use shut::A;"),
        module("open.rs", "pub struct Open; struct Private; pub(crate) struct Inner;"),
        module("shut/mod.rs", "mod deep; pub(crate) use deep::A; pub struct Shut;"),
        module("shut/deep.rs", "pub enum A {} pub enum B {}"),
        module("own.rs", "pub struct Own;"),
    ];
    let names: Vec<_> = public(&modules).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Open", "A"]);
}
