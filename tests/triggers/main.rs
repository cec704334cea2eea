//! Schedules in an engine: runs on time, once each, over restarts, crashes, two engines and clocks that jump.

#![allow(clippy::unwrap_used, reason = "tests")]

#[path = "../support/clock.rs"]
mod clock;
mod crashes;
mod kept;
mod missed;
mod overlap;
mod times;
mod turns;
#[path = "../support/until.rs"]
mod until;
mod world;
