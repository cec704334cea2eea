//! The budget of an execution, known when the program is compiled: `#[workflow(max_events = 100)]`.
//!
//! The shape of a workflow is syntax, and its retriers are constants: so the numbers are constants, and what exceeds
//! an attribute is an error of the compiler. They are those of `check`, which reads them out of the document.

use crate::machine::{Kind, Retrier, StateInfo};
use crate::price;
use std::borrow::Cow;
use workflow_asl::export::Error;
use workflow_asl::expr::Refused;
use workflow_asl::schema::Lazy;
use workflow_asl::size::most_bytes;

/// A number of events, and of transitions (states entered, and retries: what AWS bills).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cost {
    /// Entries of the history.
    pub events: u64,
    /// Transitions.
    pub transitions: u64,
}

impl Cost {
    /// Nothing.
    pub const NONE: Cost = Cost { events: 0, transitions: 0 };

    /// The cost of an item of a Map besides its states: MapIterationStarted, and its end.
    pub const ITEM: Cost = Cost { events: 2, transitions: 0 };

    /// One after the other.
    #[must_use]
    pub const fn plus(self, other: Cost) -> Cost {
        Cost {
            events: self.events.saturating_add(other.events),
            transitions: self.transitions.saturating_add(other.transitions),
        }
    }

    /// In an execution of its own, as those of a distributed Map: billed, but with a history of its own.
    #[must_use]
    pub const fn elsewhere(self) -> Cost {
        Cost { events: 0, ..self }
    }

    /// Again and again.
    #[must_use]
    pub const fn times(self, count: u64) -> Cost {
        Cost {
            events: self.events.saturating_mul(count),
            transitions: self.transitions.saturating_mul(count),
        }
    }

    /// One or the other.
    #[must_use]
    pub const fn most(self, other: Cost) -> Cost {
        Cost {
            events: if self.events > other.events { self.events } else { other.events },
            transitions: if self.transitions > other.transitions {
                self.transitions
            } else {
                other.transitions
            },
        }
    }

    /// Returns the cost of one visit of a state; `inner` is the cost of its branches or items together.
    #[must_use]
    pub const fn visit(state: &StateInfo, inner: Cost) -> Cost {
        // Entered and Exited; in each attempt an evaluation may fail.
        let attempt = match state.kind {
            // Scheduled, Started, and the outcome.
            Kind::Task => 4,
            // Started, and its end.
            Kind::Parallel => 3,
            Kind::Map => 5,
            _ => 1,
        };
        let attempt = inner.plus(Cost { events: attempt, transitions: 1 });
        Cost { events: 2, transitions: 0 }.plus(attempt.times(1 + retries(state)))
    }

    /// Compiles where an attribute is kept.
    ///
    /// # Panics
    /// If it is exceeded, which is an error of the compiler.
    #[track_caller]
    pub const fn keeps(self, workflow: &str, budget: &Budget) {
        // ExecutionStarted, and its end.
        let events = self.events.saturating_add(2);
        if let Some(most) = budget.events {
            assert_within(workflow, events, "events", most, "max_events");
        }
        if let Some(most) = budget.transitions {
            assert_within(workflow, self.transitions, "transitions", most, "max_transitions");
        }
        if let Some(dollars) = budget.dollars {
            let paid = paid(dollars);
            assert_within(
                workflow,
                self.transitions,
                "transitions",
                paid,
                "max_dollars, which pay for",
            );
        }
    }
}

/// The attributes of a workflow: the most that an execution may take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Budget {
    /// `max_events`
    pub events: Option<u64>,
    /// `max_transitions`
    pub transitions: Option<u64>,
    /// `max_dollars`
    pub dollars: Option<f64>,
}

/// A number of transitions beside which one more makes no difference.
const MANY: u64 = 1 << 50;

/// Returns how many transitions cost no more than so many dollars.
const fn paid(dollars: f64) -> u64 {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast of a float saturates, and the last one is looked at again"
    )]
    let about = ((dollars / price::DOLLARS_A_MILLION * 1_000_000.0) as u64).saturating_add(1);
    if about > MANY {
        return about;
    }
    let mut most = about;
    while most > 0 && price::dollars(most) > dollars {
        most -= 1;
    }
    most
}

#[track_caller]
const fn assert_within(workflow: &str, taken: u64, what: &str, most: u64, attribute: &str) {
    if taken <= most {
        return;
    }
    let text = Text::NEW.word("an execution of `").word(workflow).word("` may take ");
    let text = text.number(taken).word(" ").word(what).word(", more than its ").word(attribute);
    let text = text.word(" ").number(most).word(
        ": every retrier used up and the longest way taken. Allow more, retry less, or do less in one execution",
    );
    panic!("{}", text.read());
}

/// A text that is made when the program is compiled; what does not fit is cut off.
#[derive(Clone, Copy)]
struct Text {
    bytes: [u8; 400],
    length: usize,
}

impl Text {
    const NEW: Text = Text { bytes: [0; 400], length: 0 };

    const fn byte(mut self, byte: u8) -> Self {
        if self.length < self.bytes.len() {
            self.bytes[self.length] = byte;
            self.length += 1;
        }
        self
    }

    const fn word(mut self, word: &str) -> Self {
        let (bytes, mut at) = (word.as_bytes(), 0);
        while at < bytes.len() {
            self = self.byte(bytes[at]);
            at += 1;
        }
        self
    }

    const fn number(self, number: u64) -> Self {
        #[allow(clippy::cast_possible_truncation, reason = "a digit")]
        let digit = b'0' + (number % 10) as u8;
        match number {
            0..10 => self.byte(digit),
            more => self.number(more / 10).byte(digit),
        }
    }

    const fn read(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "an execution may take more than the attributes of the workflow allow",
        }
    }
}

/// Returns how often the effect of a state may be tried again: each retrier counts for itself.
const fn retries(state: &StateInfo) -> u64 {
    let Cow::Borrowed(retriers) = state.retry else { return 0 };
    let (mut most, mut at) = (0u64, 0);
    while at < retriers.len() {
        if let Retrier::Static(retry) = &retriers[at] {
            most = most.saturating_add(retry.max_attempts as u64);
        }
        at += 1;
    }
    most
}

/// Looks at the JSON of all that is passed: the state, what it is, and its type.
///
/// # Errors
/// If a type may be larger than `max_payload`, or nothing bounds it.
pub fn payloads(most: u64, all: &[(&str, &str, Lazy)]) -> Result<(), Error> {
    for (state, what, schema) in all {
        let refused = match most_bytes(&schema()) {
            Ok(bytes) if bytes <= most => continue,
            Ok(bytes) => Refused {
                what: format!("{what} may have {bytes} bytes, more than `max_payload` {most}"),
                remedy: "allow more, or pass less: a key of what is stored elsewhere".into(),
            },
            Err(free) => Refused {
                what: format!("nothing bounds {what}: its type leaves open how long {free} is"),
                remedy: "pass numbers, enums, or times instead, or remove `max_payload`".into(),
            },
        };
        return Err(Error { state: (*state).to_owned(), field: "max_payload".into(), refused });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_pay_for_transitions() {
        assert_eq!(paid(0.0), 0);
        assert_eq!(paid(0.000_025), 1);
        assert_eq!(paid(0.001), 40);
        assert_eq!(paid(25.25), 1_010_000);
        assert_eq!(paid(f64::INFINITY), u64::MAX);
        for transitions in [1, 3, 7, 1_234_567, 99_999_999] {
            assert_eq!(paid(price::dollars(transitions)), transitions);
        }
    }

    #[test]
    fn within_is_silent() {
        let cost = Cost { events: 10, transitions: 4 };
        cost.keeps(
            "fulfil",
            &Budget { events: Some(12), transitions: Some(4), dollars: Some(0.0001) },
        );
        cost.keeps("fulfil", &Budget::default());
    }

    #[test]
    #[should_panic(expected = "`fulfil` may take 12 events, more than its max_events 11: ")]
    fn one_too_many() {
        let cost = Cost { events: 10, transitions: 4 };
        cost.keeps("fulfil", &Budget { events: Some(11), ..Budget::default() });
    }

    #[test]
    fn a_long_name_is_cut() {
        let name = "long".repeat(200);
        assert_eq!(Text::NEW.word(&name).read().len(), 400);
        assert_eq!(Text::NEW.number(1_020_304).read(), "1020304");
    }
}
