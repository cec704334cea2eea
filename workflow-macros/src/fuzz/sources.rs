//! The inputs of the macros in this repository's own code.

use proc_macro2::TokenStream;
use quote::ToTokens;
use std::fmt;
use std::path::{Path, PathBuf};
use syn::visit::Visit;

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Macro {
    Workflow,
    Task,
    Pure,
    Steps,
    Data,
    TaskError,
}

pub const MACROS: [Macro; 6] =
    [Macro::Workflow, Macro::Task, Macro::Pure, Macro::Steps, Macro::Data, Macro::TaskError];

#[derive(Clone)]
pub struct Input {
    pub of: Macro,
    pub options: TokenStream,
    pub item: TokenStream,
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#[{:?}({})] {}", self.of, self.options, self.item)
    }
}

/// Of the cases of `tests/ui`, the examples, the flows of the equivalence tests, and some generated workflows.
pub fn all() -> Vec<Input> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = vec![];
    for folder in ["tests/ui", "examples", "tests/equivalence/flows"] {
        files_of(&root.join(folder), &mut files);
    }
    files.extend((0..4).map(|n| root.join(format!("tests/generated/flows/f0{n}.rs"))));
    let mut found = Found(vec![]);
    for file in files {
        let text = std::fs::read_to_string(file).unwrap_or_default();
        if let Ok(file) = syn::parse_file(&text) {
            found.visit_file(&file);
        }
    }
    found.0
}

fn files_of(folder: &Path, files: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files_of(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

struct Found(Vec<Input>);

impl<'f> Visit<'f> for Found {
    fn visit_item_fn(&mut self, function: &'f syn::ItemFn) {
        let names = [
            ("workflow", Macro::Workflow),
            ("task", Macro::Task),
            ("pure", Macro::Pure),
            ("steps", Macro::Steps),
        ];
        let mut rest = function.clone();
        for (index, attribute) in function.attrs.iter().enumerate() {
            let Some((_, of)) = names.iter().find(|(name, _)| attribute.path().is_ident(name))
            else {
                continue;
            };
            rest.attrs.remove(index);
            let options = attribute.meta.require_list().map(|list| list.tokens.clone());
            let options = options.unwrap_or_default();
            self.0.push(Input { of: *of, options, item: rest.to_token_stream() });
            return;
        }
        syn::visit::visit_item_fn(self, function);
    }

    fn visit_item_struct(&mut self, item: &'f syn::ItemStruct) {
        self.derived(&item.attrs, item.to_token_stream());
    }

    fn visit_item_enum(&mut self, item: &'f syn::ItemEnum) {
        self.derived(&item.attrs, item.to_token_stream());
    }
}

impl Found {
    fn derived(&mut self, attributes: &[syn::Attribute], item: TokenStream) {
        let derives: String = attributes
            .iter()
            .filter(|attribute| attribute.path().is_ident("derive"))
            .map(|attribute| attribute.to_token_stream().to_string())
            .collect();
        for (name, of) in [("Data", Macro::Data), ("TaskError", Macro::TaskError)] {
            if derives.contains(name) {
                let options = TokenStream::new();
                self.0.push(Input { of, options, item: item.clone() });
            }
        }
    }
}
