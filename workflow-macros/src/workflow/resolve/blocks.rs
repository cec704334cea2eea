//! Branches and blocks that are values: `if`, `match`, and what stands in braces.

use super::{Resolver, typed};
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::later;
use crate::workflow::lower::taken_first;
use syn::spanned::Spanned;
use syn::{Expr, Pat, Stmt};

impl Resolver<'_> {
    pub(super) fn branch(&mut self, branch: &syn::ExprIf) -> ExKind {
        let then =
            |this: &mut Self| Ex::new(this.block(&branch.then_branch), branch.then_branch.span());
        let otherwise = |this: &mut Self| match &branch.else_branch {
            Some((_, otherwise)) => this.expr(otherwise),
            None => Ex::new(ExKind::Unit, branch.span()),
        };
        self.either(branch, then, otherwise)
    }

    /// A `match`, with what its ways come to.
    pub(super) fn choice(
        &mut self,
        choice: &syn::ExprMatch,
        mut way: impl FnMut(&mut Self, &Expr) -> Ex,
    ) -> ExKind {
        let on = Box::new(self.value(&choice.expr));
        let arms = choice.arms.iter().map(|arm| self.armed(arm, |this| way(this, &arm.body)));
        ExKind::Match(on, arms.collect())
    }

    pub(super) fn block(&mut self, block: &syn::Block) -> ExKind {
        self.env.push();
        let mut lets = vec![];
        let mut tail = None;
        let mut stmts: Vec<Stmt> = block
            .stmts
            .iter()
            .flat_map(|stmt| taken_first(stmt).unwrap_or_else(|| vec![stmt.clone()]))
            .collect();
        later::given(&mut stmts);
        let last = stmts.len().saturating_sub(1);
        for (at, stmt) in stmts.iter().enumerate() {
            match stmt {
                Stmt::Local(local) => lets.extend(self.locals(local)),
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
                "a `while` or `loop` cannot be an expression: nothing limits its turns",
                "go through a list or a range: `for x in list { .. }`",
            ),
            Stmt::Expr(Expr::ForLoop(turns), _) => self.errors.at(
                turns.for_token,
                "a loop that changes nothing",
                "change a variable in it, or remove it",
            ),
            Stmt::Expr(expr, _) => drop(self.expr(expr)),
            Stmt::Macro(stmt) => drop(self.macro_call(&stmt.mac)),
            Stmt::Item(item) => self.errors.at(
                item,
                "a function or type cannot be declared in an expression",
                "move it out of the function",
            ),
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
            self.errors.at(
                local,
                "a variable without a value",
                "give it a value: `let x = ..;`; or let each way of one `if` or `match` give it one: `if .. { x = 1; } else { x = 2; }`",
            );
            return None;
        };
        if let Some((otherwise, _)) = &init.diverge {
            self.errors.at(otherwise, "`else` is not possible here", "use `if let` or `match`");
        }
        let (pat, ty) = typed(&local.pat);
        if let (Pat::Ident(name), Expr::Closure(closure)) = (pat, &*init.expr)
            && closure.asyncness.is_none()
        {
            self.bind_function(name, closure);
            return None;
        }
        let value = self.value(&init.expr);
        let value = self.inferred(value);
        Some((self.local_pat(pat), ty.cloned(), value))
    }
}
