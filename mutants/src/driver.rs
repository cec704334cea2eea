//! Expands every item of the given files with each mutant that it reaches, and prints which expansions change.
#![allow(clippy::all, reason = "a copy is not linted")]

use crate::mutant;
use proc_macro2::TokenStream;
use quote::ToTokens;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use syn::visit::{self, Visit};
use syn::{Attribute, Item, Meta};

#[derive(Default)]
struct Items(Vec<Item>);

impl<'ast> Visit<'ast> for Items {
    fn visit_item(&mut self, item: &'ast Item) {
        if matches!(item, Item::Fn(_) | Item::Struct(_) | Item::Enum(_)) {
            self.0.push(item.clone());
        }
        visit::visit_item(self, item);
    }
}

fn options(attribute: &Attribute) -> TokenStream {
    match &attribute.meta {
        Meta::List(list) => list.tokens.clone(),
        _ => TokenStream::new(),
    }
}

/// The text of an item's expansions, or the panic.
fn expanded(item: &Item) -> Result<String, String> {
    let run = || match item {
        Item::Fn(function) => {
            let mut text = String::new();
            for (at, attribute) in function.attrs.iter().enumerate() {
                let name = attribute.path().segments.last().map(|it| it.ident.to_string());
                let mut bare = function.clone();
                bare.attrs.remove(at);
                let (options, bare) = (options(attribute), bare.into_token_stream());
                let tokens = match name.as_deref() {
                    Some("workflow") => crate::workflow::expand(options, bare),
                    Some("steps") => crate::workflow::steps(options, bare),
                    Some("pure") => crate::workflow::pure(options, bare),
                    Some("task") => crate::task::expand(options, bare),
                    _ => continue,
                };
                text += &tokens.to_string();
            }
            text
        }
        Item::Struct(_) | Item::Enum(_) => {
            let Ok(input) = syn::parse2::<syn::DeriveInput>(item.to_token_stream()) else {
                return String::new();
            };
            let mut text = String::new();
            for attribute in input.attrs.iter().filter(|it| it.path().is_ident("derive")) {
                let derives = options(attribute).to_string();
                let names: Vec<&str> = derives.split(',').map(str::trim).collect();
                if names.contains(&"Data") {
                    text += &crate::data::expand(&input).to_string();
                }
                if names.contains(&"TaskError") {
                    text += &crate::task_error::expand(&input).to_string();
                }
            }
            text
        }
        _ => String::new(),
    };
    catch_unwind(AssertUnwindSafe(run)).map_err(|_| "panics".into())
}

/// The messages in an expansion.
fn errors(text: &str) -> Vec<&str> {
    text.split("compile_error").skip(1).map(|it| it.split('}').next().unwrap_or(it)).collect()
}

#[test]
fn expand_all() {
    let Ok(files) = std::env::var("WORKFLOW_MUTANT_FILES") else { return };
    std::panic::set_hook(Box::new(|_| {}));
    for file in files.lines() {
        let Ok(text) = std::fs::read_to_string(file) else { continue };
        let Ok(parsed) = syn::parse_file(&text) else { continue };
        let mut items = Items::default();
        items.visit_file(&parsed);
        let mut changes: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for item in &items.0 {
            mutant::set(0);
            mutant::take_reached();
            let Ok(before) = expanded(item) else { continue };
            for number in mutant::take_reached() {
                mutant::set(number);
                let kind = match expanded(item) {
                    Err(_) => "panics",
                    Ok(after) if after == before => "reached",
                    Ok(after) if errors(&after) != errors(&before) => "errors",
                    Ok(_) => "differs",
                };
                changes.entry(number).or_default().insert(kind);
            }
        }
        for (number, kinds) in changes {
            for kind in kinds {
                println!("\nMUTANT\t{number}\t{kind}\t{file}");
            }
        }
    }
}
