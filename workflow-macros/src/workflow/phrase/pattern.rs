//! Patterns in words, and what syntax tells of them.

use super::{fitting, literal};
use crate::ident::text;
use syn::Pat;
use syn::visit::Visit;

/// The variants, values or names of a pattern: `Paid or Sent`.
pub fn variant(pat: &Pat) -> Option<String> {
    let last = |path: &syn::Path| path.segments.last().map(|last| text(&last.ident));
    match pat {
        Pat::Path(path) => last(&path.path),
        Pat::Struct(of) if !of.fields.iter().any(|field| refutable(&field.pat)) => last(&of.path),
        Pat::TupleStruct(of) if !of.elems.iter().any(refutable) => last(&of.path),
        Pat::Lit(lit) => literal(&lit.lit),
        Pat::Ident(name) if name.subpat.is_none() => Some(text(&name.ident)),
        Pat::Reference(inner) => variant(&inner.pat),
        Pat::Paren(inner) => variant(&inner.pat),
        Pat::Or(of) if of.cases.len() <= 3 => {
            let cases: Option<Vec<_>> = of.cases.iter().map(variant).collect();
            fitting(cases?.join(" or "))
        }
        _ => None,
    }
}

/// True if a pattern may not fit, as far as syntax tells.
pub fn refutable(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => match &ident.subpat {
            Some((_, inner)) => refutable(inner),
            None => ident.ident.to_string().starts_with(char::is_uppercase),
        },
        Pat::Struct(fields) => {
            fields.path.segments.len() > 1
                || fields.fields.iter().any(|field| refutable(&field.pat))
        }
        Pat::Tuple(tuple) => tuple.elems.iter().any(refutable),
        Pat::Paren(paren) => refutable(&paren.pat),
        Pat::Reference(reference) => refutable(&reference.pat),
        Pat::Type(typed) => refutable(&typed.pat),
        Pat::Wild(_) | Pat::Rest(_) => false,
        _ => true,
    }
}

/// The names that a pattern binds, but for those that nobody is to read.
pub fn bound(pat: &Pat) -> Vec<String> {
    let mut names = all_bound(pat);
    names.retain(|name| !name.starts_with('_'));
    names
}

/// All names that a pattern binds.
pub(super) fn all_bound(pat: &Pat) -> Vec<String> {
    struct Bound(Vec<String>);
    impl<'p> Visit<'p> for Bound {
        fn visit_pat_ident(&mut self, name: &'p syn::PatIdent) {
            let name = text(&name.ident);
            if !name.starts_with(char::is_uppercase) {
                self.0.push(name);
            }
        }
    }
    let mut bound = Bound(vec![]);
    bound.visit_pat(pat);
    bound.0
}
