//! Callers: who may call a server that other machines reach, and what they may do.
//!
//! - [`Credentials`] are the keys and secrets that callers know.
//! - `guesses` has whoever sent wrong secrets wait.
//! - [`Role`] is the right of a caller.
//! - `signature` checks that a call was signed with a secret (AWS Signature Version 4).
//! - `sessions` are the browsers that have logged in to the console.

mod credentials;
mod guesses;
mod role;
mod sessions;
mod signature;

pub use credentials::Credentials;
pub use role::Role;

pub(crate) use credentials::Caller;
pub(crate) use guesses::{Guess, Guesses, network};
#[cfg(feature = "console")]
pub(crate) use sessions::Ending;
pub(crate) use sessions::Sessions;
pub(crate) use signature::{Signed, claimed, claimed_region, nobody, verify};
