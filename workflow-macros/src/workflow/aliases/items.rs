//! The items of a list or a map that a loop changes, and what each of them is bound to.

use super::checked::Check;
use super::ended;
use super::places::{self, Alias, KEY, PART, fresh, parenless};
use super::region::waits;
use super::substituted::Substituted;
use crate::workflow::bound::bound_in;
use crate::workflow::ex::GATHERED;
use crate::workflow::resolve::targets;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, ExprForLoop, Ident, Pat, Stmt, parse_quote, parse_quote_spanned};

/// Items as a `map` goes over them.
pub(super) struct Mapped {
    /// The list or map that gives the items, and is made anew of them.
    pub(super) place: Expr,
    /// The items are numbered.
    pub(super) counted: bool,
    /// The parts of the closure: its parameter, statements before, and value.
    pub(super) takes: Pat,
    pub(super) before: Vec<Stmt>,
    pub(super) gives: Expr,
    /// The item as it was.
    pub(super) same: Expr,
    /// The names of what changes.
    pub(super) names: Vec<Ident>,
    /// Other names that are bound.
    pub(super) others: Vec<Ident>,
}

/// A pattern of two.
struct Pair {
    takes: Pat,
    before: Vec<Stmt>,
    gives: Expr,
    same: Expr,
    /// The names of what changes: one at least.
    names: Vec<Ident>,
    others: Vec<Ident>,
}

impl Pair {
    fn of(key: &Pat, value: &Pat, body: &Block, count: &mut usize) -> Self {
        let changed = targets(&Expr::Block(syn::ExprBlock {
            attrs: vec![],
            label: None,
            block: body.clone(),
        }));
        let (mut before, mut names, mut others, mut parts) = (vec![], vec![], vec![], vec![]);
        for pat in [key, value] {
            let given = fresh(PART, count, pat);
            match pat {
                Pat::Ident(name) if changed.contains(&name.ident) => {
                    let name = &name.ident;
                    before.push(parse_quote!(let mut #name = #given;));
                    names.push(name.clone());
                    parts.push((given, name.clone()));
                }
                Pat::Ident(name) => {
                    let name = &name.ident;
                    before.push(parse_quote!(let #name = &#given;));
                    others.push(name.clone());
                    parts.push((given.clone(), given));
                }
                _ => parts.push((given.clone(), given)),
            }
        }
        if names.is_empty() {
            names.extend(others.first().cloned().or_else(|| parts.first().map(|it| it.0.clone())));
        }
        let (taken, gives): (Vec<_>, Vec<_>) = parts.into_iter().unzip();
        Pair {
            takes: parse_quote!((#(#taken),*)),
            before,
            gives: parse_quote!((#(#gives),*)),
            same: parse_quote!((#(#taken),*)),
            names,
            others,
        }
    }
}

/// The place, and both patterns, of `for (key, value) in &mut place`.
pub(super) fn pairs(turns: &ExprForLoop) -> Option<(Expr, Pat, Pat)> {
    let Pat::Tuple(both) = &*turns.pat else { return None };
    let place = places::items(&turns.expr)?;
    let simple = |pat: &Pat| match pat {
        Pat::Ident(name) => name.by_ref.is_none() && name.subpat.is_none(),
        pat => matches!(pat, Pat::Wild(_)),
    };
    match (both.elems.first(), both.elems.last()) {
        (Some(key), Some(value)) if both.elems.len() == 2 && simple(key) && simple(value) => {
            Some((place, key.clone(), value.clone()))
        }
        _ => None,
    }
}

/// A loop that changes its items alone, as a `map`.
pub(super) fn mapped(turns: &ExprForLoop, count: &mut usize) -> Option<Stmt> {
    let made = Mapped::of(turns, count).filter(|_| turns.label.is_none())?;
    let body = super::block(turns.body.stmts.clone());
    let own = |name: &Ident| made.names.contains(name);
    if !targets(&body).iter().all(own) || super::region::leaves(&turns.body) {
        return None;
    }
    // What is bound anew under its name is no item.
    let anew = bound_in(&turns.body);
    let bound = made.names.iter().chain(&made.others).any(|name| anew.contains(name));
    let keeps = made.names.iter().any(|name| Check::keeps(name, &turns.body.stmts));
    if bound || keeps || waits(&turns.body.stmts) {
        return None;
    }
    let mut stmts = turns.body.stmts.clone();
    for name in &made.names {
        Substituted::each(&Alias::named(name), |it| {
            stmts.iter_mut().for_each(|stmt| it.visit_stmt_mut(stmt));
        });
    }
    ended(&mut stmts);
    let items = made.items();
    let Mapped { place, takes, before, gives, .. } = made;
    let gathered = Ident::new(GATHERED, place.span());
    Some(parse_quote! {
        #place.#gathered(#items.map(|#takes| { #(#before)* #(#stmts)* #gives }));
    })
}

impl Mapped {
    /// The items of a value.
    fn items(&self) -> Expr {
        let place = &self.place;
        match self.counted {
            true => parse_quote!(#place.into_iter().enumerate()),
            false => parse_quote!(#place.into_iter()),
        }
    }

    /// The items of a copy of the value.
    pub(super) fn copied(&self, at: proc_macro2::Span) -> Expr {
        let place = &self.place;
        match self.counted {
            true => parse_quote_spanned!(at=> #place.clone().into_iter().enumerate()),
            false => parse_quote_spanned!(at=> #place.clone()),
        }
    }

    pub(super) fn of_pairs(
        turns: &ExprForLoop,
        place: Expr,
        (key, value): (&Pat, &Pat),
        count: &mut usize,
    ) -> Self {
        let pair = Pair::of(key, value, &turns.body, count);
        Mapped {
            counted: false,
            takes: pair.takes,
            before: pair.before,
            gives: pair.gives,
            same: pair.same,
            names: pair.names,
            others: pair.others,
            place,
        }
    }

    pub(super) fn of(turns: &ExprForLoop, count: &mut usize) -> Option<Self> {
        if let (Some(place), Pat::Ident(name)) = (places::items(&turns.expr), &*turns.pat) {
            let name = &name.ident;
            return Some(Mapped {
                counted: false,
                takes: parse_quote!(#name),
                before: vec![parse_quote!(let mut #name = #name;)],
                gives: parse_quote!(#name),
                same: parse_quote!(#name),
                names: vec![name.clone()],
                others: vec![],
                place,
            });
        }
        if let Some((place, key, value)) = pairs(turns) {
            return Some(Self::of_pairs(turns, place, (&key, &value), count));
        }
        let Expr::MethodCall(call) = parenless(&turns.expr) else { return None };
        match (&*turns.pat, &*call.method.to_string()) {
            (Pat::Tuple(both), "enumerate") if both.elems.len() == 2 => {
                let place = places::items(&call.receiver)?;
                let (index @ (Pat::Ident(_) | Pat::Wild(_)), Pat::Ident(name)) =
                    (&both.elems[0], &both.elems[1])
                else {
                    return None;
                };
                let name = &name.ident;
                Some(Mapped {
                    counted: true,
                    takes: parse_quote!((#index, #name)),
                    before: vec![parse_quote!(let mut #name = #name;)],
                    gives: parse_quote!(#name),
                    same: parse_quote!(#name),
                    names: vec![name.clone()],
                    others: crate::workflow::bound::bound(index),
                    place,
                })
            }
            (Pat::Ident(name), "values_mut") if places::is_place(&call.receiver) => {
                let (place, name) = (parenless(&call.receiver).clone(), &name.ident);
                let key = fresh(KEY, count, call);
                Some(Mapped {
                    counted: false,
                    takes: parse_quote!((#key, #name)),
                    before: vec![parse_quote!(let mut #name = #name;)],
                    gives: parse_quote!((#key, #name)),
                    same: parse_quote!((#key, #name)),
                    names: vec![name.clone()],
                    others: vec![],
                    place,
                })
            }
            _ => None,
        }
    }
}
