//! Workflows written by a generator, each run three ways: the generator, the tasks that the workflows call, and the
//! harness of the proof, which is that of `tests/equivalence`.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

pub mod generator;
#[path = "../equivalence/harness/mod.rs"]
pub mod harness;
pub mod tasks;

/// The proof of a generated workflow: it may call every task. It survives a crash at each commit, too.
#[macro_export]
macro_rules! agrees {
    ($name:ident($($parameter:ident),*)) => {{
        let proof = $crate::prove!(
            $name($($parameter),*): number, text, check, note, maybe, list, kind, parcel, table, risky, slow,
                pair, both, count, spot, between, boxes, event, pack,
                ping, measure, widths, asked;
            failing = 4, wild = 1, items = 3, words = $crate::tasks::WORDS, seeds = 30
        );
        proof.run();
        proof.survives_each_commit($crate::harness::points::seeds());
    }};
}

/// The proof of a workflow whose loops and functions only compute.
#[macro_export]
macro_rules! computes {
    ($name:ident($($parameter:ident),*)) => {{
        let proof = $crate::prove!(
            $name($($parameter),*): number, text, note, parcel, both, count, boxes;
            failing = 3, wild = 2, items = 5, words = $crate::tasks::WORDS, seeds = 60
        );
        proof.run();
        proof.survives_each_commit($crate::harness::points::seeds());
    }};
}
