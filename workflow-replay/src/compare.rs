//! Compares a run with a recording, value by value and event by event.

use crate::noise::{Known, Noise};
use crate::pattern::only;
use serde_json::{Map, Value};
use std::collections::HashSet;
use std::fmt;

/// Something that is not as it was recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct HistoryDifference {
    /// The place, such as `$.events[3].stateExitedEventDetails.output`.
    pub path: String,
    /// The recorded value; `None` where nothing was.
    pub expected: Option<Value>,
    /// The value that came; `None` where nothing did.
    pub actual: Option<Value>,
}

impl fmt::Display for HistoryDifference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = |value: &Option<Value>| match value {
            None => "nothing".to_owned(),
            Some(value) => value.to_string(),
        };
        write!(
            f,
            "{}\n  recorded {}\n       got {}",
            self.path,
            text(&self.expected),
            text(&self.actual)
        )
    }
}

/// The firmness of the order of recorded events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// One possible order: lists are compared, numbers of events included.
    #[default]
    Total,
    /// Branches or items run at the same time: compared as a multiset, without numbers.
    Partial,
    /// The same, of a recording that was sorted and has lost the ends of Parallels.
    Sorted,
}

/// The most differences that are looked for where the order of events is open: each takes a look at all events.
const MOST: usize = 200;

/// Compares values, with what was found that made-up values stand for.
struct Comparer<'a> {
    noise: &'a Noise,
    known: Known,
    found: Vec<HistoryDifference>,
}

/// Every difference between a recorded value and another one.
#[must_use]
pub fn compare_value(expected: &Value, actual: &Value, noise: &Noise) -> Vec<HistoryDifference> {
    let mut comparer = Comparer::new(noise);
    comparer.value(expected, actual, "$");
    comparer.found
}

impl<'a> Comparer<'a> {
    fn new(noise: &'a Noise) -> Self {
        Comparer { noise, known: noise.known(), found: vec![] }
    }

    fn differ(&mut self, path: &str, expected: Option<&Value>, actual: Option<&Value>) {
        let (expected, actual) = (expected.cloned(), actual.cloned());
        self.found.push(HistoryDifference { path: path.to_owned(), expected, actual });
    }

    fn value(&mut self, expected: &Value, actual: &Value, path: &str) {
        if self.noise.erases(expected, path) {
            return;
        }
        match (expected, actual) {
            (Value::Object(fields), _) if self.noise.is_erased() && only(fields, "$json") => {
                self.text_of_json(&fields["$json"], expected, actual, path);
            }
            (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => {}
            (Value::String(a), Value::String(b)) if self.known.matches(a, b) => {}
            (Value::Object(a), Value::Object(b)) => self.object(a, b, path),
            (Value::Array(a), Value::Array(b)) => self.array(a, b, path),
            (a, b) if a == b => {}
            _ => self.differ(path, Some(expected), Some(actual)),
        }
    }

    /// A string member that holds JSON text.
    fn text_of_json(&mut self, inner: &Value, expected: &Value, actual: &Value, path: &str) {
        match actual {
            Value::String(text) => match serde_json::from_str::<Value>(text) {
                Ok(value) => self.value(inner, &value, path),
                Err(_) => self.differ(path, Some(expected), Some(actual)),
            },
            Value::Object(fields) if only(fields, "$json") => {
                self.value(inner, &fields["$json"], path)
            }
            other => self.value(inner, other, path),
        }
    }

    fn object(&mut self, expected: &Map<String, Value>, actual: &Map<String, Value>, path: &str) {
        let mut left: Vec<(&String, &Value)> = actual.iter().collect();
        for (key, value) in expected {
            let path = format!("{path}.{key}");
            let same = left.iter().position(|(name, _)| *name == key);
            let at =
                same.or_else(|| left.iter().position(|(name, _)| self.known.matches(key, name)));
            match at {
                Some(at) => self.value(value, left.remove(at).1, &path),
                None => self.differ(&path, Some(value), None),
            }
        }
        for (key, value) in left {
            self.differ(&format!("{path}.{key}"), None, Some(value));
        }
    }

    fn array(&mut self, expected: &[Value], actual: &[Value], path: &str) {
        for (index, (expected, actual)) in expected.iter().zip(actual).enumerate() {
            self.value(expected, actual, &format!("{path}[{index}]"));
        }
        let shared = expected.len().min(actual.len());
        if expected.len() != actual.len() {
            self.differ(&format!("{path}[{shared}]"), expected.get(shared), actual.get(shared));
        }
    }
}

/// Every difference between a recorded history and another one, whose payloads are decoded; where the order is open, the
/// first 200.
#[must_use]
pub fn compare_history(
    order: Order,
    expected: &[Value],
    actual: &[Value],
    noise: &Noise,
) -> Vec<HistoryDifference> {
    if order == Order::Total {
        return in_order(expected, actual, noise);
    }
    let mut left: Vec<Value> = actual.iter().map(body).collect();
    let mut found = vec![];
    let path = || "$.events".to_owned();
    for event in expected {
        let event = body(event);
        // Types first: histories are long, and to compare payloads takes its time.
        let same = |it: &Value| it["type"] == event["type"];
        let fits = |it: &Value| same(it) && compare_value(&event, it, noise).is_empty();
        match left.iter().position(fits) {
            Some(at) => drop(left.remove(at)),
            None => {
                found.push(HistoryDifference { path: path(), expected: Some(event), actual: None })
            }
        }
        if found.len() >= MOST {
            return found;
        }
    }
    // The normaliser of those tests lost events of these types.
    let lost = |event: &Value| {
        order == Order::Sorted
            && matches!(
                event["type"].as_str(),
                Some("ParallelStateSucceeded" | "ParallelStateExited")
            )
    };
    let excess = left.into_iter().filter(|event| !lost(event));
    found.extend(excess.map(|event| HistoryDifference {
        path: path(),
        expected: None,
        actual: Some(event),
    }));
    found.extend(acausal(actual));
    found
}

fn in_order(expected: &[Value], actual: &[Value], noise: &Noise) -> Vec<HistoryDifference> {
    let mut actual: Vec<Value> = actual.to_vec();
    let kind = |events: &[Value], id: &Value| {
        let event = events.iter().find(|event| event["id"] == *id);
        event.and_then(|event| event["type"].as_str().map(str::to_owned))
    };
    let recorded = expected;
    for (expected, actual) in expected.iter().zip(&mut actual) {
        if let Some(fields) = actual.as_object_mut() {
            fields.remove("timestamp");
        }
        let exited = |event: &Value| event["type"] == "MapStateExited";
        if !exited(expected) || !exited(actual) {
            continue;
        }
        // AWS changed this one link between 2024-08 and 2024-11.
        let mut links = [expected, actual].map(|event| kind(recorded, &event["previousEventId"]));
        links.sort();
        if links == [Some("MapRunStarted".to_owned()), Some("MapRunSucceeded".to_owned())] {
            actual["previousEventId"] = expected["previousEventId"].clone();
        }
    }
    let mut comparer = Comparer::new(noise);
    comparer.array(expected, &actual, "$.events");
    comparer.found
}

/// An event without its place in the history.
fn body(event: &Value) -> Value {
    let mut event = loose(event.clone());
    if let Some(fields) = event.as_object_mut() {
        ["id", "previousEventId", "timestamp"].iter().for_each(|key| drop(fields.remove(*key)));
    }
    event
}

/// Numbers of events that texts quote are left out.
#[must_use]
pub fn loose(value: Value) -> Value {
    const QUOTE: &str = "event id #";
    match value {
        Value::String(text) => {
            let mut parts = text.split(QUOTE);
            let mut loosened = parts.next().unwrap_or_default().to_owned();
            for part in parts {
                loosened.push_str(QUOTE);
                let digits = part.bytes().take_while(u8::is_ascii_digit).count();
                loosened.push_str(if digits > 0 { "N" } else { "" });
                loosened.push_str(&part[digits..]);
            }
            Value::String(loosened)
        }
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(key, value)| (key, loose(value))).collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(loose).collect()),
        other => other,
    }
}

/// Each event must follow from an earlier one.
fn acausal(events: &[Value]) -> Option<HistoryDifference> {
    let mut seen = HashSet::from([0]);
    for event in events {
        let (id, previous) =
            (event["id"].as_u64()?, event["previousEventId"].as_u64().unwrap_or(0));
        if !seen.contains(&previous) {
            let path = "$.events: the previousEventId of an earlier event".to_owned();
            return Some(HistoryDifference { path, expected: None, actual: Some(event.clone()) });
        }
        seen.insert(id);
    }
    None
}
