//! The facts that an execution gives its machines: who it is, the time, and chance.

use crate::clock::Clock;
use crate::engine::Identity;
use jiff::Timestamp;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use workflow_asl::jsonata::Entropy;

/// The facts of the execution that a machine may ask for. The engine sets it before each step.
#[derive(Clone, Default)]
pub struct Around {
    identity: Option<Arc<Identity>>,
    clock: Option<Arc<dyn Clock>>,
    /// Different for each scope of an execution.
    seed: u64,
    /// The number of states that the scope has entered: each visit draws its own numbers.
    visits: u32,
    /// The time of this step.
    now: Option<i64>,
    /// The entropy of this visit's outcome, once it has drawn.
    entropy: Option<Entropy>,
    /// The values drawn in this step, for tests.
    drawn: Vec<Value>,
}

impl fmt::Debug for Around {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Around").field("seed", &self.seed).field("visits", &self.visits).finish()
    }
}

impl Around {
    pub(crate) fn new(identity: Arc<Identity>, clock: Arc<dyn Clock>) -> Self {
        Around { identity: Some(identity), clock: Some(clock), ..Around::default() }
    }

    /// Another step, of a scope that has entered so many states.
    pub(crate) fn restart(&mut self, seed: u64, visits: u32) {
        (self.seed, self.visits) = (seed, visits);
        (self.now, self.entropy) = (None, None);
        self.drawn.clear();
    }

    /// Another visit: other numbers.
    pub(crate) fn enter(&mut self) {
        self.visits += 1;
        self.entropy = None;
    }

    /// Returns what was drawn in this step.
    pub(crate) fn drawn(&self) -> &[Value] {
        &self.drawn
    }

    /// The id (ARN) of the execution.
    #[must_use]
    pub fn id(&self) -> String {
        self.identity.as_ref().map_or_else(String::new, |identity| identity.id.to_string())
    }
    /// Its name.
    #[must_use]
    pub fn name(&self) -> String {
        self.identity.as_ref().map_or_else(String::new, |identity| identity.name.to_string())
    }
    /// Returns the time when the execution started.
    #[must_use]
    pub fn start_time(&self) -> String {
        self.identity.as_ref().map_or_else(String::new, |identity| time(identity.started))
    }

    /// The time of this step: all that it evaluates sees the same.
    pub fn now(&mut self) -> String {
        let clock = || self.clock.as_ref().map_or(0, |clock| clock.now().as_millisecond());
        let now = *self.now.get_or_insert_with(clock);
        self.seen(time(Timestamp::from_millisecond(now).unwrap_or_default()))
    }
    /// A number from 0 to less than 1.
    pub fn random(&mut self) -> f64 {
        let number = self.entropy().random();
        self.seen(number)
    }
    /// A UUID, version 4.
    pub fn uuid(&mut self) -> String {
        let uuid = self.entropy().uuid();
        self.seen(uuid)
    }
    /// A number that nothing reads: the document does not draw it.
    pub fn unread<T: Default + Clone + Into<Value>>(&mut self) -> T {
        self.seen(T::default())
    }

    fn seen<T: Clone + Into<Value>>(&mut self, value: T) -> T {
        self.drawn.push(value.clone().into());
        value
    }

    fn entropy(&mut self) -> &mut Entropy {
        let (seed, visits) = (self.seed, self.visits);
        self.entropy.get_or_insert_with(|| leaving(0, seed, visits))
    }
}

/// Returns what the outcome of a visit draws from: assignments and output. Arguments draw other numbers.
pub(crate) fn leaving(now: i64, seed: u64, visits: u32) -> Entropy {
    let mut entropy = entering(now, seed, visits);
    entropy.skip();
    entropy
}

/// Returns what the arguments of a visit draw from: the same at each attempt.
pub(crate) fn entering(now: i64, seed: u64, visits: u32) -> Entropy {
    Entropy::new(now, derive(seed, u64::from(visits), 0))
}

/// The seed of a child of the fork in this visit.
pub(crate) fn child(seed: u64, visits: u32, index: usize) -> u64 {
    derive(seed, u64::from(visits), index as u64 + 1)
}

/// The seed of an execution, from its id (FNV-1a).
pub(crate) fn named(id: &str) -> u64 {
    id.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

fn derive(seed: u64, visit: u64, child: u64) -> u64 {
    let mut entropy =
        Entropy::new(0, seed ^ visit.rotate_left(32) ^ child.wrapping_mul(0xA24B_AED4_963E_E407));
    entropy.bits()
}

/// A time as AWS writes it: `2026-01-01T00:00:00.000Z` (recorded).
pub(crate) fn time(time: Timestamp) -> String {
    // Times of the context object are whole milliseconds.
    let whole = Timestamp::from_millisecond(time.as_millisecond()).unwrap_or_default();
    format!("{whole:.3}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_milliseconds() {
        let text = |ms| Timestamp::from_millisecond(ms).map(time).unwrap_or_default();
        assert_eq!(text(1_700_000_000_120), "2023-11-14T22:13:20.120Z");
        assert_eq!(text(0), "1970-01-01T00:00:00.000Z");
    }

    #[test]
    fn visits_and_children_draw_their_own() {
        let mut seen = std::collections::BTreeSet::new();
        for visits in 1..50 {
            assert!(seen.insert(leaving(0, 7, visits).uuid()));
            assert!(seen.insert(entering(0, 7, visits).uuid()));
            assert!(seen.insert(leaving(0, child(7, visits, 0), 1).uuid()));
            assert!(seen.insert(leaving(0, child(7, visits, 1), 1).uuid()));
        }
    }
}
