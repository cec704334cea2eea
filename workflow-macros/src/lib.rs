//! The macros of `workflow`.
