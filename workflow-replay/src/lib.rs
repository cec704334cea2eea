//! Recorded executions of AWS Step Functions, run again from their answers.
//!
//! A [`Script`] answers the calls of an execution as they were recorded, [`run`] runs a document with it under a virtual
//! clock, and [`compare_history`] names every difference. The rules are told in `docs/replay.md`.

mod answers;
mod compare;
mod decode;
mod event;
mod failure;
mod files;
mod made_up;
mod noise;
mod outcome;
mod pattern;
mod recording;
mod replayed;
mod run;
mod rust_test;
mod script;
mod step;
mod steps;
mod token;
mod unsupported;

pub use answers::mocks;
pub use compare::{Difference, Order, compare_history, compare_value, loose};
pub use decode::{decode, decoded};
pub use failure::Failed;
pub use noise::{Mask, Noise};
pub use outcome::Outcome;
pub use pattern::tokens;
pub use recording::Recording;
pub use replayed::{Options, Replayed, replay};
pub use run::{Entry, Ran, Setup, bounded, ended, run};
pub use rust_test::RustTest;
pub use script::{Asked, Script, UNSCRIPTED};
pub use step::Step;
