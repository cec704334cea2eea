//! The promises of the guide about durable executions: clocks that are set, stores that are restored, effects that happen
//! once.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "../support/clock.rs"]
mod clock;
mod drift;
mod once;
mod restored;
#[path = "../support/until.rs"]
mod until;
