//! Patterns that take a found item apart: `Some((_, count)) = list.iter_mut().find(..)`. The item gets a name, and the
//! names in the pattern are borrows of its parts.

use super::places::{Alias, fresh, is_place, items};
use super::substituted::Substituted;
use syn::visit_mut::VisitMut;
use syn::{Expr, Ident, Pat, Stmt, parse_quote, parse_quote_spanned};

/// The names in a pattern, and the places that they borrow.
#[derive(Default)]
pub struct Members(Vec<(Ident, Expr)>);

impl Members {
    /// Writes a name for the item into a pattern that takes it apart; another pattern stays as it is.
    pub fn of(pat: &mut Pat, on: &Expr, count: &mut usize) -> Self {
        let mut members = Members::default();
        let Pat::TupleStruct(some) = pat else { return members };
        if some.elems.len() != 1 || matches!(some.elems[0], Pat::Ident(_)) || !finds(on) {
            return members;
        }
        let mut found = *count;
        let item = fresh("__item", &mut found, on);
        if members.take(&some.elems[0], parse_quote!(#item)).is_some() && !members.0.is_empty() {
            *count = found;
            some.elems[0] = parse_quote!(#item);
            return members;
        }
        Members::default()
    }

    /// Notes the names in a pattern of a place. `None` for a pattern that can fail, or copies.
    fn take(&mut self, pat: &Pat, place: Expr) -> Option<()> {
        match pat {
            Pat::Paren(inner) => self.take(&inner.pat, place),
            Pat::Wild(_) => Some(()),
            Pat::Ident(name) => {
                let plain =
                    name.by_ref.is_none() && name.mutability.is_none() && name.subpat.is_none();
                let plain = plain && !super::settled::is_constant(&name.ident);
                plain.then(|| self.0.push((name.ident.clone(), place)))
            }
            Pat::Tuple(of) => of.elems.iter().enumerate().try_for_each(|(at, pat)| {
                if matches!(pat, Pat::Rest(_)) {
                    return (at + 1 == of.elems.len()).then_some(());
                }
                let at = syn::Index::from(at);
                self.take(pat, parse_quote!(#place.#at))
            }),
            Pat::Struct(of) if of.path.segments.len() == 1 => {
                of.fields.iter().try_for_each(|field| {
                    let member = &field.member;
                    self.take(&field.pat, parse_quote!(#place.#member))
                })
            }
            _ => None,
        }
    }

    /// The statements that bind the names, as borrows.
    pub fn bind(&self) -> Vec<Stmt> {
        let bind = |(name, place): &(Ident, Expr)| -> Stmt {
            parse_quote_spanned!(name.span()=> let #name = &mut #place;)
        };
        self.0.iter().map(bind).collect()
    }

    /// Writes the places for the names in a guard.
    pub fn guard(&self, guard: &mut Expr) {
        for (name, place) in &self.0 {
            let alias = Alias { to: place.clone(), ..Alias::named(name) };
            Substituted::each(&alias, |it| it.visit_expr_mut(guard));
        }
    }
}

/// True for a call that borrows an item of a list or of a map, if it is there.
fn finds(on: &Expr) -> bool {
    let Expr::MethodCall(call) = on else { return false };
    match &*call.method.to_string() {
        "find" => items(&call.receiver).is_some(),
        "get_mut" | "last_mut" | "back_mut" | "first_mut" | "front_mut" => is_place(&call.receiver),
        _ => false,
    }
}
