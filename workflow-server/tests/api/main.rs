//! The operations of the API, as a client calls them, without a socket.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "tests")]

mod activities;
mod aliases;
mod client;
mod definitions;
mod deletions;
mod executions;
mod express;
mod history;
mod hostile;
mod logs;
mod machines;
mod map_runs;
mod mocks;
mod nested;
mod protocol;
mod redrives;
mod restarts;
mod tags;
mod versions;
