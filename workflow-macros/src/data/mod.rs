//! `#[derive(Data)]`: the JSON form of a type, as serde's own attributes say it.

pub(crate) mod check;
mod default;
mod known;
pub(crate) mod schema;

use crate::errors::Errors;
use crate::serde::Opaque;
use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;
use syn::{DeriveInput, WherePredicate, parse_quote};

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let schema = schema(input, &mut errors);
    let (schema, generics) = match schema {
        Some((schema, bounds)) if errors.is_empty() => (schema, bounded(input, bounds)),
        _ => (schema::opaque(&input.ident), input.generics.clone()),
    };
    let errors = errors.into_tokens();
    let name = &input.ident;
    let inner = inner(input);
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    // A bound over all lifetimes is not checked here, but where the type is used: the derive works alone.
    let mut kept = generics.clone();
    kept.make_where_clause().predicates.push(parse_quote! {
        for<'json> #name #type_generics:
            ::workflow::__private::Serialize + ::workflow::__private::DeserializeOwned
    });
    let mut present = generics.clone();
    if let Some(inner) = &inner {
        present.make_where_clause().predicates.push(parse_quote! {
            for<'json> #inner: ::workflow::__private::Present
        });
    }
    let key = inner.as_ref().and_then(|inner| key(input, inner, &generics));
    let ordered = known::ordered(input);
    let ((_, _, kept), (_, _, present)) = (kept.split_for_impl(), present.split_for_impl());
    quote! {
        #errors
        #[automatically_derived]
        #[allow(unused_lifetimes, reason = "a lifetime may stand in a bound only")]
        impl #impl_generics ::workflow::__private::Json for #name #type_generics #kept {}
        #[automatically_derived]
        #[allow(unused_lifetimes, reason = "a lifetime may stand in a bound only")]
        impl #impl_generics ::workflow::__private::Present for #name #type_generics #present {}
        #key
        #ordered
        #[automatically_derived]
        impl #impl_generics ::workflow::__private::Data for #name #type_generics #where_clause {
            fn schema() -> ::workflow::__private::Schema {
                #schema
            }
        }
    }
}

/// A newtype is the key of a map where its field is one.
fn key(input: &DeriveInput, inner: &syn::Type, generics: &syn::Generics) -> Option<TokenStream> {
    let syn::Data::Struct(data) = &input.data else { return None };
    if data.fields.is_empty() || check::opaque(&input.attrs, &mut Errors::default()) {
        return None;
    }
    let mut generics = generics.clone();
    let name = &input.ident;
    generics.make_where_clause().predicates.push(parse_quote! {
        for<'json> #inner: ::workflow::__private::Key
    });
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    Some(quote! {
        #[automatically_derived]
        #[allow(unused_lifetimes, reason = "a lifetime may stand in a bound only")]
        impl #impl_generics ::workflow::__private::Key for #name #type_generics #where_clause {}
    })
}

/// The type whose JSON is that of the whole: the field of a newtype; `()` of nothing.
fn inner(input: &DeriveInput) -> Option<syn::Type> {
    let syn::Data::Struct(data) = &input.data else { return None };
    if matches!(data.fields, syn::Fields::Unit) {
        return Some(parse_quote!(()));
    }
    let serde = input.attrs.iter().filter(|it| it.path().is_ident("serde"));
    let transparent = serde.map(|it| quote!(#it).to_string()).any(|it| it.contains("transparent"));
    let unnamed = matches!(data.fields, syn::Fields::Unnamed(_)) && data.fields.len() == 1;
    data.fields.iter().find(|_| transparent || unnamed).map(|field| field.ty.clone())
}

/// The expression of the schema and what it asks of types, `None` after a mistake.
fn schema(input: &DeriveInput, errors: &mut Errors) -> Option<(TokenStream, Vec<WherePredicate>)> {
    let opaque = check::opaque(&input.attrs, errors);
    let container = crate::serde::read(input, errors)?;
    let level = if opaque { Opaque::Type } else { Opaque::No };
    check::container(&container, level, errors);
    if opaque {
        return Some((schema::opaque(&input.ident), vec![]));
    }
    let schema = schema::container(&container, &input.ident.unraw().to_string());
    Some((schema, default::bounds(&container)))
}

/// `T: Data` for every type parameter, and what defaults ask for.
fn bounded(input: &DeriveInput, bounds: Vec<WherePredicate>) -> syn::Generics {
    let mut generics = input.generics.clone();
    if check::opaque(&input.attrs, &mut Errors::default()) {
        return generics;
    }
    for parameter in generics.type_params_mut() {
        parameter.bounds.push(parse_quote!(::workflow::__private::Data));
    }
    // Of types that are known, rustc says what is missing where it is used.
    if generics.type_params().next().is_some() {
        generics.make_where_clause().predicates.extend(bounds);
    }
    generics
}
