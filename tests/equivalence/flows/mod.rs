//! Small workflows that were written to hurt.

mod first;
