//! Names that change in a block that is a value: each change gives the name anew.
//!
//! `total += x;` is `let total = total + x;`. An `if`, a `match` or a loop that changes names is one `let` of all of
//! them, whose value each way ends with; a loop is a `fold`.

use super::super::lower::{changed_entry, changed_item, is_compound, mutates, plain, taken_first};
use super::Resolver;
use super::ending::{Ending, local, tuple_pat};
use super::leaves::{is_nothing, leaves, let_leaves};
use super::targets::targets;
use super::turns::{iterated, lent};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExArm, ExChange, ExKind, SET, tested};
use crate::workflow::later;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat, Stmt, Type};

pub(super) type Let = (Pat, Option<Type>, Ex);

impl Resolver<'_> {
    /// Statements, then the names that they change.
    pub(super) fn flow(&mut self, stmts: &[Stmt], ending: &Ending, span: Span) -> Ex {
        self.env.push();
        let mut lets = vec![];
        let mut stmts = stmts.to_vec();
        later::given(&mut stmts);
        let tail = self.rest(&stmts, ending, &mut lets, span);
        self.env.pop();
        Ex::new(ExKind::Block(lets, Box::new(tail)), span)
    }

    /// Adds what statements bind to a block, and returns what it ends with.
    fn rest(&mut self, stmts: &[Stmt], ending: &Ending, lets: &mut Vec<Let>, span: Span) -> Ex {
        for (index, stmt) in stmts.iter().enumerate() {
            let after = &stmts[index + 1..];
            if let Some(mut first) = taken_first(stmt) {
                first.extend_from_slice(after);
                return self.flow(&first, ending, span);
            }
            match stmt {
                Stmt::Local(local)
                    if local.init.as_ref().is_some_and(|it| it.diverge.is_some()) =>
                {
                    return self.or_leave(local, after, ending);
                }
                Stmt::Local(local) if let_leaves(local) => {
                    return self.let_ways(local, after, ending);
                }
                Stmt::Local(local) => lets.extend(self.locals(local)),
                Stmt::Expr(expr @ (Expr::Continue(_) | Expr::Break(_)), _) => {
                    self.leave(expr, ending);
                    return ending.left(expr, span);
                }
                Stmt::Expr(expr, _) if leaves(expr) => return self.ways(expr, after, ending),
                stmt => self.statement(stmt, lets),
            }
        }
        ending.value(span)
    }

    /// Adds what a statement gives anew, and refuses one that gives nothing.
    pub(super) fn statement(&mut self, stmt: &Stmt, lets: &mut Vec<Let>) {
        match stmt {
            stmt if is_nothing(stmt) => {}
            Stmt::Expr(expr, _) => match self.changes(expr) {
                Some(one) => lets.extend(one),
                None => self.idle(stmt),
            },
            other => self.idle(other),
        }
    }

    /// The names that an expression changes, with their new values. `None` if it changes none.
    fn changes(&mut self, expr: &Expr) -> Option<Option<Let>> {
        if let Some(stmts) =
            changed_entry(expr).or_else(|| changed_item(expr)).or_else(|| taken_apart(expr))
        {
            return Some(
                self.branching(expr, |this, ending| this.flow(&stmts, ending, expr.span())),
            );
        }
        match expr {
            Expr::Paren(paren) => self.changes(&paren.expr),
            Expr::Group(group) => self.changes(&group.expr),
            Expr::Assign(assign) => Some(self.assigned(&assign.left, None, &assign.right)),
            Expr::Binary(binary) if is_compound(&binary.op) => {
                Some(self.assigned(&binary.left, Some(binary.op), &binary.right))
            }
            Expr::MethodCall(call) if mutates(call) => {
                let args = self.closed(|this| this.arguments(call));
                Some(self.change(&call.receiver, Some(&call.method), args))
            }
            Expr::Block(block) if block.label.is_some() => {
                self.labelled(block);
                Some(None)
            }
            Expr::If(_) | Expr::Match(_) | Expr::Block(_) if !targets(expr).is_empty() => {
                Some(self.branching(expr, |this, ending| this.way(expr, ending)))
            }
            Expr::ForLoop(turns) if !targets(expr).is_empty() => {
                let names = self.outs(expr);
                if let Some((name, _)) = names.iter().find(|(name, _)| !self.env.is_own(name)) {
                    self.refuse_change(name);
                    return Some(None);
                }
                let current: Vec<_> = names.iter().map(|(_, local)| local.clone()).collect();
                let given = current.iter().map(|it| local(it, turns.for_token.span)).collect();
                let names: Vec<_> = names.into_iter().map(|(name, _)| name).collect();
                let (list, copy) = (iterated(turns), crate::ident::own("__list", expr.span()));
                let value = match lent(&list, &names, &copy) {
                    Some((copied, list)) => {
                        self.fold_of_copy(turns, (&copied, &copy, &list), &names, given)
                    }
                    None => {
                        let list = self.value(&list);
                        self.fold(turns, list, &names, given)
                    }
                };
                Some(Some((tuple_pat(&current), None, value)))
            }
            _ => None,
        }
    }

    /// One `let` of all names that an expression changes.
    fn branching(
        &mut self,
        expr: &Expr,
        value: impl FnOnce(&mut Self, &Ending) -> Ex,
    ) -> Option<Let> {
        let outs: Vec<_> = self.outs(expr).into_iter().map(|(_, local)| local).collect();
        let pat = tuple_pat(&outs);
        let value = value(self, &Ending::of(outs));
        Some((pat, None, value))
    }

    /// The names inside expressions that an expression changes, as they are written and as they are called.
    pub(super) fn outs(&mut self, expr: &Expr) -> Vec<(Ident, Ident)> {
        let own = |name: Ident| match self.env.get(&name) {
            Some(Binding::Local(local)) => Some((name, local.clone())),
            _ => None,
        };
        targets(expr).into_iter().filter_map(own).collect()
    }

    /// An `if`, `match` or block, none of whose ways leaves a loop.
    fn way(&mut self, expr: &Expr, ending: &Ending) -> Ex {
        if let Some(stmts) = taken_first(&Stmt::Expr(expr.clone(), None)) {
            return self.flow(&stmts, ending, expr.span());
        }
        match expr {
            Expr::If(branch) => {
                let then = |this: &mut Self| {
                    this.flow(&branch.then_branch.stmts, ending, branch.then_branch.span())
                };
                let otherwise = |this: &mut Self| match &branch.else_branch {
                    Some((_, otherwise)) => this.way(otherwise, ending),
                    None => ending.value(branch.span()),
                };
                Ex::new(self.either(branch, then, otherwise), branch.span())
            }
            Expr::Match(choice) => {
                let kind = self.choice(choice, |this, body| this.way(body, ending));
                Ex::new(kind, choice.span())
            }
            Expr::Block(block) => self.flow(&block.block.stmts, ending, block.span()),
            other => {
                let stmts = [Stmt::Expr(other.clone(), Some(Default::default()))];
                self.flow(&stmts, ending, other.span())
            }
        }
    }

    /// `if` and `if let`, with what their ways come to.
    pub(super) fn either(
        &mut self,
        branch: &syn::ExprIf,
        then: impl FnOnce(&mut Self) -> Ex,
        otherwise: impl FnOnce(&mut Self) -> Ex,
    ) -> ExKind {
        let Some((test, guard)) = tested(&branch.cond) else {
            let condition = Box::new(self.value(&branch.cond));
            self.env.push();
            let then = Box::new(then(self));
            self.env.pop();
            let otherwise = Box::new(otherwise(self));
            return ExKind::If(condition, then, otherwise);
        };
        let on = Box::new(self.value(&test.expr));
        self.env.push();
        let pat = self.local_pat(&test.pat);
        let guard = guard.as_ref().map(|guard| self.value(guard));
        let value = then(self);
        self.env.pop();
        let other = ExArm { pat: syn::parse_quote!(_), guard: None, value: otherwise(self) };
        ExKind::Match(on, vec![ExArm { pat, guard, value }, other])
    }

    /// An arm, with what its way comes to.
    pub(super) fn armed(&mut self, arm: &syn::Arm, value: impl FnOnce(&mut Self) -> Ex) -> ExArm {
        self.env.push();
        let pat = self.local_pat(&arm.pat);
        let guard = arm.guard.as_ref().map(|(_, guard)| self.value(guard));
        let value = value(self);
        self.env.pop();
        ExArm { pat, guard, value }
    }

    fn assigned(&mut self, left: &Expr, op: Option<syn::BinOp>, right: &Expr) -> Option<Let> {
        let value: Expr = match op.map(plain) {
            Some(Some(op)) => match left {
                Expr::Index(_) => {
                    syn::parse_quote_spanned!(right.span()=> #left.clone() #op (#right))
                }
                left => syn::parse_quote_spanned!(right.span()=> #left #op (#right)),
            },
            Some(None) => {
                self.errors.at(
                    op,
                    "JSONata has no bit operators",
                    "write `* 2` or `/ 2`, or compute it in a task",
                );
                return None;
            }
            None => right.clone(),
        };
        let value = self.value(&value);
        let value = self.inferred(value);
        match left {
            Expr::Index(item) => {
                let index = self.value(&item.index);
                let set = Ident::new(SET, item.bracket_token.span.join());
                self.change(&item.expr, Some(&set), vec![index, value])
            }
            left => self.change(left, None, vec![value]),
        }
    }

    /// A name after a change of it, or of a part of it.
    fn change(&mut self, place: &Expr, method: Option<&Ident>, args: Vec<Ex>) -> Option<Let> {
        let mistakes = self.errors.count();
        let whole = self.expr(place);
        let own = name(place).is_none_or(|name| self.env.is_own(name));
        let Some(of) = root(&whole).filter(|_| own).cloned() else {
            if mistakes == self.errors.count() {
                self.not_changed(place, &whole);
            }
            return None;
        };
        let span = place.span();
        let kind = match (&whole.kind, method, &args[..]) {
            (ExKind::Local(_), None, [value]) => value.kind.clone(),
            _ => {
                let change =
                    ExChange { of: of.clone(), place: whole, method: method.cloned(), args };
                ExKind::Changed(Box::new(change))
            }
        };
        Some((syn::parse_quote!(mut #of), None, Ex::new(kind, span)))
    }

    fn not_changed(&mut self, place: &Expr, whole: &Ex) {
        if whole.place().is_some() || root(whole).is_some() {
            return self.refuse_change(place);
        }
        self.errors.at(
            place,
            "only a variable or its field can be changed",
            "bind the value to a `let mut` first",
        );
    }

    fn refuse_change(&mut self, place: impl quote::ToTokens) {
        self.errors.at(
            place,
            "a closure or a block that is a value cannot change variables outside",
            "return the new value: `fold(start, |all, item| ..)`; or change it in a statement of its own, in a `for` loop",
        );
    }
}

/// `(a, b) = value;` as assignments of each: Rust makes the value first.
fn taken_apart(expr: &Expr) -> Option<Vec<Stmt>> {
    fn part(place: &Expr, all: &mut Vec<Stmt>) -> Pat {
        let name = crate::ident::own(&format!("__next{}", all.len()), place.span());
        match place {
            Expr::Tuple(parts) => {
                let parts: Vec<_> = parts.elems.iter().map(|it| part(it, all)).collect();
                syn::parse_quote!((#(#parts,)*))
            }
            Expr::Paren(inner) => part(&inner.expr, all),
            Expr::Infer(_) => syn::parse_quote!(_),
            Expr::Range(_) => syn::parse_quote!(..),
            place => {
                all.push(syn::parse_quote_spanned!(place.span()=> #place = #name;));
                syn::parse_quote!(#name)
            }
        }
    }
    let Expr::Assign(assign) = expr else { return None };
    let Expr::Tuple(_) = &*assign.left else { return None };
    let (mut all, value) = (vec![], &assign.right);
    let pat = part(&assign.left, &mut all);
    all.insert(0, syn::parse_quote_spanned!(expr.span()=> let #pat = #value;));
    Some(all)
}

/// The name whose part a place is.
fn root(place: &Ex) -> Option<&Ident> {
    match &place.kind {
        ExKind::Local(name) => Some(name),
        ExKind::Field(base, _) | ExKind::Paren(base) => root(base),
        _ => None,
    }
}

/// The name whose part a place is, as it is written.
pub(super) fn name(place: &Expr) -> Option<&Ident> {
    match place {
        Expr::Path(path) => path.path.get_ident(),
        Expr::Field(field) => name(&field.base),
        Expr::Paren(inner) => name(&inner.expr),
        Expr::Group(inner) => name(&inner.expr),
        _ => None,
    }
}
