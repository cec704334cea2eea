//! The schema of a type, as an expression.

use super::{default, known};
use crate::serde::Names;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use serde_derive_internals::ast::{Container, Data, Field, Style, Variant};
use serde_derive_internals::attr::{Default, TagType};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, Member};

/// Any JSON.
pub(crate) fn opaque(name: &Ident) -> TokenStream {
    let name = name.unraw().to_string();
    quote!(::workflow::__private::Schema::Opaque(#name))
}

/// A whole type.
pub(crate) fn container(container: &Container, name: &str) -> TokenStream {
    let schema = match &container.data {
        Data::Enum(variants) => {
            let tagging = tagging(container.attrs.tag());
            let variants = variants.iter().map(|it| variant(it, Names::variant(it).serialize));
            let (variants, known) = (quote!(::std::vec![#(#variants),*]), known::of(container));
            quote!(Enum { name: #name, tagging: #tagging, variants: #variants, known: #known })
        }
        Data::Struct(_, fields) if container.attrs.transparent() => newtype(name, fields),
        Data::Struct(Style::Newtype, fields) => newtype(name, fields),
        Data::Struct(Style::Unit, _) => quote!(Unit),
        Data::Struct(Style::Tuple, fields) => {
            let fields = fields.iter().map(lazy);
            quote!(Tuple(::std::vec![#(#fields),*]))
        }
        Data::Struct(Style::Struct, fields) => {
            let fields = named(fields, Some(container.attrs.default()));
            quote!(Struct { name: #name, fields: #fields })
        }
    };
    quote!(::workflow::__private::Schema::#schema)
}

fn tagging(tag: &TagType) -> TokenStream {
    let tagging = match tag {
        // Untagged was refused.
        TagType::External | TagType::None => quote!(External),
        TagType::Internal { tag } => quote!(Internal { tag: #tag }),
        TagType::Adjacent { tag, content } => quote!(Adjacent { tag: #tag, content: #content }),
    };
    quote!(::workflow::__private::Tagging::#tagging)
}

/// The only field that JSON shows.
fn newtype(name: &str, fields: &[Field]) -> TokenStream {
    let shown = |field: &&Field| field.attrs.transparent() || fields.len() == 1;
    fields.iter().find(shown).map_or_else(
        || quote!(Opaque(#name)),
        |field| {
            let (rust, inner) = (rust(&field.member), lazy(field));
            quote!(Newtype { name: #name, field: #rust, inner: #inner })
        },
    )
}

/// A variant under a name in JSON.
pub(crate) fn variant(variant: &Variant, json: &str) -> TokenStream {
    let rust = variant.ident.unraw().to_string();
    let content = match variant.style {
        Style::Unit => quote!(Unit),
        Style::Newtype => {
            let inner = variant.fields.iter().map(lazy);
            quote!(Newtype(#(#inner)*))
        }
        Style::Tuple => {
            let fields = variant.fields.iter().map(lazy);
            quote!(Tuple(::std::vec![#(#fields),*]))
        }
        Style::Struct => {
            let fields = named(&variant.fields, None);
            quote!(Struct(#fields))
        }
    };
    quote! {
        ::workflow::__private::Variant {
            rust: #rust,
            json: #json,
            content: ::workflow::__private::Content::#content,
        }
    }
}

fn named(fields: &[Field], whole: Option<&Default>) -> TokenStream {
    let fields = fields.iter().map(|field| {
        let (rust, json) = (rust(&field.member), Names::field(field).serialize);
        let (schema, skips) = (lazy(field), skips(field));
        let default = default::of(field, whole);
        quote! {
            ::workflow::__private::Field {
                rust: #rust,
                json: #json,
                schema: #schema,
                skips: ::workflow::__private::Skips::#skips,
                default: #default,
            }
        }
    });
    quote!(::std::vec![#(#fields),*])
}

/// The values that a field does not write; others are refused.
fn skips(field: &Field) -> TokenStream {
    match field.attrs.skip_serializing_if() {
        None => quote!(Nothing),
        Some(path) if crate::serde::is_none(&quote!(#path).to_string()) => quote!(None),
        Some(_) => quote!(Empty),
    }
}

/// The name of a field in Rust.
fn rust(member: &Member) -> String {
    match member {
        Member::Named(name) => name.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    }
}

/// The function that makes the schema of a field; an error of its type is shown at the type.
fn lazy(field: &Field) -> TokenStream {
    let ty = field.ty;
    if super::check::is_opaque(&field.original.attrs) {
        let name = ty.to_token_stream().to_string();
        return quote!(|| ::workflow::__private::Schema::Opaque(#name));
    }
    quote_spanned!(ty.span()=> <#ty as ::workflow::__private::Data>::schema)
}
