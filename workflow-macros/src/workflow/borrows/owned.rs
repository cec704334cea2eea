//! Makes a variable keep the value of what it borrows, wherever it is given one.

use super::{Borrow, Forms, borrow, texts};
use crate::workflow::bound::bound;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::lower::borrowed::Items;
use crate::workflow::model::{
    BlockId, Choice, Fork, ForkKind, Form, Graph, Kind, Lent, State, Stmt, Test, VarId, VarKind,
};
use proc_macro2::Ident;
use std::collections::BTreeMap;
use syn::visit_mut::VisitMut;
use syn::{GenericArgument, Pat, PathArguments, Type, parse_quote};

type Made = Vec<(VarId, Lent)>;

/// Makes a variable own its value. Returns the variables that do so now: a pattern binds several. `None` if the borrow has
/// no such form.
pub(super) fn own(graph: &mut Graph, var: VarId, lent: Lent, forms: &Forms) -> Option<Made> {
    if let VarKind::Each { .. } = graph.vars[var].kind {
        return own_list(graph, var, lent);
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
        (true, _) => own_choice(graph, var, forms),
        (false, _) if code().any(in_pattern) => own_parts(graph, var, forms),
        _ => own_whole(graph, var, lent),
    }
}

/// The list of a loop, and its items.
fn own_list(graph: &mut Graph, list: VarId, lent: Lent) -> Option<Made> {
    let items = Items::Lent(match lent {
        Lent::Text | Lent::OptionalText => Lent::Text,
        _ => Lent::Value,
    });
    let mut found = vec![];
    for stmt in code(graph) {
        match stmt {
            Stmt::Take { each, pat, binds } if *each == list => {
                found.push((binds.clone(), items.fit(pat)?));
            }
            Stmt::Let { binds, value, .. } if binds[..] == [list] => match lent {
                Lent::Text if texts::listed(value) => texts::own_items(value),
                Lent::Text => return None,
                lent => replace(value, &Shape::Lent(lent)),
            },
            _ => {}
        }
    }
    let made: Made =
        found.into_iter().flat_map(|(binds, lent)| variables(graph, &binds, lent)).collect();
    Some(made)
}

/// The lists of Maps that are borrowed under a name, and their items.
pub(super) fn own_mapped(graph: &mut Graph, forms: &Forms) -> Made {
    let mut made = vec![];
    for state in &mut graph.states {
        if let Kind::Fork(Fork { kind: ForkKind::Map { list, item, distribution, .. }, .. }) =
            &mut state.kind
            && distribution.as_ref().is_none_or(|it| it.reader.is_none())
            && let Some(lent @ (Lent::Value | Lent::Slice)) =
                borrow(list, forms).and_then(|it| it.lent)
        {
            let scope = &graph.scopes[*item];
            if let Some(var) = scope.item.or(scope.inputs.first().copied()) {
                replace(list, &Shape::Lent(lent));
                made.push((var, Lent::Value));
            }
        }
    }
    made
}

/// Makes variables own what they are assigned later, too.
pub(super) fn own_assigned(graph: &mut Graph, lent: &BTreeMap<VarId, Lent>) {
    for stmt in code(graph) {
        if let Stmt::Assign { place, op: None, value } = stmt
            && let ExKind::Var(var) = place.kind
            && let Some(lent) = lent.get(&var)
        {
            replace(value, &Shape::Lent(*lent));
        }
    }
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
            let Pat::Ident(syn::PatIdent { subpat: None, .. }) = pat else { return None };
            *bound = false;
            replace(value, &Shape::Lent(lent));
        }
    }
    Some(vec![(var, lent)])
}

/// The type of the value that is kept of a borrow: `T` of `&T`, `String` of `&str`.
fn owned_type(ty: &Type) -> Option<Type> {
    match ty {
        Type::Reference(of) => match &*of.elem {
            Type::Path(path) if path.path.is_ident("str") => {
                Some(parse_quote!(::std::string::String))
            }
            Type::Slice(slice) => {
                let item = &slice.elem;
                Some(parse_quote!(::std::vec::Vec<#item>))
            }
            of => Some(of.clone()),
        },
        Type::Path(path) => {
            let last = path.path.segments.last().filter(|last| last.ident == "Option")?;
            let PathArguments::AngleBracketed(types) = &last.arguments else { return None };
            let Some(GenericArgument::Type(of)) = types.args.first() else { return None };
            let of = owned_type(of)?;
            Some(parse_quote!(::core::option::Option<#of>))
        }
        _ => None,
    }
}

/// `let first = &list[0];`
fn own_whole(graph: &mut Graph, var: VarId, lent: Lent) -> Option<Made> {
    for stmt in code(graph) {
        if let Stmt::Let { binds, value, ty, .. } = stmt
            && binds[..] == [var]
        {
            *ty = ty.take().and_then(|ty| owned_type(&ty));
            replace(value, &Shape::Lent(lent));
        }
    }
    Some(vec![(var, lent)])
}

/// `let (first, last) = (list.first(), list.last());`, `let Order { id, .. } = &order;`
fn own_parts(graph: &mut Graph, var: VarId, forms: &Forms) -> Option<Made> {
    let name = graph.vars[var].ident.clone();
    let (mut lent, mut of) = (None, vec![]);
    for stmt in code(graph) {
        if let Stmt::Let { pat, binds, value, ty, .. } = stmt
            && binds.contains(&var)
        {
            let shape = Shape::of(pat, value, &name, forms);
            lent = Some(made(pat, &shape)?);
            (*ty, of) = (None, binds.clone());
            replace(value, &shape);
        }
    }
    Some(variables(graph, &of, lent?))
}

/// `match &order.kind { Kind::A { id } => .. }`: all arms of a choice look at the same value.
fn own_choice(graph: &mut Graph, var: VarId, forms: &Forms) -> Option<Made> {
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
            shape = Shape::of(pat, value, &name, forms);
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
#[derive(Clone)]
enum Shape {
    Value,
    Lent(Lent),
    Tuple(Vec<Shape>),
}

impl Shape {
    /// The shape of a value in which the part is borrowed that a pattern binds to a name.
    fn of(pat: &Pat, value: &Ex, name: &Ident, forms: &Forms) -> Self {
        match (pat, &value.kind) {
            (Pat::Paren(inner), _) => Shape::of(&inner.pat, value, name, forms),
            (Pat::Or(or), _) => {
                let cases = or.cases.iter().map(|case| Shape::of(case, value, name, forms));
                cases.fold(Shape::Value, Shape::or)
            }
            (Pat::Tuple(parts), ExKind::Tuple(values)) if parts.elems.len() == values.len() => {
                let parts = parts.elems.iter().zip(values);
                Shape::Tuple(parts.map(|(pat, value)| Shape::of(pat, value, name, forms)).collect())
            }
            _ if bound(pat).contains(name) => {
                borrow(value, forms).and_then(|it| it.lent).map_or(Shape::Value, Shape::Lent)
            }
            _ => Shape::Value,
        }
    }

    /// The parts that one of two patterns finds.
    fn or(self, other: Shape) -> Shape {
        match (self, other) {
            (Shape::Value, shape) | (shape @ Shape::Lent(_), _) => shape,
            (Shape::Tuple(one), Shape::Tuple(other)) if one.len() == other.len() => {
                Shape::Tuple(one.into_iter().zip(other).map(|(a, b)| a.or(b)).collect())
            }
            (shape, _) => shape,
        }
    }
}

fn replace(value: &mut Ex, shape: &Shape) {
    match (shape, &mut value.kind) {
        (Shape::Value, _) => {}
        (Shape::Lent(lent), _) => *value = lent.own(value.clone()),
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
        (Shape::Lent(_), Pat::Ident(syn::PatIdent { subpat: Some(_), .. })) => None,
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
        (Shape::Lent(Lent::Value | Lent::Option), pat) => {
            let owned = strip(pat);
            let borrowed = bound(pat).into_iter().filter(|name| !owned.contains(name));
            Some(borrowed.map(|name| (name, Lent::Value)).collect())
        }
    }
}

/// The names that a pattern binds to parts of a borrowed value, each with its form.
pub(super) fn parts(pat: &Pat, of: Borrow) -> Vec<(Ident, Borrow)> {
    let shape = of.lent.map(Shape::Lent);
    match shape.and_then(|shape| made(&mut pat.clone(), &shape)) {
        Some(made) => {
            made.into_iter().map(|(name, lent)| (name, Borrow { lent: Some(lent), ..of })).collect()
        }
        None => bound(pat).into_iter().map(|name| (name, Borrow { lent: None, ..of })).collect(),
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
