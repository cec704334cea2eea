//! The kinds of events as numbers, by the rows of [`EventType`]. Their order is part of the form.

use crate::history::EventType;
use crate::machine::Kind;

/// The kinds of states, all of them: a test says so.
const KINDS: [Kind; 8] = [
    Kind::Task,
    Kind::Choice,
    Kind::Pass,
    Kind::Wait,
    Kind::Parallel,
    Kind::Map,
    Kind::Succeed,
    Kind::Fail,
];

/// The number of the first kind that is not of a state.
const FIRST: usize = KINDS.len() * EventType::OF_STATES.len();

/// The number of a kind, below 128.
pub(super) fn number(kind: EventType) -> u8 {
    let (row, of) = kind.row();
    let number = match of.map(|of| KINDS.iter().position(|kind| *kind == of)) {
        Some(of) => row * KINDS.len() + of.unwrap_or_default(),
        None => FIRST + row - EventType::OF_STATES.len(),
    };
    u8::try_from(number).unwrap_or(127)
}

/// The kind of a number.
pub(super) fn kind(number: u8) -> Option<EventType> {
    let number = usize::from(number);
    if number >= FIRST {
        return EventType::OTHERS.get(number - FIRST).copied();
    }
    let of = EventType::OF_STATES.get(number / KINDS.len())?;
    Some(of(KINDS[number % KINDS.len()]))
}

/// All kinds, in the order of their numbers.
pub(in crate::history) fn all() -> impl Iterator<Item = EventType> {
    (0..127).map_while(kind)
}
