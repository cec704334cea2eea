//! Parts of a value that change in a branch that takes it apart: `match &mut order.kind { Kind::Card { limit } => *limit += 1, .. }`.
//! The value is built anew of its parts.

use super::found::Found;
use super::places::{Alias, PART, fresh, parenless};
use super::settled::is_constant;
use crate::workflow::bound::bound;
use proc_macro2::Span;
use syn::spanned::Spanned;
use syn::{Expr, Ident, Pat, Stmt, parse_quote};

/// A pattern, and the place that it takes apart.
pub struct Parts<'e> {
    pat: &'e Pat,
    place: &'e Expr,
    names: Vec<Ident>,
    /// One of the names changes.
    changes: bool,
}

impl<'e> Parts<'e> {
    /// The parts in a pattern that binds some; `body` is what uses them.
    pub fn of(pat: &'e Pat, place: &'e Expr, body: &[Stmt]) -> Option<Self> {
        let names: Vec<_> = bound(pat).into_iter().filter(|name| !is_constant(name)).collect();
        names.first()?;
        let body = super::block(body.to_vec());
        let changed = crate::workflow::resolve::targets(&body);
        let changes = names.iter().any(|name| changed.contains(name));
        Some(Parts { pat, place, names, changes })
    }

    /// Returns what is done instead; and the part of the pattern that leaves something out which the value needs.
    pub fn found(&self, count: &mut usize) -> Option<(Found, Option<Span>)> {
        let (pat, place) = (self.pat, parenless(self.place));
        let (mut back, mut out) = (vec![], None);
        let mut bound = pat.clone();
        if self.changes {
            match rebuilt(pat, count) {
                Ok((whole, value)) => {
                    (bound, back) = (whole, vec![parse_quote!(#place = #value;)]);
                }
                Err(at) => out = Some(at),
            }
        }
        let (pat, (name, also)) = (bound, self.names.split_first()?);
        let alias =
            Alias { also: also.to_vec(), back, place: Some(place.clone()), ..Alias::named(name) };
        let (read, seen) = (parse_quote!(#place.clone()), parse_quote!(#name));
        Some((Found { before: vec![], read, pat, bind: vec![], index: None, seen, alias }, out))
    }
}

/// A pattern that names all parts, and the value that is made of them. The part that cannot be named otherwise.
fn rebuilt(pat: &Pat, count: &mut usize) -> Result<(Pat, Expr), Span> {
    match pat {
        Pat::Paren(inner) => rebuilt(&inner.pat, count),
        Pat::Ident(name) if name.subpat.is_none() && name.by_ref.is_none() => {
            let ident = &name.ident;
            match is_constant(ident) {
                true => Ok((pat.clone(), parse_quote!(#ident))),
                false => Ok((parse_quote!(mut #ident), parse_quote!(#ident))),
            }
        }
        Pat::Wild(_) => {
            let name = fresh(PART, count, pat);
            Ok((parse_quote!(#name), parse_quote!(#name)))
        }
        Pat::Path(path) => Ok((pat.clone(), Expr::Path(path.clone()))),
        Pat::TupleStruct(of) => {
            let (pats, values) = all(of.elems.iter(), count)?;
            let path = &of.path;
            Ok((parse_quote!(#path(#(#pats),*)), parse_quote!(#path(#(#values),*))))
        }
        Pat::Tuple(of) => {
            let (pats, values) = all(of.elems.iter(), count)?;
            Ok((parse_quote!((#(#pats,)*)), parse_quote!((#(#values,)*))))
        }
        Pat::Struct(of) if of.rest.is_none() => {
            let (pats, values) = all(of.fields.iter().map(|field| &*field.pat), count)?;
            let (path, names) = (&of.path, of.fields.iter().map(|field| &field.member));
            let members = names.clone();
            Ok((
                parse_quote!(#path { #(#names: #pats),* }),
                parse_quote!(#path { #(#members: #values),* }),
            ))
        }
        Pat::Struct(of) => {
            let rest = of.rest.as_ref();
            Err(rest.map_or_else(|| pat.span(), Spanned::span))
        }
        other => Err(other.span()),
    }
}

fn all<'p>(
    pats: impl Iterator<Item = &'p Pat>,
    count: &mut usize,
) -> Result<(Vec<Pat>, Vec<Expr>), Span> {
    let all: Result<Vec<_>, _> = pats.map(|pat| rebuilt(pat, count)).collect();
    Ok(all?.into_iter().unzip())
}
