//! The syntax of JSONata 2.0.6: tokens, the tree as it is written, and the nodes that are evaluated.

mod analysis;
mod ancestry;
mod node;
mod parser;
mod paths;
mod signature;
mod token;
mod tree;

pub(super) use node::*;
pub(super) use signature::{Given, Signature, Type};
pub(super) use tree::Operator;

use super::fault::Fault;

/// AWS's message where an expression nests deeper than it evaluates (measured).
pub(super) const TOO_DEEP: &str = "Stack overflow error: Check for non-terminating recursive function. Consider \
                                   rewriting as tail-recursive";

fn too_deep(at: usize) -> Fault {
    Fault::at("", TOO_DEEP, at)
}

/// Goes one level deeper, on another piece of stack where little is left of this one.
pub(super) fn deeper<T>(go: impl FnOnce() -> T) -> T {
    stacker::maybe_grow(128 << 10, 1 << 20, go)
}

/// The program of an expression.
pub(super) fn parse(text: &str) -> Result<Program, Fault> {
    analysis::analyse(parser::parse(text)?)
}
