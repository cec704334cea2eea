//! Numbers and empty lists that are written out without a type: rustc infers it, and a document has to know it.

use super::{Resolver, last};
use crate::workflow::ex::{Ex, ExArm, ExKind, ExMethod, TYPED};
use proc_macro2::Ident;
use syn::{Lit, UnOp};

/// Longer lists are left as they are: each item has a probe.
const ITEMS: usize = 16;

impl Resolver<'_> {
    /// Ties a probe to each number and each empty list in a value that a name is bound to: `let most: u8 = 200;`, `last = 0;`.
    pub(super) fn inferred(&mut self, value: Ex) -> Ex {
        if is_bare(&value) {
            return self.typed(value);
        }
        let Ex { kind, span, ok } = value;
        let kind = match kind {
            ExKind::Paren(inner) => ExKind::Paren(Box::new(self.inferred(*inner))),
            ExKind::If(condition, yes, no) => {
                let (yes, no) = (self.inferred(*yes), self.inferred(*no));
                ExKind::If(condition, Box::new(yes), Box::new(no))
            }
            ExKind::Match(on, arms) => {
                let arms = arms.into_iter();
                let arm = |arm: ExArm| ExArm { value: self.inferred(arm.value), ..arm };
                ExKind::Match(on, arms.map(arm).collect())
            }
            ExKind::Block(lets, tail) => ExKind::Block(lets, Box::new(self.inferred(*tail))),
            ExKind::Tuple(parts) => ExKind::Tuple(self.all_inferred(parts)),
            ExKind::List { items, vec } if items.len() <= ITEMS => {
                ExKind::List { items: self.all_inferred(items), vec }
            }
            ExKind::Construct { path, args: Some(args), probe } if last(&path.path) == "Some" => {
                ExKind::Construct { path, args: Some(self.all_inferred(args)), probe }
            }
            other => other,
        };
        Ex { kind, span, ok }
    }

    fn all_inferred(&mut self, values: Vec<Ex>) -> Vec<Ex> {
        values.into_iter().map(|value| self.inferred(value)).collect()
    }

    fn typed(&mut self, receiver: Ex) -> Ex {
        let span = receiver.span;
        let (method, probe) = (Ident::new(TYPED, span), Some(self.graph.probe(span)));
        let paren = syn::token::Paren(span);
        let typed = ExMethod { receiver, method, turbofish: None, paren, args: vec![], probe };
        Ex::new(ExKind::Method(Box::new(typed)), span)
    }
}

/// True for an integer or a list without a type.
fn is_bare(value: &Ex) -> bool {
    match &value.kind {
        ExKind::List { items, .. } => items.is_empty(),
        ExKind::Lit(Lit::Int(number)) => number.suffix().is_empty(),
        ExKind::Unary(UnOp::Neg(_), inner, _) => is_bare(inner),
        _ => false,
    }
}
