//! Borrows that cannot be written out: what is put back behind the last statement would come too late, or go elsewhere.

use super::places::{Alias, Path, path};
use super::region::names;
use crate::errors::Errors;
use crate::workflow::bound::bound;
use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::Visit;
use syn::{Expr, Ident, Pat, Stmt, Token};

const PLACE: &str = "end the borrow before that, or read and write the place itself: `get(..)`, `insert(..)`, `list[i] = ..`";

/// Refuses what a borrow must not meet in the statements in which it is used. `within` an `async` block, `?` leaves the
/// variables as they are.
pub fn check(alias: &Alias, stmts: &[Stmt], within: bool, errors: &mut Errors) {
    let Some(place) = alias.place.as_ref().and_then(path) else { return };
    let mut find = Find { alias, place, within, nested: false, left: None, found: None };
    if alias.name == find.place.0 {
        find.bound_anew(&alias.name);
    }
    stmts.iter().for_each(|stmt| find.visit_stmt(stmt));
    if let (true, Some(at)) = (find.nested, find.left) {
        find.tell(at, "this leaves two borrows at once".to_owned(), "use one of them up before");
    }
    if let Some((at, what, help)) = find.found {
        errors.span(at, what, help);
        errors.echo();
    }
}

struct Find<'a> {
    alias: &'a Alias,
    place: Path,
    within: bool,
    /// Another borrow begins.
    nested: bool,
    /// The first `break` or `continue`.
    left: Option<Span>,
    found: Option<(Span, String, &'static str)>,
}

impl Find<'_> {
    fn tell(&mut self, at: Span, what: String, help: &'static str) {
        self.found.get_or_insert((at, what, help));
    }

    fn bound_anew(&mut self, name: &Ident) {
        let what = match *name == self.alias.name {
            true => format!("`{name}` is a borrow here, and its name is bound anew"),
            false => {
                format!("`{}` borrows from `{name}`, whose name is bound anew", self.alias.name)
            }
        };
        self.tell(name.span(), what, "take another name");
    }

    /// True if one of two places holds the other.
    fn overlaps(&self, (root, fields): &Path) -> bool {
        *root == self.place.0 && self.place.1.iter().zip(fields).all(|(a, b)| a == b)
    }

    fn named(&mut self, at: Span) {
        let what = format!(
            "`{}` borrows from `{}`, which is used here again",
            self.alias.name, self.place.0
        );
        self.tell(at, what, PLACE);
    }
}

impl<'e> Visit<'e> for Find<'_> {
    fn visit_pat(&mut self, pat: &'e Pat) {
        for name in bound(pat) {
            let index = self.alias.index.as_ref() == Some(&name);
            if name == self.alias.name || name == self.place.0 || index {
                self.bound_anew(&name);
            }
        }
    }

    fn visit_expr(&mut self, expr: &'e Expr) {
        match expr {
            Expr::Path(_) | Expr::Field(_) => match path(expr) {
                Some(path) if !self.alias.back.is_empty() && self.overlaps(&path) => {
                    return self.named(expr.span());
                }
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
            Expr::Break(leave) if !self.alias.back.is_empty() => {
                self.left.get_or_insert(leave.break_token.span);
            }
            Expr::Continue(next) if !self.alias.back.is_empty() => {
                self.left.get_or_insert(next.continue_token.span);
            }
            Expr::Reference(borrow) => self.nested |= borrow.mutability.is_some(),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                self.nested |= name.ends_with("_mut") || name == "entry";
            }
            _ => {}
        }
        syn::visit::visit_expr(self, expr);
    }

    fn visit_macro(&mut self, mac: &'e syn::Macro) {
        let root = self.place.0.clone();
        if self.alias.back.is_empty() || !names(&root, mac.tokens.clone()) {
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
                        false => self.visit_arg(arg),
                    }
                }
            }
            Err(_) => self.named(mac.span()),
        }
    }

    fn visit_item(&mut self, _: &'e syn::Item) {}
}

impl Find<'_> {
    fn visit_arg(&mut self, arg: &Expr) {
        let mut inner = Find {
            alias: self.alias,
            place: self.place.clone(),
            within: self.within,
            nested: false,
            left: None,
            found: None,
        };
        inner.visit_expr(arg);
        if let Some((at, what, help)) = inner.found {
            self.tell(at, what, help);
        }
    }
}
