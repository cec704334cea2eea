//! Numbers made from where an effect is in its execution: the same on every run and after every crash.

use std::fmt;
use std::hash::{Hash, Hasher};

/// The position of a scope: from the root, the ordinal of each fork and the index of the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u64, u64);

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

impl Key {
    pub(crate) const ROOT: Key = Key(0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344);

    /// The child of this index of the fork with this ordinal.
    pub(crate) fn child(self, ordinal: u32, index: u32) -> Key {
        self.with((u64::from(ordinal) << 32) | u64::from(index))
    }

    /// A key for an execution's id.
    pub(crate) fn named(id: &str) -> Key {
        id.as_bytes().chunks(8).fold(Key::ROOT, |key, chunk| {
            let word = chunk.iter().fold(1, |word, byte| (word << 8) | u64::from(*byte));
            key.with(word)
        })
    }

    /// The key of the execution that has this one's id, and a random number of its own.
    pub(crate) fn seeded(self, seed: u64) -> Key {
        self.with(seed)
    }

    /// Its digits.
    pub(crate) fn hex(self) -> String {
        format!("{:016x}{:016x}", self.0, self.1)
    }

    fn with(self, word: u64) -> Key {
        Key(mix(self.0 ^ word), mix(self.1.wrapping_add(word.rotate_left(17)) ^ 0x9e37))
    }

    /// A number for an attempt of the effect with this ordinal.
    pub(crate) fn draw(self, seed: u64, ordinal: u32, attempt: u32, what: Draw) -> u64 {
        let Key(a, b) = self.child(ordinal, attempt).with(seed ^ mix(what as u64));
        mix(a ^ b)
    }

    /// Equal for all attempts of an effect, different for all others.
    pub(crate) fn idempotency(self, execution: Key, ordinal: u32) -> IdempotencyKey {
        IdempotencyKey { scope: self, execution, ordinal }
    }
}

/// The finalizer of splitmix64.
fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
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
    let draw = |what| key.draw(seed, ordinal, attempt, what);
    Drawn { tie: draw(Draw::Tie), jitter: unit(draw(Draw::Jitter)) }
}

/// Equal for all attempts of one visit of a state, different for every visit, Map item and execution: what a
/// task hands to a service that must not do the same twice. 32 hexadecimal digits as text.
///
/// Made from the execution's id, the path of branches and items, and the number of the effect in its scope:
/// known before a call, the same after a crash, and without encoding the arguments.
/// It is drawn when it is read: few tasks do.
#[derive(Clone, Copy)]
pub struct IdempotencyKey {
    scope: Key,
    execution: Key,
    ordinal: u32,
}

impl IdempotencyKey {
    /// The key of the next effect of the scope.
    pub(crate) fn next(self) -> Self {
        IdempotencyKey { ordinal: self.ordinal + 1, ..self }
    }

    /// The key of the first effect of a child of the fork that this is the key of.
    pub(crate) fn child(self, index: u32) -> Self {
        IdempotencyKey { scope: self.scope.child(self.ordinal, index), ordinal: 0, ..self }
    }

    /// Its two halves.
    pub(crate) fn halves(self) -> (u64, u64) {
        let Key(high, low) =
            self.scope.child(self.ordinal, 0).with(self.execution.0).with(self.execution.1);
        (high, low)
    }
}

impl PartialEq for IdempotencyKey {
    fn eq(&self, other: &Self) -> bool {
        self.halves() == other.halves()
    }
}
impl Eq for IdempotencyKey {}
impl Hash for IdempotencyKey {
    fn hash<H: Hasher>(&self, to: &mut H) {
        self.halves().hash(to);
    }
}
impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "IdempotencyKey({self})")
    }
}

/// A key made from a word, for a direct call of a task's body, as in a test.
impl From<&str> for IdempotencyKey {
    fn from(word: &str) -> Self {
        Key::ROOT.idempotency(Key::named(word), 0)
    }
}

impl fmt::Display for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (high, low) = self.halves();
        write!(f, "{high:016x}{low:016x}")
    }
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
    use std::collections::HashSet;

    #[test]
    fn keys_differ_where_places_differ() {
        let mut seen = HashSet::new();
        for ordinal in 0..50 {
            for index in 0..200 {
                let key = Key::ROOT.child(ordinal, index);
                let nested = Key::ROOT.child(0, 0).child(ordinal, index);
                let (run, other) = (Key::named("an execution"), Key::named("an execuzion"));
                assert!(seen.insert(key.idempotency(run, 0)));
                assert!(seen.insert(key.idempotency(run, 1)));
                assert!(seen.insert(key.idempotency(other, 0)));
                assert!(seen.insert(nested.idempotency(run, 0)));
            }
        }
        assert_eq!(Key::ROOT.idempotency(Key::ROOT, 0).to_string().len(), 32);
    }

    #[test]
    fn units_are_even() {
        let sum: f64 = (0..10_000).map(|n| unit(Key::ROOT.draw(7, n, 0, Draw::Jitter))).sum();
        assert!((4_800.0..5_200.0).contains(&sum), "{sum}");
    }
}
