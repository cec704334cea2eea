//! The statements in which a borrow is used, with its value put back where it is used no more: behind the last statement
//! that names it, or in the branches of that statement, where these use the place itself.

use super::checked::Check;
use super::places::{Alias, fresh};
use super::region::{Leaving, last_use, made_of};
use super::substituted::{self, Substituted};
use crate::errors::Errors;
use crate::workflow::bound::bound;
use syn::visit_mut::VisitMut;
use syn::{Arm, Block, Expr, Ident, Pat, Stmt, UnOp, parse_quote};

/// Returns the statements without the borrow; `unit` if their value is none.
pub fn settled(
    alias: &Alias,
    stmts: Vec<Stmt>,
    (unit, within): (bool, bool),
    count: &mut usize,
    errors: &mut Errors,
) -> Vec<Stmt> {
    let mut settle = Settle {
        alias,
        names: alias.used(),
        within,
        count,
        early: alias.early(),
        sunk: false,
        check: Check::new(alias, within),
    };
    let made = settle.stmts(stmts, false, unit);
    settle.check.tell_all(errors);
    made
}

struct Settle<'a> {
    alias: &'a Alias,
    /// The names of the borrow, and of borrows that are made of it.
    names: Vec<Ident>,
    /// In an `async` block.
    within: bool,
    count: &'a mut usize,
    /// Puts the value back, which other ways use.
    early: Vec<Stmt>,
    /// In a branch.
    sunk: bool,
    check: Check<'a>,
}

impl Settle<'_> {
    /// Statements, behind which the borrow lives on, or its value has been put back.
    fn stmts(&mut self, mut stmts: Vec<Stmt>, lives: bool, unit: bool) -> Vec<Stmt> {
        let used = if lives { stmts.len() } else { last_use(&self.names, &stmts) };
        let after = stmts.split_off(used);
        let outside = self.names.clone();
        let last = if lives { None } else { stmts.pop() };
        let mut made = vec![];
        for stmt in stmts {
            let names = made_of(&self.names, &stmt);
            made.extend(self.stmt(stmt, true, true));
            self.names = names;
        }
        match last {
            Some(last) => made.extend(self.last(last, unit || !after.is_empty())),
            None if !lives => made.extend(self.back()),
            None => {}
        }
        self.names = outside;
        made.extend(after);
        made
    }

    /// The last statement that uses the borrow.
    fn last(&mut self, last: Stmt, unit: bool) -> Vec<Stmt> {
        let value = match &last {
            Stmt::Expr(expr, None) => !unit && !super::is_statement(expr),
            _ => false,
        };
        if self.sinks(&last) {
            return self.stmt(last, false, !value);
        }
        let ends = diverges(std::slice::from_ref(&last));
        if let (Stmt::Expr(expr, _), true) = (&last, value && !ends) {
            self.check.kept(expr);
        }
        let mut made = self.stmt(last, true, !value);
        if ends {
            return made;
        }
        match value.then(|| made.pop()).flatten() {
            Some(Stmt::Expr(value, _)) if !self.alias.back.is_empty() => {
                let name = fresh("__value", self.count, &value);
                made.push(parse_quote!(let #name = #value;));
                made.extend(self.back());
                made.push(Stmt::Expr(parse_quote!(#name), None));
            }
            last => {
                made.extend(last);
                if !value {
                    super::ended(&mut made);
                }
                made.extend(self.back());
            }
        }
        made
    }

    /// A statement in which the borrow is alive, up to its end or up to the end of each branch.
    fn stmt(&mut self, stmt: Stmt, lives: bool, unit: bool) -> Vec<Stmt> {
        if lives && !self.sinks(&stmt) {
            return self.alive(stmt);
        }
        let outside = self.sunk;
        let stmt = match stmt {
            Stmt::Expr(mut expr, semi) => {
                self.branches(&mut expr, lives, unit || semi.is_some());
                Stmt::Expr(expr, semi)
            }
            Stmt::Local(mut local) => {
                if let Some(init) = &mut local.init {
                    self.branches(&mut init.expr, lives, false);
                }
                self.check.pat(&local.pat);
                Stmt::Local(local)
            }
            stmt => stmt,
        };
        self.sunk = outside;
        vec![stmt]
    }

    /// A statement before which and behind which the borrow is alive.
    fn alive(&mut self, stmt: Stmt) -> Vec<Stmt> {
        self.check.stmt(&stmt);
        let mut made = vec![stmt];
        for stmt in &mut made {
            Substituted::each(self.alias, |it| it.visit_stmt_mut(stmt));
        }
        if !self.alias.back.is_empty() {
            self.leaving().stmts(&mut made);
        }
        made
    }

    /// True if the value is put back in the branches of a statement: they use the place.
    fn sinks(&self, stmt: &Stmt) -> bool {
        let branches = match stmt {
            Stmt::Expr(expr, _) => expr,
            Stmt::Local(local) => match &local.init {
                Some(init) if init.diverge.is_none() => &init.expr,
                _ => return false,
            },
            _ => return false,
        };
        let branched = match branches {
            Expr::If(_) | Expr::Match(_) => true,
            Expr::Block(block) => block.label.is_none(),
            _ => false,
        };
        branched && !self.alias.back.is_empty() && self.check.touches(branches)
    }

    fn branches(&mut self, expr: &mut Expr, lives: bool, unit: bool) {
        self.sunk = true;
        match expr {
            Expr::If(branch) => {
                self.tested(&mut branch.cond);
                self.block(&mut branch.then_branch, lives, unit);
                match &mut branch.else_branch {
                    Some((_, otherwise)) => self.branches(otherwise, lives, unit),
                    None if lives => {}
                    None => {
                        let back = self.back();
                        let back: Expr = parse_quote!({ #(#back)* });
                        branch.else_branch = Some((Default::default(), Box::new(back)));
                    }
                }
            }
            Expr::Match(choice) => {
                let on = choice.expr.clone();
                self.asked(&mut choice.expr);
                choice.arms.iter_mut().for_each(|arm| self.arm(arm, &on, lives, unit));
            }
            Expr::Block(block) if block.label.is_none() => {
                self.block(&mut block.block, lives, unit);
            }
            other => self.asked(other),
        }
    }

    fn arm(&mut self, arm: &mut Arm, on: &Expr, lives: bool, unit: bool) {
        self.check.pat(&arm.pat);
        self.binds(&arm.pat, on);
        if let Some((_, guard)) = &mut arm.guard {
            self.asked(guard);
        }
        let mut block = match &mut *arm.body {
            Expr::Block(body) if body.label.is_none() => body.block.clone(),
            body => Block {
                brace_token: Default::default(),
                stmts: vec![Stmt::Expr(body.clone(), None)],
            },
        };
        self.block(&mut block, lives, unit);
        *arm.body = Expr::Block(syn::ExprBlock { attrs: vec![], label: None, block });
    }

    fn block(&mut self, block: &mut Block, lives: bool, unit: bool) {
        let stmts = std::mem::take(&mut block.stmts);
        // One that uses the place, where the borrow lives on behind it, must not come there.
        let leaves = lives && self.check.uses_place(&stmts) && diverges(&stmts);
        block.stmts = self.stmts(stmts, lives && !leaves, unit);
    }

    /// A condition, and what it binds.
    fn tested(&mut self, cond: &mut Expr) {
        match cond {
            Expr::Let(test) => {
                self.check.pat(&test.pat);
                self.binds(&test.pat, &test.expr);
                self.asked(&mut test.expr);
            }
            Expr::Binary(both) if matches!(both.op, syn::BinOp::And(_)) => {
                self.tested(&mut both.left);
                self.tested(&mut both.right);
            }
            cond => self.asked(cond),
        }
    }

    /// An expression before the branches: it uses the borrow, and not the place.
    fn asked(&mut self, expr: &mut Expr) {
        self.check.expr(expr);
        Substituted::each(self.alias, |it| it.visit_expr_mut(expr));
        self.leaving().visit_expr_mut(expr);
    }

    fn back(&self) -> Vec<Stmt> {
        if self.sunk { self.early.clone() } else { self.alias.back.clone() }
    }

    fn leaving(&self) -> Leaving<'_> {
        Leaving { back: &self.early, returns: self.within, depth: 0, instead: false }
    }

    /// Refuses a pattern that binds parts of the borrow itself: what it changes in the branch would come too late.
    fn binds(&mut self, pat: &Pat, on: &Expr) {
        let copied = match on {
            Expr::Unary(of) => matches!(of.op, UnOp::Deref(_)),
            Expr::Lit(_) | Expr::Binary(_) => true,
            Expr::MethodCall(call) => call.method == "clone" || call.method == "cloned",
            _ => false,
        };
        let names = bound(pat);
        let parts = !copied && names.iter().any(|name| !is_constant(name));
        if parts && self.names.iter().any(|name| substituted::names(name, quote::quote!(#on))) {
            self.check.part(pat);
        }
    }
}

/// True for a name that is a constant or a variant, as Rust writes them.
pub fn is_constant(name: &Ident) -> bool {
    name.to_string().starts_with(char::is_uppercase)
}

/// True if statements end with what leaves.
fn diverges(stmts: &[Stmt]) -> bool {
    fn leaves(expr: &Expr) -> bool {
        match expr {
            Expr::Return(_) | Expr::Break(_) | Expr::Continue(_) => true,
            Expr::If(branch) => {
                let otherwise = branch.else_branch.as_ref();
                diverges(&branch.then_branch.stmts) && otherwise.is_some_and(|(_, it)| leaves(it))
            }
            Expr::Match(choice) => choice.arms.iter().all(|arm| leaves(&arm.body)),
            Expr::Block(block) => block.label.is_none() && diverges(&block.block.stmts),
            _ => false,
        }
    }
    matches!(stmts.last(), Some(Stmt::Expr(expr, _)) if leaves(expr))
}
