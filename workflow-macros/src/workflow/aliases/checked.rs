//! Borrows that cannot be written out: what is put back behind the last statement would come too late, or go elsewhere.

use super::places::{Alias, Path, WAS, parenless, path};
use super::substituted::names;
use crate::errors::Errors;
use crate::workflow::bound::bound;
use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, Ident, Pat, Stmt, Token};

const PLACE: &str = "end the borrow before that, or read and write the place itself: `get(..)`, `insert(..)`, `list[i] = ..`";

/// Finds what a borrow must not meet while it is alive. `within` an `async` block, `?` leaves the variables as they
/// are.
pub struct Check<'a> {
    alias: &'a Alias,
    place: Option<Path>,
    within: bool,
    /// The place is used.
    touched: bool,
    found: Option<(Span, String, &'static str)>,
}

impl<'a> Check<'a> {
    pub fn new(alias: &'a Alias, within: bool) -> Self {
        let place = alias.place.as_ref().and_then(path);
        let mut check = Check { alias, place, within, touched: false, found: None };
        if let Some(place) = check.place.clone()
            && alias.is_named(&place.0)
        {
            check.bound_anew(&place.0);
        }
        check
    }

    /// Says the first thing that was found.
    pub fn tell_all(self, errors: &mut Errors) {
        if let Some((at, what, help)) = self.found {
            errors.span(at, what, help);
            errors.echo();
        }
    }

    pub fn stmt(&mut self, stmt: &Stmt) {
        self.visit_stmt(stmt);
    }

    pub fn expr(&mut self, expr: &Expr) {
        self.visit_expr(expr);
    }

    pub fn pat(&mut self, pat: &Pat) {
        self.visit_pat(pat);
    }

    /// True if an expression uses the place.
    pub fn touches(&self, expr: &Expr) -> bool {
        let mut inner = Check::new(self.alias, false);
        inner.visit_expr(expr);
        inner.touched
    }

    /// The same of statements.
    pub fn uses_place(&self, stmts: &[Stmt]) -> bool {
        let mut inner = Check::new(self.alias, false);
        stmts.iter().for_each(|stmt| inner.visit_stmt(stmt));
        inner.touched
    }

    /// True if statements keep a borrow of that name.
    pub fn keeps(name: &Ident, stmts: &[Stmt]) -> bool {
        let alias = Alias::named(name);
        let mut inner = Check::new(&alias, false);
        stmts.iter().for_each(|stmt| inner.visit_stmt(stmt));
        inner.found.is_some()
    }

    /// Refuses the borrow itself as the value of the code in which it is used, or of a variable.
    pub fn kept(&mut self, value: &Expr) {
        match parenless(value) {
            Expr::Path(name) if name.path.get_ident().is_some_and(|it| self.alias.is_named(it)) => {
                let what = "this keeps a mutable borrow under another name".to_owned();
                self.tell(value.span(), what, "keep a copy: `.clone()`; or use it here");
            }
            Expr::If(branch) => {
                self.kept_by(&branch.then_branch.stmts);
                branch.else_branch.iter().for_each(|(_, otherwise)| self.kept(otherwise));
            }
            Expr::Match(choice) => choice.arms.iter().for_each(|arm| self.kept(&arm.body)),
            Expr::Block(block) => self.kept_by(&block.block.stmts),
            Expr::Tuple(parts) => parts.elems.iter().for_each(|part| self.kept(part)),
            Expr::Array(items) => items.elems.iter().for_each(|item| self.kept(item)),
            Expr::Struct(of) => of.fields.iter().for_each(|field| self.kept(&field.expr)),
            Expr::Call(call) => {
                if let Expr::Path(function) = &*call.func
                    && function
                        .path
                        .segments
                        .last()
                        .is_some_and(|it| super::settled::is_constant(&it.ident))
                {
                    call.args.iter().for_each(|arg| self.kept(arg));
                }
            }
            _ => {}
        }
    }

    fn kept_by(&mut self, stmts: &[Stmt]) {
        if let Some(Stmt::Expr(value, None)) = stmts.last() {
            self.kept(value);
        }
    }

    /// A pattern that binds parts of a borrow, in a branch that uses the place.
    pub fn part(&mut self, pat: &Pat) {
        let what = format!(
            "this borrows a part of `{}`, which is used again while the borrow lives",
            self.alias.name
        );
        self.tell(pat.span(), what, PLACE);
    }

    fn tell(&mut self, at: Span, what: String, help: &'static str) {
        self.found.get_or_insert((at, what, help));
    }

    fn bound_anew(&mut self, name: &Ident) {
        let what = match self.alias.is_named(name) {
            true => format!("`{name}` is a borrow here, and its name is bound anew"),
            false => {
                format!("`{}` borrows from `{name}`, whose name is bound anew", self.alias.name)
            }
        };
        self.tell(name.span(), what, "take another name");
    }

    /// True if one of two places holds the other.
    fn overlaps(&self, (root, fields): &Path) -> bool {
        let Some(place) = self.place.as_ref().filter(|_| !self.alias.back.is_empty()) else {
            return false;
        };
        *root == place.0 && place.1.iter().zip(fields).all(|(a, b)| a == b)
    }

    fn named(&mut self, at: Span) {
        self.touched = true;
        let of = self.place.as_ref().map(|place| place.0.to_string()).unwrap_or_default();
        let what = format!("`{}` borrows from `{of}`, which is used here again", self.alias.name);
        self.tell(at, what, PLACE);
    }
}

impl<'e> Visit<'e> for Check<'_> {
    fn visit_pat(&mut self, pat: &'e Pat) {
        let Some((place, _)) = &self.place else { return };
        let place = place.clone();
        for name in bound(pat) {
            let index = self.alias.others.contains(&name);
            if self.alias.is_named(&name) || name == place || index {
                self.bound_anew(&name);
            }
        }
    }

    fn visit_local(&mut self, local: &'e syn::Local) {
        // What is taken out of it is no borrow.
        let taken = bound(&local.pat).iter().any(|name| name.to_string().starts_with(WAS));
        if let Some(init) = local.init.as_ref().filter(|_| !taken) {
            self.kept(&init.expr);
        }
        syn::visit::visit_local(self, local);
    }

    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Path(_) | Expr::Field(_) => match path(expr) {
                Some(path) if self.overlaps(&path) => return self.named(expr.span()),
                Some(_) => return,
                None => {}
            },
            Expr::Try(attempt) if self.within && !self.alias.back.is_empty() => {
                let what = format!("`?` leaves the block while `{}` is borrowed", self.alias.name);
                self.tell(
                    attempt.question_token.span(),
                    what,
                    "bind what may fail to a name before",
                );
            }
            Expr::Assign(assign) => self.kept(&assign.right),
            Expr::MethodCall(call) if crate::workflow::lower::mutates(call) => {
                call.args.iter().for_each(|arg| self.kept(arg));
            }
            Expr::Break(leave) => leave.expr.iter().for_each(|value| self.kept(value)),
            Expr::Return(back) => back.expr.iter().for_each(|value| self.kept(value)),
            _ => {}
        }
        syn::visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        let Some((root, _)) = self.place.clone().filter(|_| !self.alias.back.is_empty()) else {
            return;
        };
        if !names(&root, mac.tokens.clone()) {
            return;
        }
        let parse = Punctuated::<Expr, Token![,]>::parse_terminated;
        match mac.parse_body_with(parse) {
            Ok(args) => {
                for arg in &args {
                    // A text names variables as well.
                    let text = matches!(arg, Expr::Lit(_)) && names(&root, quote::quote!(#arg));
                    match text {
                        true => self.named(arg.span()),
                        false => self.argument(arg),
                    }
                }
            }
            Err(_) => self.named(mac.span()),
        }
    }

    fn visit_item(&mut self, _: &'e syn::Item) {}
}

impl Check<'_> {
    /// An argument of a macro, which lives no longer than this.
    fn argument(&mut self, arg: &Expr) {
        let mut inner = Check::new(self.alias, self.within);
        inner.found = None;
        inner.visit_expr(arg);
        self.touched |= inner.touched;
        if let Some((at, what, help)) = inner.found {
            self.tell(at, what, help);
        }
    }
}
