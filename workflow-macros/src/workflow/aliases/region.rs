//! The statements in which a borrow is used: up to where, what leaves them, and what stands for the borrow in them.

use super::places::Alias;
use crate::workflow::bound::bound;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::visit::Visit;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, Pat, Stmt, Token};

/// Returns how many of the statements there are up to the last one that names a borrow, or one that is made of it,
/// before its name means another thing.
pub fn last_use(name: &Ident, stmts: &[Stmt]) -> usize {
    let (mut last, mut known) = (0, vec![name.clone()]);
    for (index, stmt) in stmts.iter().enumerate() {
        let used = known.iter().any(|name| uses(name, stmt));
        if used {
            last = index + 1;
        }
        if let Stmt::Local(local) = stmt {
            let bound = bound(&local.pat);
            known.retain(|name| !bound.contains(name));
            if used && local.init.as_ref().is_some_and(|init| borrows(&init.expr)) {
                known.extend(bound);
            }
        }
    }
    last
}

/// True for what may be a borrow of a borrow.
fn borrows(value: &Expr) -> bool {
    const BORROWS: [&str; 11] = [
        "or_insert",
        "or_insert_with",
        "or_default",
        "get_mut",
        "last_mut",
        "first_mut",
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

/// True if a statement names a borrow, and means it.
fn uses(name: &Ident, stmt: &Stmt) -> bool {
    let to = syn::parse_quote!(#name);
    let mut find = Substituted { name, to: &to, hidden: 0, found: false };
    find.visit_stmt_mut(&mut stmt.clone());
    find.found
}

/// True if tokens name it, in the texts of `format!` as well.
pub fn names(name: &Ident, tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => names(name, group.stream()),
        TokenTree::Literal(text) => is_captured(name, &text.to_string()),
        TokenTree::Punct(_) => false,
    })
}

/// True if a text holds `{name}`.
fn is_captured(name: &Ident, text: &str) -> bool {
    text.contains(&format!("{{{name}}}")) || text.contains(&format!("{{{name}:"))
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

/// Puts a value back before each way that leaves the statements in which it is used.
pub struct Leaving<'a> {
    pub back: &'a [Stmt],
    /// `return` as well: what it leaves is an `async` block.
    pub returns: bool,
    /// Loops within.
    pub depth: usize,
}

impl Leaving<'_> {
    fn leaves(&self, expr: &Expr) -> bool {
        match expr {
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
                Stmt::Expr(expr, _) if self.leaves(expr) => made.extend_from_slice(self.back),
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
                *expr = syn::parse_quote!({ #(#back)* #expr });
            }
            expr => syn::visit_mut::visit_expr_mut(self, expr),
        }
    }
}

/// Writes what stands for a borrow in its place, where its name does not mean another thing.
pub struct Substituted<'a> {
    name: &'a Ident,
    to: &'a Expr,
    /// The number of patterns around that bind the name anew.
    hidden: usize,
    found: bool,
}

impl<'a> Substituted<'a> {
    pub fn of(alias: &'a Alias) -> Self {
        Substituted { name: &alias.name, to: &alias.to, hidden: 0, found: false }
    }

    fn is_it(&self, expr: &Expr) -> bool {
        match expr {
            Expr::Path(path) => self.hidden == 0 && path.path.is_ident(self.name),
            Expr::Paren(inner) => self.is_it(&inner.expr),
            _ => false,
        }
    }

    fn declare(&mut self, pat: &Pat) {
        self.hidden += usize::from(bound(pat).contains(self.name));
    }

    /// Leaves behind what is bound within.
    fn within(&mut self, visit: impl FnOnce(&mut Self)) {
        let outside = self.hidden;
        visit(self);
        self.hidden = outside;
    }
}

impl VisitMut for Substituted<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let place = match expr {
            Expr::Unary(of) => matches!(of.op, syn::UnOp::Deref(_)) && self.is_it(&of.expr),
            Expr::Path(_) => self.is_it(expr),
            _ => false,
        };
        if place {
            self.found = true;
            *expr = self.to.clone();
        } else {
            syn::visit_mut::visit_expr_mut(self, expr);
        }
    }

    fn visit_local_mut(&mut self, local: &mut syn::Local) {
        if let Some(init) = &mut local.init {
            self.visit_local_init_mut(init);
        }
        self.declare(&local.pat);
    }

    fn visit_block_mut(&mut self, block: &mut Block) {
        self.within(|this| syn::visit_mut::visit_block_mut(this, block));
    }

    fn visit_expr_let_mut(&mut self, test: &mut syn::ExprLet) {
        self.visit_expr_mut(&mut test.expr);
        self.declare(&test.pat);
    }

    fn visit_expr_if_mut(&mut self, branch: &mut syn::ExprIf) {
        self.within(|this| {
            this.visit_expr_mut(&mut branch.cond);
            this.visit_block_mut(&mut branch.then_branch);
        });
        if let Some((_, otherwise)) = &mut branch.else_branch {
            self.visit_expr_mut(otherwise);
        }
    }

    fn visit_expr_while_mut(&mut self, turns: &mut syn::ExprWhile) {
        self.within(|this| syn::visit_mut::visit_expr_while_mut(this, turns));
    }

    fn visit_expr_for_loop_mut(&mut self, turns: &mut syn::ExprForLoop) {
        self.visit_expr_mut(&mut turns.expr);
        self.within(|this| {
            this.declare(&turns.pat);
            this.visit_block_mut(&mut turns.body);
        });
    }

    fn visit_arm_mut(&mut self, arm: &mut syn::Arm) {
        self.within(|this| {
            this.declare(&arm.pat);
            syn::visit_mut::visit_arm_mut(this, arm);
        });
    }

    fn visit_expr_closure_mut(&mut self, closure: &mut syn::ExprClosure) {
        self.within(|this| {
            closure.inputs.iter().for_each(|pat| this.declare(pat));
            this.visit_expr_mut(&mut closure.body);
        });
    }

    /// `format!("{}", *total)`
    fn visit_macro_mut(&mut self, mac: &mut syn::Macro) {
        if self.hidden > 0 {
            return;
        }
        self.found |= names(self.name, mac.tokens.clone());
        let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
        if let Ok(mut args) = mac.parse_body_with(parse) {
            args.iter_mut().for_each(|arg| self.visit_expr_mut(arg));
            mac.tokens = args.into_token_stream();
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}
