//! The code at the start of a scope: in the first state, if it can be evaluated there, or in a Pass state before it.

use super::faults::fails;
use super::late::takes_late;
use super::{catches, insert, is_alias};
use crate::workflow::document::Document;
use crate::workflow::model::{Block, BlockId, End, Graph, Kind, ScopeId, StateId, Stmt, VarId};
use crate::workflow::once::drawn;
use crate::workflow::resolve::var;
use crate::workflow::unread::leaves;
use crate::workflow::uses;
use syn::Pat;

/// The start of a scope has no state whose `Assign` could hold its code.
pub(super) fn start(graph: &mut Graph, document: &Document, scope: ScopeId) {
    let block = graph.scopes[scope].start;
    let code: Vec<Stmt> = graph.blocks[block].code.clone();
    let needed = code.iter().any(|stmt| !is_alias(document, stmt));
    let direct = match graph.blocks[block].end {
        End::Enter(state) => Some(state),
        _ => None,
    };
    let item = graph.scopes[scope].item;
    let item_later = item.filter(|item| match graph.target(block) {
        End::Enter(state) => {
            document.beyond(graph, *state).contains(item)
                || (direct.is_none() && document.at_state[*state].contains(item))
        }
        _ => false,
    });
    if !needed && item_later.is_none() {
        graph.blocks[block].deferred = true;
        return;
    }
    match direct {
        Some(state)
            if may_defer(graph, document, state, &code)
                && !item.is_some_and(|item| lends(graph, document, state, item)) =>
        {
            defer(graph, document, block, state, item_later)
        }
        _ => {
            // The state comes after the Pass: its own expressions no longer see the input of the scope.
            let read = |item: &VarId| match graph.target(block) {
                End::Enter(state) => document.at_state[*state].contains(item),
                _ => false,
            };
            pass(graph, block, item.filter(read));
        }
    }
}

/// True if children of a state read a variable: it must have its value before they start.
fn lends(graph: &Graph, document: &Document, state: StateId, var: VarId) -> bool {
    graph
        .children(state)
        .into_iter()
        .any(|child| document.live[graph.scopes[child].start].contains(&var))
}

fn may_defer(graph: &Graph, document: &Document, state: StateId, code: &[Stmt]) -> bool {
    let later = document.beyond(graph, state);
    let kept = |stmt: &Stmt| matches!(stmt, Stmt::Let { binds, .. } if binds.iter().any(|var| later.contains(var)));
    // The failure of what stands before a call is not one of the call's.
    let takes = || takes_late(graph, state) && !catches(graph, state) && !code.iter().any(kept);
    let unread = |stmt: &Stmt| is_unread(graph, document, state, code, stmt);
    let inlined = !code.iter().any(fails) || (takes() && !code.iter().any(unread));
    inlined && code.iter().all(|stmt| defers(document, graph, state, stmt))
}

/// True if a `let` makes something that may fail, and that neither the code beside it nor the first state reads: it has
/// a state of its own.
fn is_unread(
    graph: &Graph,
    document: &Document,
    state: StateId,
    code: &[Stmt],
    stmt: &Stmt,
) -> bool {
    let Stmt::Let { pat, binds, value, .. } = stmt else { return false };
    let entry = document.entry(graph, state);
    let read = |var: &VarId| {
        entry.iter().any(|ex| ex.reads(*var))
            || code
                .iter()
                .any(|other| matches!(other, Stmt::Let { value, .. } if value.reads(*var)))
    };
    let mut leaves = leaves(graph, (pat, binds), value).into_iter();
    leaves.any(|(binds, value)| value.may_fault() && !binds.iter().any(read))
}

/// True if code at the start may be evaluated in the first state, and again when it is left.
fn defers(document: &Document, graph: &Graph, state: StateId, stmt: &Stmt) -> bool {
    let Stmt::Let { pat, value, binds, .. } = stmt else { return false };
    if drawn(stmt).is_some() {
        return false;
    }
    let later = document.beyond(graph, state);
    let leaves = !graph.next(state).is_empty();
    // An Each is two variables, the second a counter: it is set once, at a state of its own.
    let plain =
        binds.iter().all(|var| uses::in_document(graph, *var) == [*var] && !document.is_root(*var));
    plain
        && !binds.iter().any(|var| lends(graph, document, state, *var))
        && matches!(pat, Pat::Ident(_) | Pat::Tuple(_) | Pat::Struct(_))
        && (!binds.iter().any(|var| later.contains(var)) || (!value.may_fault() && leaves))
}

fn defer(
    graph: &mut Graph,
    document: &Document,
    block: BlockId,
    state: StateId,
    item: Option<VarId>,
) {
    let fails = graph.blocks[block].code.iter().any(fails);
    let code = graph.blocks[block].code.clone();
    if fails {
        // What may fail belongs to the first state's own expressions, natively as well.
        graph.blocks[block].late = std::mem::take(&mut graph.blocks[block].code);
    }
    graph.blocks[block].deferred = true;
    let again = item.into_iter().map(|item| again(graph, item)).chain(code);
    let again: Vec<Stmt> = again
        .filter(|stmt| !is_alias(document, stmt))
        .map(|stmt| Stmt::Late(Box::new(stmt), vec![]))
        .collect();
    for next in graph.next(state) {
        let code = &mut graph.blocks[next].code;
        let rest = std::mem::take(code);
        code.extend(again.iter().cloned().chain(rest));
    }
}

/// `item = item`: writes the input down as a variable.
fn again(graph: &Graph, item: VarId) -> Stmt {
    let ident = graph.vars[item].ident.clone();
    let value = var(item, ident.span());
    Stmt::Let { pat: syn::parse_quote!(#ident), binds: vec![item], ty: None, value, bound: true }
}

/// A Pass state holds the code of a start.
fn pass(graph: &mut Graph, block: BlockId, item: Option<VarId>) {
    let scope = graph.blocks[block].scope;
    let next = graph.block(scope);
    graph.blocks.swap(block, next);
    // `block` is empty now and leads to the state; `next` holds the code.
    graph.blocks[block] = Block { order: graph.blocks[next].order, ..empty(scope) };
    if let Some(item) = item {
        let stmt = Stmt::Late(Box::new(again(graph, item)), vec![]);
        graph.blocks[next].code.insert(0, stmt);
    }
    let span = proc_macro2::Span::call_site();
    let state = insert(graph, block, String::new(), span, Kind::Pass { next });
    graph.blocks[block].end = End::Enter(state);
    graph.blocks[block].deferred = true;
}

fn empty(scope: ScopeId) -> Block {
    Block { scope, code: vec![], late: vec![], deferred: false, end: End::Open, order: 0 }
}
