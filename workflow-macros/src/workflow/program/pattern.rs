//! Patterns as static data.

use super::literal::literal;
use crate::workflow::ex::member_name;
use crate::workflow::model::Graph;
use crate::workflow::resolve::{is_constant, last};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Expr, Pat};

/// A pattern whose names are variables of the workflow.
pub fn pattern(graph: &Graph, pat: &Pat) -> TokenStream {
    convert(Some(graph), pat)
}

/// A pattern inside an expression.
pub fn local_pattern(pat: &Pat) -> TokenStream {
    convert(None, pat)
}

fn convert(graph: Option<&Graph>, pat: &Pat) -> TokenStream {
    let all = |pats: &syn::punctuated::Punctuated<Pat, _>| -> Vec<TokenStream> {
        pats.iter().map(|pat| convert(graph, pat)).collect()
    };
    match pat {
        Pat::Ident(ident) => {
            let inner = super::option(ident.subpat.as_ref().map(|(_, inner)| {
                let inner = convert(graph, inner);
                quote!(&#inner)
            }));
            match graph.and_then(|graph| graph.vars.iter().position(|var| var.ident == ident.ident))
            {
                Some(var) => quote!(Pattern::Bind(#var, #inner)),
                None => {
                    let name = crate::ident::text(&ident.ident);
                    quote!(Pattern::Local(#name, #inner))
                }
            }
        }
        Pat::Lit(lit) => {
            let value = constant(&Expr::Lit(lit.clone()));
            quote!(Pattern::Literal(#value))
        }
        Pat::Range(range) => {
            let bound = |bound: &Option<Box<Expr>>| super::option(bound.as_deref().map(constant));
            let (start, end) = (bound(&range.start), bound(&range.end));
            let inclusive = matches!(range.limits, syn::RangeLimits::Closed(_));
            quote!(Pattern::Range(#start, #end, #inclusive))
        }
        Pat::Or(or) => {
            let cases = or.cases.iter().map(|pat| convert(graph, pat));
            quote!(Pattern::Or(&[#(#cases),*]))
        }
        Pat::Tuple(tuple) => {
            let elems = all(&tuple.elems);
            quote!(Pattern::Tuple(&[#(#elems),*]))
        }
        Pat::Slice(list) => slice(graph, list),
        Pat::TupleStruct(tuple) => {
            let (name, elems) = (last(&tuple.path), all(&tuple.elems));
            quote!(Pattern::TupleStruct(#name, &[#(#elems),*]))
        }
        Pat::Struct(fields) => {
            let name = last(&fields.path);
            let fields = fields.fields.iter().map(|field| {
                let (member, pat) = (member_name(&field.member), convert(graph, &field.pat));
                quote!((#member, #pat))
            });
            quote!(Pattern::Struct(#name, &[#(#fields),*]))
        }
        Pat::Path(path) => {
            let name = last(&path.path);
            if is_constant(&name) {
                let value = constant(&Expr::Path(path.clone()));
                return quote!(Pattern::Literal(#value));
            }
            quote!(Pattern::Path(#name))
        }
        Pat::Paren(paren) => convert(graph, &paren.pat),
        Pat::Reference(reference) => convert(graph, &reference.pat),
        Pat::Type(typed) => convert(graph, &typed.pat),
        _ => quote!(Pattern::Any),
    }
}

/// `[first, .., last]`: the items before the rest, the rest, if there is one, and the items behind it.
fn slice(graph: Option<&Graph>, list: &syn::PatSlice) -> TokenStream {
    let items: Vec<&Pat> = list.elems.iter().collect();
    let at = items.iter().position(|item| is_rest(item));
    let (before, behind) = items.split_at(at.unwrap_or(items.len()));
    let (rest, behind) = match behind.split_first() {
        Some((rest, behind)) => (Some(rest), behind),
        None => (None, behind),
    };
    let all =
        |items: &[&Pat]| -> Vec<_> { items.iter().map(|item| convert(graph, item)).collect() };
    let (before, behind) = (all(before), all(behind));
    let rest = super::option(rest.map(|rest| {
        let rest = convert(graph, rest);
        quote!(&#rest)
    }));
    quote!(Pattern::List(&[#(#before),*], #rest, &[#(#behind),*]))
}

/// `..`, `rest @ ..`
fn is_rest(pat: &Pat) -> bool {
    match pat {
        Pat::Rest(_) => true,
        Pat::Ident(ident) => {
            matches!(&ident.subpat, Some((_, inner)) if matches!(**inner, Pat::Rest(_)))
        }
        _ => false,
    }
}

/// A literal in a pattern, with its sign.
fn constant(value: &Expr) -> TokenStream {
    match value {
        Expr::Lit(lit) => literal(&lit.lit, false),
        Expr::Unary(unary) => match &*unary.expr {
            Expr::Lit(lit) => literal(&lit.lit, true),
            _ => quote!(Literal::Unit),
        },
        Expr::Path(path) => {
            let path = path.to_token_stream().to_string();
            quote!(Literal::Constant(#path))
        }
        _ => quote!(Literal::Unit),
    }
}
