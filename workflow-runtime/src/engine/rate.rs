//! Rates: how many attempts begin in a time. (The generic cell rate algorithm, ITU-T I.371: one time is all that it keeps.)

use jiff::{SignedDuration, Timestamp};
use std::time::Duration;

/// The rate of a task.
#[derive(Clone, Debug)]
pub(crate) struct Rate {
    /// The time from one attempt to the next, where they come without end.
    pause: SignedDuration,
    /// The time by which attempts may be ahead of that.
    ahead: SignedDuration,
    /// The time at which the next one is due, if none is to be ahead.
    due: Timestamp,
}

/// The turn of an attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Turn {
    /// The time at which it may begin.
    pub(crate) time: Timestamp,
    /// The time at which the one after it is due.
    pub(crate) due: Timestamp,
}

impl Rate {
    /// A rate of so many attempts, at least one, in a time.
    pub(crate) fn new(attempts: u32, per: Duration) -> Self {
        let per = SignedDuration::try_from(per).unwrap_or(SignedDuration::MAX);
        let pause = per / i32::try_from(attempts.max(1)).unwrap_or(i32::MAX);
        Rate { pause, ahead: per - pause, due: Timestamp::MIN }
    }

    /// The turn of an attempt that comes now.
    pub(crate) fn turn(&mut self, now: Timestamp) -> Turn {
        let due = self.due.max(now);
        self.due = due.checked_add(self.pause).unwrap_or(Timestamp::MAX);
        let time = due.checked_sub(self.ahead).unwrap_or(Timestamp::MIN).max(now);
        Turn { time, due: self.due }
    }

    /// Counts attempts that have begun elsewhere, the next of which is due then. More than a window from now is the time of a
    /// clock that was wrong.
    /// Returns what counts of it.
    pub(crate) fn follow(&mut self, due: Timestamp, now: Timestamp) -> Timestamp {
        let most = now.checked_add(self.ahead).and_then(|it| it.checked_add(self.pause));
        let due = due.min(most.unwrap_or(Timestamp::MAX));
        self.due = self.due.max(due);
        due
    }

    /// True if attempts may come faster than one in this time.
    pub(crate) fn is_fast(&self, time: SignedDuration) -> bool {
        self.pause < time
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use proptest::prelude::*;

    fn at(millisecond: i64) -> Timestamp {
        Timestamp::from_millisecond(1_767_225_600_000 + millisecond).unwrap()
    }

    #[test]
    fn so_many_begin_at_once_and_others_wait_for_their_turn() {
        let mut rate = Rate::new(3, Duration::from_secs(3));
        let turns: Vec<_> = (0..6).map(|_| rate.turn(at(0)).time).collect();
        assert_eq!(turns, [at(0), at(0), at(0), at(1_000), at(2_000), at(3_000)]);
        // After a rest they may be ahead again.
        assert_eq!(
            (0..4).map(|_| rate.turn(at(60_000)).time).filter(|it| *it == at(60_000)).count(),
            3
        );
    }

    #[test]
    fn odd_rates_are_taken() {
        let mut none = Rate::new(0, Duration::from_secs(1));
        assert_eq!([none.turn(at(0)).time, none.turn(at(0)).time], [at(0), at(1_000)]);
        let mut all = Rate::new(u32::MAX, Duration::ZERO);
        assert_eq!(all.turn(at(5)).time, at(5));
        let mut never = Rate::new(1, Duration::MAX);
        assert_eq!(never.turn(at(0)).time, at(0));
        assert_eq!(never.turn(at(0)).time, Timestamp::MAX);
    }

    proptest! {
        #[test]
        fn no_window_has_more_than_twice_as_many(
            attempts in 1_u32..20, per in 1_u64..5_000, pauses in prop::collection::vec(0_i64..700, 1..200),
        ) {
            let mut rate = Rate::new(attempts, Duration::from_millis(per));
            let mut now = 0;
            let turns: Vec<_> = pauses.iter().map(|pause| {
                now += pause;
                let turn = rate.turn(at(now)).time;
                assert!(turn >= at(now));
                turn
            }).collect();
            prop_assert!(turns.is_sorted());
            let window = SignedDuration::from_millis(i64::try_from(per).unwrap());
            for (index, turn) in turns.iter().enumerate() {
                let within = turns[index..].iter().take_while(|it| it.duration_since(*turn) < window);
                // Those that may be ahead, and those that come due.
                prop_assert!(within.count() <= 2 * attempts as usize);
            }
        }
    }
}
