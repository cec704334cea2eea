//! Branches and blocks that are values: `if`, `match`, and what stands in braces.

use super::{Resolver, typed};
use crate::workflow::ex::{Ex, ExArm, ExKind, tested};
use crate::workflow::lower::taken_first;
use syn::spanned::Spanned;
use syn::{Expr, Pat, Stmt};

impl Resolver<'_> {
    pub(super) fn branch(&mut self, branch: &syn::ExprIf) -> ExKind {
        if let Some((test, guard)) = tested(&branch.cond) {
            return self.if_let(branch, test, guard.as_ref());
        }
        let condition = Box::new(self.value(&branch.cond));
        let then = self.block(&branch.then_branch);
        let then = Box::new(Ex::new(then, branch.then_branch.span()));
        let otherwise = match &branch.else_branch {
            Some((_, otherwise)) => self.boxed(otherwise),
            None => Box::new(Ex::new(ExKind::Unit, branch.span())),
        };
        ExKind::If(condition, then, otherwise)
    }

    /// `if let` is a `match` of two arms.
    pub(super) fn if_let(
        &mut self,
        branch: &syn::ExprIf,
        test: &syn::ExprLet,
        guard: Option<&Expr>,
    ) -> ExKind {
        let on = Box::new(self.value(&test.expr));
        self.env.push();
        let pat = self.local_pat(&test.pat);
        let guard = guard.map(|guard| self.value(guard));
        let then = self.block(&branch.then_branch);
        self.env.pop();
        let otherwise = match &branch.else_branch {
            Some((_, otherwise)) => self.expr(otherwise),
            None => Ex::new(ExKind::Unit, branch.span()),
        };
        let then = ExArm { pat, guard, value: Ex::new(then, branch.then_branch.span()) };
        ExKind::Match(
            on,
            vec![then, ExArm { pat: syn::parse_quote!(_), guard: None, value: otherwise }],
        )
    }

    pub(super) fn choice(&mut self, choice: &syn::ExprMatch) -> ExKind {
        let on = Box::new(self.value(&choice.expr));
        let arms = choice.arms.iter().map(|arm| self.arm(arm)).collect();
        ExKind::Match(on, arms)
    }

    pub(super) fn arm(&mut self, arm: &syn::Arm) -> ExArm {
        self.env.push();
        let pat = self.local_pat(&arm.pat);
        let guard = arm.guard.as_ref().map(|(_, guard)| self.value(guard));
        let value = self.expr(&arm.body);
        self.env.pop();
        ExArm { pat, guard, value }
    }

    pub(super) fn block(&mut self, block: &syn::Block) -> ExKind {
        self.env.push();
        let mut lets = vec![];
        let mut tail = None;
        let stmts: Vec<Stmt> = block
            .stmts
            .iter()
            .flat_map(|stmt| taken_first(stmt).unwrap_or_else(|| vec![stmt.clone()]))
            .collect();
        let last = stmts.len().saturating_sub(1);
        for (at, stmt) in stmts.iter().enumerate() {
            match stmt {
                Stmt::Local(local) => lets.extend(self.local(local)),
                Stmt::Expr(expr, None) if at == last && !matches!(expr, Expr::ForLoop(_)) => {
                    tail = Some(self.expr(expr));
                }
                other => self.statement(other, &mut lets),
            }
        }
        self.env.pop();
        let tail = tail.unwrap_or_else(|| Ex::new(ExKind::Unit, block.span()));
        if lets.is_empty() {
            ExKind::Paren(Box::new(tail))
        } else {
            ExKind::Block(lets, Box::new(tail))
        }
    }

    /// A statement where only a value counts: what is wrong in it says more than that it is one.
    pub(super) fn idle(&mut self, stmt: &Stmt) {
        let mistakes = self.errors.count();
        match stmt {
            Stmt::Expr(turns @ (Expr::While(_) | Expr::Loop(_)), _) => self.errors.at(
                turns,
                "a loop whose turns nothing counts is no expression",
                "go through a list or a range: `for x in list { .. }`",
            ),
            Stmt::Expr(Expr::ForLoop(turns), _) => self.errors.at(
                turns.for_token,
                "a loop that changes nothing",
                "change a variable in it, or remove it",
            ),
            Stmt::Expr(expr, _) => drop(self.expr(expr)),
            Stmt::Macro(stmt) => drop(self.macro_call(&stmt.mac)),
            _ => {}
        }
        if mistakes == self.errors.count() {
            self.errors.at(
                stmt,
                "this statement has no effect here",
                "remove it, or move it into a task",
            );
        }
    }

    pub(super) fn local(&mut self, local: &syn::Local) -> Option<(Pat, Option<syn::Type>, Ex)> {
        let Some(init) = &local.init else {
            self.errors.at(local, "a variable without a value", "give it a value: `let x = ..;`");
            return None;
        };
        if let Some((otherwise, _)) = &init.diverge {
            self.errors.at(otherwise, "`else` is not possible here", "use `if let` or `match`");
        }
        let value = self.value(&init.expr);
        let (pat, ty) = typed(&local.pat);
        Some((self.local_pat(pat), ty.cloned(), value))
    }
}
