//! The forms of statements that only compute, and which may stand in which.

/// A form of a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    // What holds others.
    For,
    If,
    ElseIf,
    IfLet,
    Match,
    Block,
    LetElse,
    /// A branch on what a change tells: `if seen.insert(x)`, `if let Some(x) = list.pop()`.
    Told,
    /// A `let` of a block, an `if` or a `match`.
    Value,
    Closure,
    // What does not.
    Let,
    Shadow,
    Assign,
    Compound,
    Push,
    Insert,
    Remove,
    Clear,
    Extend,
    Pop,
    Truncate,
    Sort,
    Retain,
    Reorder,
    Entry,
    Item,
    ItemPart,
    Part,
    Said,
    Continue,
    Break,
    Return,
    Try,
}

use Form::*;

/// The forms that hold others.
pub const HOLDING: &[Form] = &[For, If, ElseIf, IfLet, Match, Block, LetElse, Told, Value, Closure];

/// The forms that do not.
pub const PLAIN: &[Form] = &[
    Let, Shadow, Assign, Compound, Push, Insert, Remove, Clear, Extend, Pop, Truncate, Sort,
    Retain, Reorder, Entry, Item, ItemPart, Part, Said, Continue, Break, Return, Try,
];

impl Form {
    pub fn holds(self) -> bool {
        HOLDING.contains(&self)
    }

    /// True if what stands in it is a value: it changes nothing outside.
    pub fn is_value(self) -> bool {
        matches!(self, Value | Closure)
    }
}

/// True if one form may stand directly in another.
pub fn fits(outer: Form, inner: Form) -> bool {
    match inner {
        Continue | Break => outer != For && !outer.is_value(),
        LetElse => !outer.is_value(),
        Return | Try => matches!(outer, If | ElseIf | IfLet | LetElse),
        _ => outer.holds(),
    }
}

/// Every pair that there must be. `?` leaves a function from few places: one of them is enough.
pub fn pairs() -> impl Iterator<Item = (Form, Form)> {
    let all = HOLDING.iter().chain(PLAIN);
    HOLDING
        .iter()
        .flat_map(move |outer| all.clone().map(|inner| (*outer, *inner)))
        .filter(|(outer, inner)| fits(*outer, *inner) && (*inner != Try || *outer == If))
}
