//! The history of an execution, in the words of AWS.

mod event;

pub use event::{Details, EventType, HistoryEvent};
