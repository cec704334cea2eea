//! `#[steps]`: a function that workflows share.
//!
//! A macro sees its own item only. So a steps function is also a macro of its name, which hands its tokens on;
//! a workflow that lists it goes through that macro before it is expanded. What the function names is found
//! through a module beside it.

use super::budget::Budget;
use crate::errors::Errors;
use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};
use std::hash::{DefaultHasher, Hash, Hasher};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{ItemFn, Path, Token, Visibility};

/// A steps function, and the path by which the workflow knows it.
pub struct Steps {
    pub path: Path,
    pub function: ItemFn,
}

impl Steps {
    /// The module that has what the function names.
    pub fn scope(&self) -> TokenStream {
        let mut path = self.path.clone();
        if let Some(last) = path.segments.last_mut() {
            last.ident = format_ident!("__scope_of_{}", last.ident);
        }
        quote!(#path)
    }
}

/// `#[workflow(steps(a, module::b), max_events = 100)]`
#[derive(Default)]
pub struct Options {
    pub steps: Vec<Path>,
    pub budget: Budget,
    /// The triggers, as they are written.
    pub triggers: Option<TokenStream>,
}

impl Options {
    /// The function with all that the macros of its steps hand on.
    pub fn upon(&self, function: ItemFn) -> ItemFn {
        super::triggers::upon(self.budget.upon(function), self.triggers.as_ref())
    }
}

impl Parse for Options {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let mut options = Options::default();
        while !input.is_empty() {
            let name: syn::Ident = input.parse()?;
            if name == "steps" {
                let content;
                syn::parenthesized!(content in input);
                let steps = Punctuated::<Path, Token![,]>::parse_terminated(&content)?;
                options.steps.extend(steps);
            } else if name == "triggers" && input.peek(syn::token::Paren) {
                let content;
                syn::parenthesized!(content in input);
                if options.triggers.replace(content.parse()?).is_some() {
                    let text = "`triggers` is written twice\nhelp: put all of them into one list";
                    return Err(syn::Error::new(name.span(), text));
                }
            } else if let Some(place) = options.budget.place(&name.to_string()) {
                input.parse::<Token![=]>()?;
                if place.replace(input.parse()?).is_some() {
                    let text = format!("`{name}` is written twice\nhelp: remove one of them");
                    return Err(syn::Error::new(name.span(), text));
                }
            } else {
                return Err(unknown(&name));
            }
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(options)
    }
}

fn unknown(name: &syn::Ident) -> syn::Error {
    let text = name.to_string();
    let trigger = match super::triggers::meant(&text) {
        Some(kind) => Some(kind.example),
        None if text.starts_with("trigger") => {
            Some("schedule(\"0 8 * * MON-FRI\", \"Europe/Berlin\")")
        }
        None => None,
    };
    let what = match trigger {
        Some(example) => {
            format!(
                "the triggers of a workflow are written in `triggers(..)`\nhelp: write `triggers({example})`"
            )
        }
        None => format!("`{name}` is not an option of `#[workflow]`\n{OPTIONS}"),
    };
    syn::Error::new(name.span(), what)
}

const OPTIONS: &str = "help: `steps(refund)` lists the steps that it calls; `max_events`, `max_transitions`, `max_dollars` and `max_payload` are the most that an execution may take: `#[workflow(max_events = 100)]`; `timeout = \"1h\"` is its deadline; `triggers(schedule(\"0 8 * * *\"))` lists what starts it";

/// The first stage: asks the first of the steps for its tokens.
pub fn collect(options: Options, function: &ItemFn) -> TokenStream {
    let mut rest = options.steps.into_iter();
    let Some(first) = rest.next() else { return quote!(#function) };
    quote!(#first! { @workflow (#first) [#(#rest,)*] [] { #function } })
}

/// A stage in between: `[the steps to come] [the steps that are known] { the workflow }`.
pub struct Stage {
    rest: Vec<Path>,
    pub done: Vec<Steps>,
    pub function: ItemFn,
}

impl Parse for Stage {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (rest, known, workflow);
        syn::bracketed!(rest in input);
        syn::bracketed!(known in input);
        syn::braced!(workflow in input);
        let mut done = vec![];
        while !known.is_empty() {
            let (path, function);
            syn::parenthesized!(path in known);
            syn::braced!(function in known);
            done.push(Steps { path: path.parse()?, function: function.parse()? });
        }
        let rest = Punctuated::<Path, Token![,]>::parse_terminated(&rest)?;
        Ok(Stage { rest: rest.into_iter().collect(), done, function: workflow.parse()? })
    }
}

impl Stage {
    /// The next of the steps to ask, if there is one.
    pub fn next(&self) -> Option<TokenStream> {
        let (next, rest) = self.rest.split_first()?;
        let known = self.done.iter().map(|Steps { path, function }| quote!((#path) { #function }));
        let function = &self.function;
        Some(quote!(#next! { @workflow (#next) [#(#rest,)*] [#(#known)*] { #function } }))
    }
}

/// The function itself, the macro that hands on its tokens, and the module with what it names.
pub fn define(options: TokenStream, function: TokenStream) -> TokenStream {
    let function: ItemFn = match syn::parse2(function.clone()) {
        Ok(function) => function,
        Err(error) => return [error.into_compile_error(), function].into_iter().collect(),
    };
    let mut errors = Errors::default();
    if !options.is_empty() {
        errors.at(&options, "`#[steps]` has no options", "remove them");
    }
    super::signature::check(&function, &mut errors);
    super::attributes::check(&function, &mut errors);
    if !errors.is_empty() {
        let errors = errors.into_tokens();
        return quote!(#errors #[allow(dead_code, reason = "a workflow takes its text")] #function);
    }
    let (name, scope) = (&function.sig.ident, format_ident!("__scope_of_{}", function.sig.ident));
    let macro_name = format_ident!("__steps_{}_{}", name, place(&function));
    let (export, vis) = match &function.vis {
        Visibility::Public(_) => (Some(quote!(#[macro_export])), quote!(pub)),
        _ => (None, quote!(pub(crate))),
    };
    let tokens = escaped(quote!(#function));
    let (attributes, body) =
        (&function.attrs, super::chunks::body(&super::attempt::told_steps(&function)));
    let ident = crate::quiet::quiet(name);
    let signature = syn::Signature { ident, ..function.sig.clone() };
    let written = &function.vis;
    quote! {
        #(#attributes)* #written #signature #body
        // A workflow takes its text, and nobody calls it.
        const _: () = { let _ = #name; };
        #[doc(hidden)]
        #export
        macro_rules! #macro_name {
            (@workflow ($path:path) [$($rest:tt)*] [$($known:tt)*] { $($workflow:tt)* }) => {
                ::workflow::__private::with_steps! { [$($rest)*] [$($known)* ($path) { #tokens }] { $($workflow)* } }
            };
        }
        #[doc(hidden)]
        #[allow(unused_imports, reason = "workflows of other modules may be the only ones to use it")]
        #vis use #macro_name as #name;
        #[doc(hidden)]
        #[allow(unused_imports, reason = "workflows of other modules may be the only ones to use it")]
        #vis mod #scope { pub use super::*; }
    }
}

/// Tokens as they may stand in a macro's body: a `$` of the user's would be read by the macro.
fn escaped(tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .filter(|token| !matches!(token, TokenTree::Punct(punct) if punct.as_char() == '$'))
        .collect()
}

/// A number for this function among all of its name: an exported macro stands in the root of its crate, whatever
/// module it comes from.
fn place(function: &ItemFn) -> String {
    let mut hasher = DefaultHasher::new();
    quote!(#function).to_string().hash(&mut hasher);
    if proc_macro::is_available() {
        let at = function.sig.ident.span().unwrap();
        (at.file(), at.line(), at.column()).hash(&mut hasher);
    }
    format!("{:x}", hasher.finish())
}
