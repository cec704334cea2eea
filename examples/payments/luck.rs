//! Bad luck, drawn from a seed: the same for the same seed, in whatever order things happen.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{Arc, Mutex, PoisonError};

/// The faults of the services. Cheap to clone; without a seed there are none.
#[derive(Clone, Default)]
pub struct Luck {
    seed: Option<u64>,
    tries: Arc<Mutex<HashMap<String, u32>>>,
}

impl Luck {
    pub fn of(seed: u64) -> Self {
        Luck { seed: Some(seed), ..Luck::default() }
    }

    /// Whether this try of something goes wrong, which happens to so many of 100.
    pub fn strikes(&self, percent: u64, what: &str) -> bool {
        let Some(seed) = self.seed else { return false };
        let mut tries = self.tries.lock().unwrap_or_else(PoisonError::into_inner);
        let tries = tries.entry(what.to_owned()).or_default();
        *tries += 1;
        draw(seed, &(what, *tries)) % 100 < percent
    }
}

/// A number that depends on a seed and on what it is drawn for.
pub fn draw(seed: u64, what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    (seed, what).hash(&mut hasher);
    hasher.finish()
}
