//! Decides which state evaluates each piece of straight-line code, and inserts Pass or Succeed states where none can.
//!
//! Rules: straight code belongs to the state before it (its `Assign`). The start of a scope has no state before
//! it. Code that may fail must not stand in a state whose catchers or retriers could take the failure after the
//! task has had its effect.

use super::document::Document;
use super::ex::{Ex, ExKind};
use super::model::{
    BlockId, Choice, End, Form, Graph, Kind, ScopeId, State, StateId, Stmt, Test, VarId, VarKind,
};
use super::names::Names;
use super::once::drawn;
use super::unread::leaves;
use super::uses;
use std::collections::BTreeSet;
use syn::Pat;

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

/// The start of a scope has no state whose `Assign` could hold its code.
fn start(graph: &mut Graph, document: &Document, scope: ScopeId) {
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

pub(super) fn is_alias(document: &Document, stmt: &Stmt) -> bool {
    matches!(stmt, Stmt::Let { binds, .. } if binds.iter().all(|var| document.alias[*var].is_some()) && !binds.is_empty())
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

/// `item = item`: writes the input down as a variable.
fn again(graph: &Graph, item: VarId) -> Stmt {
    let ident = graph.vars[item].ident.clone();
    let value = super::resolve::var(item, ident.span());
    Stmt::Let { pat: syn::parse_quote!(#ident), binds: vec![item], ty: None, value, bound: true }
}

/// A Pass state holds the code of a start.
fn pass(graph: &mut Graph, block: BlockId, item: Option<VarId>) {
    let scope = graph.blocks[block].scope;
    let next = graph.block(scope);
    graph.blocks.swap(block, next);
    // `block` is empty now and leads to the state; `next` holds the code.
    graph.blocks[block] = super::model::Block { order: graph.blocks[next].order, ..empty(scope) };
    if let Some(item) = item {
        let stmt = Stmt::Late(Box::new(again(graph, item)), vec![]);
        graph.blocks[next].code.insert(0, stmt);
    }
    let span = proc_macro2::Span::call_site();
    let state = insert(graph, block, String::new(), span, Kind::Pass { next });
    graph.blocks[block].end = End::Enter(state);
    graph.blocks[block].deferred = true;
}

fn empty(scope: ScopeId) -> super::model::Block {
    super::model::Block {
        scope,
        code: vec![],
        late: vec![],
        deferred: false,
        end: End::Open,
        order: 0,
    }
}

/// True if the evaluation of a statement may fail.
pub(super) fn fails(stmt: &Stmt) -> bool {
    match stmt {
        Stmt::Let { value, bound, .. } => !bound && value.may_fault(),
        Stmt::Assign { value, op, .. } => {
            value.may_fault() || op.is_some_and(|op| super::ex::is_arithmetic(&op))
        }
        Stmt::Mutate { args, method, .. } => {
            args.iter().any(Ex::may_fault) || super::ex::method_may_fault(method)
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
    let enters =
        |block: &super::model::Block| matches!(block.end, End::Enter(entered) if entered == state);
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

/// Moves the last `let`s of a block into the expressions of the state it leads to, if that state alone needs them, once.
fn late(graph: &mut Graph, document: &Document, block: BlockId) {
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
fn takes_late(graph: &Graph, state: StateId) -> bool {
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
    graph.blocks[next] =
        super::model::Block { scope, code: rest, late, deferred: false, end, order };
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
