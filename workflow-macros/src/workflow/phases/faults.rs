//! Code that may fail.

use crate::workflow::document::Document;
use crate::workflow::ex::{self, Ex};
use crate::workflow::model::{Block, BlockId, End, Graph, StateId, Stmt};

/// True if the evaluation of a statement may fail.
pub(in crate::workflow) fn fails(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Let { value, bound, .. } => !bound && value.may_fault(),
        Stmt::Assign { value, op, .. } => {
            value.may_fault() || op.is_some_and(|op| ex::is_arithmetic(&op))
        }
        Stmt::Mutate { args, method, .. } => {
            args.iter().any(Ex::may_fault) || ex::method_may_fault(method)
        }
        Stmt::Drop(value) => value.may_fault(),
        Stmt::Take { .. } | Stmt::Late(..) => false,
    }
}

/// True if what a state evaluates when it is entered may fail.
pub fn may_fault_entering(
    graph: &Graph,
    document: &Document,
    block: BlockId,
    state: StateId,
) -> bool {
    graph.blocks[block].late.iter().any(fails)
        || document.entry(graph, state).into_iter().any(Ex::may_fault)
}

/// True if any way into a state evaluates something that may fail.
pub fn may_fault_in(graph: &Graph, document: &Document, state: StateId) -> bool {
    let enters = |block: &Block| matches!(block.end, End::Enter(entered) if entered == state);
    (0..graph.blocks.len()).any(|block| {
        enters(&graph.blocks[block]) && may_fault_entering(graph, document, block, state)
    })
}

/// True if code that belongs to the state before a block may fail.
pub fn may_fault_after(graph: &Graph, mut block: BlockId) -> bool {
    for _ in 0..graph.blocks.len() {
        let body = &graph.blocks[block];
        if body.code.iter().any(fails) {
            return true;
        }
        match &body.end {
            End::Goto(next) => block = *next,
            End::Return(value) => return value.may_fault(),
            _ => return false,
        }
    }
    false
}
