//! The last `let`s before a state, which move into its expressions.

use super::catches;
use super::faults::fails;
use crate::workflow::document::Document;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{BlockId, Choice, End, Form, Graph, Kind, StateId, Stmt, Test, VarId};
use crate::workflow::uses;
use syn::Pat;

/// Moves the last `let`s of a block into the expressions of the state it leads to, if that state alone needs them, once.
pub(super) fn late(graph: &mut Graph, document: &Document, block: BlockId) {
    let End::Enter(state) = graph.blocks[block].end else { return };
    if graph.blocks[block].deferred || !takes_late(graph, state) {
        return;
    }
    let later = document.beyond(graph, state);
    while let Some(stmt) = graph.blocks[block].code.last() {
        let Stmt::Let { pat: Pat::Ident(_), binds, value, bound: false, .. } = stmt else { return };
        let [var] = binds[..] else { return };
        let used = document.entry(graph, state).into_iter().map(|ex| count(ex, var)).sum::<usize>()
            + graph.blocks[block].late.iter().map(|stmt| count_stmt(stmt, var)).sum::<usize>();
        // Its failure is not one of the call's.
        if catches(graph, state) && fails(stmt) {
            return;
        }
        if later.contains(&var) || used != 1 || has_result(value) || graph.vars[var].writes > 1 {
            return;
        }
        // In the document another name for something is never live; natively it is kept.
        if document.alias[var].is_some() && reads(graph, var) != 1 {
            return;
        }
        if let Some(stmt) = graph.blocks[block].code.pop() {
            graph.blocks[block].late.insert(0, stmt);
        }
    }
}

/// Returns how often a variable is read, anywhere.
fn reads(graph: &Graph, var: VarId) -> usize {
    let mut used = vec![];
    for block in &graph.blocks {
        block.code.iter().chain(&block.late).for_each(|stmt| drop(uses::stmt(stmt, &mut used)));
        match &block.end {
            End::Enter(state) => uses::entry(graph, *state, &mut used),
            End::Return(value) => uses::expr(value, true, &mut used),
            End::Goto(_) | End::Raced | End::Open | End::Unreachable => {}
        }
    }
    used.into_iter().filter(|used| used.place.0 == var).count()
}

/// States with a single phase for what they evaluate when they are entered.
pub(super) fn takes_late(graph: &Graph, state: StateId) -> bool {
    match &graph.states[state].kind {
        Kind::Task(_) | Kind::Succeed { .. } | Kind::Fail { .. } => true,
        Kind::Choice(Choice { form: Form::If, rules, .. }) => {
            rules.len() == 1 && matches!(rules[0].test, Test::When(_))
        }
        _ => false,
    }
}

fn count(ex: &Ex, var: VarId) -> usize {
    usize::from(matches!(ex.kind, ExKind::Var(v) if v == var))
        + ex.parts().into_iter().map(|part| count(part, var)).sum::<usize>()
}

fn count_stmt(stmt: &Stmt, var: VarId) -> usize {
    match stmt {
        Stmt::Let { value, .. } => count(value, var),
        _ => 0,
    }
}

fn has_result(ex: &Ex) -> bool {
    matches!(ex.kind, ExKind::Result(_) | ExKind::Caught(_) | ExKind::Won(..) | ExKind::Draw(_))
        || ex.parts().into_iter().any(has_result)
}
