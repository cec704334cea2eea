//! Seeds: the numbers that `random`, `uuid` and the paths of children are drawn from, and a time as text.

use jiff::Timestamp;
use workflow_asl::jsonata::Entropy;

/// The source of the draws of a visit's outcome: assignments and output. Arguments draw other numbers.
pub(crate) fn leaving(now: i64, seed: u64, visits: u32) -> Entropy {
    let mut entropy = entering(now, seed, visits);
    entropy.skip();
    entropy
}

/// The source of the draws of a visit's arguments: the same at each attempt.
pub(crate) fn entering(now: i64, seed: u64, visits: u32) -> Entropy {
    Entropy::new(now, derive(seed, u64::from(visits), 0))
}

/// The seed of a child of the fork in this visit.
pub(crate) fn child_seed(seed: u64, visits: u32, index: usize) -> u64 {
    derive(seed, u64::from(visits), index as u64 + 1)
}

/// The seed of an execution, from its id (FNV-1a).
pub(crate) fn seed_of(id: &str) -> u64 {
    id.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}

/// Draws 32 bytes that nobody can guess, from the system; from a seed for tests, where that is known.
pub(crate) fn secret(seed: Option<u64>) -> [u8; 32] {
    let mut secret = [0; 32];
    match seed {
        Some(seed) => {
            for (index, part) in secret.chunks_mut(8).enumerate() {
                part.copy_from_slice(&derive(seed, 0, index as u64).to_le_bytes());
            }
        }
        // Without randomness of the system nothing that is secret can be made.
        None => getrandom::fill(&mut secret).unwrap_or_else(|error| panic!("{error}")),
    }
    secret
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
            assert!(seen.insert(leaving(0, child_seed(7, visits, 0), 1).uuid()));
            assert!(seen.insert(leaving(0, child_seed(7, visits, 1), 1).uuid()));
        }
    }
}
