//! Borrows of what may be there: `if let Some(item) = list.get_mut(i)`, `let .. else`, `match map.get_mut(&key)`.

use super::Aliases;
use super::found::Found;
use super::members::Members;
use super::parts::Parts;
use super::places::{Alias, optional};
use super::substituted::Substituted;
use crate::workflow::bound::bound;
use syn::visit_mut::VisitMut;
use syn::{Arm, Expr, ExprIf, ExprMatch, Ident, Pat, Stmt, parse_quote};

impl Aliases<'_> {
    /// An expression that is a statement or its value: returns what comes before it.
    pub(super) fn looked(&mut self, expr: &mut Expr, unit: bool) -> Vec<Stmt> {
        match expr {
            Expr::If(branch) => {
                let before = self.tested(branch, unit);
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    self.nested(otherwise, unit);
                }
                before
            }
            Expr::Match(choice) => self.matched(choice, unit),
            Expr::Assign(assign) => self.looked(&mut assign.right, false),
            expr => {
                self.expr(expr, unit);
                vec![]
            }
        }
    }

    /// `let Some(item) = list.get_mut(i) else { .. };`
    pub(super) fn or_leave(&mut self, local: &mut syn::Local) -> (Vec<Stmt>, Option<Alias>) {
        let Some(init) = local.init.as_mut() else { return (vec![], None) };
        let Some(found) = Found::of(&local.pat, &init.expr, &mut self.count) else {
            return (vec![], None);
        };
        (*init.expr, local.pat) = (found.read, found.pat);
        (found.before, Some(Alias { bind: found.bind, ..found.alias }))
    }

    /// `if let Some(item) = list.get_mut(i) { .. }` without what is behind `else`.
    fn tested(&mut self, branch: &mut ExprIf, unit: bool) -> Vec<Stmt> {
        let then = std::mem::take(&mut branch.then_branch.stmts);
        let then = [self.apart(&mut branch.cond), then].concat();
        let mut then = self.stmts(then, unit);
        let found = self.test(&mut branch.cond, &then);
        if let Some((before, alias)) = found {
            branch.then_branch.stmts = self.put_back(alias, then, unit);
            return before;
        }
        std::mem::swap(&mut branch.then_branch.stmts, &mut then);
        self.visit_expr_mut(&mut branch.cond);
        vec![]
    }

    /// Returns the statements that bind the parts of what a condition finds.
    fn apart(&mut self, cond: &mut Expr) -> Vec<Stmt> {
        let (test, guard) = match cond {
            Expr::Let(test) => (test, None),
            Expr::Binary(both) if matches!(both.op, syn::BinOp::And(_)) => {
                let Expr::Let(test) = &mut *both.left else { return vec![] };
                (test, Some(&mut *both.right))
            }
            _ => return vec![],
        };
        let members = Members::of(&mut test.pat, &test.expr, &mut self.count);
        guard.into_iter().for_each(|guard| members.guard(guard));
        members.bind()
    }

    /// The borrow in a condition, which is rewritten.
    fn test(&mut self, cond: &mut Expr, then: &[Stmt]) -> Option<(Vec<Stmt>, Alias)> {
        let (test, guard) = match cond {
            Expr::Let(test) => (test, None),
            Expr::Binary(both) if matches!(both.op, syn::BinOp::And(_)) => {
                let Expr::Let(test) = &mut *both.left else { return None };
                (test, Some(&mut *both.right))
            }
            _ => return None,
        };
        let found = self.found(&test.pat, &test.expr, then)?;
        (*test.expr, *test.pat) = (found.read, found.pat);
        if let Some(guard) = guard {
            guarded(&found.alias, &found.seen, guard);
            self.visit_expr_mut(guard);
        }
        Some((found.before, Alias { bind: found.bind, ..found.alias }))
    }

    /// The borrow of a pattern: of the whole value in an option, or of parts.
    fn found(&mut self, pat: &Pat, on: &Expr, body: &[Stmt]) -> Option<Found> {
        let Some(place) = optional(on) else { return Found::of(pat, on, &mut self.count) };
        let parts = Parts::of(pat, place, body)?;
        let (found, out) = parts.found(&mut self.count)?;
        if let Some(at) = out {
            self.errors.span(
                at,
                "a pattern whose parts change must name every part: the value is rebuilt from them",
                "name them all: `Kind::Card { number, limit }`; or `_` for each: `Kind::Card { number: _, limit }`",
            );
        }
        Some(found)
    }

    /// `match map.get_mut(&key) { Some(value) => .., None => .. }`, `match &mut order.kind { .. }`.
    fn matched(&mut self, choice: &mut ExprMatch, unit: bool) -> Vec<Stmt> {
        for arm in &mut choice.arms {
            let members = Members::of(&mut arm.pat, &choice.expr, &mut self.count);
            let bind = members.bind();
            if bind.is_empty() {
                continue;
            }
            arm.guard.iter_mut().for_each(|(_, guard)| members.guard(guard));
            let body = &arm.body;
            *arm.body = parse_quote!({ #(#bind)* #body });
        }
        let (on, start) = (choice.expr.clone(), self.count);
        let mut most = start;
        let mut before = None;
        let known = choice.arms.iter().all(|arm| {
            let mut count = start;
            let found = Found::of(&arm.pat, &on, &mut count).is_some();
            most = most.max(count);
            found || optional(&on).is_some() || binds(&arm.pat).is_empty()
        });
        let borrows = choice.arms.iter().any(|arm| {
            let some = Found::of(&arm.pat, &on, &mut start.clone()).is_some();
            some || (optional(&on).is_some() && !binds(&arm.pat).is_empty())
        });
        if !known || !borrows {
            self.arms(choice, unit);
            return vec![];
        }
        self.count = most;
        for arm in &mut choice.arms {
            if let Some(found) = self.arm(arm, &on, start, unit) {
                (*choice.expr, before) = (found.1, Some(found.0));
            }
        }
        before.unwrap_or_default()
    }

    /// An arm that may bind a borrow: returns what comes before the `match`, and what is matched.
    fn arm(
        &mut self,
        arm: &mut Arm,
        on: &Expr,
        start: usize,
        unit: bool,
    ) -> Option<(Vec<Stmt>, Expr)> {
        if binds(&arm.pat).is_empty() {
            self.nested(&mut arm.body, unit);
            return None;
        }
        let body = match &*arm.body {
            Expr::Block(body) if body.label.is_none() => body.block.stmts.clone(),
            body => vec![Stmt::Expr(body.clone(), None)],
        };
        let body = self.stmts(body, unit);
        let most = std::mem::replace(&mut self.count, start);
        let found = self.found(&arm.pat, on, &body);
        self.count = self.count.max(most);
        let found = found?;
        arm.pat = found.pat;
        if let Some((_, guard)) = &mut arm.guard {
            guarded(&found.alias, &found.seen, guard);
        }
        let alias = Alias { bind: found.bind, ..found.alias };
        *arm.body = super::block(self.put_back(alias, body, unit));
        Some((found.before, found.read))
    }
}

/// Writes what stands for the borrow into a guard.
fn guarded(alias: &Alias, seen: &Expr, guard: &mut Expr) {
    let seen = Alias { to: seen.clone(), also: alias.also.clone(), ..Alias::named(&alias.name) };
    Substituted::each(&seen, |it| it.visit_expr_mut(guard));
}

/// The variables that a pattern binds.
fn binds(pat: &Pat) -> Vec<Ident> {
    bound(pat).into_iter().filter(|name| !super::settled::is_constant(name)).collect()
}
