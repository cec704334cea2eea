//! Methods on the `Result` of a call, and a result that nobody looks at: each is a `match` on the outcome.
//!
//! They are written out as that `match` before the function is lowered, so that they are what a user would have
//! written without them: `if charge(..).await.is_ok()` is a catcher, not a catcher and a Choice.

use super::Lower;
use super::value::effectful;
use syn::visit_mut::VisitMut;
use syn::{Expr, Pat, Stmt};

/// A function in which every such method is a `match`.
pub fn written_out(function: &syn::ItemFn) -> syn::ItemFn {
    let mut function = function.clone();
    Outcomes.visit_item_fn_mut(&mut function);
    function
}

/// The same of one branch of `join!`.
pub fn branch_written_out(branch: &mut Expr) {
    Outcomes.visit_expr_mut(branch);
}

struct Outcomes;

impl VisitMut for Outcomes {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        crate::workflow::spread::spread(expr);
        let found = match &*expr {
            Expr::If(branch) => chosen(branch),
            Expr::MethodCall(call) => valued(call),
            Expr::Try(attempt) => renamed(attempt),
            _ => None,
        };
        if let Some(found) = found {
            *expr = found;
        }
        syn::visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Some(call) = ignored(stmt) {
            let span = call.await_token.span;
            *stmt = Stmt::Expr(
                syn::parse_quote_spanned!(span=> match #call { Ok(_) => {} Err(_) => {} }),
                None,
            );
        }
        syn::visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        super::at_once::written_out(block);
        syn::visit_mut::visit_block_mut(self, block);
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// `call.await`, of something that may fail.
fn awaited(expr: &Expr) -> Option<&syn::ExprAwait> {
    match expr {
        Expr::Await(call) if !Lower::is_sleep(&call.base) => Some(call),
        Expr::Paren(paren) => awaited(&paren.expr),
        _ => None,
    }
}

/// `call.await.name()`
fn bare<'e>(expr: &'e Expr, name: &str) -> Option<&'e syn::ExprAwait> {
    match expr {
        Expr::MethodCall(call) if call.method == name && call.args.is_empty() => {
            awaited(&call.receiver)
        }
        _ => None,
    }
}

/// `let _ = call.await;`, `call.await.ok();`
fn ignored(stmt: &Stmt) -> Option<syn::ExprAwait> {
    match stmt {
        Stmt::Local(local) if matches!(local.pat, Pat::Wild(_)) => {
            let init = local.init.as_ref().filter(|init| init.diverge.is_none())?;
            awaited(&init.expr).or_else(|| bare(&init.expr, "ok")).cloned()
        }
        Stmt::Expr(expr, Some(_)) => bare(expr, "ok").cloned(),
        _ => None,
    }
}

/// `if call.await.is_ok() { .. } else { .. }`, and with `is_err()` or `!`.
fn chosen(branch: &syn::ExprIf) -> Option<Expr> {
    let (cond, negated) = match &*branch.cond {
        Expr::Unary(not) if matches!(not.op, syn::UnOp::Not(_)) => (&*not.expr, true),
        cond => (cond, false),
    };
    let (call, ok) = match (bare(cond, "is_ok"), bare(cond, "is_err")) {
        (Some(call), _) => (call, !negated),
        (_, Some(call)) => (call, negated),
        _ => return None,
    };
    let span = branch.if_token.span;
    let then = &branch.then_branch;
    let otherwise: Expr = match &branch.else_branch {
        Some((_, otherwise)) => syn::parse_quote_spanned!(span=> { #otherwise }),
        None => syn::parse_quote_spanned!(span=> {}),
    };
    Some(if ok {
        syn::parse_quote_spanned!(span=> match #call { Ok(_) => #then Err(_) => #otherwise })
    } else {
        syn::parse_quote_spanned!(span=> match #call { Ok(_) => #otherwise Err(_) => #then })
    })
}

/// The value of a method on the `Result` of a call.
fn valued(method: &syn::ExprMethodCall) -> Option<Expr> {
    let call = awaited(&method.receiver)?;
    let span = method.method.span();
    // Its underscore: no state is named after it.
    let value = crate::ident::own("__value", span);
    let args: Vec<&Expr> = method.args.iter().collect();
    let option = syn::parse_quote_spanned! {span=>
        match #call {
            Ok(#value) => ::workflow::__private::ops::present::Some(#value),
            Err(_) => ::core::option::Option::None
        }
    };
    Some(match (method.method.to_string().as_str(), &args[..]) {
        ("ok", []) => option,
        ("unwrap_or_default", []) => {
            syn::parse_quote_spanned! {span=>
                match #call { Ok(#value) => #value, Err(_) => ::core::default::Default::default() }
            }
        }
        ("is_ok", []) => {
            syn::parse_quote_spanned!(span=> match #call { Ok(_) => true, Err(_) => false })
        }
        ("is_err", []) => {
            syn::parse_quote_spanned!(span=> match #call { Ok(_) => false, Err(_) => true })
        }
        ("unwrap_or", [other]) if simple(other) => {
            syn::parse_quote_spanned!(span=> match #call { Ok(#value) => #value, Err(_) => #other })
        }
        ("unwrap_or_else", [Expr::Closure(closure)]) => {
            let (error, other) = (named(closure)?, &closure.body);
            syn::parse_quote_spanned!(span=> match #call { Ok(#value) => #value, Err(#error) => #other })
        }
        _ => return None,
    })
}

/// `call.await.map_err(|error| failure)?`
fn renamed(attempt: &syn::ExprTry) -> Option<Expr> {
    let Expr::MethodCall(method) = &*attempt.expr else { return None };
    let (call, error, failure) = mapped(method)?;
    let span = method.method.span();
    let value = crate::ident::own("__value", span);
    Some(syn::parse_quote_spanned! {span=>
        match #call { Ok(#value) => #value, Err(#error) => return Err(#failure) }
    })
}

/// The call, the pattern of its error and the failure made of it, of `call.await.map_err(|error| failure)`.
pub(super) fn mapped(method: &syn::ExprMethodCall) -> Option<(&syn::ExprAwait, Pat, Expr)> {
    let call = awaited(&method.receiver).filter(|_| method.method == "map_err")?;
    let mut args = method.args.iter();
    match (args.next()?, args.next()) {
        (Expr::Closure(closure), None) => {
            Some((call, named(closure)?.clone(), (*closure.body).clone()))
        }
        (Expr::Path(path), None) => {
            let span = syn::spanned::Spanned::span(path);
            let error = crate::ident::own("error", span);
            let failure = syn::parse_quote_spanned!(span=> #path(#error));
            Some((call, syn::parse_quote!(#error), failure))
        }
        _ => None,
    }
}

/// Returns what a closure calls the error, if it could as well be an arm of a `match`.
pub(super) fn named(closure: &syn::ExprClosure) -> Option<&Pat> {
    let mut inputs = closure.inputs.iter();
    let (Some(pat @ (Pat::Ident(_) | Pat::Wild(_))), None) = (inputs.next(), inputs.next()) else {
        return None;
    };
    let plain = closure.asyncness.is_none() && !effectful(&closure.body);
    plain.then_some(pat)
}

/// True if it makes no difference that a value is made only if it is needed: it cannot fail.
pub fn simple(expr: &Expr) -> bool {
    const CANNOT_FAIL: [&str; 6] = ["clone", "to_string", "to_owned", "into", "as_str", "to_vec"];
    match expr {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Paren(paren) => simple(&paren.expr),
        Expr::Reference(reference) => simple(&reference.expr),
        Expr::Field(field) => simple(&field.base),
        Expr::Tuple(tuple) => tuple.elems.iter().all(simple),
        Expr::Struct(fields) => {
            fields.rest.is_none() && fields.fields.iter().all(|field| simple(&field.expr))
        }
        Expr::Unary(minus) => {
            matches!(minus.op, syn::UnOp::Neg(_)) && matches!(*minus.expr, Expr::Lit(_))
        }
        Expr::Macro(mac) if mac.mac.path.is_ident("format") => {
            let parse = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
            mac.mac.parse_body_with(parse).is_ok_and(|args| args.iter().all(simple))
        }
        Expr::Macro(mac) => mac.mac.path.is_ident("vec") && mac.mac.tokens.is_empty(),
        Expr::MethodCall(call) => {
            let name = call.method.to_string();
            CANNOT_FAIL.contains(&name.as_str()) && call.args.is_empty() && simple(&call.receiver)
        }
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                let name = super::super::resolve::last(&path.path);
                // `String::from`; a function of one's own that is called so may fail.
                let of_type = path.path.segments.iter().rev().nth(1);
                let of_type = of_type.is_some_and(|of| is_type(&of.ident.to_string()));
                let makes = is_type(&name) || of_type && ["new", "from"].contains(&&*name);
                makes && call.args.iter().all(simple)
            }
            _ => false,
        },
        _ => false,
    }
}

fn is_type(name: &str) -> bool {
    name.starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use quote::ToTokens;

    fn same(expr: &str, expected: &str) {
        let mut expr: Expr = syn::parse_str(expr).unwrap();
        branch_written_out(&mut expr);
        let expected: Expr = syn::parse_str(expected).unwrap();
        assert_eq!(expr.to_token_stream().to_string(), expected.to_token_stream().to_string());
    }

    #[test]
    fn values_are_matches() {
        same(
            "a().await.ok()",
            "match a().await { Ok(__value) => ::workflow::__private::ops::present::Some(__value), Err(_) => ::core::option::Option::None }",
        );
        same("a().await.is_ok()", "match a().await { Ok(_) => true, Err(_) => false }");
        same("a().await.is_err()", "match a().await { Ok(_) => false, Err(_) => true }");
        same("a().await.unwrap_or(7)", "match a().await { Ok(__value) => __value, Err(_) => 7 }");
        same(
            "a().await.unwrap_or_else(|error| error.cause())",
            "match a().await { Ok(__value) => __value, Err(error) => error.cause() }",
        );
        same(
            "a().await.unwrap_or_default()",
            "match a().await { Ok(__value) => __value, Err(_) => ::core::default::Default::default() }",
        );
    }

    #[test]
    fn conditions_are_arms() {
        let ok = "match a().await { Ok(_) => { b() } Err(_) => {} }";
        same("if a().await.is_ok() { b() }", ok);
        same("if !a().await.is_err() { b() }", ok);
        let err = "match a().await { Ok(_) => {} Err(_) => { b() } }";
        same("if a().await.is_err() { b() }", err);
        same("if !(a().await).is_ok() { b() }", err);
        same(
            "if a().await.is_ok() { 1 } else if b().await.is_ok() { 2 } else { 3 }",
            "match a().await { Ok(_) => { 1 } Err(_) => {
                match b().await { Ok(_) => { 2 } Err(_) => { { 3 } } }
            } }",
        );
    }

    #[test]
    fn what_nobody_looks_at_is_caught() {
        let caught = "match a().await { Ok(_) => {} Err(_) => {} }";
        for ignored in ["let _ = a().await;", "a().await.ok();", "let _ = a().await.ok();"] {
            same(&format!("{{ {ignored} }}"), &format!("{{ {caught} }}"));
        }
    }

    #[test]
    fn what_may_fail_or_is_unknown_stays() {
        for stays in [
            "a().await.unwrap_or(1 / n)",
            "a().await.unwrap_or(new(n))",
            "a().await.unwrap_or(b().await?)",
            "a().await.unwrap_or_else(|_| return)",
            "a().await.unwrap()",
            "a().await.map_err(f)",
            "sleep(d).await.ok()",
            "x.ok()",
            "{ let _ = sleep(d).await; }",
        ] {
            same(stays, stays);
        }
    }
}
