//! Mutated input for every macro: none may panic, what is emitted parses as Rust, and a mistake is told at the
//! user's own tokens.
//!
//! `cargo test` runs some inputs, always the same. `WORKFLOW_MACRO_FUZZ=20000 cargo test -p workflow-macros --lib
//! --features spans fuzz -- --nocapture` runs so many; with the feature the spans of mistakes are looked at, too.

mod mutate;
mod sources;

use proc_macro2::{TokenStream, TokenTree};
use sources::{Input, Macro};
use std::panic::{AssertUnwindSafe, catch_unwind};

fn expanded(input: &Input) -> TokenStream {
    let (options, item) = (input.options.clone(), input.item.clone());
    match input.of {
        Macro::Workflow => crate::workflow::expand(options, item),
        Macro::Task => crate::task::expand(options, item),
        Macro::Pure => crate::workflow::pure(options, item),
        Macro::Steps => crate::workflow::steps(options, item),
        Macro::Data => derived(item, crate::data::expand),
        Macro::TaskError => derived(item, crate::task_error::expand),
    }
}

fn derived(item: TokenStream, expand: fn(&syn::DeriveInput) -> TokenStream) -> TokenStream {
    // rustc parses the item before a derive sees it.
    syn::parse2(item).map(|item| expand(&item)).unwrap_or_default()
}

/// The law that an input breaks, if it does.
fn broken(input: &Input) -> Option<String> {
    let whole = syn::parse2::<syn::Item>(input.item.clone()).is_ok();
    let tokens = match catch_unwind(AssertUnwindSafe(|| expanded(input))) {
        Ok(tokens) => tokens,
        Err(_) => return Some("a panic".to_owned()),
    };
    // rustc itself refuses what is no item.
    if let Some(message) = outside(tokens.clone()).filter(|_| whole) {
        return Some(format!("a mistake outside of the user's tokens: {message}"));
    }
    let parsed = syn::parse2::<syn::File>(tokens.clone());
    parsed.err().filter(|_| whole).map(|error| format!("no Rust: {error}\n{tokens}"))
}

/// A message that does not stand at the user's tokens.
fn outside(tokens: TokenStream) -> Option<String> {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let TokenTree::Group(group) = &token else {
            if matches!(&token, TokenTree::Ident(name) if name == "compile_error") {
                tokens.next();
                let Some(TokenTree::Group(message)) = tokens.next() else { continue };
                let literal = message.stream().into_iter().next()?;
                if !seen(literal.span()) {
                    return Some(literal.to_string());
                }
            }
            continue;
        };
        if let Some(message) = outside(group.stream()) {
            return Some(message);
        }
    }
    None
}

/// True if a span is one of text; without the feature nothing can be known of it.
fn seen(span: proc_macro2::Span) -> bool {
    #[cfg(feature = "spans")]
    let text = !span.byte_range().is_empty();
    #[cfg(not(feature = "spans"))]
    let text = (span, true).1;
    text
}

/// The failures among so many inputs, each once.
fn failures(count: u64) -> Vec<String> {
    let sources = sources::all();
    let mut found = std::collections::BTreeMap::new();
    for seed in 0..count {
        let input = mutate::mutated(&sources, seed);
        if let Some(law) = broken(&input) {
            let kind: String = law.chars().take(100).collect();
            found.entry(kind).or_insert_with(|| format!("seed {seed}: {law}\n{input}\n"));
        }
    }
    found.into_values().collect()
}

#[test]
fn no_input_breaks_a_macro() {
    let count = std::env::var("WORKFLOW_MACRO_FUZZ").ok().and_then(|count| count.parse().ok());
    let run = move || failures(count.unwrap_or(1_000));
    // As much stack as rustc has.
    let thread = std::thread::Builder::new().stack_size(8 << 20).spawn(run);
    let found = thread.unwrap().join().unwrap();
    assert!(found.is_empty(), "{} kinds of failure\n{}", found.len(), found.join("\n"));
}

#[test]
fn there_is_something_to_mutate() {
    let sources = sources::all();
    for of in sources::MACROS {
        assert!(sources.iter().any(|input| input.of == of), "{of:?}");
    }
    assert!(sources.len() > 200, "{}", sources.len());
    let whole = sources.iter().filter_map(|input| Some(format!("{}\n{input}", broken(input)?)));
    assert_eq!(whole.collect::<Vec<_>>().join("\n"), "");
}
