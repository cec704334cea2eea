//! A clock that leaps forward, and is not believed at once: what is removed by a wrong time is gone.

use crate::lock::lock;
use jiff::{SignedDuration, Timestamp};
use std::sync::Mutex;
use std::time::Duration;
use tokio::time::Instant;

/// The time by which a clock may be ahead of what has passed.
const LEAP: SignedDuration = SignedDuration::from_hours(1);
/// The time after which a clock is believed that stays so far ahead.
const DOUBT: Duration = Duration::from_hours(24);

/// The last time that was believed.
#[derive(Default)]
pub(crate) struct Leaps(Mutex<Option<Known>>);

#[derive(Clone, Copy)]
struct Known {
    at: Instant,
    time: Timestamp,
    /// The beginning of the doubt, if the clock has leapt since.
    doubted: Option<Instant>,
}

impl Leaps {
    /// True if no time was believed yet.
    pub(crate) fn is_new(&self) -> bool {
        lock(&self.0).is_none()
    }

    /// Returns the time that a clock shows; or where it has leapt forward less than a day ago, the time that it would show
    /// else. `latest` is the latest time that is known before the first call.
    pub(crate) fn believed(&self, shown: Timestamp, latest: Option<Timestamp>) -> Timestamp {
        let now = Instant::now();
        let mut known = lock(&self.0);
        let time = latest.map_or(shown, |latest| latest.min(shown));
        let last = known.get_or_insert(Known { at: now, time, doubted: None });
        let passed = SignedDuration::try_from(now - last.at).unwrap_or(SignedDuration::MAX);
        let expected = last.time.checked_add(passed).unwrap_or(Timestamp::MAX);
        let leapt = shown.duration_since(expected) > LEAP;
        if leapt && now - *last.doubted.get_or_insert(now) < DOUBT {
            return expected;
        }
        *last = Known { at: now, time: shown, doubted: None };
        shown
    }
}
