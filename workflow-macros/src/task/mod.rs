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
            let error = not_a_function(&function, error).into_compile_error();
            return quote!(#error #function);
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

/// The parser's error, or for a function without a body what is missing.
fn not_a_function(function: &TokenStream, error: syn::Error) -> syn::Error {
    match syn::parse2::<syn::TraitItemFn>(function.clone()) {
        Ok(declared) => syn::Error::new_spanned(
            declared.sig,
            "a task has a body\nhelp: write what it does between `{` and `}`",
        ),
        Err(_) => error,
    }
}
