//! Numbers drawn for attempts, from where an effect is in its execution: the same on every run and after every crash.

use std::fmt;
pub(crate) use workflow_task::key::Key;
use workflow_task::key::mix;
pub use workflow_task::task::IdempotencyKey;

/// The purpose of a drawn number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Draw {
    /// The pause before a retry.
    Jitter = 1,
    /// The delay of a mock.
    Delay,
    /// The order of two events at the same time.
    Tie,
}

/// A number for an attempt of the effect with this ordinal, in the scope with this key.
pub(crate) fn draw(key: Key, seed: u64, ordinal: u32, attempt: u32, what: Draw) -> u64 {
    let (a, b) = key.child(ordinal, attempt).with(seed ^ mix(what as u64)).halves();
    a ^ b
}

/// A number from 0 up to 1.
pub(crate) fn unit(draw: u64) -> f64 {
    // 53 bits are all that an f64 holds.
    #[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
    let high = (draw >> 11) as f64;
    high / 9_007_199_254_740_992.0
}

/// The values that an engine of a seed draws for an attempt of an effect: for harnesses that simulate an engine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    /// The order of two events at the same time: the one with the lower number.
    pub tie: u64,
    /// The factor of the pause before a retry with jitter.
    pub jitter: f64,
}

/// Returns the values drawn for the attempt of the effect with this ordinal, in the scope at this path.
#[must_use]
pub fn drawn(seed: u64, path: &[(u32, u32)], ordinal: u32, attempt: u32) -> Drawn {
    let key = path.iter().fold(Key::ROOT, |key, (fork, index)| key.child(*fork, *index));
    let drawn = |what| draw(key, seed, ordinal, attempt, what);
    Drawn { tie: drawn(Draw::Tie), jitter: unit(drawn(Draw::Jitter)) }
}

/// One of the attempts of a state's effect.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Attempt {
    /// The number of redrives of the execution.
    pub(crate) redrives: u32,
    /// The attempts of the Parallels and Maps around, from [`around`].
    pub(crate) around: u32,
    /// The number of retries of the state.
    pub(crate) retries: u32,
}

/// Returns the attempts of all Parallels and Maps around a scope as one number, from that of the scope around it and its
/// retries: 0 if each was tried once.
pub(crate) fn around(outer: u32, retries: u32) -> u32 {
    outer.wrapping_mul(0x9E37_79B1).wrapping_add(retries)
}

/// The name of an attempt: the same after a crash, different for every other one.
pub(crate) fn attempt_name(key: impl fmt::Display, attempt: Attempt) -> String {
    match attempt {
        Attempt { redrives: 0, around: 0, retries } => format!("{key}-{retries}"),
        Attempt { redrives, around: 0, retries } => format!("{key}-{redrives}-{retries}"),
        Attempt { redrives, around, retries } => format!("{key}-{redrives}-{around:x}-{retries}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_even() {
        let sum: f64 = (0..10_000).map(|n| unit(draw(Key::ROOT, 7, n, 0, Draw::Jitter))).sum();
        assert!((4_800.0..5_200.0).contains(&sum), "{sum}");
    }
}
