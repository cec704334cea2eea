//! Borrows that would have to outlive a state: refused where they are made.

use super::ex::{Ex, ExKind};
use super::liveness::Liveness;
use super::lower::borrowed::ADAPTERS;
use super::model::{Graph, Kind, Stmt, VarId};
use crate::errors::Errors;
use proc_macro2::Span;

/// A borrow in a value, and the help that makes it a value of its own.
struct Borrow {
    at: Span,
    help: &'static str,
    /// Of a part of the value, that a pattern binds.
    part: bool,
}

const KEPT: &str = "a borrowed value cannot be kept while the workflow waits";

/// Refuses variables that hold a borrow while the workflow waits.
pub fn check(graph: &Graph, errors: &mut Errors) {
    let lets: Vec<_> = borrowing(graph);
    if lets.is_empty() {
        return;
    }
    let live = Liveness::new(graph);
    let waits = |state: &usize| {
        matches!(graph.states[*state].kind, Kind::Task(_) | Kind::Wait { .. } | Kind::Fork(_))
    };
    let states: Vec<_> = (0..graph.states.len()).filter(waits).collect();
    for (var, borrow) in lets {
        let kept =
            |state: &usize| live.at_state(graph, *state).iter().any(|keep| keep.place.0 == var);
        if states.iter().any(kept) {
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
    }
}

/// The variables that hold a borrow.
fn borrowing(graph: &Graph) -> Vec<(VarId, Borrow)> {
    let code = graph.blocks.iter().flat_map(|block| &block.code);
    code.flat_map(|stmt| match stmt {
        Stmt::Let { pat: syn::Pat::Ident(_), binds, value, .. } => {
            binds.first().copied().zip(borrow(value)).into_iter().collect()
        }
        Stmt::Let { pat, binds, value, .. } if !matches!(pat, syn::Pat::Reference(_)) => {
            binds.iter().filter_map(|var| Some((*var, part(value)?))).collect()
        }
        _ => vec![],
    })
    .collect()
}

/// Returns what a pattern binds of a borrowed value: `match &order { Order { id } => .. }`.
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
        }),
        ExKind::Paren(inner) => borrow(inner),
        ExKind::Method(call) => {
            let help = match call.method.to_string().as_str() {
                "first" | "get" | "as_ref" => "keep the value: add `.cloned()`",
                "as_str" | "as_slice" | "trim" | "trim_start" | "trim_end" => {
                    "keep the value: add `.to_owned()`"
                }
                "as_deref" | "strip_prefix" | "strip_suffix" => {
                    "keep the value: add `.map(|part| part.to_owned())`"
                }
                "iter" | "keys" | "values" | "lines" | "split" | "split_whitespace" => {
                    "keep the list itself, and iterate where it is used"
                }
                "last" | "next" | "nth" | "find" | "min" | "max" | "min_by" | "max_by"
                | "min_by_key" | "max_by_key" => {
                    borrow(&call.receiver).or_else(|| slice(&call.method, &call.receiver))?;
                    "keep the value: add `.cloned()`"
                }
                "unwrap" | "expect" | "unwrap_or" => {
                    borrow(&call.receiver)?;
                    "keep the value: add `.clone()`"
                }
                name if ADAPTERS.contains(&name) => return borrow(&call.receiver),
                _ => return None,
            };
            Some(Borrow { at: call.method.span(), help, part: false })
        }
        _ => None,
    }
}

/// `list.last()`, and not that of an iterator.
fn slice(method: &syn::Ident, receiver: &Ex) -> Option<Borrow> {
    let place = method == "last" && receiver.place().is_some();
    place.then(|| Borrow { at: method.span(), help: "", part: false })
}
