//! The macros of `workflow`. Depend on the crate `workflow`, which re-exports them with their full documentation: generated
//! code refers to it.
//!
//! - [`macro@workflow`] turns an `async fn` into a typed state machine and a States Language document.
//! - [`macro@task`] turns a function into an effect that a workflow calls, retries, times out and catches.
//! - [`macro@steps`] marks a part of a workflow that others share, [`macro@pure`] a function for their expressions.
//! - [`macro@Data`] describes the JSON form of a type, [`macro@TaskError`] the error names of a task.
//!
//! ```ignore
//! use workflow::prelude::*;
//!
//! #[task(timeout = "5s")]
//! async fn greet(name: String) -> Result<String, Failure> {
//!     Ok(format!("Hello {name}"))
//! }
//!
//! #[workflow]
//! async fn welcome(names: Vec<String>) -> Result<Vec<String>, Failure> {
//!     map(names, async |name| greet(name).await).await
//! }
//! ```
//!
//! (The example is compiled and run in the crate `workflow`, which this one cannot depend on.)
//!
//! A mistake in a workflow is an error at the smallest token, with what to write instead. `WORKFLOW_DEBUG=welcome cargo
//! check` prints the expansion of the workflow `welcome`.

mod alone;
mod containers;
mod data;
mod debug;
mod doc;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, reason = "tests")]
mod edges;
mod errors;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod fuzz;
mod ident;
mod outer;
mod outside;
mod primitive;
mod quiet;
mod root;
mod serde;
mod task;
mod task_error;
mod workflow;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};
use workflow_methods as methods;

/// The JSON form of a type, read from serde's own attributes; `#[data(opaque)]` on a type or a field lets any
/// JSON pass where no expression looks inside.
#[proc_macro_derive(Data, attributes(data, serde))]
pub fn data(input: TokenStream) -> TokenStream {
    root::derive(parse_macro_input!(input as DeriveInput), data::expand).into()
}

/// The errors of a task: each variant of the enum is an error name, its fields travel in the cause.
/// `#[error_name("Lambda.Unknown")]` names foreign errors, `#[other]` takes everything else as a `Failure`.
#[proc_macro_derive(TaskError, attributes(data, error_name, other, serde))]
pub fn task_error(input: TokenStream) -> TokenStream {
    root::derive(parse_macro_input!(input as DeriveInput), task_error::expand).into()
}

/// Makes a task of a function: an effect that a workflow can call, retry, time out and catch.
#[proc_macro_attribute]
pub fn task(options: TokenStream, function: TokenStream) -> TokenStream {
    attribute("task", options, function, task::expand)
}

/// Makes a workflow of an `async fn`: a typed state machine, and the States Language document that does the same.
#[proc_macro_attribute]
pub fn workflow(options: TokenStream, function: TokenStream) -> TokenStream {
    attribute("workflow", options, function, workflow::expand)
}

/// A part of a workflow that others share: an `async fn` whose states are written into each workflow that calls it,
/// under names that begin with its own. The workflow lists it: `#[workflow(steps(refund))]`.
#[proc_macro_attribute]
pub fn steps(options: TokenStream, function: TokenStream) -> TokenStream {
    attribute("steps", options, function, workflow::steps)
}

/// A function of expressions that workflows may call inside theirs; above an `impl` block, each function in it.
#[proc_macro_attribute]
pub fn pure(options: TokenStream, function: TokenStream) -> TokenStream {
    attribute("pure", options, function, workflow::pure)
}

/// Continues the expansion of `#[workflow(steps(..))]`, once for each of its steps.
#[doc(hidden)]
#[proc_macro]
pub fn with_steps(input: TokenStream) -> TokenStream {
    workflow::with_steps(input.into()).into()
}

/// Expands an attribute on a function that has no other of this library.
fn attribute(
    name: &str,
    options: TokenStream,
    function: TokenStream,
    expand: fn(proc_macro2::TokenStream, proc_macro2::TokenStream) -> proc_macro2::TokenStream,
) -> TokenStream {
    let root = root::take(options.clone().into()).ok().and_then(|(root, _)| root);
    let (errors, function) = alone::alone(name, root.as_ref(), function.into());
    if let Some(refused) = outside::refuse(name, &function) {
        return refused.into();
    }
    let tokens = match name {
        // It goes on to the macros of its steps.
        "workflow" => expand(options.into(), function),
        _ => root::attribute(options.into(), |options| expand(options, function)),
    };
    quote::quote!(#errors #tokens).into()
}
