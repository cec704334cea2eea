//! Numbers by chance from a seed of the user's.

/// The first number, from 0 to less than 1, of `java.util.Random` with a seed, whose fraction is cut off (measured).
pub fn seeded(seed: f64) -> f64 {
    const MULTIPLIER: u64 = 0x5_DEEC_E66D;
    const MASK: u64 = (1 << 48) - 1;
    let first = step((seed as i64 as u64 ^ MULTIPLIER) & MASK);
    let second = step(first);
    ((first >> 22 << 27) + (second >> 21)) as f64 / (1_u64 << 53) as f64
}

/// The state of 48 bits that follows (documented: the linear congruential generator of `java.util.Random`).
const fn step(state: u64) -> u64 {
    state.wrapping_mul(0x5_DEEC_E66D).wrapping_add(0xB) & ((1 << 48) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seeds_have_the_numbers_of_java() {
        for (seed, number) in [
            (42.0, 0.727_563_680_032_868_1),
            (7.0, 0.730_699_042_060_042_1),
            (0.9, 0.730_967_787_376_657),
            (0.0, 0.730_967_787_376_657),
            (-0.9, 0.730_967_787_376_657),
        ] {
            assert_eq!(seeded(seed), number);
        }
        assert!((0.0..1.0).contains(&seeded(f64::NAN)));
        assert!((0.0..1.0).contains(&seeded(-1e300)));
    }
}
