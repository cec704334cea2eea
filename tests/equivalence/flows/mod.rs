//! Small workflows that were written to hurt.

mod errors;
mod first;
mod forks;
mod loops;
mod moves;
mod shadow;
mod tasks;
