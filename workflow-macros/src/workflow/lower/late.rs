//! Values that come later: `let x;`, of which each way has an assignment, and `(a, b) = (b, a + b);`.

use super::{Dest, Lower};
use crate::workflow::env::Binding;
use crate::workflow::liveness::Liveness;
use crate::workflow::model::VarKind;
use crate::workflow::resolve::typed;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat, Stmt};

impl Lower<'_> {
    /// `let x;`: a variable that code behind it gives its value.
    pub(super) fn declared(&mut self, pat: &Pat) {
        let (pat, ty) = typed(pat);
        match pat {
            Pat::Ident(name) => {
                let mutable = name.mutability.is_some();
                let var = self.var(&name.ident, VarKind::Local, ty.cloned(), mutable);
                self.late.push(var);
                self.env.bind(&name.ident, Binding::Var(var));
            }
            Pat::Tuple(names) if ty.is_none() => {
                names.elems.iter().for_each(|name| self.declared(name));
            }
            other => self.errors.at(
                other,
                "a variable without a value",
                "declare each for itself: `let x;`",
            ),
        }
    }

    /// `x = value;` of a variable that was declared without one, and assignments to several places.
    pub(super) fn assigned_late(&mut self, left: &Expr, right: &Expr) -> bool {
        if let Expr::Path(path) = left
            && let Some(name) = path.path.get_ident()
            && let Some(Binding::Var(var)) = self.env.get(name)
            && self.late.contains(var)
        {
            let var = *var;
            if self.owned(var, left) {
                let hint = self.hint.replace(crate::ident::text(name));
                self.given_late(var, right);
                self.hint = hint;
            }
            return true;
        }
        let Some(places) = places(left) else { return false };
        self.env.push();
        let mut named = vec![];
        let pat = self.received(&places, &mut named);
        let statement: Stmt = syn::parse_quote_spanned!(left.span()=> let #pat = #right;);
        self.stmt(&statement);
        for (place, name) in named {
            if self.here.is_some() {
                self.assign(&place, None, &syn::parse_quote!(#name));
            }
        }
        self.env.pop();
        true
    }

    fn given_late(&mut self, var: usize, right: &Expr) {
        if self.branches(right) {
            return self.into(right, Dest::Var(var));
        }
        if let Some(value) = Self::draw(right).or_else(|| self.direct(right)) {
            self.set(var, value);
        }
    }

    /// The pattern that takes the values apart, with a name for each place.
    fn received(&mut self, places: &Places, named: &mut Vec<(Expr, Ident)>) -> Pat {
        match places {
            Places::None => syn::parse_quote!(_),
            Places::Rest => syn::parse_quote!(..),
            Places::One(place) => {
                let name = self.env.fresh("next", place.span());
                named.push((place.clone(), name.clone()));
                syn::parse_quote!(#name)
            }
            Places::All(all) => {
                let all = all.iter().map(|places| self.received(places, named));
                let all: Vec<_> = all.collect();
                syn::parse_quote!((#(#all,)*))
            }
        }
    }

    /// Leaves to rustc a variable that is read before every way has given it a value.
    pub(super) fn check_late(&mut self) {
        if self.late.is_empty() || !self.errors.is_empty() {
            return;
        }
        let live = Liveness::new(&self.graph);
        if self.late.iter().any(|var| live.read_unset(&self.graph, *var)) {
            self.errors.leave_to_rustc();
        }
    }
}

/// The left side of an assignment to several places.
enum Places {
    None,
    Rest,
    One(Expr),
    All(Vec<Places>),
}

/// The places of `(a, _, b.c)`.
fn places(left: &Expr) -> Option<Places> {
    match left {
        Expr::Tuple(tuple) => Some(Places::All(tuple.elems.iter().map(part).collect())),
        Expr::Infer(_) => Some(Places::None),
        Expr::Paren(paren) => places(&paren.expr),
        _ => None,
    }
}

fn part(left: &Expr) -> Places {
    match left {
        Expr::Range(rest) if rest.start.is_none() && rest.end.is_none() => Places::Rest,
        other => places(other).unwrap_or_else(|| Places::One(other.clone())),
    }
}
