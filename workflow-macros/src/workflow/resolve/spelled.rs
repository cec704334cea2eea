//! Calls that are another spelling of ones that are known: `map.first_key_value()`, `Vec::with_capacity(n)`.

use super::Resolver;
use syn::spanned::Spanned;
use syn::{Expr, ExprCall, ExprMethodCall, parse_quote_spanned};

impl Resolver<'_> {
    /// Writes a call of a method with others. `None` if it is none of these.
    pub(super) fn spelled(&self, call: &ExprMethodCall) -> Option<Expr> {
        let (of, span) = (&call.receiver, call.method.span());
        match (call.method.to_string().as_str(), call.args.len()) {
            ("first_key_value", 0) => Some(parse_quote_spanned!(span=> #of.iter().next())),
            ("last_key_value", 0) => Some(parse_quote_spanned!(span=> #of.iter().last())),
            _ => None,
        }
    }
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
