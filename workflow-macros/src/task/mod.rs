//! `#[task]`: a function as an effect of workflows.

mod arguments;
mod attributes;
mod emit;
mod options;
mod seconds;
mod signature;

use crate::errors::Errors;
use options::Options;
use proc_macro2::TokenStream;
use quote::quote;
use signature::Signature;
use syn::ItemFn;

pub(crate) fn expand(options: TokenStream, function: TokenStream) -> TokenStream {
    let parsed = match syn::parse2::<ItemFn>(function.clone()) {
        Ok(parsed) => parsed,
        Err(error) => {
            return not_a_function(&function, error);
        }
    };
    let mut errors = Errors::default();
    let options = Options::read(options, &mut errors);
    let signature = signature::read(&parsed, &mut errors);
    let items = match signature {
        Signature::Task(task) => emit::task(&task, &options),
        Signature::Broken(output, error) => emit::stub(&parsed, &output, &error),
    };
    let errors = errors.into_tokens();
    quote!(#errors #items)
}

/// What is said of something else than a function with a body.
fn not_a_function(item: &TokenStream, error: syn::Error) -> TokenStream {
    let mut errors = Errors::default();
    if let Ok(declared) = syn::parse2::<syn::TraitItemFn>(item.clone()) {
        errors.at(declared.sig, "a task has a body", "write what it does between `{` and `}`");
        return errors.into_tokens();
    }
    match syn::parse2::<syn::Item>(item.clone()) {
        Ok(_) => errors.at(
            item,
            "a task is a function",
            "write `#[task]` above an `async fn` that returns `Result<.., ..>`",
        ),
        Err(_) => errors.add(error),
    }
    let errors = errors.into_tokens();
    quote!(#errors #item)
}
