//! The States Language document of a workflow, from its control-flow graph.
//!
//! States are those of the [`Program`]. A block is straight code on an edge between two of them: what it
//! changes, and what is still read later, becomes the `Assign` of that edge; what it does late is written into
//! the expressions of the state it leads to. All expressions of one edge read the same snapshot of the
//! variables, as the States Language wants it ("Assign": Developer Guide, "Passing data between states with
//! variables").

mod assign;
mod base;
mod bound;
mod calls;
mod choice;
mod computed;
mod depth;
mod distributed;
mod divided;
mod edges;
mod error;
mod kinds;
mod options;
mod render;
mod scope;
mod state;
mod template;
#[cfg(test)]
mod tests;
mod token;
mod unset;
mod uses;
mod walk;

pub use error::Error;
pub use options::{Invocation, RetryOptions, StateOptions};

use crate::document::Definition;
use crate::program::{Program, Types};
use base::Base;
use calls::Calls;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The document of a workflow: states in program order, query language JSONata.
///
/// `states` says of each state of the program what is not in the graph: task, retriers, error names, limits.
///
/// # Errors
/// If an expression has no JSONata that means the same, or where the graph breaks a rule of
/// [`crate::program`].
pub fn document(
    program: &Program,
    types: &Types,
    states: &[StateOptions],
) -> Result<Definition, Error> {
    let mut export = Export { base: Base::new(program, types)?, states, calls: Calls::default() };
    export.calls = export.calls()?;
    export.base.hand(&export.calls.handed);
    let mut document = Map::new();
    if !program.comment.is_empty() {
        document.insert("Comment".into(), program.comment.into());
    }
    document.insert("QueryLanguage".into(), "JSONata".into());
    document.extend(export.scope(program.start)?);
    export.known(program.start, &BTreeSet::new())?;
    let document = Value::Object(document);
    depth::check(&document)?;
    Definition::from_value(document).map_err(Error::invalid)
}

/// The data that every part of the export needs.
struct Export<'p> {
    base: Base<'p>,
    states: &'p [StateOptions],
    calls: Calls,
}
