//! Time and chance, by the numbers: an evaluation with the same entropy comes to the same value.

/// The source of `$now`, `$millis`, `$random`, `$uuid` and `$shuffle`. Plain data: draw n from seed s is always
/// the same, so that a resumed execution and the typed machine see what this one saw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entropy {
    now: i64,
    seed: u64,
    drawn: u64,
}

impl Entropy {
    /// A time, in milliseconds since 1970, and a seed.
    #[must_use]
    pub const fn new(now: i64, seed: u64) -> Self {
        Entropy { now, seed, drawn: 0 }
    }

    /// Milliseconds since 1970. One evaluation sees one time (JSONata, "$now").
    #[must_use]
    pub const fn now(&self) -> i64 {
        self.now
    }

    /// The next 64 bits (SplitMix64).
    pub const fn bits(&mut self) -> u64 {
        self.drawn += 1;
        mix(self.seed.wrapping_add(self.drawn.wrapping_mul(0x9E37_79B9_7F4A_7C15)))
    }

    /// Goes on to other numbers: another phase of the same visit.
    pub const fn skip(&mut self) {
        self.seed = mix(self.seed ^ 0x5851_F42D_4C95_7F2D);
        self.drawn = 0;
    }

    /// The next number, from 0 to less than 1.
    pub fn random(&mut self) -> f64 {
        unit(self.bits())
    }

    /// The next UUID, version 4.
    pub fn uuid(&mut self) -> String {
        let high = self.bits() & 0xFFFF_FFFF_FFFF_0FFF | 0x4000;
        let low = self.bits() & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000;
        format!(
            "{:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
            high >> 32,
            high >> 16 & 0xFFFF,
            high & 0xFFFF,
            low >> 48,
            low & 0xFFFF_FFFF_FFFF
        )
    }
}

const fn mix(z: u64) -> u64 {
    let z = (z ^ z >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ z >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ z >> 31
}

/// A number from 0 to less than 1: the upper 53 bits.
pub(super) fn unit(bits: u64) -> f64 {
    (bits >> 11) as f64 / (1_u64 << 53) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let (mut a, mut b) = (Entropy::new(0, 7), Entropy::new(5, 7));
        for _ in 0..100 {
            let number = a.random();
            assert!((0.0..1.0).contains(&number));
            assert_eq!(number, b.random());
        }
        assert_ne!(a.random(), Entropy::new(0, 8).random());
    }

    #[test]
    fn uuids_are_of_version_4() {
        let mut entropy = Entropy::new(0, 1);
        for _ in 0..100 {
            let uuid = entropy.uuid();
            assert_eq!(uuid.len(), 36);
            assert_eq!(&uuid[14..15], "4");
            assert!("89ab".contains(&uuid[19..20]), "{uuid}");
        }
    }
}
