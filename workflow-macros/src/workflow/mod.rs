//! `#[workflow]`: one function, two equal machines.
//!
//! Lower the function to a graph, decide the phases of its code, and write the graph down twice: as the native
//! machine, and as the program that the exporter makes the document from.

mod advice;
mod aliases;
mod apart;
mod attempt;
mod attributes;
mod borrows;
mod bound;
mod budget;
mod called;
mod chunks;
mod consumed;
mod copies;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod cost;
mod deep;
mod document;
mod early;
#[cfg(test)]
mod edges;
mod env;
mod every;
mod ex;
mod expand;
mod forked;
mod format;
mod handed;
mod impls;
mod inputs;
mod labelled;
mod labels;
mod later;
mod left;
mod liveness;
mod lower;
#[allow(
    clippy::large_enum_variant,
    reason = "a model reads like a grammar; there are few of these"
)]
mod model;
mod moment;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod name_list;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod named;
pub mod names;
mod native;
mod once;
mod outcomes;
mod phases;
mod phrase;
mod program;
mod pure;
pub mod race;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod refused;
mod resolve;
mod set;
mod signature;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod sizes;
mod source;
mod spread;
mod steps;
mod taken;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tells;
mod titles;
mod triggers;
mod types;
mod undo;
mod unread;
mod uses;
mod variables;

use crate::errors::Errors;
use proc_macro2::TokenStream;

pub fn expand(options: TokenStream, function: TokenStream) -> TokenStream {
    let function: syn::ItemFn = match syn::parse2(function.clone()) {
        Ok(function) => function,
        Err(error) => return [error.into_compile_error(), function].into_iter().collect(),
    };
    let read = crate::root::take(options)
        .and_then(|(root, options)| Ok((root, syn::parse2::<steps::Options>(options)?)));
    match read {
        Ok((root, options)) => {
            let function =
                crate::root::upon(options.upon(crate::outer::outer(function)), root.as_ref());
            match options.steps.is_empty() {
                true => whole(&function, vec![], Errors::default()),
                false => steps::collect(options, &function),
            }
        }
        Err(error) => {
            let mut errors = Errors::default();
            errors.add(error);
            whole(&function, vec![], errors)
        }
    }
}

/// The last stage of a workflow with steps: their functions are known.
pub fn with_steps(input: TokenStream) -> TokenStream {
    match syn::parse2::<steps::Stage>(input) {
        Ok(stage) => match stage.next() {
            Some(call) => call,
            None => whole(&stage.function, stage.done, Errors::default()),
        },
        Err(error) => error.into_compile_error(),
    }
}

/// `#[pure]`
pub fn pure(options: TokenStream, function: TokenStream) -> TokenStream {
    pure::expand(&options, function)
}

/// `#[steps]`
pub fn steps(options: TokenStream, function: TokenStream) -> TokenStream {
    steps::define(options, function)
}

fn whole(function: &syn::ItemFn, steps: Vec<steps::Steps>, errors: Errors) -> TokenStream {
    let (root, function) = crate::root::of(function.clone());
    crate::root::renamed(machine(function, steps, errors), root.as_ref())
}

fn machine(function: syn::ItemFn, steps: Vec<steps::Steps>, mut errors: Errors) -> TokenStream {
    let function = outcomes::of_steps(&function, &steps);
    let (triggers, function) = triggers::Triggers::of(function, &mut errors);
    let (budget, function) = &budget::Budget::of(function);
    let found = signature::check(function, &mut errors);
    deep::check(function, &mut errors);
    attributes::check(function, &mut errors);
    types::check(function, &mut errors);
    consumed::check(&function.block, &mut errors);
    let (Some(signature), true) = (&found, errors.is_empty()) else {
        return expand::broken(function, found.as_ref(), errors);
    };
    let scopes: Vec<_> = steps.iter().map(steps::Steps::scope).collect();
    let (mut graph, mut names) = lower::lower(function, steps, &mut errors);
    if errors.is_empty() {
        borrows::keep(&mut graph, &mut errors);
        native::unending::check(&graph, &mut errors);
    }
    if !errors.is_empty() {
        return expand::broken(function, Some(signature), errors);
    }
    graph.timeout = budget.seconds(&mut errors);
    let document = phases::phases(&mut graph, &mut names);
    phases::tell(&mut graph, &document);
    let text = crate::ident::text(&function.sig.ident);
    let kept = budget::emit(&graph, budget, &text, &mut errors);
    if !errors.is_empty() {
        return expand::broken(function, Some(signature), errors);
    }
    let payload = budget.payloads(&graph);
    let constants = [kept, payload, triggers.emit()];
    let tokens = expand::whole(function, signature, &graph, &document, &scopes, constants);
    crate::debug::print(&function.sig.ident, &tokens);
    tokens
}
