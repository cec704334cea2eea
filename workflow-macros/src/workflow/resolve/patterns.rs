//! Patterns: their names are made unique.

use super::{Resolver, is_constant, is_unit_path, last};
use crate::ident;
use crate::workflow::env::Binding;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, Ident, Pat, Token};

impl Resolver<'_> {
    /// A pattern inside an expression: its names are bound for the rest of the current scope.
    pub fn local_pat(&mut self, pat: &Pat) -> Pat {
        let made = self.pat(pat, &mut |this, ident| {
            let unique = this.env.unique(ident);
            this.env.bind(ident, Binding::Local(unique.clone()));
            unique
        });
        self.env.changes(pat);
        made
    }

    /// A pattern with its names replaced by unique ones.
    pub fn pat(&mut self, pat: &Pat, name: &mut dyn FnMut(&mut Self, &Ident) -> Ident) -> Pat {
        let mut pat = pat.clone();
        // Alternatives bind the same names.
        let mut known: Vec<(Ident, Ident)> = vec![];
        self.rename(&mut pat, &mut known, name);
        pat
    }

    /// A constant, or a variant that is written like one.
    pub(super) fn constant_in_pattern(&mut self, path: &ExprPath) {
        if is_constant(&last(&path.path)) {
            self.graph.constants.push(Expr::Path(path.clone()));
        }
    }

    /// A bound of a range in a pattern.
    pub(super) fn bound(&mut self, bound: &Expr) {
        match bound {
            Expr::Lit(lit) => self.unheld(&lit.lit),
            Expr::Unary(unary) if matches!(*unary.expr, Expr::Lit(_)) => self.bound(&unary.expr),
            Expr::Path(path) if is_constant(&last(&path.path)) => self.constant_in_pattern(path),
            other => self.errors.at(
                other,
                "this bound has no counterpart in the States Language",
                "write a literal or a constant",
            ),
        }
    }

    /// Refuses `..` before other parts of a tuple: the document counts parts from the first, and how many `..` stands
    /// for only the type says.
    pub(in crate::workflow) fn rest_last(&mut self, parts: &Punctuated<Pat, Token![,]>) {
        let before = |part: &&Pat| matches!(part, Pat::Rest(_));
        if let Some(rest) = parts.iter().rev().skip(1).find(before) {
            self.errors.at(
                rest,
                "the number of parts that `..` leaves out is unknown here",
                "write `_` for each of them",
            );
        }
    }

    pub(super) fn rename(
        &mut self,
        pat: &mut Pat,
        known: &mut Vec<(Ident, Ident)>,
        name: &mut dyn FnMut(&mut Self, &Ident) -> Ident,
    ) {
        match pat {
            Pat::Ident(ident) if is_unit_path(ident) && !self.env.is_declared(&ident.ident) => {
                let path = &ident.ident;
                *pat = Pat::Path(syn::parse_quote!(#path));
                self.rename(pat, known, name);
            }
            Pat::Ident(ident) => {
                if let Some(by_ref) = ident.by_ref {
                    self.errors.at(
                        by_ref,
                        "a workflow keeps values, not references",
                        "bind the value: remove `ref`",
                    );
                }
                let unique = match known.iter().find(|(old, _)| *old == ident.ident) {
                    Some((_, unique)) => ident::at(unique, ident.ident.span()),
                    None => name(self, &ident.ident),
                };
                known.push((ident.ident.clone(), unique.clone()));
                ident.ident = unique;
                if let Some((_, inner)) = &mut ident.subpat {
                    self.rename(inner, known, name);
                }
            }
            Pat::Struct(fields) => {
                for field in &mut fields.fields {
                    let member = field.member.clone();
                    self.rename(&mut field.pat, known, name);
                    if field.colon_token.is_none() {
                        field.member = member;
                        field.colon_token = Some(Token![:](field.pat.span()));
                    }
                }
            }
            Pat::TupleStruct(tuple) => {
                self.rest_last(&tuple.elems);
                tuple.elems.iter_mut().for_each(|pat| self.rename(pat, known, name))
            }
            Pat::Tuple(tuple) => {
                self.rest_last(&tuple.elems);
                tuple.elems.iter_mut().for_each(|pat| self.rename(pat, known, name))
            }
            Pat::Or(or) => or.cases.iter_mut().for_each(|pat| self.rename(pat, known, name)),
            Pat::Paren(paren) => self.rename(&mut paren.pat, known, name),
            Pat::Reference(reference) => self.rename(&mut reference.pat, known, name),
            Pat::Type(typed) => self.rename(&mut typed.pat, known, name),
            Pat::Path(path) => self.constant_in_pattern(path),
            Pat::Range(range) => {
                for bound in [&range.start, &range.end].into_iter().flatten() {
                    self.bound(bound);
                }
            }
            Pat::Lit(lit) => self.unheld(&lit.lit),
            Pat::Wild(_) | Pat::Rest(_) => {}
            Pat::Slice(list) => list.elems.iter_mut().for_each(|pat| self.rename(pat, known, name)),
            other => self.errors.at(
                &*other,
                "this pattern has no counterpart in the States Language",
                "match on names, literals, tuples, structs and variants",
            ),
        }
    }
}
