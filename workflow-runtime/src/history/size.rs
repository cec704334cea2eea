//! The room that events take in memory.

use super::{Details, HistoryEvent, ItemFailed};
use std::sync::Arc;

impl HistoryEvent {
    /// The bytes that it has in memory, about. Texts that events share count for each of them.
    #[must_use]
    pub fn size(&self) -> usize {
        size_of::<Self>() + self.details.texts()
    }
}

impl Details {
    /// The bytes of all texts.
    fn texts(&self) -> usize {
        let sum = |all: &[&Option<Arc<str>>]| {
            all.iter().filter_map(|it| it.as_deref()).map(str::len).sum()
        };
        match self {
            Details::None
            | Details::TaskStarted
            | Details::MapStateStarted { .. }
            | Details::Started { .. } => 0,
            Details::ExecutionStarted { input: text, role: name }
            | Details::StateEntered { name, input: text } => sum(&[text]) + name.len(),
            Details::ExecutionSucceeded { output }
            | Details::TaskSucceeded { output }
            | Details::Returned { output, .. } => sum(&[output]),
            Details::StateExited { name, output, assigned } => {
                let each = assigned.iter().map(|(name, value)| name.len() + value.len());
                name.len() + sum(&[output]) + each.sum::<usize>()
            }
            Details::TaskScheduled { parameters: input, .. } | Details::Scheduled { input, .. } => {
                sum(&[input])
            }
            Details::Failed { error, cause, item } => {
                let item = item.as_ref().map_or(0, |item| item.texts());
                sum(&[error, cause]) + item
            }
            Details::CallFailed { error, cause, .. } => sum(&[error, cause]),
            Details::MapRunStarted { arn: name } | Details::MapIteration { name, .. } => name.len(),
            Details::Redriven { run, .. } => sum(&[run]),
            Details::EvaluationFailed { state, location, error, cause } => {
                state.len() + sum(&[location]) + error.len() + cause.len()
            }
        }
    }
}

impl ItemFailed {
    fn texts(&self) -> usize {
        let ItemFailed { name, state, error, cause, .. } = self;
        name.len() + state.as_deref().map_or(0, str::len) + error.len() + cause.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::EventType;
    use jiff::Timestamp;

    #[test]
    fn texts_count_with_their_bytes() {
        let event = |details| HistoryEvent {
            time: Timestamp::UNIX_EPOCH,
            kind: EventType::ExecutionSucceeded,
            id: 1,
            previous: 0,
            details,
        };
        let none = event(Details::None).size();
        let output = Some("\u{e4}23".into());
        assert_eq!(event(Details::ExecutionSucceeded { output }).size(), none + 4);
        let assigned = vec![("one".into(), "1".into()), ("two".into(), "22".into())];
        let exited = Details::StateExited { name: "S".into(), output: None, assigned };
        assert_eq!(event(exited).size(), none + 10);
    }
}
