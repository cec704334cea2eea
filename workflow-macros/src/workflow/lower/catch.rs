//! `match` on the outcome of a call: catchers.

use super::branch::{Arm, Body, Join};
use super::handler::{Caught, handed_on};
use super::side::{Side, opens, side, takes_all};
use super::{Dest, Lower};
use crate::workflow::env::Binding;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::phrase::refutable;
use syn::spanned::Spanned;
use syn::{Expr, Pat};

impl Lower<'_> {
    pub(super) fn outcome_match(&mut self, call: &syn::ExprAwait, arms: &[syn::Arm], dest: Dest) {
        if !arms.iter().any(|arm| opens(&arm.pat)) {
            return self.unopened(call);
        }
        let mistakes = self.errors.count();
        let sides: Vec<_> = arms.iter().map(|arm| (side(&arm.pat), arm)).collect();
        let (mut fine, mut failed) = (vec![], vec![]);
        for (side, arm) in &sides {
            let guard = arm.guard.as_ref().map(|(_, guard)| &**guard);
            match side {
                Some(Side::Ok(pat)) => fine.push((pat, guard, Body::Expr(&arm.body))),
                Some(Side::Err(pat)) => failed.push((pat, guard, Body::Expr(&arm.body))),
                None => self.errors.at(
                    &arm.pat,
                    "the `Result` of a call is matched by `Ok(..)` and `Err(..)`",
                    "name both: `Ok(value) => .., Err(error) => ..`",
                ),
            }
        }
        if fine.is_empty() && mistakes != self.errors.count() {
            return;
        }
        self.outcome(call, &fine, &failed, dest);
    }

    /// No pattern speaks of a `Result`: what is matched is meant to be the value in it.
    fn unopened(&mut self, call: &syn::ExprAwait) {
        if self.refuse_foreign(&call.base) {
            return;
        }
        self.errors.at(
            call.await_token,
            "an awaited call is a `Result`, so its patterns are `Ok(..)` and `Err(..)`",
            "for the value alone write `.await?`; to handle failures write arms `Ok(value)` and `Err(error)`",
        );
        self.errors.echo();
    }

    /// `if let Ok(x) = call.await { .. } else { .. }`, `if let Err(error) = call.await && guard { .. }`
    pub(super) fn if_let_outcome(
        &mut self,
        pat: &Pat,
        (call, guard): (&syn::ExprAwait, Option<&Expr>),
        then: &syn::Block,
        otherwise: &Expr,
        dest: Dest,
    ) {
        let (any, then): (Pat, _) = (syn::parse_quote!(_), Body::Block(then));
        let rest = (&any, None, Body::Expr(otherwise));
        match side(pat) {
            Some(Side::Ok(pat)) if guard.is_some() || refutable(&pat) => {
                self.with_rest(otherwise, dest, |this, rest| {
                    this.outcome(call, &[(&pat, guard, then), rest], &[rest], dest);
                });
            }
            Some(Side::Ok(pat)) => self.outcome(call, &[(&pat, None, then)], &[rest], dest),
            Some(Side::Err(pat)) if guard.is_some() || !takes_all(&pat) => {
                self.with_rest(otherwise, dest, |this, rest| {
                    this.outcome(call, &[rest], &[(&pat, guard, then), rest], dest);
                });
            }
            Some(Side::Err(pat)) => self.outcome(call, &[rest], &[(&pat, None, then)], dest),
            None if !opens(pat) => self.unopened(call),
            None => self.errors.at(
                pat,
                "the `Result` of a call is matched by `Ok(..)` and `Err(..)`",
                "use `match` with an arm for each: `Ok(..)`, `Err(Enum::Variant ..)`, `Err(other)`",
            ),
        }
    }

    /// Lowers a choice in which several arms lead to the same `else`, and the `else`, once.
    fn with_rest(&mut self, otherwise: &Expr, dest: Dest, choose: impl FnOnce(&mut Self, Arm<'_>)) {
        let (any, rest) = (syn::parse_quote!(_), self.graph.block(self.scope));
        let mut join = Join::new(self);
        choose(self, (&any, None, Body::At(rest)));
        if let Some(here) = self.here.take() {
            join.arm(self, here, |_| {});
        }
        join.arm(self, rest, |this| this.into(otherwise, dest));
        join.end(self);
    }

    /// `let Ok(x) = call.await else { .. };`
    pub(super) fn let_else_outcome(&mut self, pat: &Pat, call: &syn::ExprAwait, otherwise: &Expr) {
        let inner = match side(pat) {
            Some(Side::Ok(inner)) => inner,
            None if !opens(pat) => return self.unopened(call),
            _ => {
                return self.errors.at(
                    pat,
                    "`let .. else` takes the `Result` of a call by `Ok(..)`",
                    "write `let Ok(value) = call.await else { .. };`",
                );
            }
        };
        let inner = &inner;
        self.hint = super::hint(inner);
        let any = syn::parse_quote!(_);
        let failed = [(&any, None, Body::Expr(otherwise))];
        let Some(Caught { value, arms, .. }) = self.caught(call, &[inner], &failed, None) else {
            return;
        };
        let fine = self.here;
        for (block, scope) in arms {
            self.env.put(scope);
            self.here = block;
            self.into(otherwise, Dest::Drop);
            self.diverges(otherwise);
            self.env.pop();
        }
        self.here = fine;
        if !refutable(inner) {
            return self.bind_value(inner, value);
        }
        let value = self.kept(value);
        let name = crate::workflow::titles::fit(&call.base, inner);
        self.value_let_else(value, inner, otherwise, name, pat.span());
    }

    fn outcome(&mut self, call: &syn::ExprAwait, fine: &[Arm<'_>], failed: &[Arm<'_>], dest: Dest) {
        if fine.is_empty() {
            self.errors.at(
                call.await_token,
                "the match has no arm for `Ok(..)`",
                "add `Ok(value) => ..`",
            );
            return self.errors.echo();
        }
        if let ([(pat, None, _)], Some(_)) = (fine, &self.hint) {
            // `let payment = match charge(..).await { Ok(payment) => payment, .. }`
            self.hint = self.hint.take().or_else(|| super::hint(pat));
        } else if let [(pat, None, _)] = fine {
            self.hint = super::hint(pat);
        }
        let pats: Vec<&Pat> = fine.iter().map(|(pat, ..)| *pat).collect();
        let Some(mut caught) = self.caught(call, &pats, failed, handed_on(fine, dest)) else {
            return;
        };
        let mut join = Join::new(self);
        self.fine(&caught, fine, dest, &mut join);
        for (index, ((.., body), (block, scope))) in failed.iter().zip(caught.arms).enumerate() {
            let (first, later) = caught.asked.into_iter().partition(|asked| asked.first == index);
            caught.asked = later;
            Vec::into_iter(first).for_each(|asked| self.enter_asked(asked));
            let Some(block) = block else { continue };
            self.env.put(scope);
            let outer = std::mem::replace(&mut self.failing, caught.name.clone());
            join.arm(self, block, |this| this.body(*body, dest));
            self.failing = outer;
            self.env.pop();
        }
        join.end(self);
    }

    /// Binds what came out. What is in a variable has the name of the pattern already.
    fn bind_value(&mut self, pat: &Pat, value: Ex) {
        match (&value.kind, pat) {
            (ExKind::Var(var), Pat::Ident(name)) if takes_all(pat) => {
                self.env.bind(&name.ident, Binding::Var(*var));
            }
            _ => self.bind_let(pat, None, value),
        }
    }

    /// A value in a variable.
    fn kept(&mut self, value: Ex) -> Ex {
        if let ExKind::Var(_) = value.kind {
            return value;
        }
        let (temporary, span) = (self.temporary("outcome", value.span), value.span);
        self.set(temporary, value);
        crate::workflow::resolve::var(temporary, span)
    }

    fn fine(&mut self, caught: &Caught, arms: &[Arm<'_>], dest: Dest, join: &mut Join) {
        let Some(ok) = self.here else { return };
        let value = caught.value.clone();
        if let Some(var) = handed_on(arms, dest) {
            // `let payment = match charge(..).await { Ok(payment) => payment, .. }`: one variable.
            if !matches!(value.kind, ExKind::Var(_)) {
                self.set(var, value);
            }
            return join.arm(self, ok, |_| {});
        }
        if let [(pat, None, body)] = arms {
            self.env.push();
            self.bind_value(pat, value);
            join.arm(self, ok, |this| this.body(*body, dest));
            return self.env.pop();
        }
        let name = caught.name.as_deref().unwrap_or("value");
        let (value, span) = (self.kept(value), caught.value.span);
        self.value_match(value, span, arms, dest, format!("Which {name}?"));
        if self.here.is_some() {
            let here = self.here.take().unwrap_or(ok);
            join.arm(self, here, |_| {});
        }
    }
}
