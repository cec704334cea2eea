//! Makes a variable keep the value of what it borrows, wherever it is given one.

use super::{borrow, names, texts};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{
    BlockId, Choice, Form, Graph, Kind, Lent, State, Stmt, Test, VarId, VarKind,
};
use proc_macro2::Ident;
use syn::Pat;
use syn::visit_mut::VisitMut;

type Made = Vec<(VarId, Lent)>;

/// Makes a variable own its value. Returns the variables that do so now: a pattern binds several. `None` if the borrow has
/// no such form.
pub(super) fn own(graph: &mut Graph, var: VarId, lent: Lent) -> Option<Made> {
    if let VarKind::Each { .. } = graph.vars[var].kind {
        return own_list(graph, var);
    }
    let code = || graph.blocks.iter().flat_map(|block| &block.code);
    let bound =
        |of: &Stmt| matches!(of, Stmt::Let { binds, bound: true, .. } if binds.contains(&var));
    let in_pattern = |of: &Stmt| match of {
        Stmt::Let { pat, binds, .. } => binds.contains(&var) && !matches!(pat, Pat::Ident(_)),
        Stmt::Take { binds, .. } => binds.contains(&var),
        _ => false,
    };
    match (code().any(bound), lent) {
        (true, Lent::Text | Lent::Slice) => own_matched(graph, var, lent),
        (true, _) => own_choice(graph, var),
        (false, _) if code().any(in_pattern) => own_parts(graph, var),
        _ => own_whole(graph, var, lent),
    }
}

/// The list of a loop: its texts.
fn own_list(graph: &mut Graph, list: VarId) -> Option<Made> {
    let mut made = vec![];
    for stmt in graph.blocks.iter().flat_map(|block| &block.code) {
        if let Stmt::Take { each, pat, binds } = stmt
            && *each == list
        {
            let (Pat::Ident(_), [item]) = (pat, &binds[..]) else { return None };
            made.push((*item, Lent::Text));
        }
    }
    for stmt in code(graph) {
        match stmt {
            Stmt::Let { binds, value, .. } if binds[..] == [list] => texts::own_items(value),
            _ => {}
        }
    }
    (!made.is_empty()).then_some(made)
}

fn code(graph: &mut Graph) -> impl Iterator<Item = &mut Stmt> {
    graph.blocks.iter_mut().flat_map(|block| &mut block.code)
}

/// `match text.trim() { "a" => .., other => .. }`: the choice looks at the text, and the arm keeps it.
fn own_matched(graph: &mut Graph, var: VarId, lent: Lent) -> Option<Made> {
    let asks = |state: &State| match &state.kind {
        Kind::Choice(choice) => choice.rules.iter().any(|rule| match &rule.test {
            Test::Fits(_, Some(guard)) => guard.reads(var),
            _ => false,
        }),
        _ => false,
    };
    if graph.states.iter().any(asks) {
        return None;
    }
    for stmt in code(graph) {
        if let Stmt::Let { pat, binds, value, bound, .. } = stmt
            && binds.contains(&var)
        {
            let Pat::Ident(_) = pat else { return None };
            *bound = false;
            replace(value, &Shape::Lent(lent));
        }
    }
    Some(vec![(var, lent)])
}

/// `let first = &list[0];`, also where another value is assigned later.
fn own_whole(graph: &mut Graph, var: VarId, lent: Lent) -> Option<Made> {
    for stmt in code(graph) {
        match stmt {
            Stmt::Let { binds, value, ty, .. } if binds[..] == [var] => {
                *ty = None;
                replace(value, &Shape::Lent(lent));
            }
            Stmt::Assign { place, op: None, value } if matches!(place.kind, ExKind::Var(of) if of == var) =>
            {
                replace(value, &Shape::Lent(lent));
            }
            _ => {}
        }
    }
    Some(vec![(var, lent)])
}

/// `let (first, last) = (list.first(), list.last());`, `let Order { id, .. } = &order;`
fn own_parts(graph: &mut Graph, var: VarId) -> Option<Made> {
    let name = graph.vars[var].ident.clone();
    let (mut lent, mut of) = (None, vec![]);
    for stmt in code(graph) {
        if let Stmt::Let { pat, binds, value, ty, .. } = stmt
            && binds.contains(&var)
        {
            let shape = Shape::of(pat, value, &name);
            lent = Some(made(pat, &shape)?);
            (*ty, of) = (None, binds.clone());
            replace(value, &shape);
        }
    }
    Some(variables(graph, &of, lent?))
}

/// `match &order.kind { Kind::A { id } => .. }`: all arms of a choice look at the same value.
fn own_choice(graph: &mut Graph, var: VarId) -> Option<Made> {
    let name = graph.vars[var].ident.clone();
    let of_var = |stmt: &Stmt| matches!(stmt, Stmt::Let { binds, .. } if binds.contains(&var));
    let block = graph.blocks.iter().position(|block| block.code.iter().any(of_var))?;
    let state = graph.states.iter().position(|state| match &state.kind {
        Kind::Choice(choice) => {
            matches!(choice.form, Form::Match { .. }) && targets(choice).contains(&block)
        }
        _ => false,
    })?;
    let mut shape = Shape::Value;
    for stmt in &graph.blocks[block].code {
        if let Stmt::Let { pat, binds, value, .. } = stmt
            && binds.contains(&var)
        {
            shape = Shape::of(pat, value, &name);
        }
    }
    let Kind::Choice(choice) = &mut graph.states[state].kind else { return None };
    let blocks = targets(choice);
    let lent = own_tests(choice, &shape)?;
    let mut all = vec![];
    for block in blocks {
        for stmt in &mut graph.blocks[block].code {
            if let Stmt::Let { pat, binds, value, bound: true, .. } = stmt {
                made(pat, &shape)?;
                replace(value, &shape);
                all.extend(binds.iter().copied());
            }
        }
    }
    Some(variables(graph, &all, lent))
}

/// The blocks that a choice leads to.
fn targets(choice: &Choice) -> Vec<BlockId> {
    let mut blocks: Vec<_> = choice.rules.iter().map(|rule| rule.next).collect();
    blocks.push(choice.default);
    blocks.sort_unstable();
    blocks.dedup();
    blocks
}

fn own_tests(choice: &mut Choice, shape: &Shape) -> Option<Vec<(Ident, Lent)>> {
    let Form::Match { on, default } = &mut choice.form else { return None };
    let mut lent = made(default, shape)?;
    for rule in &mut choice.rules {
        match &mut rule.test {
            Test::Fits(pat, _) => lent.extend(made(pat, shape)?),
            _ => return None,
        }
    }
    replace(on, shape);
    Some(lent)
}

fn variables(graph: &Graph, binds: &[VarId], lent: Vec<(Ident, Lent)>) -> Made {
    let of = |name: &Ident| binds.iter().find(|var| graph.vars[**var].ident == *name).copied();
    lent.into_iter().filter_map(|(name, lent)| Some((of(&name)?, lent))).collect()
}

/// The parts of a value that are borrowed.
enum Shape {
    Value,
    Lent(Lent),
    /// An option of a pair, which may be an entry of a map: a pair of borrows.
    Entry,
    Tuple(Vec<Shape>),
}

impl Shape {
    /// The shape of a value in which the part is borrowed that a pattern binds to a name.
    fn of(pat: &Pat, value: &Ex, name: &Ident) -> Self {
        match (pat, &value.kind) {
            (Pat::Paren(inner), _) => Shape::of(&inner.pat, value, name),
            (Pat::Or(or), _) => {
                or.cases.first().map_or(Shape::Value, |case| Shape::of(case, value, name))
            }
            (Pat::Tuple(parts), ExKind::Tuple(values)) if parts.elems.len() == values.len() => {
                let parts = parts.elems.iter().zip(values);
                Shape::Tuple(parts.map(|(pat, value)| Shape::of(pat, value, name)).collect())
            }
            _ if names(pat).contains(name) => match borrow(value).and_then(|it| it.lent) {
                Some(Lent::Option) if is_entry(pat) => Shape::Entry,
                lent => lent.map_or(Shape::Value, Shape::Lent),
            },
            _ => Shape::Value,
        }
    }
}

/// `Some((key, value))`
fn is_entry(pat: &Pat) -> bool {
    let Pat::TupleStruct(some) = pat else { return false };
    matches!(some.elems.first(), Some(Pat::Tuple(pair)) if pair.elems.len() == 2)
}

fn replace(value: &mut Ex, shape: &Shape) {
    match (shape, &mut value.kind) {
        (Shape::Value, _) => {}
        (Shape::Lent(lent), _) => *value = lent.own(value.clone()),
        (Shape::Entry, _) => *value = super::lent::own_entry(value.clone()),
        (Shape::Tuple(parts), ExKind::Tuple(values)) => {
            values.iter_mut().zip(parts).for_each(|(value, part)| replace(value, part));
        }
        (Shape::Tuple(_), _) => {}
    }
}

/// Fits a pattern to a value that is kept: takes each `&` out of it. Returns the names that the code sees a borrow behind;
/// `None` if the pattern names a text, or an option of which a part is borrowed.
fn made(pat: &mut Pat, shape: &Shape) -> Option<Vec<(Ident, Lent)>> {
    match (shape, pat) {
        (Shape::Value, _) => Some(vec![]),
        (shape, Pat::Paren(inner)) => made(&mut inner.pat, shape),
        (_, Pat::Wild(_)) => Some(vec![]),
        (shape, Pat::Or(or)) => or.cases.iter_mut().try_fold(vec![], |mut all, case| {
            all.extend(made(case, shape)?);
            Some(all)
        }),
        (Shape::Tuple(parts), Pat::Tuple(tuple)) if tuple.elems.len() == parts.len() => {
            let both = tuple.elems.iter_mut().zip(parts);
            both.map(|(pat, part)| made(pat, part))
                .collect::<Option<Vec<_>>>()
                .map(|it| it.concat())
        }
        (Shape::Tuple(_), _) => None,
        (Shape::Lent(lent), Pat::Ident(name)) => Some(vec![(name.ident.clone(), *lent)]),
        (Shape::Lent(Lent::Text | Lent::Slice), _) => None,
        (Shape::Lent(Lent::OptionalText), pat) => match pat {
            Pat::Path(_) => Some(vec![]),
            Pat::TupleStruct(some) => some.elems.iter().try_fold(vec![], |mut all, part| {
                match part {
                    Pat::Ident(name) => all.push((name.ident.clone(), Lent::Text)),
                    Pat::Wild(_) => {}
                    _ => return None,
                }
                Some(all)
            }),
            _ => None,
        },
        (Shape::Lent(Lent::Value | Lent::Option) | Shape::Entry, pat) => {
            let owned = strip(pat);
            let borrowed = names(pat).into_iter().filter(|name| !owned.contains(name));
            Some(borrowed.map(|name| (name, Lent::Value)).collect())
        }
    }
}

/// Takes each `&` out of a pattern. Returns the names below them.
pub fn strip(pat: &mut Pat) -> Vec<Ident> {
    struct Strip {
        below: usize,
        owned: Vec<Ident>,
    }
    impl VisitMut for Strip {
        fn visit_pat_mut(&mut self, pat: &mut Pat) {
            if let Pat::Reference(reference) = pat {
                let inner = (*reference.pat).clone();
                *pat = inner;
                self.below += 1;
                self.visit_pat_mut(pat);
                self.below -= 1;
                return;
            }
            syn::visit_mut::visit_pat_mut(self, pat);
        }
        fn visit_pat_ident_mut(&mut self, ident: &mut syn::PatIdent) {
            if self.below > 0 {
                self.owned.push(ident.ident.clone());
            }
            syn::visit_mut::visit_pat_ident_mut(self, ident);
        }
    }
    let mut strip = Strip { below: 0, owned: vec![] };
    strip.visit_pat_mut(pat);
    strip.owned
}
