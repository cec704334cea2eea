//! The static table of states.

use crate::workflow::called;
use crate::workflow::document::Document;
use crate::workflow::labels::labels;
use crate::workflow::model::{
    Catch, CatchName, Fork, ForkKind, Graph, Kind, Outcome, StateId, Task,
};
use crate::workflow::phases::{may_fault_after, may_fault_in};
use crate::workflow::race;
use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

/// `static __STATES: [StateInfo; N]`
pub fn states(graph: &Graph, document: &Document) -> TokenStream {
    let count = graph.states.len();
    let states = graph.states.iter().enumerate().map(|(index, state)| {
        let (name, line) = (&state.name, line(state.span));
        let source = quote!(::core::concat!(::core::file!(), ":", #line));
        let place = place(graph, index);
        match &state.kind {
            Kind::Task(task) => {
                let guarded = guarded(graph, document, index, &task.outcome);
                let express = graph.is_express(state.scope);
                self::task(name, task, (guarded, express), &place, &source)
            }
            Kind::Fork(fork) => {
                let guarded = guarded(graph, document, index, &fork.outcome);
                self::fork(name, fork, guarded, &place, &source)
            }
            kind => info(name, &simple(kind), &place, &source),
        }
    });
    quote! {
        #[allow(clippy::all, clippy::pedantic)]
        static __STATES: [::workflow::__private::StateInfo; #count] = [#(#states),*];
    }
}

/// The branch that a state is in, and the branches that it has.
fn place(graph: &Graph, state: StateId) -> TokenStream {
    let within = graph.scopes[graph.states[state].scope].parent.map(|(_, fork)| {
        let children = graph.children(fork);
        (fork, children.iter().position(|scope| *scope == graph.states[state].scope))
    });
    let within = match within {
        Some((fork, branch)) => {
            let branch = branch.unwrap_or_default();
            quote!(::core::option::Option::Some((#fork, #branch)))
        }
        None => quote!(::core::option::Option::None),
    };
    let labels = match &graph.states[state].kind {
        Kind::Fork(Fork { kind: ForkKind::Parallel { .. }, .. }) => labels(graph, state),
        _ => vec![],
    };
    let code = graph.states[state].code;
    quote! {
        code: #code,
        within: #within,
        branches: ::std::borrow::Cow::Borrowed(&[#(::std::borrow::Cow::Borrowed(#labels)),*]),
    }
}

/// The line of a span; outside of the compiler there is none.
fn line(span: proc_macro2::Span) -> usize {
    if proc_macro::is_available() { span.unwrap().line() } else { 0 }
}

/// True if a fault of the state's own expressions must not be tried again.
fn guarded(graph: &Graph, document: &Document, state: StateId, outcome: &Outcome) -> bool {
    may_fault_after(graph, outcome.ok)
        || (outcome.catch.is_empty() && may_fault_in(graph, document, state))
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

fn info(name: &str, kind: &TokenStream, place: &TokenStream, source: &TokenStream) -> TokenStream {
    handling(name, kind, (&[], &quote!(&[]), false), place, source)
}

fn fork(
    name: &str,
    fork: &Fork,
    guarded: bool,
    place: &TokenStream,
    source: &TokenStream,
) -> TokenStream {
    let kind = match fork.kind {
        ForkKind::Map { .. } => quote!(Map),
        ForkKind::Parallel { .. } => quote!(Parallel),
    };
    let rest = quote!(<::workflow::__private::Failure as ::workflow::__private::Caught>::REST);
    let catch = catch(&fork.outcome, &rest);
    handling(name, &kind, (&fork.retry, &catch, guarded), place, source)
}

/// A state without a task, with what it does about failures.
fn handling(
    name: &str,
    kind: &TokenStream,
    (retry, catch, guarded): (&[syn::Expr], &TokenStream, bool),
    place: &TokenStream,
    source: &TokenStream,
) -> TokenStream {
    quote! {
        ::workflow::__private::StateInfo {
            name: ::std::borrow::Cow::Borrowed(#name),
            kind: ::workflow::__private::Kind::#kind,
            task: ::core::option::Option::None,
            retry: ::std::borrow::Cow::Borrowed(::workflow::__private::only_retriers(&[#(::workflow::__private::Retrier::Static(#retry)),*])),
            catch: ::std::borrow::Cow::Borrowed(#catch),
            timeout: ::core::option::Option::None,
            heartbeat: ::core::option::Option::None,
            guarded: #guarded,
            #place
            source: #source,
        }
    }
}

fn task(
    name: &str,
    task: &Task,
    (guarded, express): (bool, bool),
    place: &TokenStream,
    source: &TokenStream,
) -> TokenStream {
    let path = called::any(&task.path);
    let way = match task.continues {
        true => quote_spanned!(task.path.span()=> ::workflow::__private::continued),
        false => quote_spanned!(task.path.span()=> ::workflow::__private::awaited),
    };
    let definition = quote!(<#path as ::workflow::__private::Task>::DEFINITION);
    let mut whole = quote_spanned!(task.path.span()=> #way(#definition));
    if express {
        whole = quote_spanned!(task.path.span()=> ::workflow::__private::express(#whole));
    }
    let catch = catch(&task.outcome, &quote!(::workflow::__private::rest::<#path>()));
    let retry = if task.retry.is_empty() {
        quote!(#definition.retry)
    } else {
        let retry = &task.retry;
        quote!(::workflow::__private::retriers_of(#definition.way, &[#(::workflow::__private::Retrier::Static(#retry),)* ::workflow::__private::Retrier::Static(::workflow::__private::TRANSIENT)]))
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
            task: ::core::option::Option::Some(#whole),
            retry: ::std::borrow::Cow::Borrowed(#retry),
            catch: ::std::borrow::Cow::Borrowed(#catch),
            timeout: #timeout,
            heartbeat: #heartbeat,
            guarded: #guarded,
            #place
            source: #source,
        }
    }
}

/// One list of names for each catcher.
fn catch(outcome: &Outcome, rest: &TokenStream) -> TokenStream {
    // Those of a block around, which are made of no arm, do not count.
    let is_arm = |catch: &Catch| !matches!(catch.names[..], [CatchName::All]);
    let last = outcome.catch.iter().rposition(is_arm);
    let names = outcome.catch.iter().enumerate().flat_map(|(index, catch)| {
        catch.names.iter().map(move |name| match name {
            CatchName::Rest => rest.clone(),
            CatchName::All => quote!(&["States.ALL"]),
            CatchName::Won(position) => {
                let name = race::error(*position);
                quote!(&[#name])
            }
            CatchName::Variant(path) if Some(index) == last => constant(path),
            CatchName::Variant(path) => {
                let names = constant(path);
                quote_spanned!(path.span()=> ::workflow::__private::before_others(#names))
            }
        })
    });
    quote!(&[#(::workflow::__private::Names::Static(#names)),*])
}

/// `ChargeError::Declined` → the constant of that name.
fn constant(path: &syn::Path) -> TokenStream {
    let mut path = path.clone();
    if let Some(last) = path.segments.last_mut() {
        last.ident = crate::task_error::names::constant(&last.ident);
    }
    quote!(#path)
}
