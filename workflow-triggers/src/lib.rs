//! Triggers, which start a workflow: schedules, events, objects, messages and requests. The macros read them at a workflow,
//! the engine and deployments read them there and in files. This crate has the words and rules for all of them.
//!
//! ```
//! use workflow_triggers::{Timetable, eventbridge};
//!
//! assert!(matches!(Timetable::read("rate(5 minutes)"), Ok(Timetable::Rate(300))));
//! assert_eq!(eventbridge("0 8 * * MON-FRI").as_deref(), Ok("cron(0 8 ? * MON-FRI *)"));
//! assert!(Timetable::read("0 0 30 2 *").is_err_and(|why| why.contains("no such day")));
//! ```

mod cron;
mod day;
mod days;
mod eventbridge;
mod kinds;
mod numbers;
pub mod rules;
mod shown;
mod timetable;
mod trigger;
#[cfg(feature = "zones")]
mod zone;

pub use cron::Cron;
pub use day::{Day, Minute};
pub use eventbridge::eventbridge;
pub use kinds::{Member, MemberForm, TRIGGER_KINDS, TriggerKind};
pub use shown::shown;
pub use timetable::{Timetable, rate};
pub use trigger::{StartOn, Trigger};
#[cfg(feature = "zones")]
pub use zone::zone;
