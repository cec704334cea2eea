//! `#[task]`: a function as an effect of workflows.

mod arguments;
mod attributes;
mod context;
mod emit;
mod options;
mod retry;
mod seconds;
mod signature;
mod stub;
mod way;

pub(crate) use arguments::MOST;
pub(crate) use emit::values;
/// The seconds that an expression says, or why it cannot and what to write instead.
pub(crate) use seconds::{LONGEST, read as seconds};

use crate::errors::Errors;
use options::Options;
use proc_macro2::TokenStream;
use quote::quote;
use signature::Signature;
use syn::ItemFn;

pub(crate) fn expand(options: TokenStream, function: TokenStream) -> TokenStream {
    let mut errors = Errors::default();
    let mut options = Options::read(options, &mut errors);
    let parsed = match syn::parse2::<ItemFn>(function.clone()) {
        Ok(parsed) => crate::outer::outer(parsed),
        Err(error) => match declared(&function) {
            Some(declared) if options.resource.is_some() => declared,
            _ => return not_a_function(&function, error),
        },
    };
    way::check(&parsed, &options, declared(&function).is_some(), &mut errors);
    let signature = signature::read(&parsed, &mut errors);
    let items = match signature {
        Signature::Task(mut task) => {
            way::output(&mut task, &mut options, &mut errors);
            emit::task(&task, &options)
        }
        Signature::Broken(output, error) => stub::stub(&parsed, &output, &error),
    };
    let errors = errors.into_tokens();
    quote!(#errors #items)
}

/// A function without a body, with an empty one.
fn declared(item: &TokenStream) -> Option<ItemFn> {
    let declared = syn::parse2::<syn::ForeignItemFn>(item.clone()).ok()?;
    let syn::ForeignItemFn { attrs, vis, sig, .. } = declared;
    Some(ItemFn { attrs, vis, sig, block: syn::parse_quote!({}) })
}

/// Returns what is said of something else than a function with a body.
fn not_a_function(item: &TokenStream, error: syn::Error) -> TokenStream {
    let mut errors = Errors::default();
    if let Some(declared) = declared(item) {
        errors.at(
            declared.sig,
            "a task has a body",
            "write what it does between `{` and `}`; or name a resource: `#[task(resource = \"arn:..\")]`",
        );
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
