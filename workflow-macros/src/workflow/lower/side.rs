//! The sides of an outcome: the patterns that take `Ok`, `Err`, or both.

use crate::workflow::resolve::last;
use syn::{Expr, Pat};

/// An arm of the user's match, sorted.
pub(super) enum Side {
    Ok(Pat),
    Err(Pat),
}

/// `Ok(pattern)` or `Err(pattern)`; `Err(A) | Err(B)` is `Err(A | B)`.
pub(super) fn side(pat: &Pat) -> Option<Side> {
    match pat {
        Pat::TupleStruct(tuple) if tuple.elems.len() == 1 => match last(&tuple.path).as_str() {
            "Ok" => Some(Side::Ok(tuple.elems[0].clone())),
            "Err" => Some(Side::Err(tuple.elems[0].clone())),
            _ => None,
        },
        Pat::Paren(paren) => side(&paren.pat),
        Pat::Or(or) => {
            let mut sides = or.cases.iter().map(side);
            let first = sides.next()??;
            sides.try_fold(first, |all, next| match (all, next?) {
                (Side::Ok(all), Side::Ok(next)) => Some(Side::Ok(either(all, next))),
                (Side::Err(all), Side::Err(next)) => Some(Side::Err(either(all, next))),
                _ => None,
            })
        }
        _ => None,
    }
}

/// True if a pattern speaks of a `Result`.
pub(super) fn opens(pat: &Pat) -> bool {
    match pat {
        Pat::TupleStruct(tuple) => matches!(last(&tuple.path).as_str(), "Ok" | "Err"),
        Pat::Paren(paren) => opens(&paren.pat),
        Pat::Or(or) => or.cases.iter().any(opens),
        _ => false,
    }
}

/// Both patterns as one.
pub(super) fn either(all: Pat, next: Pat) -> Pat {
    let mut cases = syn::punctuated::Punctuated::new();
    for pat in [all, next] {
        match pat {
            Pat::Or(or) => cases.extend(or.cases),
            pat => cases.push(pat),
        }
    }
    Pat::Or(syn::PatOr { attrs: vec![], leading_vert: None, cases })
}

pub(super) fn takes_all(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => {
            ident.subpat.is_none() && !ident.ident.to_string().starts_with(char::is_uppercase)
        }
        pat => matches!(pat, Pat::Wild(_)),
    }
}

/// `error.into()`, `Failure::from(error)`: the failure itself.
pub(super) fn strip_into(value: &Expr) -> &Expr {
    match value {
        Expr::MethodCall(call) if call.method == "into" && call.args.is_empty() => {
            strip_into(&call.receiver)
        }
        Expr::Call(call) if is_failure(call, "from") && call.args.len() == 1 => {
            strip_into(&call.args[0])
        }
        Expr::Paren(paren) => strip_into(&paren.expr),
        value => value,
    }
}

pub(super) fn is_failure(call: &syn::ExprCall, function: &str) -> bool {
    let Expr::Path(path) = &*call.func else { return false };
    let mut tail =
        path.path.segments.iter().rev().map(|segment| crate::ident::text(&segment.ident));
    tail.next().as_deref() == Some(function) && tail.next().as_deref() == Some("Failure")
}
