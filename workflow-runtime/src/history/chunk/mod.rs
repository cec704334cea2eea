//! The events of one commit as bytes: version 2, or 1 where nothing is in it that came later.
//!
//! An event is a byte for its kind, and what is unusual about its number, the event before it and its time; a byte for
//! the kind of its details, with what is there of them; then the details. A text is told once in a chunk, and long ones
//! once in the execution (`texts`).

mod decode;
mod encode;
mod kinds;

pub(super) use kinds::all as all_kinds;
#[cfg(test)]
mod tests;

pub(crate) use decode::{decode, mentioned};
pub(crate) use encode::encode;

/// The newest version: items that made distributed Maps fail came with the second. Whatever older programs do not know has
/// a version of its own, so that they tell it from damage.
const VERSION: u8 = 2;
/// The number of texts that are looked through for the same one.
const WINDOW: usize = 32;

/// The bit in the byte of a kind: the number is the next one, the event before it is the one before, at the same time.
const USUAL: u8 = 0x80;
/// The bits of the byte after the kind, where that is not so.
const NUMBER: u8 = 1;
const PREVIOUS: u8 = 2;
const TIME: u8 = 4;

/// The kinds of details. The parts that may be absent have a bit each, from the fifth on, in the order of the fields.
mod details {
    pub(super) const NONE: u8 = 0;
    pub(super) const EXECUTION_STARTED: u8 = 1;
    pub(super) const EXECUTION_SUCCEEDED: u8 = 2;
    pub(super) const STATE_ENTERED: u8 = 3;
    pub(super) const STATE_EXITED: u8 = 4;
    pub(super) const TASK_SCHEDULED: u8 = 5;
    pub(super) const TASK_STARTED: u8 = 6;
    pub(super) const TASK_SUCCEEDED: u8 = 7;
    pub(super) const FAILED: u8 = 8;
    pub(super) const SCHEDULED: u8 = 9;
    pub(super) const STARTED: u8 = 10;
    pub(super) const RETURNED: u8 = 11;
    pub(super) const CALL_FAILED: u8 = 12;
    pub(super) const MAP_STATE_STARTED: u8 = 13;
    pub(super) const MAP_RUN_STARTED: u8 = 14;
    pub(super) const MAP_ITERATION: u8 = 15;
    /// Together with the first bit: there are only sixteen.
    pub(super) const EVALUATION_FAILED: u8 = MAP_RUN_STARTED | 1 << 4;
    /// Likewise, with the second: it tells whether there is a location.
    pub(super) const LOCATION: u8 = 1 << 5;

    /// The parts that details of a kind may have.
    pub(super) const fn parts(kind: u8) -> u8 {
        match kind {
            NONE | TASK_STARTED | MAP_RUN_STARTED | MAP_ITERATION => 0,
            STATE_EXITED | CALL_FAILED | MAP_STATE_STARTED => 0b11,
            TASK_SCHEDULED => 0b111,
            FAILED | SCHEDULED => 0b1111,
            _ => 1,
        }
    }
}
