//! The events of one commit as bytes.

use crate::failure::Failure;
use crate::history::HistoryEvent;

/// Encodes events.
///
/// # Errors
/// Where an event has no JSON form.
pub(crate) fn encode(events: &[HistoryEvent]) -> Result<Vec<u8>, Failure> {
    serde_json::to_vec(events)
        .map_err(|error| Failure::runtime(format!("events have no JSON form: {error}")))
}

/// Decodes events.
///
/// # Errors
/// Where the bytes are not those of events.
pub(crate) fn decode(bytes: &[u8]) -> Result<Vec<HistoryEvent>, Failure> {
    serde_json::from_slice(bytes)
        .map_err(|error| Failure::runtime(format!("a chunk of a history: {error}")))
}
