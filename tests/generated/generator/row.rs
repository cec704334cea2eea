//! The rows of the language: what may stand in what.

/// A row of the language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    // What holds others.
    Let,
    Block,
    If,
    ElseIf,
    MatchEnum,
    MatchNumber,
    MatchString,
    MatchOption,
    MatchResult,
    IfLet,
    LetElse,
    For,
    While,
    Loop,
    Join,
    Map,
    // What does not.
    Call,
    Shadow,
    Mutate,
    Moves,
    Values,
    Retried,
    Sleep,
    Return,
    Leave,
}

use Row::*;

/// The rows that hold others.
pub const OUTER: &[Row] = &[
    Let,
    Block,
    If,
    ElseIf,
    MatchEnum,
    MatchNumber,
    MatchString,
    MatchOption,
    MatchResult,
    IfLet,
    LetElse,
    For,
    While,
    Loop,
    Join,
    Map,
];
/// The rows that do not.
pub const LEAVES: &[Row] = &[Call, Shadow, Mutate, Moves, Values, Retried, Sleep, Return, Leave];

impl Row {
    /// Whether it holds other rows.
    pub fn holds(self) -> bool {
        OUTER.contains(&self)
    }
    /// Whether it has a value, so that it may stand behind a `let`.
    pub fn valued(self) -> bool {
        !matches!(
            self,
            Let | LetElse | For | While | Shadow | Mutate | Moves | Sleep | Return | Leave
        )
    }
    /// Whether its body is a function of its own: nothing outside is assigned, no loop outside is left.
    pub fn forks(self) -> bool {
        matches!(self, Join | Map)
    }
}

/// Whether one row may stand directly in another.
pub fn fits(outer: Row, inner: Row) -> bool {
    match outer {
        Let => inner.valued(),
        Join | Map => inner != Leave,
        _ => outer.holds(),
    }
}

/// Every pair that there must be.
pub fn pairs() -> impl Iterator<Item = (Row, Row)> {
    let all = OUTER.iter().chain(LEAVES);
    OUTER
        .iter()
        .flat_map(move |outer| all.clone().map(|inner| (*outer, *inner)))
        .filter(|(outer, inner)| fits(*outer, *inner))
}
