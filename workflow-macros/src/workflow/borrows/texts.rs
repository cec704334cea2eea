//! Variables that hold a text of the program, which is a borrow: `"a"`, `vec!["a", "b"]`, `Some("a")`.

use super::{Borrow, OWNED};
use crate::errors::Errors;
use crate::workflow::every::parts_mut;
use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Fork, ForkKind, Graph, Kind, Lent, Stmt, VarId, VarKind};
use proc_macro2::Span;
use std::collections::BTreeMap;
use syn::Pat;

/// The variables, each with the place of a text in it.
pub(super) struct Texts(BTreeMap<VarId, (Span, Option<Lent>)>);

impl Texts {
    pub(super) fn new(graph: &Graph) -> Self {
        let mut this = Texts(BTreeMap::new());
        for stmt in graph.blocks.iter().flat_map(|block| &block.code) {
            let (var, value) = match stmt {
                Stmt::Let { pat: Pat::Ident(_), binds, value, .. } => (binds.first(), value),
                Stmt::Assign { place, op: None, value } => match &place.kind {
                    ExKind::Var(var) => (Some(var), value),
                    _ => continue,
                },
                _ => continue,
            };
            if let (Some(var), Some(at)) = (var, this.text(value)) {
                let lent = match graph.vars[*var].kind {
                    VarKind::Each { .. } => listed(value).then_some(Lent::Text),
                    _ => this.form(value),
                };
                this.0.insert(*var, (at, lent));
            }
        }
        this
    }

    /// The place of a text that the value holds.
    fn text(&self, value: &Ex) -> Option<Span> {
        match &value.kind {
            ExKind::Lit(syn::Lit::Str(_)) => Some(value.span),
            ExKind::Var(var) => self.0.get(var).map(|(at, _)| *at),
            ExKind::Paren(inner) | ExKind::Block(_, inner) | ExKind::Repeat(inner, _) => {
                self.text(inner)
            }
            ExKind::If(_, then, or) => self.text(then).or_else(|| self.text(or)),
            ExKind::Match(_, arms) => arms.iter().find_map(|arm| self.text(&arm.value)),
            ExKind::Tuple(items) | ExKind::List { items, .. } => {
                items.iter().find_map(|item| self.text(item))
            }
            ExKind::Construct { args: Some(args), .. } if is_wrapped(value) => {
                args.iter().find_map(|item| self.text(item))
            }
            _ => None,
        }
    }

    /// The form of a value that holds a text: the text itself, or an option of it.
    fn form(&self, value: &Ex) -> Option<Lent> {
        match &value.kind {
            ExKind::Lit(syn::Lit::Str(_)) => Some(Lent::Text),
            ExKind::Var(var) => self.0.get(var)?.1,
            ExKind::Paren(inner) | ExKind::Block(_, inner) => self.form(inner),
            ExKind::If(_, then, or) => self.form(then).or_else(|| self.form(or)),
            ExKind::Match(_, arms) => arms.iter().find_map(|arm| self.form(&arm.value)),
            ExKind::Construct { path, args: Some(args), .. } if path.path.is_ident("Some") => {
                let text = self.form(args.first()?)?;
                (text == Lent::Text).then_some(Lent::OptionalText)
            }
            _ => None,
        }
    }

    pub(super) fn variables(self) -> impl Iterator<Item = (VarId, Borrow)> {
        self.0
            .into_iter()
            .map(|(var, (at, lent))| (var, Borrow { at, help: OWNED, part: false, lent }))
    }
}

/// `Some(..)`, `Ok(..)`, `Err(..)`
fn is_wrapped(value: &Ex) -> bool {
    let ExKind::Construct { path, .. } = &value.kind else { return false };
    ["Some", "Ok", "Err"].iter().any(|of| path.path.is_ident(of))
}

/// True if each item of a list is a text that stands there.
pub(super) fn listed(value: &Ex) -> bool {
    match &value.kind {
        ExKind::List { items, .. } => {
            items.iter().all(|item| matches!(item.kind, ExKind::Lit(syn::Lit::Str(_))))
        }
        ExKind::Paren(inner) => listed(inner),
        ExKind::If(_, then, or) => listed(then) && listed(or),
        ExKind::Match(_, arms) => arms.iter().all(|arm| listed(&arm.value)),
        _ => false,
    }
}

/// Makes the texts in a list values of their own.
pub(super) fn own_items(value: &mut Ex) {
    match &mut value.kind {
        ExKind::List { items, .. } => {
            for item in items {
                *item = Lent::Text.own(item.clone());
            }
        }
        ExKind::If(_, then, or) => {
            own_items(then);
            own_items(or);
        }
        ExKind::Match(_, arms) => arms.iter_mut().for_each(|arm| own_items(&mut arm.value)),
        ExKind::Paren(_) => parts_mut(value).into_iter().for_each(own_items),
        _ => {}
    }
}

/// Makes texts that are the items of a `map` values of their own: each is the input of its own branch. Returns the
/// items; others are refused.
pub(super) fn own_mapped(graph: &mut Graph, errors: &mut Errors) -> Vec<(VarId, Lent)> {
    let texts = Texts::new(graph);
    let mut found = vec![];
    for state in 0..graph.states.len() {
        if let Kind::Fork(Fork { kind: ForkKind::Map { list, item, distribution, .. }, .. }) =
            &mut graph.states[state].kind
            && distribution.as_ref().is_none_or(|it| it.reader.is_none())
            && let Some(at) = texts.text(list)
        {
            let scope = &graph.scopes[*item];
            match scope.item.or(scope.inputs.first().copied()) {
                Some(var) if listed(list) => {
                    own_items(list);
                    found.push((var, Lent::Text));
                }
                _ => errors.span(at, super::KEPT, OWNED),
            }
        }
    }
    found
}
