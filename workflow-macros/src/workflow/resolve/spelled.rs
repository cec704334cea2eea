//! Calls that are another spelling of ones that are known: `map.first_key_value()`, `Vec::with_capacity(n)`.

use super::Resolver;
use syn::spanned::Spanned;
use syn::{Expr, ExprCall, ExprMethodCall, ExprPath, parse_quote_spanned};

impl Resolver<'_> {
    /// Writes a call of a method with others. `None` if it is none of these.
    pub(super) fn spelled(&self, call: &ExprMethodCall) -> Option<Expr> {
        let (of, span) = (&call.receiver, call.method.span());
        match (call.method.to_string().as_str(), call.args.len()) {
            ("first_key_value", 0) => Some(parse_quote_spanned!(span=> #of.iter().next())),
            ("last_key_value", 0) => Some(parse_quote_spanned!(span=> #of.iter().last())),
            ("unwrap_or_else", 1) if compares(of) => {
                let Expr::Closure(closure) = &call.args[0] else { return None };
                let kept = ordering(&closure.body).filter(|_| closure.inputs.is_empty())?;
                Some(parse_quote_spanned!(span=> #of.unwrap_or(#kept)))
            }
            _ => None,
        }
    }
}

/// The order in `a.partial_cmp(&b).unwrap_or(Ordering::Equal)`: numbers that have none are not JSON.
pub(super) fn of_no_order(call: &ExprMethodCall) -> Option<&ExprPath> {
    let taken = call.method == "unwrap_or" && call.args.len() == 1 && compares(&call.receiver);
    call.args.first().filter(|_| taken).and_then(ordering)
}

/// `a.partial_cmp(&b)`
fn compares(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(call) => call.method == "partial_cmp",
        Expr::Paren(paren) => compares(&paren.expr),
        _ => false,
    }
}

/// `Ordering::Equal`, `Equal`
fn ordering(expr: &Expr) -> Option<&ExprPath> {
    let Expr::Path(path) = expr else { return None };
    let name = &path.path.segments.last()?.ident;
    ["Less", "Equal", "Greater"].iter().any(|known| name == known).then_some(path)
}

/// `Vec::new()` for `Vec::with_capacity(n)`: a document has no capacities.
pub(super) fn without_capacity(call: &ExprCall) -> Option<Expr> {
    let Expr::Path(path) = &*call.func else { return None };
    let (of, name) = (path.path.segments.iter().rev().nth(1)?, path.path.segments.last()?);
    let known = ["Vec", "VecDeque", "String"].iter().any(|known| of.ident == known);
    // What computes the capacity may fail.
    let plain = call.args.len() == 1
        && match &call.args[0] {
            Expr::Lit(_) | Expr::Path(_) | Expr::Field(_) => true,
            Expr::MethodCall(size) => size.method == "len" && size.args.is_empty(),
            _ => false,
        };
    (known && plain && name.ident == "with_capacity")
        .then(|| parse_quote_spanned!(call.span()=> #of::new()))
}
