//! The cases that are known to differ, each with its reason.

/// Names of cases, and why the replay is not what was recorded.
pub const KNOWN: &[(&str, &str)] = &[];
