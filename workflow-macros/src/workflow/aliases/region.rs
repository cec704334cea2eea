//! The statements in which a borrow is used: up to where, and what leaves them.

use super::substituted::{is_captured, uses};
use crate::workflow::bound::bound;
use crate::workflow::ex::TAKEN;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, Stmt};

/// Returns how many of the statements there are up to the last one that names a borrow, or one that is made of it,
/// before its name means another thing.
pub fn last_use(names: &[Ident], stmts: &[Stmt]) -> usize {
    let (mut last, mut known) = (0, names.to_vec());
    for (index, stmt) in stmts.iter().enumerate() {
        if known.iter().any(|name| uses(name, stmt)) {
            last = index + 1;
        }
        known = made_of(&known, stmt);
    }
    last
}

/// The names of a borrow, and of borrows that are made of it, behind a statement.
pub fn made_of(names: &[Ident], stmt: &Stmt) -> Vec<Ident> {
    let mut known = names.to_vec();
    if let Stmt::Local(local) = stmt {
        let bound = bound(&local.pat);
        known.retain(|name| !bound.contains(name));
        if local.init.as_ref().is_some_and(|init| borrows(&init.expr))
            && names.iter().any(|name| uses(name, stmt))
        {
            known.extend(bound);
        }
    }
    known
}

/// True for what may be a borrow of a borrow.
fn borrows(value: &Expr) -> bool {
    const BORROWS: [&str; 13] = [
        "or_insert",
        "or_insert_with",
        "or_default",
        "get_mut",
        "last_mut",
        "first_mut",
        "back_mut",
        "front_mut",
        "find",
        "first",
        "last",
        "front",
        "back",
    ];
    match value {
        Expr::Reference(_) => true,
        Expr::MethodCall(call) => BORROWS.iter().any(|name| call.method == name),
        Expr::Paren(inner) => borrows(&inner.expr),
        _ => false,
    }
}

/// True if a text in these statements holds `{name}`.
pub fn captures(name: &Ident, stmts: &[Stmt]) -> bool {
    fn any(name: &Ident, tokens: TokenStream) -> bool {
        tokens.into_iter().any(|token| match token {
            TokenTree::Group(group) => any(name, group.stream()),
            TokenTree::Literal(text) => is_captured(name, &text.to_string()),
            _ => false,
        })
    }
    stmts.iter().any(|stmt| any(name, stmt.to_token_stream()))
}

/// True if statements wait.
pub fn waits(stmts: &[Stmt]) -> bool {
    struct Waits(bool);
    impl<'e> Visit<'e> for Waits {
        fn visit_expr_await(&mut self, _: &'e syn::ExprAwait) {
            self.0 = true;
        }
        fn visit_item(&mut self, _: &'e syn::Item) {}
    }
    let mut find = Waits(false);
    stmts.iter().for_each(|stmt| find.visit_stmt(stmt));
    find.0
}

/// True if a block leaves its turn, or more.
pub fn leaves(block: &Block) -> bool {
    struct Leaves(bool);
    impl<'e> Visit<'e> for Leaves {
        fn visit_expr(&mut self, expr: &'e Expr) {
            self.0 |=
                matches!(expr, Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) | Expr::Try(_));
            if !matches!(expr, Expr::Closure(_)) {
                syn::visit::visit_expr(self, expr);
            }
        }
    }
    let mut find = Leaves(false);
    find.visit_block(block);
    find.0
}

/// Leaves the value of an entry in its map, as the document does, where the statements that use it are several states: the
/// map is saved in between.
pub fn stays(bind: &mut [Stmt], used: &[Stmt]) {
    struct Stays;
    impl VisitMut for Stays {
        fn visit_expr_mut(&mut self, expr: &mut Expr) {
            syn::visit_mut::visit_expr_mut(self, expr);
            if let Expr::MethodCall(call) = expr
                && call.method == TAKEN
            {
                let (map, key, at) = (&call.receiver, &call.args, call.method.span());
                *expr = syn::parse_quote_spanned!(at=> #map.get(#key).cloned());
            }
        }
    }
    let block = Block { brace_token: Default::default(), stmts: used.to_vec() };
    if waits(used) || leaves(&block) {
        bind.iter_mut().for_each(|stmt| Stays.visit_stmt_mut(stmt));
    }
}

/// Puts a value back before each way that leaves the statements in which it is used.
pub struct Leaving<'a> {
    pub back: &'a [Stmt],
    /// `return` as well: what it leaves is an `async` block.
    pub returns: bool,
    /// Loops within.
    pub depth: usize,
    /// In place of `break`, of the loop itself alone.
    pub instead: bool,
}

impl Leaving<'_> {
    fn leaves(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Break(leave) if self.instead => self.depth == 0 && leave.label.is_none(),
            _ if self.instead => false,
            Expr::Break(leave) => self.depth == 0 || leave.label.is_some(),
            Expr::Continue(next) => self.depth == 0 || next.label.is_some(),
            Expr::Return(_) => self.returns,
            _ => false,
        }
    }

    pub fn stmts(&mut self, stmts: &mut Vec<Stmt>) {
        let mut made = Vec::with_capacity(stmts.len());
        for mut stmt in stmts.drain(..) {
            match &stmt {
                Stmt::Expr(expr, _) if self.leaves(expr) => {
                    made.extend_from_slice(self.back);
                    if self.instead {
                        continue;
                    }
                }
                _ => self.visit_stmt_mut(&mut stmt),
            }
            made.push(stmt);
        }
        *stmts = made;
    }

    fn turns(&mut self, body: &mut Block) {
        self.depth += 1;
        self.stmts(&mut body.stmts);
        self.depth -= 1;
    }
}

impl VisitMut for Leaving<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        self.stmts(&mut block.stmts);
    }
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Closure(_) => {}
            Expr::ForLoop(turns) => self.turns(&mut turns.body),
            Expr::While(turns) => self.turns(&mut turns.body),
            Expr::Loop(turns) => self.turns(&mut turns.body),
            expr if self.leaves(expr) => {
                let back = self.back;
                *expr = match self.instead {
                    true => syn::parse_quote!({ #(#back)* }),
                    false => syn::parse_quote!({ #(#back)* #expr }),
                };
            }
            expr => syn::visit_mut::visit_expr_mut(self, expr),
        }
    }
}
