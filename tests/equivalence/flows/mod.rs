//! Small workflows that were written to hurt.

mod errors;
mod first;
mod forks;
mod lists;
mod loops;
mod moves;
mod numbers;
mod options;
mod review;
mod shadow;
mod tasks;
