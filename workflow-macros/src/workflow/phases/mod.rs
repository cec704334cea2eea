//! Decides which state evaluates each piece of straight-line code, and inserts Pass or Succeed states where none can.
//!
//! Rules: straight code belongs to the state before it (its `Assign`). The start of a scope has no state before
//! it. Code that may fail must not stand in a state whose catchers or retriers could take the failure after the
//! task has had its effect.

mod faults;
mod late;
mod start;

use super::document::Document;
use super::ex::{Ex, ExKind};
use super::model::{Block, BlockId, End, Graph, Kind, State, StateId, Stmt, VarId, VarKind};
use super::names::Names;
pub(super) use faults::fails;
pub use faults::{may_fault_after, may_fault_entering, may_fault_in};
use late::late;
use start::start;
use std::collections::BTreeSet;

pub fn phases(graph: &mut Graph, names: &mut Names) -> Document {
    super::once::once(graph, names);
    let hot = after_catchers(graph);
    succeed(graph, names, &hot);
    let mut document = Document::new(graph);
    // What one scope gets at its start changes nothing that the start of another looks at.
    (0..graph.scopes.len()).for_each(|scope| start(graph, &document, scope));
    document.flow(graph);
    for block in 0..graph.blocks.len() {
        late(graph, &document, block);
    }
    for block in after_catchers(graph) {
        guard(graph, block);
    }
    renumber(graph);
    let mut document = Document::new(graph);
    document.flow(graph);
    super::set::name(graph, &document, names);
    document
}

/// Blocks whose code belongs to a state that catches.
fn after_catchers(graph: &Graph) -> BTreeSet<BlockId> {
    let mut found = BTreeSet::new();
    for state in (0..graph.states.len()).filter(|state| catches(graph, *state)) {
        let mut next = graph.next(state);
        while let Some(block) = next.pop() {
            if found.insert(block)
                && let End::Goto(more) = graph.blocks[block].end
            {
                next.push(more);
            }
        }
    }
    found
}

/// True if a state takes failures of its own.
pub fn catches(graph: &Graph, state: StateId) -> bool {
    match &graph.states[state].kind {
        Kind::Task(task) => !task.outcome.catch.is_empty(),
        Kind::Fork(fork) => !fork.outcome.catch.is_empty(),
        _ => false,
    }
}

/// A scope ends in the effect state before it where that is possible, else in a Succeed state.
fn succeed(graph: &mut Graph, names: &mut Names, hot: &BTreeSet<BlockId>) {
    let folds: BTreeSet<BlockId> = graph
        .states
        .iter()
        .filter_map(|state| match &state.kind {
            Kind::Task(task) => Some(task.outcome.ok),
            Kind::Fork(fork) => Some(fork.outcome.ok),
            Kind::Wait { next, .. } => Some(*next),
            _ => None,
        })
        .collect();
    for block in 0..graph.blocks.len() {
        let End::Return(value) = &graph.blocks[block].end else { continue };
        let fails = value.may_fault() || graph.blocks[block].code.iter().any(fails);
        if folds.contains(&block) && !(fails && hot.contains(&block)) {
            continue;
        }
        let value = value.clone();
        let name = names.state(&value_name(&value));
        let state = insert(graph, block, name, value.span, Kind::Succeed { value });
        graph.blocks[block].end = End::Enter(state);
    }
}

/// Returns what a returned value is called.
pub(super) fn value_name(value: &Ex) -> String {
    match &value.kind {
        ExKind::Struct { path, .. } => super::resolve::last(path),
        ExKind::Construct { path, args: Some(_), .. } => super::resolve::last(&path.path),
        _ => "Done".to_owned(),
    }
}

/// A new state that stands where a block ends.
pub(super) fn insert(
    graph: &mut Graph,
    block: BlockId,
    name: String,
    span: proc_macro2::Span,
    kind: Kind,
) -> StateId {
    let (scope, order) = (graph.blocks[block].scope, graph.blocks[block].order);
    graph.states.push(State { name, scope, span, kind, order, code: 0 });
    graph.states.len() - 1
}

pub(super) fn is_alias(document: &Document, stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Let { binds, .. } if binds.iter().all(|var| document.alias[*var].is_some()) && !binds.is_empty())
}

/// Notes which variables the document assigns where a statement writes them down late.
pub(super) fn tell(graph: &mut Graph, document: &Document) {
    for block in 0..graph.blocks.len() {
        for at in 0..graph.blocks[block].code.len() {
            if !matches!(graph.blocks[block].code[at], Stmt::Late(..)) {
                continue;
            }
            let assigned = document.assigned(graph, block, &graph.blocks[block].code[at]);
            let held = |var: &VarId| !matches!(graph.vars[*var].kind, VarKind::Shadow { .. });
            let found: Vec<VarId> = assigned.into_iter().filter(held).collect();
            if let Stmt::Late(_, told) = &mut graph.blocks[block].code[at] {
                *told = found;
            }
        }
    }
}

/// Puts a Pass state before code that may fail and would else stand in a state that catches.
fn guard(graph: &mut Graph, block: BlockId) {
    let Some(at) = graph.blocks[block].code.iter().position(fails) else { return };
    split(graph, block, at);
}

/// Puts a Pass state into a block. It gets its name when it is known what the document assigns in it.
pub(super) fn split(graph: &mut Graph, block: BlockId, at: usize) {
    let scope = graph.blocks[block].scope;
    let next = graph.block(scope);
    let rest = graph.blocks[block].code.split_off(at);
    let late = std::mem::take(&mut graph.blocks[block].late);
    let end = std::mem::replace(&mut graph.blocks[block].end, End::Open);
    let order = graph.blocks[block].order;
    graph.blocks[next] = Block { scope, code: rest, late, deferred: false, end, order };
    let span = proc_macro2::Span::call_site();
    let state = insert(graph, block, String::new(), span, Kind::Pass { next });
    graph.blocks[block].end = End::Enter(state);
}

/// States in the order of the code.
fn renumber(graph: &mut Graph) {
    let mut order: Vec<StateId> = (0..graph.states.len()).collect();
    order.sort_by_key(|state| graph.states[*state].order);
    let mut new = vec![0; order.len()];
    order.iter().enumerate().for_each(|(to, from)| new[*from] = to);
    let mut states: Vec<Option<State>> =
        std::mem::take(&mut graph.states).into_iter().map(Some).collect();
    graph.states = order.iter().filter_map(|from| states[*from].take()).collect();
    for block in &mut graph.blocks {
        if let End::Enter(state) = &mut block.end {
            *state = new[*state];
        }
    }
    for scope in &mut graph.scopes {
        if let Some((_, state)) = &mut scope.parent {
            *state = new[*state];
        }
    }
    for (state, ..) in &mut graph.counters {
        *state = new[*state];
    }
}
