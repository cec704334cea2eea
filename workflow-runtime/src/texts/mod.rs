//! Texts that are written once: an execution numbers its long ones, and what mentions them has the number.

mod pieces;
mod spans;
mod table;
#[cfg(test)]
mod tests;

pub(crate) use pieces::{OTHER, marked, put_literal, put_pieces, read_pieces, unmarked};
pub(crate) use table::Payloads;
