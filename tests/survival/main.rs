//! Crashes of whole engines at every commit of twenty workflows, with tasks that take effect, answers from outside, nested
//! executions, executions of items and chains: right before the commit is written, right after, and with a lost
//! acknowledgement. Another engine goes on with what the store has, and comes to the same.
//!
//! `SURVIVAL_SEEDS=20 cargo test --test survival` runs more seeds than the first one; `SURVIVAL_SEED=7 cargo test --test
//! survival NAME` one that failed.

#![allow(clippy::unwrap_used, missing_docs, reason = "tests")]

mod flows;
mod laws;
#[path = "../support/point.rs"]
mod point;
mod process;
mod world;

use flows::*;
use laws::survives;

macro_rules! flows {
    ($($flow:ident),+) => {
        mod survives_at_each_commit {
            use super::*;
            $(#[test]
            fn $flow() {
                survives::<super::$flow>();
            })+
        }
    };
}

flows!(
    line,
    turns,
    branches,
    items,
    nested,
    caught,
    undone,
    raced,
    asked,
    asked_by_items,
    parent,
    family,
    crowd,
    crowd_of_parents,
    relay,
    relay_of_branches,
    patient,
    blocks,
    everything,
    races_of_items
);

/// The laws see what they are for.
mod planted {
    use super::*;
    use laws::{Broken, Plant, broken};

    /// Other idempotency keys after a crash.
    #[test]
    fn other_keys_are_seen() {
        assert!(broken::<line>(Plant::Salt).contains(&Broken::Keys));
    }

    /// A store that acknowledges what it has not written.
    #[test]
    fn lost_acknowledged_commits_are_seen() {
        assert!(broken::<line>(Plant::Lie).contains(&Broken::Repeats));
        assert!(broken::<items>(Plant::Lie).contains(&Broken::Repeats));
    }

    /// An engine that begins anew instead of going on.
    #[test]
    fn second_executions_are_seen() {
        let seen = broken::<parent>(Plant::Anew);
        assert!(seen.contains(&Broken::Executions) && seen.contains(&Broken::Keys), "{seen:?}");
    }
}
