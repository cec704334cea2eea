//! Loops over what changes: `for item in &mut list`, `for (key, value) in map.iter_mut()`, `for value in map.values_mut()`.

use super::ends::{Breaks, left, noted, tries};
use super::items::{Mapped, mapped, pairs};
use super::places::{self, Alias, fresh};
use super::region::waits;
use super::{Aliases, ended};
use crate::workflow::ex::GATHERED;
use crate::workflow::resolve::targets;
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;
use syn::{Expr, ExprForLoop, Ident, Stmt, parse_quote_spanned};

impl Aliases<'_> {
    /// A loop, whatever it goes over.
    pub(super) fn turns(&mut self, mut turns: ExprForLoop) -> Vec<Stmt> {
        self.visit_expr_mut(&mut turns.expr);
        self.block(&mut turns.body, true);
        if let Some(mapped) = mapped(&turns, &mut self.count) {
            return vec![mapped];
        }
        let waits = waits(&turns.body.stmts);
        let pairs = pairs(&turns);
        let known = if waits { None } else { Mapped::of(&turns, &mut self.count) };
        if let Some(made) = known.filter(|made| self.rebuilds(&turns, made)) {
            return self.rebuilt(turns, made);
        }
        if let Some((over, pat, alias)) = places::turns(&turns.pat, &turns.expr, &mut self.count) {
            (*turns.expr, *turns.pat) = (over, pat);
            let mut stmts = std::mem::take(&mut turns.body.stmts);
            ended(&mut stmts);
            turns.body.stmts = self.put_back(alias, stmts, true);
            return vec![Stmt::Expr(Expr::ForLoop(turns), None)];
        }
        let Some((place, key, value)) = pairs else {
            return vec![Stmt::Expr(Expr::ForLoop(turns), None)];
        };
        if let Some(at) = left(&turns.body, self.asyncs > 0, Breaks::Leave) {
            self.errors.span(
                at,
                "a loop that changes pairs cannot be left early: the macro cannot tell a map from a list of pairs",
                "write `for value in map.values_mut()` for a map, `for pair in list.iter_mut() { .. pair.1 .. }` for a list",
            );
        }
        let made = Mapped::of_pairs(&turns, place, (&key, &value), &mut self.count);
        self.rebuilt(turns, made)
    }

    /// True if the value that a loop without a call goes over can be built anew of what its turns leave.
    fn rebuilds(&self, turns: &ExprForLoop, made: &Mapped) -> bool {
        let counts = |name: &Ident| targets(&super::block(turns.body.stmts.clone())).contains(name);
        turns.label.is_none()
            && left(&turns.body, self.asyncs > 0, Breaks::Stay).is_none()
            && !(self.asyncs > 0 && tries(&turns.body))
            && !made.others.iter().any(counts)
    }

    /// A loop over items that change: the value is built anew of them. What is behind a `break` stays as it is.
    fn rebuilt(&mut self, mut turns: ExprForLoop, made: Mapped) -> Vec<Stmt> {
        let at = turns.expr.span();
        let all = fresh("__all", &mut self.count, &turns.expr);
        let breaks = left(&turns.body, false, Breaks::Leave).is_some();
        let done = breaks.then(|| fresh("__done", &mut self.count, &turns.expr));
        let mut stmts = std::mem::take(&mut turns.body.stmts);
        ended(&mut stmts);
        let (place, gives) = (made.place.clone(), &made.gives);
        let alias = Alias {
            also: made.names[1..].to_vec(),
            bind: made.before.clone(),
            back: vec![parse_quote_spanned!(at=> #all.push(#gives);)],
            place: Some(place.clone()),
            others: made.others.clone(),
            ..Alias::named(&made.names[0])
        };
        // Each item is kept, whatever uses it.
        let mut stmts = self.put_back(alias, stmts, true);
        ended(&mut stmts);
        turns.body.stmts = stmts;
        let mut before: Vec<Stmt> =
            vec![parse_quote_spanned!(at=> let mut #all = ::std::vec::Vec::new();)];
        if let Some(done) = &done {
            noted(&mut turns.body.stmts, done);
            let same = &made.same;
            let rest = parse_quote_spanned!(at=> if #done { #all.push(#same); continue; });
            turns.body.stmts.insert(0, rest);
            before.push(parse_quote_spanned!(at=> let mut #done = false;));
        }
        (*turns.expr, *turns.pat) = (made.copied(at), made.takes);
        let gathered = Ident::new(GATHERED, at);
        before.push(Stmt::Expr(Expr::ForLoop(turns), None));
        before.push(parse_quote_spanned!(at=> #place.#gathered(#all);));
        before
    }
}
