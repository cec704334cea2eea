//! Small workflows that were written to hurt.

mod enums;
mod errors;
mod first;
mod forks;
mod lists;
mod loops;
mod matches;
mod moves;
mod numbers;
mod options;
mod review;
mod shadow;
mod shapes;
mod strings;
mod tasks;
