//! Places that may be there, and what is matched instead of them.

use super::places::{Alias, fresh, is_place, items, optional, parenless};
use crate::workflow::ex::PUT;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprMethodCall, Ident, Pat, Stmt, parse_quote, parse_quote_spanned};

/// A place that may be there: `let Some(name) = list.get_mut(index)`.
pub struct Found {
    pub before: Vec<Stmt>,
    /// The value that is matched instead, and its pattern.
    pub read: Expr,
    pub pat: Pat,
    /// Binds the name, where the pattern does not: it binds the position.
    pub bind: Vec<Stmt>,
    pub index: Option<Ident>,
    /// The value in a guard.
    pub seen: Expr,
    pub alias: Alias,
}

impl Found {
    pub fn of(pat: &Pat, on: &Expr, count: &mut usize) -> Option<Self> {
        let Pat::TupleStruct(some) = pat else { return None };
        let (Some(Pat::Ident(name)), 1) = (some.elems.first(), some.elems.len()) else {
            return None;
        };
        let (path, name) = (&some.path, &name.ident);
        if super::settled::is_constant(name) {
            return None;
        }
        if let Some(place) = optional(on) {
            let pat = parse_quote!(#path(mut #name));
            let (read, back) = (parse_quote!(#place.clone()), parse_quote!(#place = #path(#name);));
            let place = Some(place.clone());
            let alias = Alias { back: vec![back], place, ..Alias::named(name) };
            let (before, bind, seen) = (vec![], vec![], parse_quote!(#name));
            return Some(Found { before, read, pat, bind, index: None, seen, alias });
        }
        match on {
            Expr::MethodCall(call) => Self::of_call(path, name, call, count),
            _ => None,
        }
    }

    fn of_call(
        path: &syn::Path,
        name: &Ident,
        call: &ExprMethodCall,
        count: &mut usize,
    ) -> Option<Self> {
        let (list, at) = (&call.receiver, call.method.span());
        let args: Vec<&Expr> = call.args.iter().collect();
        let (mut before, mut bind, mut position) = (vec![], vec![], None);
        let (mut pat, mut seen): (Pat, Expr) =
            (parse_quote!(#path(mut #name)), parse_quote!(#name));
        let (read, back): (Expr, Vec<Stmt>) = match (&*call.method.to_string(), &args[..]) {
            ("get_mut", [Expr::Reference(key)]) => {
                let (given, key) = (&key.expr, fresh("__key", count, call));
                before.push(parse_quote_spanned!(at=> let #key = (#given).clone();));
                (
                    parse_quote_spanned!(at=> #list.get(&#key).cloned()),
                    vec![parse_quote_spanned!(at=> #list.insert(#key, #name);)],
                )
            }
            ("get_mut", [key @ Expr::Lit(text)]) if matches!(text.lit, syn::Lit::Str(_)) => (
                parse_quote_spanned!(at=> #list.get(#key).cloned()),
                vec![parse_quote_spanned!(at=> #list.insert(#key.to_owned(), #name);)],
            ),
            ("get_mut", [given]) => {
                let index = fresh("__index", count, call);
                before.push(parse_quote_spanned!(at=> let #index = #given;));
                let put = Ident::new(PUT, at);
                (
                    parse_quote_spanned!(at=> #list.get(#index).cloned()),
                    vec![parse_quote_spanned!(at=> #list.#put(#index, #name);)],
                )
            }
            ("last_mut" | "back_mut" | "first_mut" | "front_mut", []) => at_end(name, call, count),
            ("find", [fits]) => {
                let (list, index) = (items(list)?, fresh("__index", count, call));
                let fits = seen_once(fits);
                (pat, seen) = (parse_quote!(#path(#index)), parse_quote!(#list[#index]));
                position = Some(index.clone());
                bind.push(parse_quote_spanned!(at=> let mut #name = #list[#index].clone();));
                (
                    parse_quote_spanned!(at=> #list.iter().position(#fits)),
                    vec![parse_quote_spanned!(at=> #list[#index] = #name;)],
                )
            }
            _ => return None,
        };
        let known = call.method == "find" || is_place(list);
        let place = items(list).unwrap_or_else(|| parenless(list).clone());
        known.then(|| Found {
            before,
            read,
            pat,
            bind,
            index: position,
            seen,
            alias: Alias { back, place: Some(place), ..Alias::named(name) },
        })
    }
}

/// The item at an end of a list, and what puts it back.
fn at_end(name: &Ident, call: &ExprMethodCall, count: &mut usize) -> (Expr, Vec<Stmt>) {
    let (list, method, at) = (&call.receiver, call.method.to_string(), call.method.span());
    let end = Ident::new(method.trim_end_matches("_mut"), at);
    let read = parse_quote_spanned!(at=> #list.#end().cloned());
    if matches!(&*method, "first_mut" | "front_mut") {
        return (read, vec![parse_quote_spanned!(at=> #list[0] = #name;)]);
    }
    let index = fresh("__last", count, call);
    let position = parse_quote_spanned!(at=> let #index = #list.len() - 1;);
    (read, vec![position, parse_quote_spanned!(at=> #list[#index] = #name;)])
}

/// The closure of `iter_mut().find(..)`, for items that are seen by one reference less: `**item` is `*item`.
fn seen_once(fits: &Expr) -> Expr {
    struct Once<'a>(&'a Ident);
    impl VisitMut for Once<'_> {
        fn visit_expr_mut(&mut self, expr: &mut Expr) {
            let derefs = |expr: &Expr| match expr {
                Expr::Unary(of) if matches!(of.op, syn::UnOp::Deref(_)) => Some((*of.expr).clone()),
                _ => None,
            };
            let item = derefs(expr).and_then(|once| Some((derefs(&once)?, once)));
            match item {
                Some((Expr::Path(of), once)) if of.path.is_ident(self.0) => *expr = once,
                _ => syn::visit_mut::visit_expr_mut(self, expr),
            }
        }
    }
    let mut fits = fits.clone();
    if let Expr::Closure(closure) = &mut fits
        && let Some(Pat::Ident(item)) = closure.inputs.first()
    {
        let item = item.ident.clone();
        Once(&item).visit_expr_mut(&mut closure.body);
    }
    fits
}

impl Alias {
    /// `let name = list.last_mut().unwrap();`
    pub fn of_found(name: &Ident, call: &ExprMethodCall, count: &mut usize) -> Option<Self> {
        if call.method != "unwrap" && call.method != "expect" {
            return None;
        }
        let found = Found::of(&parse_quote!(Some(#name)), &call.receiver, count)?;
        let (method, args, at) = (&call.method, &call.args, call.method.span());
        let (read, mut bind) = (&found.read, found.before);
        let bound = match &found.index {
            Some(index) => quote::quote!(#index),
            None => quote::quote!(mut #name),
        };
        bind.push(parse_quote_spanned!(at=> let #bound = #read.#method(#args);));
        bind.extend(found.bind);
        Some(Alias { bind, ..found.alias })
    }
}
