//! What proves that three ways to run a workflow are one.

pub mod agree;
pub mod crash;
pub mod differences;
#[allow(dead_code, reason = "not all of them are met everywhere")]
pub mod errors;
pub mod journal;
pub mod names;
pub mod plant;
#[path = "../../support/point.rs"]
#[allow(dead_code, reason = "generated workflows use it")]
pub mod point;
#[allow(dead_code, reason = "generated workflows use it")]
pub mod points;
pub mod run;
pub mod say;
pub mod script;
pub mod size;

pub use agree::Proof;
pub use say::Say;
pub use script::{Reply, Script};
