//! Translates Rust expressions to JSONata.
//!
//! [`expression`] walks the tree that a macro wrote down and chooses the text by types: those of the
//! [probes](crate::program::Types), and those that follow from them. Every text is one of the
//! [table](crate::operators); what has none is [`Refused`] with a remedy.

mod arithmetic;
mod canonical;
mod cast;
mod cause;
mod change;
mod chars;
mod closure;
mod code;
mod collected;
mod compose;
mod constant_variant;
mod construct;
mod decoded;
mod demand;
mod env;
mod equality;
mod failing;
mod filled;
mod format;
mod held;
mod iterator;
mod json;
mod lexical;
mod list;
mod map;
mod method;
mod names;
mod number;
mod option;
mod order;
mod parse;
mod parts;
mod pattern;
mod place;
mod race;
mod ranked;
mod reduce;
mod set;
mod slice;
mod sliced;
mod stepped;
mod summed;
#[cfg(test)]
mod tests;
mod text;
mod twin;
mod ty;
mod walk;
mod wide;
mod written;

pub use code::Code;
pub use compose::{and, with_local};
pub use env::Env;
pub use map::listed;
pub use names::{BUILT_IN, path_step};
pub(crate) use parts::parts;
pub use pattern::{bind, chooses, fits};
pub use place::{assign, mutate};
pub use set::ordered;
pub use sliced::{bind_parts, divided, divisible};
pub use walk::expression;

use std::fmt;

/// An expression that JSONata cannot say exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The construct, and the reason.
    pub what: String,
    /// The remedy.
    pub remedy: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}; help: {}", self.what, self.remedy)
    }
}
impl std::error::Error for Refused {}

/// Refuses an expression.
fn refuse<T>(what: impl Into<String>, remedy: impl Into<String>) -> Result<T, Refused> {
    Err(Refused { what: what.into(), remedy: remedy.into() })
}
