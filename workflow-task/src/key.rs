//! Keys made from where an effect is in its execution: the same on every run and after every crash.

use std::fmt;
use std::hash::{Hash, Hasher};

/// The position of a scope: from the root, the ordinal of each fork and the index of the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u64, u64);

impl Key {
    /// The key of the outermost scope.
    pub const ROOT: Key = Key(0x243f_6a88_85a3_08d3, 0x1319_8a2e_0370_7344);

    /// The child of this index of the fork with this ordinal.
    #[must_use]
    pub fn child(self, ordinal: u32, index: u32) -> Key {
        self.with((u64::from(ordinal) << 32) | u64::from(index))
    }

    /// A key for an execution's id.
    #[must_use]
    pub fn named(id: &str) -> Key {
        id.as_bytes().chunks(8).fold(Key::ROOT, |key, chunk| {
            let word = chunk.iter().fold(1, |word, byte| (word << 8) | u64::from(*byte));
            key.with(word)
        })
    }

    /// The key of the execution that has this one's id, and a random number of its own.
    #[must_use]
    pub fn seeded(self, seed: u64) -> Key {
        self.with(seed)
    }

    /// Its digits.
    #[must_use]
    pub fn hex(self) -> String {
        format!("{:016x}{:016x}", self.0, self.1)
    }

    /// Its two halves.
    #[must_use]
    pub fn halves(self) -> (u64, u64) {
        (self.0, self.1)
    }

    /// The key mixed with a word.
    #[must_use]
    pub fn with(self, word: u64) -> Key {
        Key(mix(self.0 ^ word), mix(self.1.wrapping_add(word.rotate_left(17)) ^ 0x9e37))
    }

    /// Equal for all attempts of an effect, different for all others.
    #[must_use]
    pub fn idempotency(self, execution: Key, ordinal: u32) -> IdempotencyKey {
        IdempotencyKey { scope: self, execution, ordinal }
    }
}

/// The finalizer of splitmix64.
#[must_use]
pub fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// A key that is equal for all attempts of one visit of a state, and different for every visit, Map item and execution. A
/// task gives it to a service that must not do the same work twice. As text it has 32 hexadecimal digits.
///
/// It is made from the execution's id, the path of branches and items, and the number of the effect in its scope. So it is
/// known before a call, is the same after a crash, and needs no arguments. It is computed when it is read, because few tasks
/// read it.
#[derive(Clone, Copy)]
pub struct IdempotencyKey {
    scope: Key,
    execution: Key,
    ordinal: u32,
}

impl IdempotencyKey {
    /// The key of the next effect of the scope.
    #[must_use]
    pub fn next(self) -> Self {
        IdempotencyKey { ordinal: self.ordinal + 1, ..self }
    }

    /// The key of the first effect of a child of the fork that this is the key of.
    #[must_use]
    pub fn child(self, index: u32) -> Self {
        IdempotencyKey { scope: self.scope.child(self.ordinal, index), ordinal: 0, ..self }
    }

    /// Its two halves.
    #[must_use]
    pub fn halves(self) -> (u64, u64) {
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

/// Makes a key from a word, for a direct call of a task's body, as in a test.
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
}
