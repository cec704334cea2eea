//! The variables that a statement changes.

use super::walk::Step;
use crate::program::Pattern;

/// The variables that a statement changes.
pub(super) fn changes(step: Step<'_>) -> Vec<usize> {
    match step {
        Step::Let(pattern, _) => bound(pattern),
        Step::Assign(place, _) | Step::Mutate(place, ..) => vec![place.variable],
    }
}

/// The variables that a pattern binds.
pub(super) fn bound(pattern: &Pattern) -> Vec<usize> {
    let several = |patterns: &[Pattern]| patterns.iter().flat_map(bound).collect();
    match pattern {
        Pattern::Bind(variable, inner) => {
            std::iter::once(*variable).chain(inner.iter().flat_map(|inner| bound(inner))).collect()
        }
        Pattern::Local(_, Some(inner)) => bound(inner),
        // Each alternative binds the same names.
        Pattern::Or(patterns) => patterns.first().map(bound).unwrap_or_default(),
        Pattern::Tuple(patterns) | Pattern::TupleStruct(_, patterns) => several(patterns),
        Pattern::List(before, rest, behind) => {
            before.iter().chain(*rest).chain(*behind).flat_map(bound).collect()
        }
        Pattern::Struct(_, fields) => fields.iter().flat_map(|(_, field)| bound(field)).collect(),
        Pattern::Any | Pattern::Local(_, None) | Pattern::Literal(_) => vec![],
        Pattern::Range(..) | Pattern::Path(_) => vec![],
    }
}
