//! The static table of states.

use crate::workflow::document::Document;
use crate::workflow::model::{CatchName, Graph, Kind, Outcome, Task};
use crate::workflow::phases::{may_fault_after, may_fault_in};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

/// `static __STATES: [StateInfo; N]`
pub fn states(graph: &Graph, document: &Document) -> TokenStream {
    let count = graph.states.len();
    let states = graph.states.iter().enumerate().map(|(index, state)| {
        let (name, line) = (&state.name, state.span.unwrap().line());
        let source = quote!(::core::concat!(::core::file!(), ":", #line));
        match &state.kind {
            Kind::Task(task) => {
                let guarded = may_fault_after(graph, task.outcome.ok)
                    || (task.outcome.catch.is_empty() && may_fault_in(graph, document, index));
                self::task(name, task, guarded, &source)
            }
            Kind::Fork(fork) => {
                let kind = match fork.kind {
                    crate::workflow::model::ForkKind::Map { .. } => quote!(Map),
                    crate::workflow::model::ForkKind::Parallel { .. } => quote!(Parallel),
                };
                let catch = catch(&fork.outcome, &quote!(::workflow::__private::Failure));
                info(name, &kind, &quote!(catch: ::std::borrow::Cow::Borrowed(#catch),), &source)
            }
            kind => info(name, &simple(kind), &quote!(), &source),
        }
    });
    quote! {
        #[allow(clippy::all, clippy::pedantic)]
        static __STATES: [::workflow::__private::StateInfo; #count] = [#(#states),*];
    }
}

fn simple(kind: &Kind) -> TokenStream {
    match kind {
        Kind::Choice(_) => quote!(Choice),
        Kind::Pass { .. } => quote!(Pass),
        Kind::Wait { .. } => quote!(Wait),
        Kind::Fail { .. } => quote!(Fail),
        _ => quote!(Succeed),
    }
}

fn info(name: &str, kind: &TokenStream, more: &TokenStream, source: &TokenStream) -> TokenStream {
    let catch = if more.is_empty() {
        quote!(catch: ::std::borrow::Cow::Borrowed(&[]),)
    } else {
        more.clone()
    };
    quote! {
        ::workflow::__private::StateInfo {
            name: ::std::borrow::Cow::Borrowed(#name),
            kind: ::workflow::__private::Kind::#kind,
            task: ::core::option::Option::None,
            retry: ::std::borrow::Cow::Borrowed(&[]),
            #catch
            timeout: ::core::option::Option::None,
            heartbeat: ::core::option::Option::None,
            guarded: false,
            source: #source,
        }
    }
}

fn task(name: &str, task: &Task, guarded: bool, source: &TokenStream) -> TokenStream {
    let path = &task.path;
    let definition = quote!(<#path as ::workflow::__private::Task>::DEFINITION);
    let error = quote!(<#path as ::workflow::__private::Task>::Error);
    let catch = catch(&task.outcome, &error);
    let retry = if task.retry.is_empty() {
        quote!(#definition.retry)
    } else {
        let retry = &task.retry;
        quote!(::workflow::__private::retriers(&[#(::workflow::__private::Retrier::Static(#retry),)* ::workflow::__private::Retrier::Static(::workflow::__private::TRANSIENT)]))
    };
    let seconds = |given: &Option<syn::Expr>, own: &str| {
        let own = Ident::new(own, proc_macro2::Span::call_site());
        match given {
            Some(given) => {
                quote!(::core::option::Option::Some(::workflow::__private::typed::seconds(#given)))
            }
            None => quote!(#definition.#own),
        }
    };
    let (timeout, heartbeat) =
        (seconds(&task.timeout, "timeout"), seconds(&task.heartbeat, "heartbeat"));
    quote! {
        ::workflow::__private::StateInfo {
            name: ::std::borrow::Cow::Borrowed(#name),
            kind: ::workflow::__private::Kind::Task,
            task: ::core::option::Option::Some(#definition),
            retry: ::std::borrow::Cow::Borrowed(#retry),
            catch: ::std::borrow::Cow::Borrowed(#catch),
            timeout: #timeout,
            heartbeat: #heartbeat,
            guarded: #guarded,
            source: #source,
        }
    }
}

/// One list of names for each catcher.
fn catch(outcome: &Outcome, error: &TokenStream) -> TokenStream {
    let names = outcome.catch.iter().flat_map(|catch| &catch.names).map(|name| match name {
        CatchName::Rest => quote!(<#error as ::workflow::__private::Caught>::REST),
        CatchName::Variant(path) => constant(path),
    });
    quote!(&[#(::workflow::__private::Names::Static(#names)),*])
}

/// `ChargeError::Declined` → `ChargeError::__DECLINED`.
fn constant(path: &syn::Path) -> TokenStream {
    let mut path = path.clone();
    if let Some(last) = path.segments.last_mut() {
        let mut name = String::from("__");
        for (index, c) in last.ident.to_string().chars().enumerate() {
            if c.is_uppercase() && index > 0 {
                name.push('_');
            }
            name.extend(c.to_uppercase());
        }
        last.ident = Ident::new(&name, last.ident.span());
    }
    quote!(#path)
}
