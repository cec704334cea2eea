//! Executions that AWS Step Functions recorded, run again by the interpreter, and compared event by event.
//!
//! The recordings stand beside the project; their form and the rules of comparison are told there. A [`Case`] is
//! one of them, [`replay`] runs it under a virtual clock with the task results that were recorded, and
//! [`compare_history`] and its siblings name every difference.

mod case;
mod compare;
mod decode;
mod differences;
mod measured;
#[cfg(test)]
mod mutants;
mod outcome;
mod pattern;
mod replay;
mod script;
mod service;
mod tested;
mod validated;

pub use case::{Case, Expected, Mask, folder, read, say};
pub use compare::{Difference, compare_history, compare_outcome, compare_value};
pub use decode::decoded;
pub use differences::{KNOWN, MEASURED};
pub use measured::{facts, judged};
pub use outcome::Outcome;
pub use replay::{bounded, replay};
pub use script::{Script, Step};
pub use service::{compare_served, served};
pub use tested::{compare_tested, tested};
pub use validated::{compare_validated, validated};
