//! The stub that follows a mistake in the signature: a task that can be called as it is meant, so that nothing else
//! is said.

use super::arguments::injected;
use super::emit::{marked, ty};
use super::signature::hides_a_primitive;
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::visit::Visit;
use syn::{FnArg, ItemFn, Type, parse_quote};

/// The user's function as it is, and a task beside it with the types that its signature tells.
pub(super) fn stub(function: &ItemFn, output: &Type, error: &Type) -> TokenStream {
    if function.sig.receiver().is_some() || hides_a_primitive(function) {
        return quote!(#function);
    }
    let (ty, marked, call, body) = (ty(function), marked(function), call(function), body(function));
    quote!(#ty #marked #call #body)
        .into_iter()
        .chain(implementation(function, output, error))
        .collect()
}

/// The body, which may have mistakes of its own.
fn body(function: &ItemFn) -> TokenStream {
    let ItemFn { attrs, vis, sig, block } = function;
    let (name, mut sig) = (&sig.ident, sig.clone());
    sig.ident = format_ident!("run", span = sig.ident.span());
    quote!(impl #name { #(#attrs)* #[allow(dead_code)] #vis #sig #block })
}

/// Returns what travels in the payload.
fn payload(function: &ItemFn) -> impl Iterator<Item = &Type> {
    let types = function.sig.inputs.iter().filter_map(|input| match input {
        FnArg::Typed(input) => Some(&*input.ty),
        FnArg::Receiver(_) => None,
    });
    types.filter(|ty| match ty {
        Type::Reference(reference) => !injected(&reference.elem),
        ty => !injected(ty),
    })
}

fn call(function: &ItemFn) -> TokenStream {
    let (vis, name, generics) = (&function.vis, &function.sig.ident, &function.sig.generics);
    let (types, clause) = (payload(function), &generics.where_clause);
    quote! {
        #[allow(dead_code, clippy::too_many_arguments)]
        #vis fn #name #generics (#(_: #types),*) -> ::workflow::__private::Call<#name> #clause {
            ::core::unreachable!("the task has mistakes")
        }
    }
}

fn implementation(function: &ItemFn, output: &Type, error: &Type) -> TokenStream {
    let (name, plain) = (&function.sig.ident, function.sig.generics.params.is_empty());
    let text = name.unraw().to_string();
    let of = |ty: &Type| if plain { owned(ty) } else { parse_quote!(()) };
    let types: Vec<Type> = payload(function).map(of).collect();
    let arguments = types.iter().enumerate().map(|(index, ty)| {
        quote! {
            impl ::workflow::__private::Argument<#index> for #name {
                type Value = #ty;
                const NAME: &'static str = "";
            }
        }
    });
    let (output, error) = match plain {
        true => (owned(output), quote!(#error)),
        false => (parse_quote!(()), quote!(::workflow::__private::Failure)),
    };
    let input = match &types[..] {
        [only] => only.clone(),
        _ => parse_quote!(()),
    };
    quote! {
        #(#arguments)*
        impl ::workflow::__private::Task for #name {
            type Input = #input;
            type Values = #input;
            fn values(__input: #input) -> #input { __input }
            type Output = #output;
            type Error = #error;
            const DEFINITION: ::workflow::__private::TaskDefinition =
                ::workflow::__private::not_a_task(#text);
        }
    }
}

/// The type as it would have to be written; the unit where that cannot be told.
fn owned(ty: &Type) -> Type {
    struct Unnamed(bool);
    impl<'t> Visit<'t> for Unnamed {
        fn visit_type(&mut self, ty: &'t Type) {
            self.0 |= matches!(ty, Type::Reference(_) | Type::ImplTrait(_) | Type::TraitObject(_));
            syn::visit::visit_type(self, ty);
        }
    }
    match ty {
        Type::Reference(reference) => match &*reference.elem {
            Type::Path(path) if path.path.is_ident("str") => parse_quote!(::std::string::String),
            Type::Slice(slice) => {
                let item = owned(&slice.elem);
                parse_quote!(::std::vec::Vec<#item>)
            }
            inner => owned(inner),
        },
        ty => {
            let mut unnamed = Unnamed(false);
            unnamed.visit_type(ty);
            if unnamed.0 { parse_quote!(()) } else { ty.clone() }
        }
    }
}
