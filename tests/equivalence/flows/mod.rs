//! Small workflows that were written to hurt.

pub mod distributed;
pub mod drawn;
pub mod enums;
pub mod errors;
pub mod first;
pub mod forks;
pub mod lists;
pub mod loops;
pub mod matches;
pub mod moves;
pub mod named;
pub mod numbers;
pub mod onward;
pub mod options;
pub mod outcomes;
pub mod outside;
pub mod parts;
pub mod pure;
pub mod raw;
pub mod retried;
pub mod review;
pub mod shadow;
pub mod shapes;
pub mod strings;
pub mod tasks;
