//! The history of an execution, in the words of AWS.

mod chunk;
mod event;
mod fields;
mod logging;
mod size;
mod trace;

pub(crate) use chunk::{decode, encode, mentioned};
pub use event::{Details, EventType, HistoryEvent, ItemFailed};
pub use logging::{LogLevel, Logging};
pub use trace::{Scopes, Step, Trace, Visit};
