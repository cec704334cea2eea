//! Lists that are borrowed: what a loop or a Map keeps from one state to the next is owned.

use crate::errors::Errors;
use crate::workflow::source::source;
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::Expr;

/// A borrowed list, and the place of the borrow.
pub struct Borrowed {
    at: TokenStream,
    help: String,
}

/// Methods of iterators that give on what they get.
pub const ADAPTERS: &[&str] =
    &["enumerate", "filter", "rev", "skip", "take", "skip_while", "take_while", "step_by"];

/// Returns what is seen from the syntax: `&list`, `list.iter()`, `list.iter().enumerate()`.
pub fn borrowed(list: &Expr) -> Option<Borrowed> {
    match list {
        Expr::Paren(paren) => borrowed(&paren.expr),
        Expr::Group(group) => borrowed(&group.expr),
        Expr::Reference(reference) => {
            let (mark, inner) = (&reference.and_token, &*reference.expr);
            if let Expr::Range(_) | Expr::Array(_) = inner {
                return Some(Borrowed { at: quote!(#mark), help: "remove the `&`".to_owned() });
            }
            Some(Borrowed { at: quote!(#mark), help: by_value(inner, "") })
        }
        Expr::MethodCall(call) => through(call),
        _ => None,
    }
}

fn through(call: &syn::ExprMethodCall) -> Option<Borrowed> {
    let (method, receiver) = (&call.method, &*call.receiver);
    let at = || method.to_token_stream();
    match method.to_string().as_str() {
        "iter" | "iter_mut" => Some(Borrowed { at: at(), help: by_value(receiver, "") }),
        "keys" => Some(Borrowed { at: at(), help: by_value(receiver, ".into_keys()") }),
        "values" => Some(Borrowed { at: at(), help: by_value(receiver, ".into_values()") }),
        "windows" | "chunks" => {
            let help = format!("make lists of them: `.{method}(..).map(|part| part.to_vec())`");
            Some(Borrowed { at: at(), help })
        }
        "split" | "split_whitespace" | "lines" => {
            let help = format!("make strings of them: `.{method}(..).map(|part| part.to_owned())`");
            Some(Borrowed { at: at(), help })
        }
        name if name == "into_iter" || ADAPTERS.contains(&name) => {
            let inner = borrowed(receiver)?;
            let Expr::MethodCall(first) = receiver else { return Some(inner) };
            if first.method != "iter" {
                return Some(inner);
            }
            Some(Borrowed { help: by_value(&first.receiver, ".into_iter()"), ..inner })
        }
        _ => None,
    }
}

fn by_value(list: &Expr, then: &str) -> String {
    let list = source(list);
    format!(
        "take the list by value: `{list}.clone(){then}`, or `{list}{then}` where it is not needed again"
    )
}

impl Borrowed {
    pub fn refuse(self, errors: &mut Errors, what: &str) {
        errors.at(
            self.at,
            format!("{what} keeps its list from state to state, and cannot borrow it"),
            self.help,
        );
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn what_borrows_is_seen_where_it_stands() {
        for (list, at, help) in [
            ("&order.lines", "&", "`order.lines.clone()`"),
            ("(&order.lines)", "&", "`order.lines.clone()`"),
            ("x.iter()", "iter", "`x.clone()`"),
            ("x.iter().enumerate()", "iter", "`x.clone().into_iter()`"),
            ("x.iter().filter(|y| ok(y)).rev()", "iter", "`x.clone()"),
            ("prices.keys()", "keys", "`prices.clone().into_keys()`"),
            ("text.split(\",\")", "split", "`.split(..).map(|part| part.to_owned())`"),
        ] {
            let found = borrowed(&syn::parse_str(list).unwrap()).unwrap();
            assert_eq!(found.at.to_string(), at, "{list}");
            assert!(found.help.contains(help), "{list}: {}", found.help);
        }
    }

    #[test]
    fn what_owns_its_items_is_fine() {
        for list in [
            "order.lines",
            "order.lines.clone()",
            "x.into_iter().enumerate()",
            "x.iter().cloned()",
            "x.iter().map(|y| y.id.clone())",
            "0..3",
            "x.iter().map(|y| y + 1).rev()",
        ] {
            assert!(borrowed(&syn::parse_str(list).unwrap()).is_none(), "{list}");
        }
    }
}
