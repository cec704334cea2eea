//! Pauses between tries: longer each time, and never the same for two workers.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// The first pause, and the longest one.
const FIRST: Duration = Duration::from_millis(250);
const LONGEST: Duration = Duration::from_secs(30);

/// The pause that comes next.
pub(crate) struct Pause {
    next: Duration,
    random: RandomState,
}

impl Default for Pause {
    fn default() -> Self {
        Pause { next: FIRST, random: RandomState::new() }
    }
}

impl Pause {
    /// Returns the next pause, of which a half at most is left out by chance.
    pub(crate) fn grow(&mut self) -> Duration {
        let whole = self.next;
        self.next = (whole * 2).min(LONGEST);
        let drawn = self.random.hash_one(whole.as_millis()) % 512;
        whole.mul_f64(1.0 - f64::from(u32::try_from(drawn).unwrap_or(0)) / 1024.0)
    }

    /// Begins anew: something went well.
    pub(crate) fn reset(&mut self) {
        self.next = FIRST;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_their_end_and_begin_anew() {
        let mut pause = Pause::default();
        let mut whole = FIRST;
        for _ in 0..12 {
            let drawn = pause.grow();
            assert!(drawn <= whole && drawn >= whole / 2, "{drawn:?} of {whole:?}");
            whole = (whole * 2).min(LONGEST);
        }
        assert_eq!(whole, LONGEST);
        pause.reset();
        assert!(pause.grow() <= FIRST);
    }
}
