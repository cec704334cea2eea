//! Values that stand for a borrow, written in its place.

use super::places::Alias;
use crate::workflow::bound::bound;
use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::punctuated::Punctuated;
use syn::visit_mut::VisitMut;
use syn::{Block, Expr, Ident, Pat, Stmt, Token};

/// Writes what stands for a borrow in its place, where its name does not mean another thing.
pub struct Substituted<'a> {
    name: &'a Ident,
    to: &'a Expr,
    /// The number of patterns around that bind the name anew.
    hidden: usize,
    found: bool,
    /// The name is a borrow, and what stands for it a value.
    borrowed: bool,
}

impl<'a> Substituted<'a> {
    fn new(name: &'a Ident, to: &'a Expr) -> Self {
        Substituted { name, to, hidden: 0, found: false, borrowed: true }
    }

    /// Does it for each name of a borrow.
    pub fn each(alias: &Alias, mut substitute: impl FnMut(&mut Substituted<'_>)) {
        substitute(&mut Substituted::new(&alias.name, &alias.to));
        for name in &alias.also {
            let to = syn::parse_quote!(#name);
            substitute(&mut Substituted::new(name, &to));
        }
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

    fn arguments(&mut self, args: &mut Punctuated<Expr, Token![,]>) {
        for arg in args {
            let handed = self.borrowed && self.is_it(arg);
            self.visit_expr_mut(arg);
            if handed {
                *arg = syn::parse_quote!(&#arg);
            }
        }
    }

    /// Borrows a value that is taken apart by its bare name.
    fn taken_apart(&mut self, on: &mut Expr) {
        let borrowed = self.borrowed && self.is_it(on);
        self.visit_expr_mut(on);
        if borrowed {
            *on = syn::parse_quote!(&#on);
        }
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

    /// A borrow that is handed on is one, and its value has no `&` of its own.
    fn visit_expr_method_call_mut(&mut self, call: &mut syn::ExprMethodCall) {
        self.visit_expr_mut(&mut call.receiver);
        self.arguments(&mut call.args);
    }

    /// Compared with another borrow.
    fn visit_expr_binary_mut(&mut self, both: &mut syn::ExprBinary) {
        let compares = !crate::workflow::lower::is_compound(&both.op);
        for side in [&mut both.left, &mut both.right] {
            let whole = compares && self.borrowed && self.is_it(side);
            self.visit_expr_mut(side);
            if whole {
                **side = syn::parse_quote!(&#side);
            }
        }
    }

    fn visit_expr_call_mut(&mut self, call: &mut syn::ExprCall) {
        self.visit_expr_mut(&mut call.func);
        self.arguments(&mut call.args);
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

    fn visit_expr_match_mut(&mut self, choice: &mut syn::ExprMatch) {
        self.taken_apart(&mut choice.expr);
        choice.arms.iter_mut().for_each(|arm| self.visit_arm_mut(arm));
    }

    fn visit_expr_let_mut(&mut self, test: &mut syn::ExprLet) {
        self.taken_apart(&mut test.expr);
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
        } else if let Ok(mut parts) = mac.parse_body::<Two>() {
            self.visit_expr_mut(&mut parts.first);
            if let Ok(mut behind) = syn::parse2::<Expr>(parts.rest.clone()) {
                self.visit_expr_mut(&mut behind);
                parts.rest = behind.into_token_stream();
            }
            let Two { first, between, rest } = parts;
            mac.tokens = quote::quote!(#first #between #rest);
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

/// The arguments of `vec![x; n]`, and of `matches!(x, pattern)`.
struct Two {
    first: Expr,
    between: TokenTree,
    rest: TokenStream,
}

impl syn::parse::Parse for Two {
    fn parse(input: syn::parse::ParseStream<'_>) -> syn::Result<Self> {
        Ok(Two { first: input.parse()?, between: input.parse()?, rest: input.parse()? })
    }
}

/// True if a statement names a borrow, and means it.
pub fn uses(name: &Ident, stmt: &Stmt) -> bool {
    let to = syn::parse_quote!(#name);
    let mut find = Substituted { name, to: &to, hidden: 0, found: false, borrowed: false };
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
pub fn is_captured(name: &Ident, text: &str) -> bool {
    text.contains(&format!("{{{name}}}")) || text.contains(&format!("{{{name}:"))
}
