//! The names by which a race knows its winner: errors of Fail states, and variants of `Raced`.

use super::model::{Graph, StateId};
use crate::task_error::names::RACE;

/// The variants of `Raced`, by the position of the branch.
const PLACES: [&str; 8] =
    ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth"];

/// The variant of the branch at a position.
pub fn place(position: usize) -> &'static str {
    PLACES.get(position).copied().unwrap_or("Last")
}

/// The position of a variant.
pub fn position(place: &str) -> Option<usize> {
    PLACES.iter().position(|known| *known == place)
}

/// The error with which the branch at a position ends the race.
pub fn error(position: usize) -> String {
    format!("{RACE}{}", place(position))
}

impl Graph {
    /// True if the first branch that ends decides how a fork goes on.
    pub fn is_race(&self, state: StateId) -> bool {
        self.children(state).iter().any(|scope| self.scopes[*scope].wins.is_some())
    }
}
