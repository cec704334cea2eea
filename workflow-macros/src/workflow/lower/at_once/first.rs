//! The part of a statement that is evaluated first: a call that stands before the statement may as well stand there.
//!
//! Parts that cannot fail and have no effect may come before it.

use crate::workflow::lower::outcome::simple;
use crate::workflow::lower::{is_compound, mutates};
use syn::punctuated::Punctuated;
use syn::{BinOp, Expr, Stmt, Token, UnOp};

/// The expression that a statement looks at first.
pub(super) fn first(stmt: &mut Stmt) -> Option<&mut Expr> {
    match stmt {
        Stmt::Local(local) => Some(looked(&mut local.init.as_mut()?.expr)),
        Stmt::Expr(expr, _) => Some(looked(expr)),
        _ => None,
    }
}

fn looked(mut expr: &mut Expr) -> &mut Expr {
    while goes_on(expr) {
        let later = later(expr);
        expr = match expr {
            Expr::Match(choice) => &mut choice.expr,
            Expr::If(branch) => &mut branch.cond,
            Expr::Let(test) => &mut test.expr,
            Expr::Binary(both) => {
                if later {
                    &mut both.right
                } else {
                    &mut both.left
                }
            }
            Expr::Unary(not) => &mut not.expr,
            Expr::Cast(cast) => &mut cast.expr,
            Expr::Try(attempt) => &mut attempt.expr,
            Expr::Await(call) => &mut call.base,
            Expr::MethodCall(call) => {
                if later {
                    argument(&mut call.args)
                } else {
                    &mut call.receiver
                }
            }
            Expr::Paren(inner) => &mut inner.expr,
            Expr::Assign(assign) => &mut assign.right,
            Expr::Return(syn::ExprReturn { expr: Some(value), .. }) => value,
            Expr::Call(call) => argument(&mut call.args),
            Expr::Tuple(tuple) => argument(&mut tuple.elems),
            expr => return expr,
        };
    }
    expr
}

/// True if what stands first in an expression makes no difference to the rest of it.
fn later(expr: &Expr) -> bool {
    match expr {
        Expr::Binary(both) => !comes_first(&both.op, &both.left),
        Expr::MethodCall(call) => gives(call),
        _ => false,
    }
}

/// The first part that may fail or has an effect.
fn argument(parts: &mut Punctuated<Expr, Token![,]>) -> &mut Expr {
    let at = parts.iter().position(|part| !simple(part)).unwrap_or_default();
    &mut parts[at]
}

/// True if an expression looks at a part of it first.
fn goes_on(expr: &Expr) -> bool {
    match expr {
        Expr::Match(_) | Expr::If(_) | Expr::Let(_) | Expr::Try(_) | Expr::MethodCall(_) => true,
        Expr::Paren(_) | Expr::Cast(_) => true,
        Expr::Binary(both) if is_compound(&both.op) => is_variable(&both.left),
        Expr::Binary(both) => {
            comes_first(&both.op, &both.left) || !matches!(both.op, BinOp::And(_) | BinOp::Or(_))
        }
        Expr::Unary(unary) => match unary.op {
            UnOp::Not(_) => true,
            UnOp::Neg(_) => !simple(&unary.expr),
            _ => false,
        },
        Expr::Return(back) => back.expr.is_some(),
        Expr::Assign(assign) => is_variable(&assign.left),
        Expr::Await(call) => matches!(*call.base, Expr::Call(_)),
        Expr::Call(call) => matches!(*call.func, Expr::Path(_)) && !call.args.iter().all(simple),
        Expr::Tuple(tuple) => !tuple.elems.iter().all(simple),
        _ => false,
    }
}

/// `list.push(value)`: the value is made before the list changes.
fn gives(call: &syn::ExprMethodCall) -> bool {
    mutates(call) && is_variable(&call.receiver) && !call.args.iter().all(simple)
}

/// True if the left of two operands decides what is evaluated first.
fn comes_first(op: &BinOp, left: &Expr) -> bool {
    !is_compound(op) && !simple(left)
}

/// A variable, or a field of one: nothing is evaluated to find it.
fn is_variable(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Field(field) => is_variable(&field.base),
        _ => false,
    }
}
