//! The history of an execution, in the words of AWS.

mod event;
mod logging;
mod trace;

pub use event::{Details, EventType, HistoryEvent};
pub use logging::{LogLevel, Logging};
pub use trace::{Scopes, Step, Trace, Visit};
