//! `#[derive(TaskError)]`: each variant of an enum is an error name.

pub(crate) mod names;
mod variants;

use crate::errors::Errors;
use proc_macro2::TokenStream;
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, parse_quote};
use variants::Variant;

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    let mut errors = Errors::default();
    let variants = match &input.data {
        Data::Enum(_) => variants::read(input, &mut errors),
        Data::Struct(_) | Data::Union(_) => {
            errors.at(
                &input.ident,
                "an error of a task is an enum: each variant is an error name",
                "write an enum, with a variant for each way to fail",
            );
            vec![]
        }
    };
    if !errors.is_empty() {
        let errors = errors.into_tokens();
        let stub = stub(input);
        return quote!(#errors #stub);
    }
    let constants = constants(input, &variants);
    let implementation = implementation(input, &variants);
    quote!(#constants #implementation)
}

/// Returns what stands in after a mistake, so that only the mistake is reported.
fn stub(input: &DeriveInput) -> TokenStream {
    let name = &input.ident;
    let mut generics = input.generics.clone();
    if !generics.params.is_empty() {
        let bound = parse_quote!(Self: ::std::marker::Send + ::std::marker::Sync + 'static);
        generics.make_where_clause().predicates.push(bound);
    }
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let variants = match &input.data {
        Data::Enum(data) => data.variants.iter().map(|it| names::constant(&it.ident)).collect(),
        Data::Struct(_) | Data::Union(_) => vec![],
    };
    quote! {
        #[automatically_derived]
        impl #impl_generics #name #type_generics #where_clause {
            #(#[doc(hidden)] pub const #variants: &'static [&'static str] = &[];)*
        }
        #[automatically_derived]
        impl #impl_generics ::workflow::__private::TaskError for #name #type_generics #where_clause {
            const REST: &'static [&'static str] = &[];
            fn name(&self) -> &'static str {
                ""
            }
            fn message(&self) -> ::std::string::String {
                ::std::string::String::new()
            }
            fn decode(
                __failure: ::workflow::__private::Failure,
            ) -> ::std::result::Result<Self, ::workflow::__private::Failure> {
                ::std::result::Result::Err(__failure)
            }
            fn schema() -> ::workflow::__private::Schema {
                ::workflow::__private::Schema::Unit
            }
        }
    }
}

/// The error name of each variant, for the catchers of a workflow: a list, as a catcher has one.
fn constants(input: &DeriveInput, variants: &[Variant]) -> TokenStream {
    let enumeration = &input.ident;
    let names = variants.iter().map(|variant| {
        let (constant, name) = (names::constant(variant.ident), &variant.name);
        quote!(#[doc(hidden)] pub const #constant: &'static [&'static str] = &[#name];)
    });
    quote! {
        #[automatically_derived]
        impl #enumeration {
            #(#names)*
        }
    }
}

fn implementation(input: &DeriveInput, variants: &[Variant]) -> TokenStream {
    let enumeration = &input.ident;
    let text = enumeration.unraw().to_string();
    let other = variants.iter().find(|variant| variant.other);
    let rest: Vec<_> = match other {
        Some(other) => vec![&other.name],
        None => variants.iter().map(|variant| &variant.name).collect(),
    };
    let names =
        variants.iter().map(|Variant { ident, name, .. }| quote!(Self::#ident { .. } => #name,));
    let (message, decode) = (message(enumeration, variants), decode(enumeration, variants, other));
    let into_failure = other.map(into_failure);
    let takes_others = other.map(takes_others);
    let from_failure = other.map(|other| from_failure(enumeration, other));
    let schemas = variants.iter().map(|variant| &variant.schema);
    quote! {
        #from_failure
        #[automatically_derived]
        impl ::workflow::__private::TaskError for #enumeration {
            const REST: &'static [&'static str] = &[#(#rest),*];
            fn name(&self) -> &'static str {
                match *self {
                    #(#names)*
                }
            }
            #message
            #decode
            #into_failure
            #takes_others
            fn schema() -> ::workflow::__private::Schema {
                ::workflow::__private::Schema::Enum {
                    name: #text,
                    tagging: ::workflow::__private::Tagging::External,
                    variants: ::std::vec![#(#schemas),*],
                    known: ::core::default::Default::default(),
                }
            }
        }
    }
}

/// A unit variant says nothing; the others say what serde says of their fields.
fn message(enumeration: &syn::Ident, variants: &[Variant]) -> TokenStream {
    let arms = variants.iter().map(|Variant { ident, unit, other, .. }| match (unit, other) {
        (_, true) => quote! {
            Self::#ident(__failure) => ::workflow::__private::Failure::cause(__failure),
        },
        (true, _) => quote!(Self::#ident => ::std::string::String::new(),),
        (false, _) => quote_spanned! {enumeration.span()=>
            Self::#ident { .. } => ::workflow::__private::fields::<#enumeration>().to_text(self),
        },
    });
    quote! {
        fn message(&self) -> ::std::string::String {
            match self {
                #(#arms)*
            }
        }
    }
}

fn decode(enumeration: &syn::Ident, variants: &[Variant], other: Option<&Variant>) -> TokenStream {
    let failure = format_ident!("__failure", span = proc_macro2::Span::mixed_site());
    let arms = variants.iter().filter(|variant| !variant.other).map(|variant| {
        let Variant { ident, name, json, unit, .. } = variant;
        // A missed heartbeat is a timeout to a catcher, too.
        let heartbeat = (name == "States.Timeout").then(|| quote!(| "States.HeartbeatTimeout"));
        if *unit {
            quote!(#name #heartbeat => ::std::result::Result::Ok(Self::#ident),)
        } else {
            quote_spanned! {enumeration.span()=>
                #name => ::workflow::__private::fields::<#enumeration>().from_cause(&#failure, #json),
            }
        }
    });
    let rest = match other {
        Some(Variant { ident, .. }) => quote!(::std::result::Result::Ok(Self::#ident(#failure))),
        None => quote!(::std::result::Result::Err(#failure)),
    };
    quote! {
        fn decode(
            #failure: ::workflow::__private::Failure,
        ) -> ::std::result::Result<Self, ::workflow::__private::Failure> {
            match #failure.error() {
                #(#arms)*
                _ => #rest,
            }
        }
    }
}

/// Returns what the `#[other]` variant holds: a failure already.
fn into_failure(Variant { ident, .. }: &Variant) -> TokenStream {
    quote! {
        fn into_failure(self) -> ::workflow::__private::Failure {
            match self {
                Self::#ident(__failure) => __failure,
                __error => ::workflow::__private::Failure::typed(__error),
            }
        }
    }
}

/// Makes the `#[other]` variant of a failure.
fn takes_others(Variant { ident, .. }: &Variant) -> TokenStream {
    quote! {
        fn other(
            __failure: ::workflow::__private::Failure,
        ) -> ::std::result::Result<Self, ::workflow::__private::Failure> {
            ::std::result::Result::Ok(Self::#ident(__failure))
        }
    }
}

/// Emits the conversion by which a task's body can fail with any `Failure`: `?` makes it the `#[other]` variant.
fn from_failure(enumeration: &syn::Ident, Variant { ident, .. }: &Variant) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl ::core::convert::From<::workflow::__private::Failure> for #enumeration {
            fn from(__failure: ::workflow::__private::Failure) -> Self {
                Self::#ident(__failure)
            }
        }
    }
}
