//! `#[derive(Data)]`: the JSON form of a type, as serde's own attributes say it.

pub(crate) mod check;
pub(crate) mod schema;

use crate::errors::Errors;
use crate::serde::Opaque;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{DeriveInput, parse_quote};

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let schema = schema(input, &mut errors);
    let (schema, generics) = match schema {
        Some(schema) if errors.is_empty() => (schema, bounded(input)),
        _ => (schema::opaque(&input.ident), input.generics.clone()),
    };
    let errors = errors.into_tokens();
    let name = &input.ident;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    // A bound over all lifetimes is not checked here, but where the type is used: the derive works alone.
    let mut kept = generics.clone();
    kept.make_where_clause().predicates.push(parse_quote! {
        for<'json> #name #type_generics:
            ::workflow::__private::Serialize + ::workflow::__private::DeserializeOwned
    });
    let (_, _, kept) = kept.split_for_impl();
    quote! {
        #errors
        #[automatically_derived]
        #[allow(unused_lifetimes, reason = "a lifetime may stand in a bound only")]
        impl #impl_generics ::workflow::__private::Json for #name #type_generics #kept {}
        #[automatically_derived]
        impl #impl_generics ::workflow::__private::Data for #name #type_generics #where_clause {
            fn schema() -> ::workflow::__private::Schema {
                #schema
            }
        }
    }
}

/// The expression of the schema, `None` after a mistake.
fn schema(input: &DeriveInput, errors: &mut Errors) -> Option<TokenStream> {
    let opaque = check::opaque(&input.attrs, errors);
    let container = crate::serde::read(input, errors)?;
    let level = if opaque { Opaque::Type } else { Opaque::No };
    check::container(&container, level, errors);
    if opaque {
        return Some(schema::opaque(&input.ident));
    }
    Some(schema::container(&container, &input.ident.unraw().to_string()))
}

/// `T: Data` for every type parameter.
fn bounded(input: &DeriveInput) -> syn::Generics {
    let mut generics = input.generics.clone();
    if check::opaque(&input.attrs, &mut Errors::default()) {
        return generics;
    }
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(::workflow::__private::Data));
    }
    generics
}
