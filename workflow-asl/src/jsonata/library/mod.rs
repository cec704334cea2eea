//! Functions of JSONata 2.0.6 that need no evaluator: of texts, numbers, times and regular expressions.
//!
//! Each takes plain values and returns plain values or a [`Fault`] with the words of 2.0.6. The judge is jsonata
//! 2.0.6 under node, except where AWS was measured to do otherwise. What an input can make large has a limit, in
//! characters written or in steps done.

pub mod arithmetic;
pub mod base64;
pub mod decimal;
pub mod integer;
pub mod json;
pub mod moment;
pub mod number;
pub mod random;
pub mod regex;
pub mod text;
pub mod url;

use crate::jsonata::fault::Fault;

/// The longest text that a function writes, in bytes: a payload has 262,144 at most.
pub const LENGTH: usize = 8_000_000;

/// The fault of a text that is longer than [`LENGTH`], in the words of AWS.
pub fn too_long() -> Fault {
    Fault::new("", "Expression evaluation memory limit exceeded: Check for excessive memory usage")
}

#[cfg(test)]
mod tests;
