//! The one table of operators and methods.

mod methods;

pub use methods::{METHODS, Method, REFUSED};
