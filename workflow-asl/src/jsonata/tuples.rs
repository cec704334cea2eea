//! Joins (`a@$x.b@$y`) and what else makes the evaluator keep a stream of tuples: one for each combination.
//!
//! Found by fuzzing: nothing in the crate bounds such a stream, and `$v.a@$x.a@$x.a@$x..` fills any memory before the
//! time is over. So each step that multiplies is called through a function of ours, which counts.

use super::error::SyntaxError;
use super::replace::{ROWS, call};
use jsonata_core::ast::{AstNode, PathStep, StepId};

const NESTED: &str = "A join within a step of a sorted, grouped or looked-up join is not supported; bind its values \
                      before: `($list := ..; ..)`";

/// Whether a path's steps make tuples.
pub(super) fn makes_tuples(steps: &[PathStep]) -> bool {
    steps.iter().any(|step| step.is_tuple || binds(step) > 0)
}

/// How many names a step adds to each tuple.
pub(super) fn binds(step: &PathStep) -> usize {
    let added = [&step.focus, &step.index_var, &step.ancestor_label];
    added.iter().filter(|name| name.is_some()).count()
}

/// Counts the tuples of a path: of its steps after the first, which has one input and so cannot multiply.
///
/// A tuple costs what it holds: `names` is how many names may be bound in it. `merged`: whether tuples of paths
/// within steps become tuples of this one, which the counting function would not hand on.
pub(super) fn bound(steps: &mut [PathStep], names: usize, merged: bool) -> Result<(), SyntaxError> {
    if !makes_tuples(steps) {
        return Ok(());
    }
    for step in steps.iter_mut().skip(1) {
        if !((merged || step.inner_tuple) && holds(&step.node, &makes_tuples)) {
            count(step, names);
        } else if holds(&step.node, &joins) {
            return Err(SyntaxError::rule(NESTED));
        }
    }
    Ok(())
}

fn count(step: &mut PathStep, names: usize) {
    let node = std::mem::replace(&mut step.node, AstNode::Undefined);
    let counted = |node| call(ROWS, vec![node, AstNode::Number(names as f64 + 1.0)]);
    step.node = match node {
        // Both order or hand on what there is.
        node @ (AstNode::Sort { .. } | AstNode::Parent(_)) => {
            step.node = node;
            return;
        }
        AstNode::FunctionApplication(inner) => {
            AstNode::FunctionApplication(Box::new(counted(*inner)))
        }
        AstNode::ArrayGroup(items) => {
            AstNode::FunctionApplication(Box::new(counted(AstNode::Array(items))))
        }
        node => counted(node),
    };
    step.id = StepId::default();
}

/// Whether steps bind names: those for `%` alone only keep what an item is in.
fn joins(steps: &[PathStep]) -> bool {
    steps.iter().any(|step| step.focus.is_some() || step.index_var.is_some())
}

/// Whether a parenthesis ends with a path that is so.
fn holds(node: &AstNode, is_so: &dyn Fn(&[PathStep]) -> bool) -> bool {
    match node {
        AstNode::Path { steps } => is_so(steps),
        AstNode::FunctionApplication(inner) => holds(inner, is_so),
        AstNode::Block(nodes) => nodes.last().is_some_and(|node| holds(node, is_so)),
        AstNode::Conditional { then_branch, else_branch, .. } => {
            holds(then_branch, is_so)
                || else_branch.as_deref().is_some_and(|node| holds(node, is_so))
        }
        AstNode::Sort { input, .. } => holds(input, is_so),
        _ => false,
    }
}
