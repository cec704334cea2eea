//! Lists that are borrowed: what a loop or a Map keeps from one state to the next is a copy of its own.

use crate::errors::Errors;
use crate::workflow::borrows::strip;
use crate::workflow::bound::bound;
use crate::workflow::model::Lent;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Expr, Pat, parse_quote_spanned};

/// Methods of iterators that give on what they get.
pub const ADAPTERS: &[&str] =
    &["enumerate", "filter", "rev", "skip", "take", "skip_while", "take_while", "step_by"];

/// A list whose items are values, in place of one that borrows them, and what the code sees of an item.
pub struct Owned {
    pub list: Expr,
    pub items: Items,
}

/// The parts of an item.
pub enum Items {
    /// A value.
    Value,
    /// A borrow of what is kept.
    Lent(Lent),
    /// A pair of these: of `enumerate` and `zip`.
    Pair(Box<Items>, Box<Items>),
}

/// Returns the list to keep, where the syntax tells that one borrows its items: `&list`, `list.iter()`,
/// `list.iter().enumerate()`. In a loop over `pairs`, an item may be one of a map.
pub fn owned(list: &Expr, pairs: bool) -> Option<Owned> {
    let items = Items::Lent(Lent::Value);
    let at = list.span();
    match list {
        Expr::Paren(paren) => owned(&paren.expr, pairs),
        Expr::Group(group) => owned(&group.expr, pairs),
        Expr::Reference(reference) if reference.mutability.is_none() => match &*reference.expr {
            Expr::Range(_) => None,
            // A text in a list is a borrow itself.
            Expr::Array(array) if array.elems.iter().any(is_text) => {
                Some(Owned { list: (*reference.expr).clone(), items: Items::Value })
            }
            Expr::Unary(of) if matches!(of.op, syn::UnOp::Deref(_)) => {
                let inner = &of.expr;
                Some(Owned { list: parse_quote_spanned!(at=> #inner.clone()), items })
            }
            inner => Some(Owned { list: parse_quote_spanned!(at=> #inner.clone()), items }),
        },
        Expr::MethodCall(call) => through(call, pairs),
        _ => None,
    }
}

fn through(call: &syn::ExprMethodCall, pairs: bool) -> Option<Owned> {
    let (method, of, args) = (&call.method, &call.receiver, &call.args);
    let at = call.method.span();
    let value = || Items::Lent(Lent::Value);
    let made = |list: Expr, items: Items| Some(Owned { list, items });
    match method.to_string().as_str() {
        "iter" => match &**of {
            // A text in a list is a borrow itself.
            Expr::Array(array) if array.elems.iter().any(is_text) => {
                made((**of).clone(), Items::Value)
            }
            of => made(parse_quote_spanned!(at=> #of.clone()), value()),
        },
        "keys" => made(parse_quote_spanned!(at=> #of.clone().into_keys()), value()),
        "values" => made(parse_quote_spanned!(at=> #of.clone().into_values()), value()),
        "windows" | "chunks" => made(
            parse_quote_spanned!(at=> #call.map(|part| part.to_vec())),
            Items::Lent(Lent::Slice),
        ),
        "split" | "split_whitespace" | "lines" => made(
            parse_quote_spanned!(at=> #call.map(|part| part.to_owned())),
            Items::Lent(Lent::Text),
        ),
        "into_iter" => owned(of, pairs),
        "filter" | "skip_while" | "take_while" => {
            let items = owned(of, pairs)?.items;
            let each = copy(&items, pairs, at);
            made(parse_quote_spanned!(at=> #call #each), items)
        }
        "enumerate" => {
            let Owned { list, items } = iterated(of, false)?;
            let items = Items::Pair(Box::new(Items::Value), Box::new(items));
            made(parse_quote_spanned!(at=> #list.enumerate()), items)
        }
        "zip" => {
            let (left, right) = (iterated(of, false), owned(args.first()?, false));
            if left.is_none() && right.is_none() {
                return None;
            }
            let whole = |list: &Expr| Owned { list: list.clone(), items: Items::Value };
            let left = left.unwrap_or_else(|| whole(of));
            let right = right.unwrap_or_else(|| whole(&args[0]));
            let (a, b) = (left.list, right.list);
            let items = Items::Pair(Box::new(left.items), Box::new(right.items));
            made(parse_quote_spanned!(at=> #a.zip(#b)), items)
        }
        name if ADAPTERS.contains(&name) => {
            let Owned { list, items } = iterated(of, pairs)?;
            made(parse_quote_spanned!(at=> #list.#method(#args)), items)
        }
        _ => None,
    }
}

/// The list as an iterator: methods of iterators follow.
fn iterated(list: &Expr, pairs: bool) -> Option<Owned> {
    let Owned { list, items } = owned(list, pairs)?;
    let is_list = matches!(&list, Expr::MethodCall(call) if call.method == "clone");
    let list = if is_list { parse_quote_spanned!(list.span()=> #list.into_iter()) } else { list };
    Some(Owned { list, items })
}

/// The method that makes values of the items of an iterator.
fn copy(items: &Items, pairs: bool, at: Span) -> TokenStream {
    match items {
        Items::Value => TokenStream::new(),
        // The entries of a map are pairs of borrows.
        Items::Lent(Lent::Value) if pairs => {
            quote_spanned!(at=> .map(|(a, b)| (a.clone(), b.clone())))
        }
        Items::Lent(Lent::Slice) => quote_spanned!(at=> .map(|part| part.to_vec())),
        Items::Lent(Lent::Text) => quote_spanned!(at=> .map(|part| part.to_owned())),
        Items::Lent(_) => quote_spanned!(at=> .cloned()),
        Items::Pair(left, right) => {
            let (names, value) = pair(left, right, at, 0);
            quote_spanned!(at=> .map(|#names| #value))
        }
    }
}

/// The names of the parts of a pair, and the pair of their values.
fn pair(left: &Items, right: &Items, at: Span, depth: usize) -> (TokenStream, TokenStream) {
    let part = |items: &Items, depth: usize| {
        let name = Ident::new(&format!("part{depth}"), at);
        match items {
            Items::Value => (quote!(#name), quote!(#name)),
            Items::Lent(Lent::Slice) => (quote!(#name), quote_spanned!(at=> #name.to_vec())),
            Items::Lent(Lent::Text) => (quote!(#name), quote_spanned!(at=> #name.to_owned())),
            Items::Lent(_) => (quote!(#name), quote_spanned!(at=> #name.clone())),
            Items::Pair(left, right) => pair(left, right, at, depth),
        }
    };
    let ((a, left), (b, right)) = (part(left, 2 * depth + 1), part(right, 2 * depth + 2));
    (quote!((#a, #b)), quote_spanned!(at=> (#left, #right)))
}

impl Items {
    /// Fits a pattern to items that are kept: takes each `&` out of it, and finds the names that the code sees a borrow
    /// behind. `None` if a name is the whole of a pair of which a part is borrowed.
    pub fn fit(&self, pat: &mut Pat) -> Option<Vec<(Ident, Lent)>> {
        match (self, pat) {
            (Items::Value, _) => Some(vec![]),
            (items, Pat::Paren(inner)) => items.fit(&mut inner.pat),
            (_, Pat::Wild(_)) => Some(vec![]),
            (Items::Pair(left, right), Pat::Tuple(tuple)) if tuple.elems.len() == 2 => {
                let mut found = left.fit(&mut tuple.elems[0])?;
                found.extend(right.fit(&mut tuple.elems[1])?);
                Some(found)
            }
            (Items::Pair(..), _) => None,
            (Items::Lent(Lent::Value), pat) => {
                let owned = strip(pat);
                let names = bound(pat).into_iter().filter(|name| !owned.contains(name));
                Some(names.map(|name| (name, Lent::Value)).collect())
            }
            (Items::Lent(lent), Pat::Ident(name)) => Some(vec![(name.ident.clone(), *lent)]),
            (Items::Lent(_), _) => None,
        }
    }
}

fn is_text(of: &Expr) -> bool {
    matches!(of, Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(_), .. }))
}

/// Refuses a pattern for items that cannot be kept as it sees them.
pub fn refuse(pat: &Pat, errors: &mut Errors) {
    errors.at(
        pat,
        "a part of this is borrowed, and cannot be kept while the workflow waits",
        "take it apart: `(index, item)`; or take the list by value: `list.clone().into_iter()`",
    );
}
