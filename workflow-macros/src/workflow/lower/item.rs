//! Parts of an item of a list that change: `list[i].total += x;`, `groups[i].push(x);`. The item is read, changed, and
//! put back.

use crate::ident::own;
use syn::spanned::Spanned;
use syn::{Expr, ExprIndex, Ident, Stmt, parse_quote, parse_quote_spanned};

/// Rewrites a statement that changes a part of an item. `None` if it is another one.
pub fn changed_item(statement: &Expr) -> Option<Vec<Stmt>> {
    if !matches!(statement, Expr::Assign(_) | Expr::Binary(_) | Expr::MethodCall(_)) {
        return None;
    }
    let at = statement.span();
    let (value, index, kept) = (own("__value", at), own("__index", at), own("__item", at));
    let mut change = statement.clone();
    let (item, given) = match &mut change {
        Expr::Assign(assign) => (
            taken(&mut assign.left, &kept)?,
            Some(std::mem::replace(&mut *assign.right, parse_quote!(#value))),
        ),
        Expr::Binary(binary) if super::is_compound(&binary.op) => (
            taken(&mut binary.left, &kept)?,
            Some(std::mem::replace(&mut *binary.right, parse_quote!(#value))),
        ),
        Expr::MethodCall(call) if super::mutates(call) => (take(&mut call.receiver, &kept)?, None),
        _ => return None,
    };
    let (list, place) = (&item.expr, &item.index);
    let value = given.map(|given| -> Stmt { parse_quote_spanned!(at=> let #value = #given;) });
    let mut all = Vec::from_iter(value);
    all.push(parse_quote_spanned!(at=> let #index = #place;));
    all.push(parse_quote_spanned!(at=> let mut #kept = #list[#index].clone();));
    all.push(Stmt::Expr(change, Some(syn::token::Semi(at))));
    all.push(parse_quote_spanned!(at=> #list[#index] = #kept;));
    Some(all)
}

/// Takes the item out of a place that is a part of one: a field, or an item of its own.
fn taken(place: &mut Expr, kept: &Ident) -> Option<ExprIndex> {
    match place {
        Expr::Field(_) => take(place, kept),
        Expr::Index(item) => take(&mut item.expr, kept),
        _ => None,
    }
}

/// Takes the item out of a place, and leaves a variable there.
fn take(place: &mut Expr, kept: &Ident) -> Option<ExprIndex> {
    match place {
        Expr::Field(field) => take(&mut field.base, kept),
        Expr::Paren(inner) => take(&mut inner.expr, kept),
        Expr::Group(inner) => take(&mut inner.expr, kept),
        Expr::Index(item) => {
            let item = item.clone();
            *place = parse_quote!(#kept);
            Some(item)
        }
        _ => None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use quote::quote;

    #[test]
    fn an_item_is_read_changed_and_put_back() {
        for (code, written) in [
            (
                "a.b[i].c.d = e",
                Some(
                    "let __value = e; let __index = i; let mut __item = a.b[__index].clone(); __item.c.d = __value; a.b[__index] = __item;",
                ),
            ),
            (
                "a[i].push(x)",
                Some(
                    "let __index = i; let mut __item = a[__index].clone(); __item.push(x); a[__index] = __item;",
                ),
            ),
            (
                "a[i][j] += x",
                Some(
                    "let __value = x; let __index = i; let mut __item = a[__index].clone(); __item[j] += __value; a[__index] = __item;",
                ),
            ),
            ("a[i] = x", None),
            ("a = x", None),
            ("a.push(b[i])", None),
            ("a.b = c[i].d", None),
        ] {
            let found = changed_item(&syn::parse_str(code).unwrap());
            let written =
                written.map(|it| it.parse::<proc_macro2::TokenStream>().unwrap().to_string());
            assert_eq!(found.map(|stmts| quote!(#(#stmts)*).to_string()), written, "{code}");
        }
    }
}
