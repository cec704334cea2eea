//! The largest number of items in a list, as far as syntax tells.

use crate::workflow::ex::{Ex, ExKind};
use crate::workflow::model::{Block, Graph, Stmt, VarId};

/// The values that a block gives to a variable.
fn given(block: &Block, var: VarId) -> impl Iterator<Item = &Ex> {
    block.code.iter().chain(&block.late).filter_map(move |stmt| match stmt {
        Stmt::Let { pat: syn::Pat::Ident(_), binds, value, .. } if binds[..] == [var] => {
            Some(value)
        }
        _ => None,
    })
}

/// True if a block gives a variable its value.
pub(super) fn gives(block: &Block, var: VarId) -> bool {
    given(block, var).next().is_some()
}

/// The value of a variable that is assigned once.
pub(super) fn assigned(graph: &Graph, var: VarId) -> Option<&Ex> {
    let mut values = graph.blocks.iter().flat_map(|block| given(block, var));
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

/// The most items of a list, as far as syntax tells.
pub(super) fn most(graph: &Graph, list: &Ex) -> Option<u64> {
    match &list.kind {
        ExKind::List { items, .. } => u64::try_from(items.len()).ok(),
        ExKind::Repeat(_, count) => number(count),
        ExKind::Range(from, to, inclusive) => {
            Some(number(to)?.saturating_add(u64::from(*inclusive)).saturating_sub(number(from)?))
        }
        ExKind::Paren(inner) | ExKind::Ref(inner) | ExKind::Deref(inner) => most(graph, inner),
        ExKind::Var(var) if graph.vars[*var].writes == 1 => most(graph, assigned(graph, *var)?),
        ExKind::Method(method) => {
            let inner = || most(graph, &method.receiver);
            match (method.method.to_string().as_str(), &method.args[..]) {
                ("take", [count]) => match (number(count), inner()) {
                    (Some(count), Some(inner)) => Some(count.min(inner)),
                    (count, inner) => count.or(inner),
                },
                (
                    "iter" | "into_iter" | "clone" | "cloned" | "copied" | "collect" | "to_vec"
                    | "rev" | "map" | "filter" | "filter_map" | "enumerate" | "skip" | "skip_while"
                    | "take_while" | "step_by" | "zip" | "chunks",
                    _,
                ) => inner(),
                ("chain", [other]) => Some(inner()?.saturating_add(most(graph, other)?)),
                _ => None,
            }
        }
        _ => None,
    }
}

fn number(ex: &Ex) -> Option<u64> {
    match &ex.kind {
        ExKind::Lit(syn::Lit::Int(number)) => number.base10_parse().ok(),
        ExKind::Paren(inner) => number(inner),
        _ => None,
    }
}
