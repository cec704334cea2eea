//! Borrows of places that are changed: `let best = highest.entry(key).or_insert(x);`, `if let Some(item) =
//! list.get_mut(i)`, `match map.get_mut(&key) { .. }`, `for item in &mut list`.
//!
//! Nothing in a document points into a value. So the value gets the name of the borrow, and is put back behind its last
//! use: Rust lets nobody else look at the place until then. A variable or a field is changed where it is.

mod checked;
mod ends;
mod found;
mod items;
#[cfg(test)]
mod limits;
mod looked;
mod members;
mod moved;
mod parts;
mod places;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod positions;
mod region;
mod settled;
mod substituted;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tells;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;
mod turns;

use crate::errors::Errors;
use members::Members;
use places::Alias;
use region::{captures, last_use};
use std::collections::VecDeque;
use syn::visit_mut::{VisitMut, visit_expr_mut};
use syn::{Block, Expr, ExprMatch, Stmt};

/// Writes out the borrows in a body.
pub fn written_out(body: &mut Block, errors: &mut Errors) {
    Aliases { errors, count: 0, asyncs: 0 }.block(body, false);
}

/// The same of one branch of `join!`.
pub fn branch_written_out(branch: &mut Expr, errors: &mut Errors) {
    Aliases { errors, count: 0, asyncs: 0 }.expr(branch, false);
}

struct Aliases<'e> {
    errors: &'e mut Errors,
    /// The number of names that were made.
    count: usize,
    /// The `async` blocks around: what leaves one leaves its variables as they are.
    asyncs: usize,
}

impl Aliases<'_> {
    /// A block; `unit` if its value is none.
    fn block(&mut self, block: &mut Block, unit: bool) {
        let stmts = std::mem::take(&mut block.stmts);
        block.stmts = self.stmts(stmts, unit);
    }

    /// Statements without borrows: those within others are written out first.
    fn stmts(&mut self, stmts: Vec<Stmt>, unit: bool) -> Vec<Stmt> {
        let (mut made, mut rest) = (vec![], VecDeque::from(stmts));
        while let Some(stmt) = rest.pop_front() {
            let value = matches!(stmt, Stmt::Expr(_, None)) && !unit && rest.is_empty();
            let stmt = match moved::moved(&stmt, value, &mut self.count) {
                Some(first) => {
                    first.into_iter().rev().for_each(|stmt| rest.push_front(stmt));
                    continue;
                }
                None => stmt,
            };
            let (stmt, bind) = self.members(stmt);
            bind.into_iter().rev().for_each(|stmt| rest.push_front(stmt));
            let (before, stmt, alias) = self.bound(stmt);
            made.extend(before);
            if let Some(alias) = alias {
                let after = self.stmts(rest.into(), unit);
                made.extend(stmt);
                made.extend(self.put_back(alias, after, unit));
                return made;
            }
            let unit = unit || !rest.is_empty();
            made.extend(stmt.into_iter().flat_map(|stmt| self.stmt(stmt, unit)));
        }
        made
    }

    /// `let Some((_, count)) = list.iter_mut().find(..) else { .. };` with a name for the item, and what binds its parts.
    fn members(&mut self, mut stmt: Stmt) -> (Stmt, Vec<Stmt>) {
        let mut bind = vec![];
        if let Stmt::Local(local) = &mut stmt
            && let Some(init) = local.init.as_ref().filter(|init| init.diverge.is_some())
        {
            bind = Members::of(&mut local.pat, &init.expr, &mut self.count).bind();
        }
        (stmt, bind)
    }

    /// A statement without the borrow that it binds, and what comes before it.
    fn bound(&mut self, stmt: Stmt) -> (Vec<Stmt>, Option<Stmt>, Option<Alias>) {
        let Stmt::Local(mut local) = stmt else { return (vec![], Some(stmt), None) };
        if local.init.as_ref().is_some_and(|it| it.diverge.is_some()) {
            let (before, alias) = self.or_leave(&mut local);
            local.init.iter_mut().for_each(|init| self.visit_local_init_mut(init));
            return (before, Some(Stmt::Local(local)), alias);
        }
        match Alias::of(&local, &mut self.count) {
            Some(alias) => (vec![], None, Some(alias)),
            None => (vec![], Some(Stmt::Local(local)), None),
        }
    }

    /// A statement that binds no borrow.
    fn stmt(&mut self, stmt: Stmt, unit: bool) -> Vec<Stmt> {
        match stmt {
            Stmt::Expr(Expr::ForLoop(turns), _) => self.turns(turns),
            Stmt::Expr(mut expr, semi) => {
                let mut made = self.looked(&mut expr, unit || semi.is_some());
                made.push(Stmt::Expr(expr, semi));
                made
            }
            Stmt::Local(mut local) => {
                let mut made = vec![];
                if let Some(init) = local.init.as_mut().filter(|init| init.diverge.is_none()) {
                    made = self.looked(&mut init.expr, false);
                }
                made.push(Stmt::Local(local));
                made
            }
            mut stmt => {
                self.visit_stmt_mut(&mut stmt);
                vec![stmt]
            }
        }
    }

    /// Binds the value of a place, uses it under the name of the borrow, and puts it back behind the last use.
    fn put_back(&mut self, alias: Alias, mut stmts: Vec<Stmt>, unit: bool) -> Vec<Stmt> {
        let used = last_use(&alias.used(), &stmts);
        let after = stmts.split_off(used);
        let mut alias = if captures(&alias.name, &stmts) { alias.kept() } else { alias };
        region::stays(&mut alias.bind, &stmts);
        let within = self.asyncs > 0;
        let how = (unit || !after.is_empty(), within);
        let settled = settled::settled(&alias, stmts, how, &mut self.count, self.errors);
        [alias.bind, settled, after].concat()
    }

    /// Looks into an expression; `unit` if its value is none.
    fn expr(&mut self, expr: &mut Expr, unit: bool) {
        match expr {
            Expr::If(branch) => {
                self.visit_expr_mut(&mut branch.cond);
                self.block(&mut branch.then_branch, unit);
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    self.nested(otherwise, unit);
                }
            }
            Expr::Match(choice) => self.arms(choice, unit),
            Expr::Block(block) => self.block(&mut block.block, unit),
            Expr::While(turns) => {
                self.visit_expr_mut(&mut turns.cond);
                self.block(&mut turns.body, true);
            }
            Expr::Loop(turns) => self.block(&mut turns.body, true),
            Expr::Async(block) => {
                self.asyncs += 1;
                self.block(&mut block.block, false);
                self.asyncs -= 1;
            }
            expr => visit_expr_mut(self, expr),
        }
    }

    /// A `match` that binds no borrow.
    fn arms(&mut self, choice: &mut ExprMatch, unit: bool) {
        self.visit_expr_mut(&mut choice.expr);
        for arm in &mut choice.arms {
            if let Some((_, guard)) = &mut arm.guard {
                self.visit_expr_mut(guard);
            }
            self.nested(&mut arm.body, unit);
        }
    }

    /// Code behind `else` or `=>`: a block, if statements come before it.
    fn nested(&mut self, body: &mut Expr, unit: bool) {
        if let Expr::Block(_) = body {
            return self.expr(body, unit);
        }
        let mut made = self.stmts(vec![Stmt::Expr(body.clone(), None)], unit);
        match (made.pop(), made.is_empty()) {
            (Some(Stmt::Expr(expr, _)), true) => *body = expr,
            (last, _) => {
                made.extend(last);
                *body = block(made);
            }
        }
    }
}

impl VisitMut for Aliases<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        self.expr(expr, false);
    }
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.block(block, false);
    }
    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// Statements as one expression.
fn block(stmts: Vec<Stmt>) -> Expr {
    let block = Block { brace_token: Default::default(), stmts };
    Expr::Block(syn::ExprBlock { attrs: vec![], label: None, block })
}

/// An expression that is a statement where it ends a block.
fn is_statement(expr: &Expr) -> bool {
    match expr {
        Expr::If(branch) => branch.else_branch.is_none(),
        Expr::ForLoop(_) | Expr::While(_) | Expr::Assign(_) => true,
        Expr::Binary(binary) => super::lower::is_compound(&binary.op),
        _ => false,
    }
}

/// A value that ends a block, as a statement: others follow.
fn ended(stmts: &mut [Stmt]) {
    let blocks = |expr: &Expr| {
        matches!(
            expr,
            Expr::If(_)
                | Expr::Match(_)
                | Expr::ForLoop(_)
                | Expr::While(_)
                | Expr::Loop(_)
                | Expr::Block(_)
        )
    };
    if let Some(Stmt::Expr(expr, semi)) = stmts.last_mut()
        && !blocks(expr)
    {
        semi.get_or_insert_with(Default::default);
    }
}
