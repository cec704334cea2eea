//! Runs a workflow twice: in the engine, and as its document with functions that are processes.

pub mod agree;
#[path = "../../../../equivalence/harness/errors.rs"]
#[allow(dead_code, reason = "not all of them are met everywhere")]
pub mod errors;
pub mod functions;
#[path = "../../../../equivalence/harness/say.rs"]
pub mod say;
#[path = "../../../../equivalence/harness/script.rs"]
pub mod script;
pub mod served;

pub use agree::Proof;
pub use say::Say;
pub use script::{Reply, Script};
