//! Epochs: who may write to an execution.
//!
//! The lower bits count the engines that have had the execution, from 1: each claim adds one. The bits above are drawn when
//! it begins. So an engine that had an execution of the same name, which was removed since, has another epoch, whatever the
//! number of its claims.

use crate::engine::random;

/// The bits that count: 16 million engines, then those above change, too.
const COUNT: u32 = 24;

/// Draws the epoch of an execution that begins. Its sign is free, for databases that have signed numbers.
pub(crate) fn first() -> u64 {
    ((random() >> (COUNT + 1)) << COUNT) | 1
}

/// The number of the engine that has an execution in this epoch: 1 for the one that began it.
pub(crate) fn owner(epoch: u64) -> u64 {
    epoch & ((1 << COUNT) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn each_start_has_an_epoch_of_its_own() {
        let drawn: HashSet<_> = (0..1000).map(|_| first()).collect();
        assert_eq!(drawn.len(), 1000);
        assert!(drawn.iter().all(|it| i64::try_from(*it).is_ok() && owner(*it) == 1));
        let bits = drawn.iter().fold((0, u64::MAX), |(some, all), it| (some | it, all & it));
        assert_eq!(bits, ((u64::MAX >> 1) & !0xFF_FFFE, 1), "each bit is drawn");
    }

    #[test]
    fn claims_are_counted() {
        let epoch = first();
        assert_eq!([0, 1, 7].map(|claims| owner(epoch + claims)), [1, 2, 8]);
        assert_eq!(owner(3), 3, "of an execution that began before epochs were drawn");
    }
}
