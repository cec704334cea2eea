//! Numbers out of a seed.

/// A generator: splitmix64.
#[derive(Clone, Copy)]
pub struct Random(pub u64);

impl Random {
    /// A generator for one of several uses of a seed.
    pub fn new(seed: u64, of: u64) -> Self {
        let mut random = Random(seed ^ of.wrapping_mul(0xD134_2543_DE82_EF95));
        random.next();
        random
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut next = self.0;
        next = (next ^ (next >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        next = (next ^ (next >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        next ^ (next >> 31)
    }

    /// A number below `most`, which is not 0.
    pub fn below(&mut self, most: u64) -> u64 {
        self.next() % most
    }
}
