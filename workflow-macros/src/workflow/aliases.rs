//! Borrows of places that are changed: `let best = highest.entry(key).or_insert(x);`, `if let Some(item) =
//! list.get_mut(i)`, `for item in &mut list`.
//!
//! Nothing in a document points into a value. So the value gets the name of the borrow, and is put back behind its last
//! use: Rust lets nobody else look at the place until then. A variable or a field is changed where it is.

mod places;
mod region;

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
        if waits(&turns.body.stmts) {
            return;
        }
        let Some((over, pat, alias)) = places::turns(&turns.pat, &turns.expr, &mut self.count)
        else {
            return;
        };
        (*turns.expr, *turns.pat) = (over, pat);
        let mut stmts = std::mem::take(&mut turns.body.stmts);
        ended(&mut stmts);
        turns.body.stmts = self.region(alias, stmts, true);
    }

    /// Binds the value of a place, uses it under the name of the borrow, and puts it back behind the last use.
    fn region(&mut self, alias: Alias, mut stmts: Vec<Stmt>, unit: bool) -> Vec<Stmt> {
        let after = stmts.split_off(last_use(&alias.name, &stmts));
        let alias = if captures(&alias.name, &stmts) { alias.kept() } else { alias };
        if waits(&stmts) {
            self.errors.at(
                &alias.name,
                format!("`{}` cannot be borrowed while the workflow waits", alias.name),
                "use it before the call, and borrow again behind it",
            );
        }
        let mut leaving = Leaving { back: &alias.back, returns: self.asyncs > 0, depth: 0 };
        let mut substituted = Substituted::of(&alias);
        stmts.iter_mut().for_each(|stmt| substituted.visit_stmt_mut(stmt));
        if !alias.back.is_empty() {
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use quote::ToTokens;

    fn rewritten(code: &str) -> (String, usize) {
        let mut body: Block = syn::parse_str(code).unwrap();
        let mut errors = Errors::default();
        written_out(&mut body, &mut errors);
        (body.to_token_stream().to_string(), errors.count())
    }

    /// The value gets the name of the borrow, and is put back behind its last use.
    #[test]
    fn a_borrow_is_a_value_that_is_put_back() {
        for (code, written) in [
            (
                "{ let b = m.entry(k).or_insert(v); if x > *b { *b = x; } m.len() }",
                "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or(v); if x > b { b = x; } m.insert(__key, b); m.len() }",
            ),
            (
                "{ let b = m.entry(k).or_default(); *b += 1; let b = n.entry(l).or_default(); *b += 2; }",
                "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or_default(); b += 1; m.insert(__key, b); let __key_2 = l; let mut b = n.__taken(&__key_2).unwrap_or_default(); b += 2; n.insert(__key_2, b); }",
            ),
            ("{ let t = &mut o.total; *t += 1; t.x = 3; o }", "{ o.total += 1; o.total.x = 3; o }"),
            (
                "{ let t = &mut o.total; *t += 1; format!(\"{t}\"); o }",
                "{ let mut t = o.total.clone(); t += 1; format!(\"{t}\"); o.total = t; o }",
            ),
            (
                "{ let t = &mut o.total; *t += 1; let n = o.len(); match n { t => *t, _ => 0 } }",
                "{ o.total += 1; let n = o.len(); match n { t => *t, _ => 0 } }",
            ),
            (
                "{ let t = &mut o.list[i + 1]; t.x += 1; o }",
                "{ let __index = i + 1; let mut t = o.list[__index].clone(); t.x += 1; o.list[__index] = t; o }",
            ),
            (
                "{ let a = &mut o.list[i]; let b = &mut a.x; *b += 1; o }",
                "{ let __index = i; let mut a = o.list[__index].clone(); a.x += 1; o.list[__index] = a; o }",
            ),
            (
                "{ let b = m.entry(k).or_insert(0); *b += 1; *b }",
                "{ let __key = k; let mut b = m.__taken(&__key).unwrap_or(0); b += 1; let __value_2 = b; m.insert(__key, b); __value_2 }",
            ),
            (
                "{ for x in xs { let b = m.entry(x).or_insert(0); if *b > 3 { continue; } *b += 1; } }",
                "{ for x in xs { let __key = x; let mut b = m.__taken(&__key).unwrap_or(0); if b > 3 { m.insert(__key, b); continue; } b += 1; m.insert(__key, b); } }",
            ),
            (
                "{ if let Some(x) = m.get_mut(&k) && x.n > 2 { x.n += 1; } }",
                "{ let __key = (k).clone(); if let Some(mut x) = m.get(&__key).cloned() && x.n > 2 { x.n += 1; m.insert(__key, x); } }",
            ),
            (
                "{ let Some(x) = l.get_mut(i) else { return 1 }; *x += 1; l.len() }",
                "{ let __index = i; let Some(mut x) = l.get(__index).cloned() else { return 1 }; x += 1; l[__index] = x; l.len() }",
            ),
            (
                "{ if let Some(x) = l.iter_mut().find(|x| x.id == id) { x.n += 1 } else if let Some(y) = &mut o.note { y.push('a'); } }",
                "{ if let Some(__index) = l.iter().position(|x| x.id == id) { let mut x = l[__index].clone(); x.n += 1; l[__index] = x; } else if let Some(mut y) = o.note.clone() { y.push('a'); o.note = Some(y); } }",
            ),
            (
                "{ for x in &mut l { *x *= 2; } }",
                "{ l = l.into_iter().map(|x| { let mut x = x; x *= 2; x }).collect::<::std::vec::Vec<_>>(); }",
            ),
            (
                "{ for x in l.iter_mut() { n += *x; *x = n; } }",
                "{ for __index in 0..l.len() { let mut x = l[__index].clone(); n += x; x = n; l[__index] = x; } }",
            ),
            (
                "{ for v in m.values_mut() { *v += n; n += 1; } }",
                "{ for __key in m.keys().cloned().collect::<::std::vec::Vec<_>>() { let mut v = m[&__key].clone(); v += n; n += 1; m.insert(__key, v); } }",
            ),
        ] {
            let written: Block = syn::parse_str(written).unwrap();
            assert_eq!(rewritten(code), (written.to_token_stream().to_string(), 0), "{code}");
        }
    }

    #[test]
    fn a_borrow_is_used_up_before_a_call() {
        for (code, mistakes) in [
            ("{ let b = m.entry(k).or_insert(0); f().await?; *b += 1; }", 1),
            ("{ let b = m.entry(k).or_insert(0); *b += f().await?; }", 1),
            ("{ let b = m.entry(k).or_insert(0); *b += 1; f().await?; }", 0),
            ("{ let b = &mut o.x; if y { f().await?; } *b += 1; }", 1),
            ("{ let b = &o.x; f().await?; }", 0),
            ("{ let b = m.entry(k).or_insert(0); *b += 1; for b in f().await? { g(b); } }", 0),
        ] {
            assert_eq!(rewritten(code).1, mistakes, "{code}");
        }
    }
}
