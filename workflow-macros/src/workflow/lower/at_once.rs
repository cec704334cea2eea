//! An outcome under a name that the next statement looks at, and nothing else: `let sent = send(x).await; match sent { .. }`.
//! It is written out as what a user would have written without the name. An outcome of several calls is that of a block
//! that may fail: `async { if urgent { call(x).await } else { send(x).await } }.await`. Where its errors are told apart, a
//! `match` stands behind each of the calls: in a block all of them are `Failure`s.

mod first;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;

use super::Lower;
use crate::workflow::apart::{mention, variables_of};
use crate::workflow::bound::{bound, bound_in};
use crate::workflow::resolve::typed;
use first::first;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprMatch, Ident, Pat, Stmt, parse_quote_spanned};

/// Writes out the outcomes of a block that are looked at at once.
pub fn written_out(block: &mut Block) {
    let mut at = 0;
    while at + 1 < block.stmts.len() {
        if let Some(next) = looked_at(&block.stmts[at], &block.stmts[at + 1..]) {
            block.stmts.splice(at..=at + 1, [next]);
        } else {
            at += 1;
        }
    }
}

/// The statement behind a call that has a name, with the call in place of the name.
fn looked_at(stmt: &Stmt, after: &[Stmt]) -> Option<Stmt> {
    let (name, of) = named(stmt)?;
    let (next, rest) = after.split_first()?;
    let mut next = next.clone();
    let again = |next: &Stmt| mentioned(next, name) || mentioned_after(next, rest, name);
    if told_apart(&mut next, name, of) {
        return (!again(&next)).then_some(next);
    }
    let call = outcome(of)?;
    // What the call reads under the same name is another one.
    *first(&mut next).filter(|place| is(place, name))? = syn::parse_quote!(());
    if again(&next) {
        return None;
    }
    *first(&mut next)? = call;
    Some(next)
}

/// True if one of the statements mentions the name, up to one behind which it means something else.
fn mentioned_after(next: &Stmt, rest: &[Stmt], name: &Ident) -> bool {
    if binds(next, name) {
        return false;
    }
    let anew = rest.iter().position(|stmt| binds(stmt, name));
    rest[..anew.map_or(rest.len(), |at| at + 1)].iter().any(|stmt| mentioned(stmt, name))
}

/// Puts `match name { Err(E::A) => .., .. }` behind each call that the name may be the outcome of. False if it is
/// another statement.
fn told_apart(next: &mut Stmt, name: &Ident, of: &Expr) -> bool {
    let mut ways = of.clone();
    let (mut calls, mut others) = (0, 0);
    each_way(&mut ways, &mut |way| {
        calls += usize::from(is_call(way));
        others += usize::from(!is_call(way) && !diverges(way));
    });
    let Some((choice, place)) = first_match(next, name) else { return false };
    let apart = matches!(of, Expr::If(_) | Expr::Match(_)) && calls > 0 && others == 0;
    let named = choice.arms.iter().any(|arm| names_error(&arm.pat));
    if !apart || !named || hides(of, &choice.arms) {
        return false;
    }
    each_way(&mut ways, &mut |way| {
        if is_call(way) {
            let on = Box::new(way.clone());
            *way = Expr::Match(ExprMatch { expr: on, ..choice.clone() });
        }
    });
    *place = ways;
    true
}

/// True if a way binds a name by which the arms mean something else: beside that way they would mean what it binds.
fn hides(of: &Expr, arms: &[syn::Arm]) -> bool {
    let block: Block = parse_quote_spanned!(of.span()=> { #of });
    let names = variables_of(bound_in(&block));
    let mentions = |arm: &syn::Arm, name: &Ident| {
        let guard = arm.guard.iter().map(|(_, guard)| Stmt::Expr((**guard).clone(), None));
        let body = Stmt::Expr((*arm.body).clone(), None);
        let own = bound(&arm.pat).contains(name);
        !own && guard.chain([body]).any(|stmt| mentioned(&stmt, name))
    };
    names.iter().any(|name| arms.iter().any(|arm| mentions(arm, name)))
}

/// `match name { .. }`, and its place, if a statement is it, gives a name to it or returns it.
fn first_match<'s>(stmt: &'s mut Stmt, name: &Ident) -> Option<(ExprMatch, &'s mut Expr)> {
    let expr = match stmt {
        Stmt::Local(local) => &mut *local.init.as_mut()?.expr,
        Stmt::Expr(Expr::Return(back), _) => back.expr.as_deref_mut()?,
        Stmt::Expr(Expr::Assign(assign), _) => &mut *assign.right,
        Stmt::Expr(expr, _) => expr,
        _ => return None,
    };
    match &*expr {
        Expr::Match(choice) if is(&choice.expr, name) => Some((choice.clone(), expr)),
        _ => None,
    }
}

/// `Err(E::A { .. })`: more than a name for whatever it is.
fn names_error(pat: &Pat) -> bool {
    match pat {
        Pat::Or(or) => or.cases.iter().any(names_error),
        Pat::Paren(inner) => names_error(&inner.pat),
        Pat::TupleStruct(err) => {
            err.path.is_ident("Err")
                && !matches!(err.elems.first(), Some(Pat::Ident(name)) if name.subpat.is_none())
                && !matches!(err.elems.first(), Some(Pat::Wild(_)))
        }
        _ => false,
    }
}

/// Visits the value of each way of an expression.
fn each_way(of: &mut Expr, visit: &mut dyn FnMut(&mut Expr)) {
    match of {
        Expr::If(branch) => {
            last_of(&mut branch.then_branch, visit);
            match &mut branch.else_branch {
                Some((_, or)) => each_way(or, visit),
                None => visit(&mut syn::parse_quote!(())),
            }
        }
        Expr::Match(choice) => {
            choice.arms.iter_mut().for_each(|arm| each_way(&mut arm.body, visit))
        }
        Expr::Block(block) if block.label.is_none() => last_of(&mut block.block, visit),
        Expr::Paren(inner) => each_way(&mut inner.expr, visit),
        of => visit(of),
    }
}

fn last_of(block: &mut Block, visit: &mut dyn FnMut(&mut Expr)) {
    match block.stmts.last_mut() {
        Some(Stmt::Expr(of, None)) => each_way(of, visit),
        Some(Stmt::Expr(of, Some(_))) if diverges(of) => {}
        _ => visit(&mut syn::parse_quote!(())),
    }
}

fn diverges(of: &Expr) -> bool {
    matches!(of, Expr::Return(_) | Expr::Break(_) | Expr::Continue(_))
}

/// True for `let .. name ..`: behind it the name means something else.
fn binds(stmt: &Stmt, name: &Ident) -> bool {
    matches!(stmt, Stmt::Local(local) if bound(&local.pat).contains(name))
}

/// True if a statement mentions the name, and not as that of a function.
fn mentioned(stmt: &Stmt, name: &Ident) -> bool {
    struct Called;
    impl VisitMut for Called {
        fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
            if let Expr::Path(_) = &*call.func {
                *call.func = syn::parse_quote!(f);
            }
            syn::visit_mut::visit_expr_call_mut(self, call);
        }
        fn visit_pat_mut(&mut self, _: &mut Pat) {}
    }
    let mut stmt = stmt.clone();
    Called.visit_stmt_mut(&mut stmt);
    if let Stmt::Local(local) = &mut stmt {
        // What it binds is another one.
        local.pat = syn::parse_quote!(_);
    }
    mention(&[stmt], name)
}

/// `let name = value;`
fn named(stmt: &Stmt) -> Option<(&Ident, &Expr)> {
    let Stmt::Local(local) = stmt else { return None };
    let Pat::Ident(name) = typed(&local.pat).0 else { return None };
    let init = local.init.as_ref().filter(|init| init.diverge.is_none())?;
    if name.by_ref.is_some() || name.subpat.is_some() {
        return None;
    }
    Some((&name.ident, &init.expr))
}

/// `call.await`, or the outcome of one of several calls.
fn outcome(of: &Expr) -> Option<Expr> {
    match of {
        Expr::If(_) | Expr::Match(_) if ends(of) == Some(true) && !leaves(of) => {
            Some(parse_quote_spanned!(of.span()=> async { #of }.await))
        }
        of => is_call(of).then(|| of.clone()),
    }
}

fn is_call(of: &Expr) -> bool {
    matches!(of, Expr::Await(call) if !Lower::is_sleep(&call.base))
}

/// True if a value is the outcome of a call on one way, and an outcome on each; `None` if it is something else on one.
fn ends(of: &Expr) -> Option<bool> {
    match of {
        Expr::If(branch) => {
            let (_, or) = branch.else_branch.as_ref()?;
            Some(last(&branch.then_branch)? | ends(or)?)
        }
        Expr::Match(choice) => {
            choice.arms.iter().try_fold(false, |any, arm| Some(any | ends(&arm.body)?))
        }
        Expr::Block(block) if block.label.is_none() => last(&block.block),
        Expr::Call(made) => match &*made.func {
            Expr::Path(path) if path.path.is_ident("Ok") || path.path.is_ident("Err") => {
                Some(false)
            }
            _ => None,
        },
        of => is_call(of).then_some(true),
    }
}

fn last(block: &Block) -> Option<bool> {
    match block.stmts.last()? {
        Stmt::Expr(of, None) => ends(of),
        _ => None,
    }
}

/// True if something in it leaves it: that would leave the block that may fail alone.
fn leaves(of: &Expr) -> bool {
    struct Find(bool);
    impl<'e> Visit<'e> for Find {
        fn visit_expr(&mut self, expr: &'e Expr) {
            match expr {
                Expr::Try(_) | Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => {
                    self.0 = true;
                }
                Expr::Async(_) | Expr::Closure(_) => {}
                expr => syn::visit::visit_expr(self, expr),
            }
        }
    }
    let mut find = Find(false);
    find.visit_expr(of);
    find.0
}

fn is(expr: &Expr, name: &Ident) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}
