//! Budgets: `#[workflow(max_events = 100, max_transitions = 20, max_dollars = 0.001, max_payload = 4096)]`.
//!
//! The graph is syntax and retriers are constants, so rustc sums up the longest way. What no number bounds (a loop, a
//! Map over a list of any length) is known here already. Types alone know how large a payload is: that is an error of
//! `definition()`.

mod costs;
mod lists;

use super::model::{Graph, Kind};
use crate::errors::Errors;
use costs::Costs;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote, quote_spanned};
use syn::spanned::Spanned;

/// The attributes, as they are written.
#[derive(Default, Clone)]
pub struct Budget {
    pub events: Option<syn::Expr>,
    pub transitions: Option<syn::Expr>,
    pub dollars: Option<syn::Expr>,
    pub payload: Option<syn::Expr>,
    /// The deadline of an execution.
    pub timeout: Option<syn::Expr>,
}

impl Budget {
    /// The place of an attribute by its name.
    pub fn place(&mut self, name: &str) -> Option<&mut Option<syn::Expr>> {
        Some(match name {
            "max_events" => &mut self.events,
            "max_transitions" => &mut self.transitions,
            "max_dollars" => &mut self.dollars,
            "max_payload" => &mut self.payload,
            "timeout" => &mut self.timeout,
            _ => return None,
        })
    }

    /// On a function, on its way through the macros of its steps.
    pub fn upon(&self, mut function: syn::ItemFn) -> syn::ItemFn {
        let all = [
            ("max_events", &self.events),
            ("max_transitions", &self.transitions),
            ("max_dollars", &self.dollars),
            ("max_payload", &self.payload),
            ("timeout", &self.timeout),
        ];
        for (name, value) in all {
            if let Some(value) = value {
                let name = format_ident!("__workflow_{name}");
                function.attrs.push(syn::parse_quote!(#[#name(#value)]));
            }
        }
        function
    }

    /// The attributes of a function, and the function without them.
    pub fn of(mut function: syn::ItemFn) -> (Budget, syn::ItemFn) {
        let mut budget = Budget::default();
        function.attrs.retain(|attribute| {
            let name = attribute.path().get_ident().map(Ident::to_string).unwrap_or_default();
            let Some(place) = name.strip_prefix("__workflow_").and_then(|name| budget.place(name))
            else {
                return true;
            };
            *place = attribute.parse_args().ok();
            false
        });
        (budget, function)
    }

    /// The seconds that an execution may take.
    pub fn seconds(&self, errors: &mut Errors) -> Option<u32> {
        let timeout = self.timeout.as_ref()?;
        let read = crate::task::seconds(timeout);
        read.map_err(|(why, instead)| errors.at(timeout, why, instead)).ok()
    }

    /// Looks at the types of what is passed, once the document is made; nothing if there is no `max_payload`.
    pub fn payloads(&self, graph: &Graph) -> TokenStream {
        let Some(most) = &self.payload else { return TokenStream::new() };
        let mut seen = vec![];
        let tasks = graph.states.iter().filter_map(|state| {
            let Kind::Task(task) = &state.kind else { return None };
            let (name, path) = (&state.name, &task.path);
            let text = quote!(#path).to_string();
            (!seen.contains(&text)).then(|| seen.push(text))?;
            Some(quote! {
                (#name, "the arguments", <<#path as ::workflow::__private::Task>::Input as ::workflow::__private::Data>::schema as ::workflow::__private::Lazy),
                (#name, "the result", <<#path as ::workflow::__private::Task>::Output as ::workflow::__private::Data>::schema as ::workflow::__private::Lazy),
            })
        });
        quote! {
            ::workflow::__private::payloads(#most, &[
                ("", "the input", <<Self as ::workflow::__private::Workflow>::Input as ::workflow::__private::Data>::schema as ::workflow::__private::Lazy),
                ("", "the output", <<Self as ::workflow::__private::Workflow>::Output as ::workflow::__private::Data>::schema as ::workflow::__private::Lazy),
                #(#tasks)*
            ])?;
        }
    }

    /// The attributes that the longest way must keep, with their names.
    fn counted(&self) -> Vec<(&'static str, &syn::Expr)> {
        let all = [
            ("max_events", &self.events),
            ("max_transitions", &self.transitions),
            ("max_dollars", &self.dollars),
        ];
        all.into_iter().filter_map(|(name, value)| Some((name, value.as_ref()?))).collect()
    }
}

/// The constants that sum up the longest way, and what they must keep.
pub fn emit(graph: &Graph, budget: &Budget, workflow: &str, errors: &mut Errors) -> TokenStream {
    let counted = budget.counted();
    let Some((name, first)) = counted.first() else { return TokenStream::new() };
    let events_only = counted.iter().all(|(name, _)| *name == "max_events");
    let mut costs = Costs::new(graph, events_only);
    let whole = costs.block(graph.scopes[0].start, &[]);
    for endless in &costs.endless {
        errors.at(first, format!("nothing bounds `{name}`: {endless}"), HELP);
    }
    let constants = &costs.constants;
    let span = first.span();
    let option = |value: &Option<syn::Expr>| match value {
        Some(value) => quote!(::core::option::Option::Some(#value)),
        None => quote!(::core::option::Option::None),
    };
    let (events, transitions, dollars) =
        (option(&budget.events), option(&budget.transitions), option(&budget.dollars));
    // The span of all of it is that of the attribute.
    let whole: TokenStream = whole
        .into_iter()
        .map(|mut token| {
            token.set_span(span.resolved_at(token.span()));
            token
        })
        .collect();
    let keeps = quote_spanned! {span=>
        const _: () = ::workflow::__private::Cost::keeps(#whole, #workflow, &::workflow::__private::Budget {
            events: #events,
            transitions: #transitions,
            dollars: #dollars,
        });
    };
    quote!(#(#constants)* #keeps)
}

const HELP: &str = "loop over something whose length is in the code (`0..3`, `vec![a, b]`, `list.into_iter().take(5)`), hand the rest to `continue_as(..)`, or remove the attribute";
