//! The answers of one name, in order.

use serde_json::Value;
use std::time::Duration;

/// One answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Answer {
    /// A result; or an error name and a cause.
    pub(super) outcome: Result<Value, (String, String)>,
    /// Its duration.
    pub(super) after: Duration,
    /// The number of times it is given; `None`: for ever.
    pub(super) times: Option<u64>,
}

/// Answers, each as often as it says.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Script(pub(super) Vec<Answer>);

impl Script {
    /// The answer of a call, counted from 0.
    pub(super) fn answer(&self, call: u64) -> Option<&Answer> {
        let mut left = call;
        self.0.iter().find(|answer| match answer.times {
            Some(times) if left >= times => {
                left -= times;
                false
            }
            _ => true,
        })
    }

    /// Returns how many calls are answered.
    pub(super) fn calls(&self) -> u64 {
        self.0.iter().fold(0, |sum, answer| sum.saturating_add(answer.times.unwrap_or(u64::MAX)))
    }
}
