//! Borrows that outlive a state: the variable keeps a clone, and the code sees a borrow of it. What has no such form is
//! refused where it is made.

mod lent;
mod owned;
mod texts;

use super::ex::{Ex, ExKind};
use super::liveness::Liveness;
use super::lower::borrowed::ADAPTERS;
use super::model::{Graph, Kind, Lent, Stmt, VarId};
use crate::errors::Errors;
use crate::methods;
use lent::lend;
pub use owned::strip;
use proc_macro2::{Ident, Span};
use std::collections::BTreeMap;
use syn::Pat;
use syn::visit::Visit;
use texts::Texts;

/// A borrow in a value, and the help that makes it a value of its own.
#[derive(Clone, Copy)]
struct Borrow {
    at: Span,
    help: &'static str,
    /// Of a part of the value, that a pattern binds.
    part: bool,
    /// The form in which it is kept, if it has one.
    lent: Option<Lent>,
}

const KEPT: &str = "a borrowed value cannot be kept while the workflow waits";
const OWNED: &str = "keep the value: add `.to_owned()`";

/// Keeps the values of what is borrowed while the workflow waits, and refuses what cannot be kept so.
pub fn keep(graph: &mut Graph, errors: &mut Errors) {
    let mut lent: BTreeMap<VarId, Lent> = std::mem::take(&mut graph.lent).into_iter().collect();
    lent.extend(texts::own_mapped(graph, errors));
    // A clone of what a variable holds may be borrowed by the next one.
    loop {
        lend(graph, std::mem::take(&mut lent));
        for (var, borrow) in kept(graph) {
            if lent.contains_key(&var) {
                continue;
            }
            match borrow.lent.and_then(|lent| owned::own(graph, var, lent)) {
                Some(made) => lent.extend(made),
                None => refuse(graph, var, borrow, errors),
            }
        }
        if lent.is_empty() {
            return;
        }
    }
}

/// The variables that hold a borrow while the workflow waits.
fn kept(graph: &Graph) -> Vec<(VarId, Borrow)> {
    let lets: Vec<_> = borrowing(graph).into_iter().chain(Texts::new(graph).variables()).collect();
    if lets.is_empty() {
        return vec![];
    }
    let live = Liveness::new(graph);
    let waits = |state: &usize| {
        matches!(graph.states[*state].kind, Kind::Task(_) | Kind::Wait { .. } | Kind::Fork(_))
    };
    let states: Vec<_> = (0..graph.states.len()).filter(waits).collect();
    let kept = |var: VarId| {
        states
            .iter()
            .any(|state| live.at_state(graph, *state).iter().any(|keep| keep.place.0 == var))
    };
    lets.into_iter().filter(|(var, _)| kept(*var)).collect()
}

fn refuse(graph: &Graph, var: VarId, borrow: Borrow, errors: &mut Errors) {
    match graph.vars[var].ident.span() {
        // A part of what is matched: the variable is where it is seen.
        bound if borrow.part => errors.span(
            bound,
            format!("`{}` is borrowed here: {KEPT}", graph.vars[var].ident),
            borrow.help,
        ),
        _ => errors.span(borrow.at, KEPT, borrow.help),
    }
}

/// The variables that hold a borrow.
fn borrowing(graph: &Graph) -> Vec<(VarId, Borrow)> {
    let code = graph.blocks.iter().flat_map(|block| &block.code);
    code.flat_map(|stmt| match stmt {
        Stmt::Let { pat, binds, value, .. } => {
            let found = bound(pat, value).into_iter();
            let of = |name: &Ident| binds.iter().find(|var| graph.vars[**var].ident == *name);
            found.filter_map(|(name, borrow)| Some((*of(&name)?, borrow))).collect()
        }
        _ => vec![],
    })
    .collect()
}

/// The names that a pattern binds to borrows: `let first = &list[0]`, `match &order { Order { id } => .. }`.
fn bound(pat: &Pat, value: &Ex) -> Vec<(Ident, Borrow)> {
    match (pat, &value.kind) {
        (Pat::Paren(inner), _) => bound(&inner.pat, value),
        (Pat::Or(or), _) => or.cases.iter().flat_map(|case| bound(case, value)).collect(),
        (Pat::Tuple(parts), ExKind::Tuple(values)) if parts.elems.len() == values.len() => {
            parts.elems.iter().zip(values).flat_map(|(pat, value)| bound(pat, value)).collect()
        }
        (Pat::Reference(_), _) => vec![],
        (Pat::Ident(name), _) => {
            borrow(value).map(|borrow| (name.ident.clone(), borrow)).into_iter().collect()
        }
        _ => match part(value) {
            Some(part) => names(pat).into_iter().map(|name| (name, part)).collect(),
            None => vec![],
        },
    }
}

/// The names that a pattern binds.
pub fn names(pat: &Pat) -> Vec<Ident> {
    struct Find(Vec<Ident>);
    impl<'p> Visit<'p> for Find {
        fn visit_pat_ident(&mut self, ident: &'p syn::PatIdent) {
            self.0.push(ident.ident.clone());
            syn::visit::visit_pat_ident(self, ident);
        }
    }
    let mut find = Find(vec![]);
    find.visit_pat(pat);
    find.0
}

/// Returns what a pattern binds a part of: a borrowed value.
fn part(value: &Ex) -> Option<Borrow> {
    let of = borrow(value)?;
    let help = match value.kind {
        ExKind::Ref(_) => {
            "match on the value: remove the `&`, or write `.clone()` behind it instead"
        }
        _ => of.help,
    };
    Some(Borrow { help, part: true, ..of })
}

/// Returns what is seen from the syntax: `&order.id`, `list.first()`, `list.iter().max().unwrap()`.
fn borrow(value: &Ex) -> Option<Borrow> {
    match &value.kind {
        ExKind::Ref(_) => Some(Borrow {
            at: value.span,
            help: "keep the value: remove the `&`, and write `.clone()` where it is needed again",
            part: false,
            lent: Some(Lent::Value),
        }),
        ExKind::Paren(inner) | ExKind::Block(_, inner) => borrow(inner),
        ExKind::If(_, then, or) => borrow(then).or_else(|| borrow(or)),
        ExKind::Match(_, arms) => arms.iter().find_map(|arm| borrow(&arm.value)),
        ExKind::Construct { path, args: Some(args), .. } if path.path.is_ident("Some") => {
            let inner = borrow(args.first()?)?;
            let lent = match inner.lent? {
                Lent::Value => Lent::Option,
                Lent::Text => Lent::OptionalText,
                _ => return None,
            };
            Some(Borrow { lent: Some(lent), ..inner })
        }
        ExKind::Method(call) => {
            let lent;
            let help = match call.method.to_string().as_str() {
                "last" | "next" | "nth" | "find" | "min" | "max" | "min_by" | "max_by"
                | "min_by_key" | "max_by_key" => {
                    borrow(&call.receiver).or_else(|| slice(&call.method, &call.receiver))?;
                    lent = of_items(&call.receiver);
                    "keep the value: add `.cloned()`"
                }
                "unwrap" | "expect" | "unwrap_or" => {
                    lent = match borrow(&call.receiver)?.lent {
                        Some(Lent::Option) => Some(Lent::Value),
                        Some(Lent::OptionalText) => Some(Lent::Text),
                        _ => None,
                    };
                    "keep the value: add `.clone()`"
                }
                name if ADAPTERS.contains(&name) => return borrow(&call.receiver),
                name => {
                    let borrowed = methods::find(name)?.borrowed?;
                    lent = form(name, borrowed);
                    owned(borrowed)
                }
            };
            Some(Borrow { at: call.method.span(), help, part: false, lent })
        }
        _ => None,
    }
}

/// The form of an item that an iterator gives: by syntax, a list's or one of texts.
fn of_items(list: &Ex) -> Option<Lent> {
    let ExKind::Method(call) = &list.kind else { return Some(Lent::Option) };
    match call.method.to_string().as_str() {
        "enumerate" => None,
        name if ADAPTERS.contains(&name) => of_items(&call.receiver),
        "split" | "split_whitespace" | "lines" => Some(Lent::OptionalText),
        _ => Some(Lent::Option),
    }
}

/// The form in which the result of a method is kept.
fn form(name: &str, borrowed: methods::Borrowed) -> Option<Lent> {
    match borrowed {
        methods::Borrowed::Item => Some(Lent::Option),
        methods::Borrowed::Text if name == "as_slice" => Some(Lent::Slice),
        methods::Borrowed::Text => Some(Lent::Text),
        methods::Borrowed::OptionalText => Some(Lent::OptionalText),
        methods::Borrowed::Items => None,
    }
}

/// Returns the help that makes a borrowed result a value.
fn owned(borrowed: methods::Borrowed) -> &'static str {
    match borrowed {
        methods::Borrowed::Item => "keep the value: add `.cloned()`",
        methods::Borrowed::Text => OWNED,
        methods::Borrowed::OptionalText => "keep the value: add `.map(|part| part.to_owned())`",
        methods::Borrowed::Items => "keep the list itself, and iterate where it is used",
    }
}

/// `list.last()`, and not that of an iterator.
fn slice(method: &syn::Ident, receiver: &Ex) -> Option<Borrow> {
    let place = method == "last" && receiver.place().is_some();
    place.then(|| Borrow { at: method.span(), help: "", part: false, lent: None })
}
