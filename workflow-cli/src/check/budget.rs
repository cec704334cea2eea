//! The use of limits that is known before a workflow runs.

use super::bounds::{Bounds, Cost, What, bounds};
use super::document::states;
use crate::terminal::Tone;
use serde_json::Value;
use workflow_asl::Schema;
use workflow_asl::size::most_bytes;

/// Limits of AWS (Developer Guide, "Quotas").
const NAME: usize = 80;
const DEFINITION: usize = 1_048_576;
const EVENTS: u64 = 25_000;
const PAYLOAD: u64 = 262_144;

/// A limit, and how a workflow stands to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The limited quantity.
    pub name: &'static str,
    /// The largest use of it, or the reason that it is not known.
    pub text: String,
    /// The remedy, where it is not bounded.
    pub remedy: Vec<String>,
    /// True if the limit is exceeded.
    pub exceeded: bool,
}

impl Budget {
    fn new(name: &'static str, text: String, exceeded: bool) -> Self {
        Budget { name, text, remedy: vec![], exceeded }
    }

    pub(super) fn tone(&self) -> Tone {
        match (self.exceeded, self.remedy.is_empty()) {
            (true, _) => Tone::Bad,
            (false, false) => Tone::Again,
            (false, true) => Tone::Good,
        }
    }
}

/// Compares a workflow with the limits of AWS.
#[must_use]
pub fn budgets(name: &str, document: &Value, input: &Schema) -> Vec<Budget> {
    let bounds = bounds(document);
    vec![
        names(name, document),
        definition(document),
        events(&bounds),
        transitions(&bounds),
        payload(input),
    ]
}

fn names(name: &str, document: &Value) -> Budget {
    let all = states(document);
    let longest = all.iter().map(|state| state.name).chain([name]);
    let longest = longest.max_by_key(|name| name.chars().count()).unwrap_or_default();
    let length = longest.chars().count();
    let text = format!("{} states; the longest name has {length} of {NAME} characters", all.len());
    let text = if length > NAME { format!("{text}: `{longest}`") } else { text };
    Budget::new("names", text, length > NAME)
}

fn definition(document: &Value) -> Budget {
    let bytes = document.to_string().len();
    let text = format!("{} of {} bytes", grouped(bytes as u64), grouped(DEFINITION as u64));
    Budget::new("definition", text, bytes > DEFINITION)
}

fn events(bounds: &Bounds) -> Budget {
    let once = bounds.once.events;
    let repeated = || bounds.repeated.iter().filter(|repeated| repeated.each.events > 0);
    if repeated().next().is_none() {
        let text = format!("at most {} of {}", grouped(once), grouped(EVENTS));
        return Budget::new("events", text, once > EVENTS);
    }
    let remedy = repeated().map(|repeated| {
        let each = repeated.each.events;
        let fit = 1 + EVENTS.saturating_sub(once) / each.max(1);
        let (each, fit) = (grouped(each), grouped(fit));
        match &repeated.what {
            What::Loop(states) => format!(
                "the loop of {}: up to {each} events a turn, {fit} turns fit if all else happens once; for more, \
                 end with `continue_as(..)`: the next execution goes on with what is left",
                listed(states)
            ),
            What::Items(state) => format!(
                "the Map `{state}`: up to {each} events an item, {fit} items fit if all else happens once; for \
                 more, write `.distributed()`: each item then has a history of its own"
            ),
        }
    });
    let text = format!("not bounded; {} are allowed", grouped(EVENTS));
    let mut budget = Budget::new("events", text, false);
    budget.remedy = remedy.collect();
    budget
}

fn transitions(bounds: &Bounds) -> Budget {
    let Cost { transitions, .. } = bounds.once;
    let mut text = format!("at most {}", grouped(transitions));
    for repeated in &bounds.repeated {
        let each = grouped(repeated.each.transitions);
        text += &match &repeated.what {
            What::Loop(states) => format!(", {each} more a turn of {}", listed(states)),
            What::Items(state) => format!(", {each} more an item of `{state}`"),
        };
    }
    Budget::new("transitions", text + " (retries are transitions)", false)
}

fn payload(input: &Schema) -> Budget {
    let limit = grouped(PAYLOAD);
    match most_bytes(input) {
        Ok(most) => {
            let text = format!("an input has at most {} of {limit} bytes", grouped(most));
            Budget::new("payload", text, most > PAYLOAD)
        }
        Err(free) => Budget::new(
            "payload",
            format!("an input may have {limit} bytes, and its type does not bound {free}"),
            false,
        ),
    }
}

/// A few of the names of states.
fn listed(states: &[String]) -> String {
    const MOST: usize = 3;
    let names: Vec<String> = states.iter().take(MOST).map(|name| format!("`{name}`")).collect();
    let more = if states.len() > MOST { " and others" } else { "" };
    names.join(", ") + more
}

/// Digits in groups of three.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_grouped() {
        let numbers: Vec<_> = [0, 999, 1000, 1_048_576].into_iter().map(grouped).collect();
        assert_eq!(numbers, ["0", "999", "1,000", "1,048,576"]);
    }
}
