//! Texts that are written once: an execution numbers its long ones, and what mentions them has the number.

mod pieces;
mod spans;
mod table;
#[cfg(test)]
mod tests;
mod words;

pub(crate) use pieces::{OTHER, marked, plain, put_literal, put_pieces, read_pieces, unmarked};
pub(crate) use table::Payloads;
