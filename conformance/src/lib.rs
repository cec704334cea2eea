//! Executions that AWS Step Functions recorded, run again by the interpreter, and compared event by event.
//!
//! The recordings stand beside the project; their form and the rules of comparison are told there. A [`Case`] is
//! one of them, [`replay`] runs it under a virtual clock with the task results that were recorded, and
//! [`compare_history`] and its siblings name every difference.

mod case;
mod compare;
mod differences;
mod measured;
#[cfg(test)]
mod mutants;
mod recorded;
mod replay;
mod service;
mod tested;
mod validated;

pub use case::{Case, ExpectedEnd, folder, read, say};
pub use compare::{compare_history, compare_outcome, compare_value};
pub use differences::{KNOWN, MEASURED};
pub use measured::{facts, judged};
pub use recorded::{recorded, replay_recorded};
pub use replay::replay;
pub use service::{compare_served, served};
pub use tested::{compare_tested, tested};
pub use validated::{compare_validated, validated};
pub use workflow_replay::{
    HistoryDifference, Mask, RecordedOutcome, RecordedStep, Script, bounded, decoded,
};
