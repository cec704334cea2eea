//! Hostile input for what reads text from elsewhere: documents, paths, templates, rules and expressions.
//!
//! A [`Target`] is a plain function of bytes that panics where a law is broken, so that other fuzzers (cargo-fuzz)
//! can call it, too. The driver here runs on stable Rust: it mutates a committed corpus, from a seed, and tells
//! which kinds of answers it has not met before by what the targets return.
//!
//! `cargo test -p workflow-fuzz` runs every target by count; for long runs:
//! `cargo run --release -p workflow-fuzz -- TARGET --seconds N [--seed S]`.

pub mod corpus;
pub mod drive;
mod json;
mod mutate;
mod random;
mod targets;
mod words;

pub use targets::{TARGETS, Target};

#[cfg(test)]
mod tests;
