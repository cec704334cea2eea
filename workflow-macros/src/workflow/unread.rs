//! The parts of a `let`: Rust evaluates each of them, whether anything reads it or not.

use super::chunks;
use super::ex::{Ex, ExKind};
use super::model::{Graph, VarId};
use syn::Pat;

/// The values that a `let` takes apart where it stands, each with the variables that are bound to it or its parts: of
/// `(a, (b, _)) = (x, (y, z))` there are three.
pub fn leaves<'e>(
    graph: &Graph,
    (pat, binds): (&Pat, &[VarId]),
    value: &'e Ex,
) -> Vec<(Vec<VarId>, &'e Ex)> {
    let mut all = vec![];
    apart(pat, value, &mut |pat, value| {
        let names = chunks::names(pat).unwrap_or_default();
        let named = |var: &&VarId| names.iter().any(|(_, name)| *name == graph.vars[**var].ident);
        all.push((binds.iter().filter(named).copied().collect(), value));
    });
    all
}

/// The parts of a value that may fail and that no name is bound to.
pub fn nameless<'e>(pat: &Pat, value: &'e Ex) -> Vec<&'e Ex> {
    let mut all = vec![];
    apart(pat, value, &mut |pat, value| {
        if value.may_fault() && chunks::names(pat).is_some_and(|names| names.is_empty()) {
            all.push(value);
        }
    });
    all
}

/// Tells each value that a pattern takes apart where it stands, and the part of the pattern that takes it.
fn apart<'e>(pat: &Pat, value: &'e Ex, found: &mut dyn FnMut(&Pat, &'e Ex)) {
    match (pat, &value.kind) {
        (Pat::Paren(inner), _) => apart(&inner.pat, value, found),
        (_, ExKind::Paren(inner)) => apart(pat, inner, found),
        (Pat::Tuple(pats), ExKind::Tuple(values))
            if pats.elems.len() == values.len()
                && !pats.elems.iter().any(|pat| matches!(pat, Pat::Rest(_))) =>
        {
            pats.elems.iter().zip(values).for_each(|(pat, value)| apart(pat, value, found));
        }
        _ => found(pat, value),
    }
}
