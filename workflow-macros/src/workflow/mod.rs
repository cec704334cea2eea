//! `#[workflow]`: one function, two equal machines.
//!
//! Lower the function to a graph, decide the phases of its code, and write the graph down twice: as the native
//! machine, and as the program that the exporter makes the document from.

mod document;
mod env;
mod ex;
mod expand;
mod format;
mod liveness;
mod lower;
mod model;
mod names;
mod native;
mod phases;
mod program;
mod resolve;
mod signature;
mod uses;

use crate::errors::Errors;
use proc_macro2::TokenStream;

/// No probe: see `workflow_asl::program::NONE`.
const NONE: usize = usize::MAX;

pub fn expand(options: TokenStream, function: TokenStream) -> TokenStream {
    let function: syn::ItemFn = match syn::parse2(function.clone()) {
        Ok(function) => function,
        Err(error) => return [error.into_compile_error(), function].into_iter().collect(),
    };
    let mut errors = Errors::default();
    if !options.is_empty() {
        errors.at(&options, "`#[workflow]` has no options", "remove them");
    }
    let Some(signature) = signature::check(&function, &mut errors) else {
        return expand::broken(&function, None, errors);
    };
    let (mut graph, mut names) = lower::lower(&function, &mut errors);
    if !errors.is_empty() {
        return expand::broken(&function, Some(&signature), errors);
    }
    let document = phases::phases(&mut graph, &mut names);
    let tokens = expand::whole(&function, &signature, &graph, &document);
    crate::debug::print(&function.sig.ident, &tokens);
    tokens
}
