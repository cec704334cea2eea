//! The history of an execution, in the words of AWS.

mod event;
mod logging;

pub use event::{Details, EventType, HistoryEvent};
pub use logging::{LogLevel, Logging};
