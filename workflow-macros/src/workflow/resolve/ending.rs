//! The names that code changes, as the one value that it ends with.

use crate::workflow::ex::{Ex, ExKind};
use proc_macro2::Span;
use syn::{Expr, Ident, Pat};

/// The names that code ends with.
pub(super) struct Ending {
    pub(super) outs: Vec<Ident>,
    /// The flag of ways that end the turn: what comes behind them is left out.
    pub(super) over: Option<Ident>,
    /// The flag of a loop that `break` leaves: the turns behind it change nothing.
    pub(super) done: Option<Ident>,
    /// The label of the loop.
    pub(super) label: Option<Ident>,
}

impl Ending {
    /// No more than the names.
    pub(super) fn of(outs: Vec<Ident>) -> Self {
        Ending { outs, over: None, done: None, label: None }
    }

    /// The names as one value, where code comes to its end.
    pub(super) fn value(&self, span: Span) -> Ex {
        self.with(false, flag(false, span), span)
    }

    /// The names as one value, where a turn ends: `done` is true if the loop does.
    pub(super) fn with(&self, over: bool, done: Ex, span: Span) -> Ex {
        let over = self.over.as_ref().map(|_| flag(over, span));
        let done = self.done.as_ref().map(|_| done);
        one(self.outs.iter().map(|name| local(name, span)).chain(over).chain(done).collect(), span)
    }

    /// The names as one value, where `continue` or `break` leaves.
    pub(super) fn left(&self, by: &Expr, span: Span) -> Ex {
        self.with(true, flag(matches!(by, Expr::Break(_)), span), span)
    }

    /// The names that are bound to that value.
    pub(super) fn names(&self) -> Vec<Ident> {
        self.outs.iter().chain(&self.over).chain(&self.done).cloned().collect()
    }
}

/// A name as a value, at another place: it means what it means where it is bound.
pub(super) fn local(name: &Ident, span: Span) -> Ex {
    let name = crate::ident::at(name, name.span().located_at(span));
    Ex::new(ExKind::Local(name), span)
}

/// A value, or several as a tuple.
pub(super) fn one(values: Vec<Ex>, span: Span) -> Ex {
    nested(values, |values| Ex::new(ExKind::Tuple(values), span))
}

/// `true` or `false`.
pub(super) fn flag(is: bool, span: Span) -> Ex {
    Ex::new(ExKind::Lit(syn::Lit::Bool(syn::LitBool::new(is, span))), span)
}

/// A name, or several in parentheses.
pub(super) fn tuple_pat(names: &[Ident]) -> Pat {
    let names = names.iter().map(|name| syn::parse_quote!(mut #name)).collect();
    nested(names, |names| syn::parse_quote!((#(#names,)*)))
}

/// Parts as one: itself if there is one; many as tuples in a tuple, for a tuple that is kept has eight parts at most.
pub fn nested<T>(mut parts: Vec<T>, tuple: impl Fn(Vec<T>) -> T) -> T {
    const WIDEST: usize = 8;
    while parts.len() > WIDEST {
        let mut rest = parts.into_iter().peekable();
        parts = vec![];
        while rest.peek().is_some() {
            parts.push(single(rest.by_ref().take(WIDEST).collect(), &tuple));
        }
    }
    single(parts, &tuple)
}

fn single<T>(mut parts: Vec<T>, tuple: &impl Fn(Vec<T>) -> T) -> T {
    match (parts.pop(), parts.is_empty()) {
        (Some(only), true) => only,
        (last, _) => tuple(parts.into_iter().chain(last).collect()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn many_parts_are_tuples_in_a_tuple() {
        let shown = |of: usize| {
            let parts = (0..of).map(|part| part.to_string()).collect();
            super::nested(parts, |parts: Vec<String>| format!("({})", parts.join(" ")))
        };
        for (of, expected) in [
            (0, "()"),
            (1, "0"),
            (2, "(0 1)"),
            (8, "(0 1 2 3 4 5 6 7)"),
            (9, "((0 1 2 3 4 5 6 7) 8)"),
            (10, "((0 1 2 3 4 5 6 7) (8 9))"),
        ] {
            assert_eq!(shown(of), expected);
        }
        assert!(shown(65).starts_with("(((0 1") && shown(65).ends_with(" 63)) 64)"));
    }
}
