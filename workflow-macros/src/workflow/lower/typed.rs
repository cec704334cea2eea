//! `Err(OrderError::Declined { reason })`: a typed error of the workflow's own, as the failure that its callers decode.

use super::Lower;
use super::inline::Of;
use crate::workflow::ex::{Ex, ExKind, ExMethod};
use crate::workflow::model::{Probe, VarId};
use crate::workflow::resolve::{is_constant, last};
use syn::spanned::Spanned;
use syn::{Expr, Path, Type};

/// The path of the variant of an enum that an expression makes.
pub fn variant(value: &Expr) -> Option<&Path> {
    let path = match value {
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => &path.path,
            _ => return None,
        },
        Expr::Struct(literal) => &literal.path,
        Expr::Path(path) if !is_constant_or_short(&path.path) => &path.path,
        _ => return None,
    };
    let of = path.segments.iter().rev().nth(1)?;
    let named = |name: &str| name.starts_with(char::is_uppercase);
    (named(&last(path)) && named(&of.ident.to_string())).then_some(path)
}

/// `Limits::MOST`, of which nothing is an error; a variant of one letter is.
fn is_constant_or_short(path: &Path) -> bool {
    let name = last(path);
    is_constant(&name) && name.len() > 1
}

/// The enum of a variant.
fn enumeration(variant: &Path) -> Path {
    let mut path = variant.clone();
    path.segments.pop();
    path.segments.pop_punct();
    path
}

impl Lower<'_> {
    /// `OrderError::from(failure)` of the workflow's own error: what it is made from.
    pub(super) fn strip_own<'e>(&self, value: &'e Expr) -> &'e Expr {
        let own = match &self.own {
            Some(Type::Path(own)) if self.scope == 0 && self.is_own() => last(&own.path),
            _ => return value,
        };
        let Expr::Call(call) = value else { return value };
        let Expr::Path(path) = &*call.func else { return value };
        let of = path.path.segments.iter().rev().nth(1);
        let from = last(&path.path) == "from" && of.is_some_and(|of| of.ident == own);
        call.args.first().filter(|_| from).unwrap_or(value)
    }

    /// The failure that an error is: its name, and its fields as a task's error has them.
    pub(super) fn typed_error(&mut self, error: &Expr) -> Option<Ex> {
        let of = enumeration(variant(error)?);
        let value = self.value(error)?;
        let span = error.span();
        if let ExKind::Construct { probe, .. } | ExKind::Struct { probe, .. } = &value.kind {
            self.graph.probes[*probe] = Probe::Error(of);
        }
        let path = syn::parse_quote_spanned!(span=> ::workflow::__private::failing);
        let probe = self.graph.probe(span);
        Some(Ex::new(ExKind::Call { path, args: vec![value], probe }, span))
    }
}
    /// True if what fails here is the function's own: the rest behind an undo is no block.
    fn is_own(&self) -> bool {
        self.inlined.iter().all(|inlined| matches!(inlined.of, Of::Undo { .. }))
    }

