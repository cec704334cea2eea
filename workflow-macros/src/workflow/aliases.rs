//! Borrows of places that are changed: `let best = highest.entry(key).or_insert(x);`, `if let Some(item) =
//! list.get_mut(i)`, `for item in &mut list`.
//!
//! Nothing in a document points into a value. So the value gets the name of the borrow, and is put back behind its last
//! use: Rust lets nobody else look at the place until then. A variable or a field is changed where it is.

mod checked;
mod places;
mod region;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests;

use crate::errors::Errors;
use places::{Alias, Found};
use region::{Leaving, Substituted, captures, last_use, waits};
use syn::visit_mut::{VisitMut, visit_expr_mut};
use syn::{Block, Expr, Pat, Stmt, parse_quote};

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
        let mut todo = std::mem::take(&mut block.stmts);
        let mut at = 0;
        while at < todo.len() {
            let after = todo.split_off(at + 1);
            let Some(stmt) = todo.pop() else { return };
            let made = self.stmt(stmt, after, unit);
            at += 1;
            todo.extend(made);
        }
        let last = todo.len().saturating_sub(1);
        for (index, stmt) in todo.iter_mut().enumerate() {
            match stmt {
                Stmt::Expr(expr, semi) => self.expr(expr, semi.is_some() || index < last || unit),
                stmt => self.visit_stmt_mut(stmt),
            }
        }
        block.stmts = todo;
    }

    /// A statement and what comes after it, without the borrow that it makes.
    fn stmt(&mut self, stmt: Stmt, after: Vec<Stmt>, unit: bool) -> Vec<Stmt> {
        match stmt {
            Stmt::Local(mut local) => {
                let alias = match local.init.as_ref().is_some_and(|it| it.diverge.is_some()) {
                    true => self.or_leave(&mut local),
                    false => Alias::of(&local, &mut self.count),
                };
                match alias {
                    Some(alias) => self.region(alias, after, unit),
                    None => [vec![Stmt::Local(local)], after].concat(),
                }
            }
            Stmt::Expr(Expr::If(mut branch), semi) => {
                let mut made =
                    self.tested(&mut branch, unit || semi.is_some() || !after.is_empty());
                made.push(Stmt::Expr(Expr::If(branch), semi));
                [made, after].concat()
            }
            Stmt::Expr(Expr::ForLoop(mut turns), semi) => {
                let mut made = vec![];
                match self.mapped(&turns) {
                    Some(mapped) => made.push(mapped),
                    None => {
                        self.counted(&mut turns);
                        made.push(Stmt::Expr(Expr::ForLoop(turns), semi));
                    }
                }
                [made, after].concat()
            }
            stmt => [vec![stmt], after].concat(),
        }
    }

    /// `let Some(item) = list.get_mut(i) else { .. };`
    fn or_leave(&mut self, local: &mut syn::Local) -> Option<Alias> {
        let init = local.init.as_mut()?;
        let found = Found::of(&local.pat, &init.expr, &mut self.count)?;
        (*init.expr, local.pat) = (found.read, found.pat);
        let mut bind = found.before;
        bind.push(Stmt::Local(local.clone()));
        bind.extend(found.bind);
        Some(Alias { bind, ..found.alias })
    }

    /// `if let Some(item) = list.get_mut(i) { .. }`: returns what comes before it.
    fn tested(&mut self, branch: &mut syn::ExprIf, unit: bool) -> Vec<Stmt> {
        let (test, mut guard) = match &mut *branch.cond {
            Expr::Let(test) => (test, None),
            Expr::Binary(both) if matches!(both.op, syn::BinOp::And(_)) => {
                let Expr::Let(test) = &mut *both.left else { return vec![] };
                (test, Some(&mut *both.right))
            }
            _ => return vec![],
        };
        let Some(found) = Found::of(&test.pat, &test.expr, &mut self.count) else { return vec![] };
        if guard.is_some() && !found.bind.is_empty() {
            return vec![];
        }
        (*test.expr, *test.pat) = (found.read, found.pat);
        if let Some(guard) = &mut guard {
            Substituted::of(&found.alias).visit_expr_mut(guard);
        }
        let then = std::mem::take(&mut branch.then_branch.stmts);
        let alias = Alias { bind: found.bind, ..found.alias };
        branch.then_branch.stmts = self.region(alias, then, unit);
        found.before
    }

    /// `for item in &mut list { .. }` that changes its items alone: a map.
    fn mapped(&mut self, turns: &syn::ExprForLoop) -> Option<Stmt> {
        let (list, Pat::Ident(name), None) =
            (places::items(&turns.expr)?, &*turns.pat, &turns.label)
        else {
            return None;
        };
        let body =
            Expr::Block(syn::ExprBlock { attrs: vec![], label: None, block: turns.body.clone() });
        let changed = super::resolve::targets(&body);
        let alone = changed.iter().all(|it| *it == name.ident);
        if !alone || region::leaves(&turns.body) || waits(&turns.body.stmts) {
            return None;
        }
        // What is bound anew under its name is no item.
        if super::bound::bound_in(&turns.body).contains(&name.ident) {
            return None;
        }
        let alias = Alias::named(&name.ident);
        let name = &alias.name;
        let mut stmts = turns.body.stmts.clone();
        let mut substituted = Substituted::of(&alias);
        stmts.iter_mut().for_each(|stmt| substituted.visit_stmt_mut(stmt));
        ended(&mut stmts);
        Some(parse_quote! {
            #list = #list.into_iter().map(|#name| { let mut #name = #name; #(#stmts)* #name }).collect::<::std::vec::Vec<_>>();
        })
    }

    /// Another one: a loop over the positions.
    fn counted(&mut self, turns: &mut syn::ExprForLoop) {
        let Some((over, pat, alias)) = places::turns(&turns.pat, &turns.expr, &mut self.count)
        else {
            return;
        };
        if waits(&turns.body.stmts) {
            self.errors.at(
                &turns.expr,
                "a loop that awaits keeps its list from state to state, and cannot borrow it",
                "go through the positions: `for i in 0..list.len() { .. list[i] .. }`",
            );
            self.errors.echo();
        }
        (*turns.expr, *turns.pat) = (over, pat);
        let mut stmts = std::mem::take(&mut turns.body.stmts);
        ended(&mut stmts);
        let used = last_use(&alias.name, &stmts);
        turns.body.stmts = self.put_back(alias, stmts, used, true);
    }

    /// The statements in which a borrow is used, and those behind.
    fn region(&mut self, alias: Alias, stmts: Vec<Stmt>, unit: bool) -> Vec<Stmt> {
        let used = last_use(&alias.name, &stmts);
        if waits(&stmts[..used]) {
            self.errors.at(
                &alias.name,
                format!("`{}` cannot be borrowed while the workflow waits", alias.name),
                "use it before the call, and borrow again behind it",
            );
        }
        self.put_back(alias, stmts, used, unit)
    }

    /// Binds the value of a place, uses it under the name of the borrow, and puts it back behind the last use.
    fn put_back(
        &mut self,
        alias: Alias,
        mut stmts: Vec<Stmt>,
        used: usize,
        unit: bool,
    ) -> Vec<Stmt> {
        let after = stmts.split_off(used);
        let alias = if captures(&alias.name, &stmts) { alias.kept() } else { alias };
        let mistakes = self.errors.count();
        checked::check(&alias, &stmts, self.asyncs > 0, self.errors);
        let refused = mistakes < self.errors.count();
        let mut leaving = Leaving { back: &alias.back, returns: self.asyncs > 0, depth: 0 };
        let mut substituted = Substituted::of(&alias);
        stmts.iter_mut().for_each(|stmt| substituted.visit_stmt_mut(stmt));
        if !alias.back.is_empty() && !refused {
            leaving.stmts(&mut stmts);
        }
        let mut made = alias.bind;
        let value = match stmts.last() {
            Some(Stmt::Expr(expr, None)) if after.is_empty() && !unit => !is_statement(expr),
            _ => false,
        };
        match value.then(|| stmts.pop()).flatten() {
            Some(Stmt::Expr(value, _)) if !alias.back.is_empty() => {
                let name = places::fresh("__value", &mut self.count, &value);
                made.extend(stmts);
                made.push(parse_quote!(let #name = #value;));
                made.extend(alias.back);
                made.push(Stmt::Expr(parse_quote!(#name), None));
            }
            last => {
                stmts.extend(last);
                if !value {
                    ended(&mut stmts);
                }
                made.extend(stmts);
                made.extend(alias.back);
            }
        }
        [made, after].concat()
    }

    /// Looks into an expression; `unit` if its value is none.
    fn expr(&mut self, expr: &mut Expr, unit: bool) {
        match expr {
            Expr::If(branch) => {
                self.visit_expr_mut(&mut branch.cond);
                self.block(&mut branch.then_branch, unit);
                if let Some((_, otherwise)) = &mut branch.else_branch {
                    self.otherwise(otherwise, unit);
                }
            }
            Expr::Match(choice) => {
                self.visit_expr_mut(&mut choice.expr);
                choice.arms.iter_mut().for_each(|arm| self.expr(&mut arm.body, unit));
            }
            Expr::Block(block) => self.block(&mut block.block, unit),
            Expr::ForLoop(turns) => self.block(&mut turns.body, true),
            Expr::While(turns) => self.block(&mut turns.body, true),
            Expr::Loop(turns) => self.block(&mut turns.body, true),
            Expr::Async(block) => {
                self.asyncs += 1;
                self.block(&mut block.block, false);
                self.asyncs -= 1;
            }
            expr => visit_expr_mut(self, expr),
        }
    }

    /// `else if let Some(item) = list.get_mut(i) { .. }`
    fn otherwise(&mut self, otherwise: &mut Expr, unit: bool) {
        if let Expr::If(branch) = otherwise {
            let before = self.tested(branch, unit);
            if !before.is_empty() {
                *otherwise = parse_quote!({ #(#before)* #otherwise });
            }
        }
        self.expr(otherwise, unit);
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
