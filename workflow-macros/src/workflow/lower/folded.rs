//! `for` loops in which nothing is awaited: one assignment of all that they change.

use super::Lower;
use crate::workflow::ex::Draw;
use crate::workflow::model::Stmt;
use crate::workflow::resolve::{iterated, lent, nested, targets, var};
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, ExprForLoop};

impl Lower<'_> {
    /// Lowers a loop whose turns only compute. False if it is another one.
    pub(super) fn folded(&mut self, expr: &Expr) -> bool {
        let Expr::ForLoop(turns) = expr else { return false };
        let names = targets(expr);
        if names.is_empty() || leaving(turns).is_some() {
            return false;
        }
        let (list, copy) = (iterated(turns), crate::ident::own("__list", turns.for_token.span));
        let lent = lent(&list, &names, &copy);
        let list = match &lent {
            Some(_) => None,
            None => match self.value(&list) {
                Some(list) => Some(list),
                None => return true,
            },
        };
        let mut places = vec![];
        for name in &names {
            let (what, help) = ("only a variable can be changed", "declare it: `let mut x = ..;`");
            let Some(place) = self.own_place(&syn::parse_quote!(#name), what, help) else {
                return true;
            };
            places.push(place);
        }
        let given = places.clone();
        let value = match (&lent, list) {
            (Some((copied, list)), _) => {
                self.resolver().fold_of_copy(turns, (copied, &copy, list), &names, given)
            }
            (None, Some(list)) => self.resolver().fold(turns, list, &names, given),
            (None, None) => return true,
        };
        if let [place] = &places[..] {
            self.push(Stmt::Assign { place: place.clone(), op: None, value });
            return true;
        }
        let span = turns.for_token.span;
        let next: Vec<_> = names.iter().map(|_| self.temporary("next", span)).collect();
        let idents = next.iter().map(|var| self.graph.vars[*var].ident.clone());
        let parts = idents.map(|ident| syn::parse_quote!(#ident)).collect();
        let pat = nested(parts, |parts| syn::parse_quote!((#(#parts,)*)));
        next.iter().for_each(|var| self.graph.vars[*var].writes += 1);
        self.push(Stmt::Let { pat, binds: next.clone(), ty: None, value, bound: false });
        for (place, next) in places.into_iter().zip(next) {
            self.push(Stmt::Assign { place, op: None, value: var(next, span) });
        }
        true
    }
}

impl Lower<'_> {
    /// Refuses what leaves more than its turn in a loop that waits for nothing. False if nothing does.
    pub(super) fn refuse_leaving(&mut self, turns: &ExprForLoop) -> bool {
        let Some(at) = leaving(turns) else { return false };
        if draws(turns) {
            self.errors.span(
                at,
                "a loop that awaits nothing is one expression, and cannot draw values",
                "draw once, before the loop: `let id = uuid();`, and make others of it: `format!(\"{id}-{index}\")`",
            );
            return true;
        }
        self.errors.span(
            at,
            "a loop that awaits nothing is one expression, and this would leave it",
            "look for it before: `if list.iter().any(|item| ..) { return Err(..); }`; or keep what was found in a variable, `break`, and look at it behind the loop",
        );
        true
    }
}

/// The first place in a loop at which more is done than to compute.
fn leaving(turns: &ExprForLoop) -> Option<Span> {
    effects(turns).found
}

/// True if that is to draw a value.
fn draws(turns: &ExprForLoop) -> bool {
    effects(turns).drawn
}

fn effects(turns: &ExprForLoop) -> Effects<'_> {
    let own = turns.label.as_ref().map(|label| &label.name.ident);
    let mut find = Effects { found: None, drawn: false, innermost: own };
    find.visit_block(&turns.body);
    find
}

struct Effects<'a> {
    found: Option<Span>,
    /// The first one draws a value.
    drawn: bool,
    /// The label of the innermost loop.
    innermost: Option<&'a syn::Ident>,
}

impl Effects<'_> {
    fn found(&mut self, at: Span) {
        self.found.get_or_insert(at);
    }

    fn leaves(&mut self, label: Option<&syn::Lifetime>) {
        let innermost = self.innermost;
        if let Some(label) = label.filter(|label| Some(&label.ident) != innermost) {
            self.found(label.ident.span());
        }
    }
}

impl<'e> Visit<'e> for Effects<'e> {
    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Call(call) if Draw::of(expr).is_some() => {
                self.drawn |= self.found.is_none();
                self.found(call.func.span());
            }
            Expr::Await(call) => self.found(call.await_token.span),
            Expr::Try(attempt) => self.found(attempt.question_token.span()),
            Expr::Return(back) => self.found(back.return_token.span),
            Expr::Async(block) => self.found(block.async_token.span),
            Expr::While(turns) => self.found(turns.while_token.span),
            Expr::Loop(turns) => self.found(turns.loop_token.span),
            Expr::Closure(_) => {}
            Expr::Break(leave) => self.leaves(leave.label.as_ref()),
            Expr::Continue(next) => self.leaves(next.label.as_ref()),
            Expr::ForLoop(turns) => {
                let own = turns.label.as_ref().map(|label| &label.name.ident);
                let outside = std::mem::replace(&mut self.innermost, own);
                syn::visit::visit_expr(self, expr);
                self.innermost = outside;
            }
            expr => syn::visit::visit_expr(self, expr),
        }
    }
    fn visit_item(&mut self, _: &'e syn::Item) {}
}
