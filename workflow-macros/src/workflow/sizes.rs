//! The size of expansions: a law of its own, since a machine may do the same in more code and with more copies.
//!
//! `sizes.txt` has a line for each workflow, task and type of the equivalence tests and some of the generated ones: the
//! tokens of its expansion, and the calls of `clone` in it. `UPDATE=1 cargo test -p workflow-macros --lib sizes` writes
//! it anew, where a change of them is meant.

use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::path::{Path, PathBuf};
use syn::visit::Visit;

const SIZES: &str = include_str!("sizes.txt");

/// The items of one file, with the size of each expansion; workflows with steps are left out.
struct Found {
    file: String,
    lines: Vec<String>,
}

type Expand = fn(TokenStream, TokenStream) -> TokenStream;

impl Found {
    fn add(&mut self, name: &syn::Ident, expansion: TokenStream) {
        let (mut tokens, mut clones) = (0, 0);
        count(expansion, &mut tokens, &mut clones);
        self.lines.push(format!("{} {name} {tokens} {clones}", self.file));
    }

    fn derived(&mut self, item: TokenStream) {
        let input: syn::DeriveInput = syn::parse2(item).unwrap();
        let derives: Vec<_> =
            input.attrs.iter().filter(|it| it.path().is_ident("derive")).collect();
        let derives = quote!(#(#derives)*).to_string();
        if derives.contains("Data") {
            self.add(&input.ident, crate::data::expand(&input));
        } else if derives.contains("TaskError") {
            self.add(&input.ident, crate::task_error::expand(&input));
        }
    }
}

impl<'f> Visit<'f> for Found {
    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        let own = |attribute: &syn::Attribute| -> Option<Expand> {
            let last = attribute.path().get_ident()?.to_string();
            match &*last {
                "workflow" => Some(super::expand),
                "task" => Some(crate::task::expand),
                "pure" => Some(super::pure),
                _ => None,
            }
        };
        let found = function.attrs.iter().enumerate().find_map(|(at, it)| Some((at, own(it)?)));
        let Some((at, expand)) = found else { return syn::visit::visit_item_fn(self, function) };
        let mut function = function.clone();
        let options = match function.attrs.remove(at).meta {
            syn::Meta::List(list) => list.tokens,
            _ => TokenStream::new(),
        };
        if !options.to_string().contains("steps") {
            self.add(&function.sig.ident.clone(), expand(options, function.into_token_stream()));
        }
    }

    fn visit_item_impl(&mut self, block: &'f syn::ItemImpl) {
        let Some(at) = block.attrs.iter().position(|it| it.path().is_ident("pure")) else { return };
        let mut block = block.clone();
        block.attrs.remove(at);
        if let syn::Type::Path(ty) = &*block.self_ty {
            let name = &ty.path.segments.last().unwrap().ident.clone();
            self.add(name, super::pure(TokenStream::new(), block.into_token_stream()));
        }
    }

    fn visit_item_struct(&mut self, item: &'f syn::ItemStruct) {
        self.derived(item.to_token_stream());
    }

    fn visit_item_enum(&mut self, item: &'f syn::ItemEnum) {
        self.derived(item.to_token_stream());
    }
}

fn count(stream: TokenStream, tokens: &mut usize, clones: &mut usize) {
    for token in stream {
        *tokens += 1;
        match token {
            TokenTree::Group(group) => count(group.stream(), tokens, clones),
            TokenTree::Ident(ident) => *clones += usize::from(ident == "clone"),
            _ => {}
        }
    }
}

/// The files of the equivalence tests.
pub(super) fn flows() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/equivalence/flows");
    let flows = std::fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = flows.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn files() -> Vec<PathBuf> {
    let generated = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/generated/flows");
    let mut files = flows();
    files.extend((0..10).map(|n| generated.join(format!("f{n:02}.rs"))));
    files.sort();
    files
}

fn sizes() -> Vec<String> {
    let mut lines = vec![];
    for path in files() {
        let text = std::fs::read_to_string(&path).unwrap();
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut found = Found { file, lines: vec![] };
        found.visit_file(&syn::parse_file(&text).unwrap());
        lines.extend(found.lines);
    }
    lines
}

/// Calls it with as much stack as rustc has, under the name of the test, by which the mutants know it.
pub(super) fn with_stack(run: fn() -> Vec<String>) -> Vec<String> {
    let name = std::thread::current().name().unwrap_or_default().to_owned();
    let thread = std::thread::Builder::new().name(name).stack_size(8 << 20).spawn(run).unwrap();
    thread.join().unwrap()
}

#[test]
fn expansions_are_no_larger_than_they_were() {
    let found = with_stack(sizes);
    if std::env::var_os("UPDATE").is_some() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/workflow/sizes.txt");
        return std::fs::write(path, found.join("\n") + "\n").unwrap();
    }
    let known: Vec<&str> = SIZES.lines().collect();
    let differ: Vec<_> = found.iter().filter(|line| !known.contains(&line.as_str())).collect();
    assert!(differ.is_empty(), "file, item, tokens, copies: see sizes.rs\n{differ:#?}");
    assert_eq!(found.len(), known.len(), "an item is gone: see sizes.rs");
}
