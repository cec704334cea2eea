//! An outcome under a name that the next statement looks at, and nothing else: `let sent = send(x).await; match sent { .. }`.
//! It is written out as what a user would have written without the name. An outcome of several calls is that of a block
//! that may fail: `async { if urgent { call(x).await } else { send(x).await } }.await`.

use super::Lower;
use crate::workflow::apart::mention;
use crate::workflow::bound::bound;
use crate::workflow::resolve::typed;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, Pat, Stmt, parse_quote_spanned};

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
    let (name, call) = outcome(stmt)?;
    let call = &call;
    let (next, rest) = after.split_first()?;
    let mut next = next.clone();
    let place = first(&mut next).filter(|place| is(place, name))?;
    *place = call.clone();
    let rest = if binds(&next, name) { &[] } else { rest };
    (!mentioned(&next, name) && !rest.iter().any(|stmt| mentioned(stmt, name))).then_some(next)
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

/// `let name = call.await;`, or one of several calls.
fn outcome(stmt: &Stmt) -> Option<(&Ident, Expr)> {
    let Stmt::Local(local) = stmt else { return None };
    let Pat::Ident(name) = typed(&local.pat).0 else { return None };
    let init = local.init.as_ref().filter(|init| init.diverge.is_none())?;
    if name.by_ref.is_some() || name.subpat.is_some() {
        return None;
    }
    let of = &*init.expr;
    let call = match of {
        Expr::If(_) | Expr::Match(_) if ends(of) == Some(true) && !leaves(of) => {
            parse_quote_spanned!(of.span()=> async { #of }.await)
        }
        of => is_call(of).then(|| of.clone())?,
    };
    Some((&name.ident, call))
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

/// The expression that a statement looks at first.
fn first(stmt: &mut Stmt) -> Option<&mut Expr> {
    match stmt {
        Stmt::Local(local) => Some(looked(&mut local.init.as_mut()?.expr)),
        Stmt::Expr(expr, _) => Some(looked(expr)),
        _ => None,
    }
}

fn looked(mut expr: &mut Expr) -> &mut Expr {
    while goes_on(expr) {
        expr = match expr {
            Expr::Match(choice) => &mut choice.expr,
            Expr::If(branch) => &mut branch.cond,
            Expr::Let(test) => &mut test.expr,
            Expr::Binary(both) => &mut both.left,
            Expr::Unary(not) => &mut not.expr,
            Expr::Try(attempt) => &mut attempt.expr,
            Expr::MethodCall(call) => &mut call.receiver,
            Expr::Paren(inner) => &mut inner.expr,
            Expr::Return(syn::ExprReturn { expr: Some(value), .. }) => value,
            expr => return expr,
        };
    }
    expr
}

/// True if an expression looks at a part of it first.
fn goes_on(expr: &Expr) -> bool {
    match expr {
        Expr::Match(_) | Expr::If(_) | Expr::Let(_) | Expr::Try(_) | Expr::MethodCall(_) => true,
        Expr::Paren(_) => true,
        Expr::Binary(both) => matches!(both.op, syn::BinOp::And(_)),
        Expr::Unary(not) => matches!(not.op, syn::UnOp::Not(_)),
        Expr::Return(back) => back.expr.is_some(),
        _ => false,
    }
}

fn is(expr: &Expr, name: &Ident) -> bool {
    matches!(expr, Expr::Path(path) if path.path.is_ident(name))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use quote::ToTokens;

    #[test]
    fn the_call_stands_where_its_outcome_is_looked_at() {
        for (code, written) in [
            (
                "{ let a = f(x).await; match a { Ok(_) => 1, Err(_) => 2 } }",
                "{ match f(x).await { Ok(_) => 1, Err(_) => 2 } }",
            ),
            (
                "{ let a = f(x).await; if let Err(e) = a { g(e); } h() }",
                "{ if let Err(e) = f(x).await { g(e); } h() }",
            ),
            (
                "{ let a = f(x).await; if !a.is_ok() { g(); } }",
                "{ if !f(x).await.is_ok() { g(); } }",
            ),
            ("{ let a = f(x).await; let b = a?; b }", "{ let b = f(x).await?; b }"),
            ("{ let a = f(x).await; a }", "{ f(x).await }"),
            (
                "{ let a: R = a(x).await; let Ok(a) = a else { return b; }; a }",
                "{ let Ok(a) = a(x).await else { return b; }; a }",
            ),
            ("{ let a = f(x).await; let a = a; a.ok() }", "{ f(x).await.ok() }"),
            (
                "{ let a = f(x).await; if let Err(e) = a { g(format!(\"{a}\")); } }",
                "{ let a = f(x).await; if let Err(e) = a { g(format!(\"{a}\")); } }",
            ),
            ("{ let a = f(x).await; return a; }", "{ return f(x).await; }"),
            (
                "{ let a = if c { f(x).await } else { Err(y) }; match a { Ok(_) => 1, Err(_) => 2 } }",
                "{ match async { if c { f(x).await } else { Err(y) } }.await { Ok(_) => 1, Err(_) => 2 } }",
            ),
            // Something in it leaves more than it.
            (
                "{ let a = if c { f(g()?).await } else { h().await }; a? }",
                "{ let a = if c { f(g()?).await } else { h().await }; a? }",
            ),
            // Something else comes between, or looks at it again.
            ("{ let a = f(x).await; g(); a? }", "{ let a = f(x).await; g(); a? }"),
            (
                "{ let a = f(x).await; if a.is_ok() { g(a); } }",
                "{ let a = f(x).await; if a.is_ok() { g(a); } }",
            ),
            (
                "{ let a = f(x).await; if a.is_ok() { g(); } a }",
                "{ let a = f(x).await; if a.is_ok() { g(); } a }",
            ),
            (
                "{ let a = f(x).await?; match a { 1 => 2, _ => 3 } }",
                "{ let a = f(x).await?; match a { 1 => 2, _ => 3 } }",
            ),
            (
                "{ let a = sleep(x).await; match a { () => 2 } }",
                "{ let a = sleep(x).await; match a { () => 2 } }",
            ),
        ] {
            let mut block: Block = syn::parse_str(code).unwrap();
            written_out(&mut block);
            let wanted: Block = syn::parse_str(written).unwrap();
            assert_eq!(block.to_token_stream().to_string(), wanted.to_token_stream().to_string());
        }
    }
}
