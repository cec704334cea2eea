//! Runs recorded executions of AWS Step Functions again, with the recorded answers of their tasks.
//!
//! [`Recording::read`] reads what the AWS CLI prints about an execution, and [`replay()`] runs a definition with the recorded
//! answers. `docs/replay.md` has the rules by which the new history is compared with the recorded one.
//!
//! ```
//! use serde_json::json;
//! use workflow_replay::{Recording, ReplayOptions, replay};
//!
//! // `aws stepfunctions get-execution-history` printed this.
//! let (time, role) = ("2026-11-01T12:00:00Z", "arn:aws:iam::123456789012:role/adds");
//! let history = json!({ "events": [
//!     { "id": 1, "previousEventId": 0, "timestamp": time, "type": "ExecutionStarted",
//!       "executionStartedEventDetails": { "input": "{\"n\":20}", "roleArn": role } },
//!     { "id": 2, "previousEventId": 0, "timestamp": time, "type": "PassStateEntered",
//!       "stateEnteredEventDetails": { "name": "Add", "input": "{\"n\":20}" } },
//!     { "id": 3, "previousEventId": 2, "timestamp": time, "type": "PassStateExited",
//!       "stateExitedEventDetails": { "name": "Add", "output": "21" } },
//!     { "id": 4, "previousEventId": 3, "timestamp": time, "type": "ExecutionSucceeded",
//!       "executionSucceededEventDetails": { "output": "21" } },
//! ]});
//! let recording = Recording::read(&[("history.json".to_owned(), history.to_string())])?;
//!
//! let definition = |output: &str| json!({
//!     "QueryLanguage": "JSONata", "StartAt": "Add",
//!     "States": { "Add": { "Type": "Pass", "Output": output, "End": true } },
//! });
//! let same = replay(&recording, &definition("{% $states.input.n + 1 %}"), &ReplayOptions::default())?;
//! assert!(same.differences.is_empty());
//! let other = replay(&recording, &definition("{% $states.input.n + 2 %}"), &ReplayOptions::default())?;
//! assert!(!other.differences.is_empty());
//! # Ok::<(), String>(())
//! ```
//!
//! # The parts
//!
//! - A [`Script`] answers the calls of an execution as recorded; [`run()`] runs a document with it under a
//!   virtual clock.
//! - [`compare_history`] names every difference; [`Noise`] is what may differ.
//! - [`mocks`] and [`RustTest`] make a file of mocks, or a test in Rust, from a recording.

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
pub use compare::{HistoryDifference, Order, compare_history, compare_value, loose};
pub use decode::{decode, decoded};
pub use failure::Failed;
pub use noise::{Mask, Noise};
pub use outcome::RecordedOutcome;
pub use pattern::tokens;
pub use recording::Recording;
pub use replayed::{ReplayOptions, Replayed, replay};
pub use run::{Entry, ReplayRun, Setup, bounded, ended, run};
pub use rust_test::RustTest;
pub use script::{Asked, Script, UNSCRIPTED};
pub use step::RecordedStep;
