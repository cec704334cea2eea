//! Random numbers from a seed.

use std::fmt;

/// A source of random numbers. It shows its seed.
pub struct Random {
    seed: u64,
    state: u64,
}

impl Random {
    /// A source from the seed that the environment names, or from one that never changes.
    pub fn new() -> Self {
        let named = std::env::var("WORKFLOW_CONTRACT_SEED").ok().and_then(|it| it.parse().ok());
        Random::from(named.unwrap_or(0x5EED))
    }

    pub fn from(seed: u64) -> Self {
        Random { seed, state: seed }
    }

    /// Returns the seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    // SplitMix64.
    pub fn bits(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut it = self.state;
        it = (it ^ (it >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        it ^ (it >> 31)
    }

    /// Returns a number below a limit.
    pub fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.bits() % limit.max(1) as u64).unwrap_or(0)
    }

    /// True one time in `times`.
    pub fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// Returns one of these.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

impl fmt::Display for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WORKFLOW_CONTRACT_SEED={}", self.seed)
    }
}
