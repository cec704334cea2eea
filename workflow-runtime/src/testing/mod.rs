//! Tests of your own workflows: virtual time, mocks that the compiler checks, what was called and in which order,
//! whether the exported document does the same, what the tests have reached, and crashes.
//!
//! [`Test`] is where to begin; the facade documents this module as `workflow::testing`, with examples.

mod calls;
mod coverage;
mod crash;
mod diff;
pub mod differences;
mod drive;
mod ends;
mod expect;
mod faults;
mod mock;
mod mocks;
mod places;
mod ran;
pub mod random;
mod reached;
mod same;
mod script;
pub mod spelling;
mod test;
mod watched;

pub use crate::history::EventType;
pub use crate::machine::Kind;
pub use calls::{Called, Calls};
pub use coverage::Coverage;
#[doc(hidden)]
pub use diff::difference;
pub use drive::{Patience, Ran, drive};
pub use ends::Ends;
pub use expect::{Expected, event};
pub use mock::{Answers, Mock};
pub use mocks::Mocks;
pub use places::Places;
pub use ran::Run;
pub use same::{results, same};
pub use test::Test;
