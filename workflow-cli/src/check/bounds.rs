//! Bounds the events and transitions of an execution, where the document alone bounds them.
//!
//! Events are those of the engine's histories, which are those of AWS. A bound is of the longest way: every retrier
//! used up, an evaluation failed in every attempt.

use super::document::{is_distributed, loops, next, retries, scopes};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A number of events and of transitions (states entered, and retries: what AWS bills).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    pub(super) events: u64,
    pub(super) transitions: u64,
}

impl Cost {
    fn plus(self, other: Cost) -> Cost {
        Cost {
            events: self.events.saturating_add(other.events),
            transitions: self.transitions.saturating_add(other.transitions),
        }
    }
    fn times(self, count: u64) -> Cost {
        Cost {
            events: self.events.saturating_mul(count),
            transitions: self.transitions.saturating_mul(count),
        }
    }
    fn most(self, other: Cost) -> Cost {
        Cost {
            events: self.events.max(other.events),
            transitions: self.transitions.max(other.transitions),
        }
    }
}

/// A part that may happen any number of times.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Repeated {
    pub(super) what: What,
    /// The largest cost of each turn or item, if all within happens once.
    pub(super) each: Cost,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// States that lead back to themselves, in the order of the document.
    Loop(Vec<String>),
    /// The items of a Map.
    Items(String),
}

/// The cost of an execution if all that is repeated happens once, and what is repeated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) once: Cost,
    pub(super) repeated: Vec<Repeated>,
}

/// The bounds of a whole document.
pub(super) fn bounds(document: &Value) -> Bounds {
    let mut repeated = vec![];
    let inner = scope(document, &mut repeated);
    // ExecutionStarted, and its end.
    let once = inner.plus(Cost { events: 2, transitions: 0 });
    Bounds { once, repeated }
}

fn scope(scope: &Value, repeated: &mut Vec<Repeated>) -> Cost {
    let Some(states) = scope["States"].as_object() else { return Cost::default() };
    let costs: BTreeMap<&str, Cost> =
        states.iter().map(|(name, json)| (name.as_str(), state(name, json, repeated))).collect();
    let graph = Graph { states, costs };
    let loops = loops(states);
    for cycle in &loops {
        let each = graph.sum(cycle);
        let names = cycle.iter().map(|name| (*name).to_owned()).collect();
        repeated.push(Repeated { what: What::Loop(names), each });
    }
    let start = scope["StartAt"].as_str().unwrap_or_default();
    graph.longest(start, &loops, &mut BTreeMap::new())
}

/// Returns what one visit of a state costs.
fn state(name: &str, json: &Value, repeated: &mut Vec<Repeated>) -> Cost {
    let retries = retries(json);
    let inner = scopes(json).into_iter().map(|inner| scope(inner, repeated));
    let inner = inner.fold(Cost::default(), Cost::plus);
    // Entered and Exited; in each attempt an evaluation may fail.
    let (events, attempt) = match json["Type"].as_str().unwrap_or_default() {
        // Scheduled, Started, and the outcome.
        "Task" => (2, 4),
        // Started and Succeeded or Failed.
        "Parallel" => (2, 3),
        // Its items have histories of their own. The Map's and the run's Started, and the ends of both.
        "Map" if is_distributed(json) => {
            let each = Cost { events: 0, ..inner };
            let what = What::Items(name.to_owned());
            // EXPRESS ones are billed by request and time, not by transition.
            if json["ItemProcessor"]["ProcessorConfig"]["ExecutionType"] != "EXPRESS" {
                repeated.push(Repeated { what, each: each.times(1 + retries) });
            }
            return Cost { events: 2, transitions: 0 }
                .plus(Cost { events: 5, transitions: 1 }.times(1 + retries));
        }
        "Map" => {
            // MapIterationStarted, and its end.
            let each = inner.plus(Cost { events: 2, transitions: 0 });
            let what = What::Items(name.to_owned());
            repeated.push(Repeated { what, each: each.times(1 + retries) });
            (2, 5)
        }
        _ => (2, 1),
    };
    let attempt = inner.plus(Cost { events: attempt, transitions: 1 });
    Cost { events, transitions: 0 }.plus(attempt.times(1 + retries))
}

struct Graph<'d> {
    states: &'d serde_json::Map<String, Value>,
    costs: BTreeMap<&'d str, Cost>,
}

impl<'d> Graph<'d> {
    fn sum(&self, names: &[&str]) -> Cost {
        let costs = names.iter().filter_map(|name| self.costs.get(name));
        costs.fold(Cost::default(), |sum, cost| sum.plus(*cost))
    }

    /// The most that a way from a state costs; each loop is gone through once, as a whole.
    fn longest(
        &self,
        from: &str,
        loops: &[Vec<&'d str>],
        known: &mut BTreeMap<String, Cost>,
    ) -> Cost {
        if let Some(cost) = known.get(from) {
            return *cost;
        }
        let own = [self.states.get_key_value(from).map_or("", |(name, _)| name.as_str())];
        let here = loops.iter().find(|states| states.contains(&from));
        let here = here.map_or(&own[..], Vec::as_slice);
        let out = here.iter().flat_map(|name| next(self.states, name));
        let out: BTreeSet<&str> = out.filter(|name| !here.contains(name)).collect();
        let rest = out.iter().map(|name| self.longest(name, loops, known));
        let rest = rest.fold(Cost::default(), Cost::most);
        let cost = self.sum(here).plus(rest);
        known.insert(from.to_owned(), cost);
        cost
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn task(next: &str) -> Value {
        let retry = json!([{ "ErrorEquals": ["A"], "MaxAttempts": 2 }]);
        json!({ "Type": "Task", "Retry": retry, "Next": next })
    }

    #[test]
    fn the_longest_way_counts() {
        let choice = json!({ "Type": "Choice", "Choices": [{ "Next": "B" }], "Default": "End" });
        let states =
            json!({ "A": task("C"), "C": choice, "B": task("End"), "End": { "Type": "Succeed" } });
        let bounds = bounds(&json!({ "StartAt": "A", "States": states }));
        // 2 of the execution, 2 + 3 × 4 for each task, 3 for the Choice and the end.
        assert_eq!(bounds.once, Cost { events: 2 + 14 + 3 + 14 + 3, transitions: 3 + 1 + 3 + 1 });
        assert_eq!(bounds.repeated, []);
    }

    #[test]
    fn loops_and_maps_are_named() {
        let choice = json!({ "Type": "Choice", "Choices": [{ "Next": "A" }], "Default": "M" });
        let inner = json!({ "StartAt": "I", "States": { "I": { "Type": "Pass", "End": true } } });
        let map = json!({ "Type": "Map", "ItemProcessor": inner, "End": true });
        let states = json!({ "C": choice, "A": task("C"), "M": map });
        let bounds = bounds(&json!({ "StartAt": "C", "States": states }));
        let each = |events, transitions| Cost { events, transitions };
        let names = vec!["C".to_owned(), "A".to_owned()];
        assert_eq!(
            bounds.repeated,
            [
                Repeated { what: What::Items("M".to_owned()), each: each(5, 1) },
                Repeated { what: What::Loop(names), each: each(17, 4) },
            ]
        );
        assert_eq!(bounds.once, each(2 + 17 + 2 + 5 + 3, 4 + 1 + 1));
    }

    #[test]
    fn items_of_distributed_maps_have_events_of_their_own() {
        let of = |kind: &str| {
            let config = json!({ "Mode": "DISTRIBUTED", "ExecutionType": kind });
            let states = json!({ "I": { "Type": "Pass", "End": true } });
            let inner = json!({ "ProcessorConfig": config, "StartAt": "I", "States": states });
            let map = json!({ "Type": "Map", "ItemProcessor": inner, "End": true });
            bounds(&json!({ "StartAt": "M", "States": { "M": map } }))
        };
        let each = Cost { events: 0, transitions: 1 };
        let (standard, express) = (of("STANDARD"), of("EXPRESS"));
        assert_eq!(standard.repeated, [Repeated { what: What::Items("M".to_owned()), each }]);
        assert_eq!(express.repeated, []);
        let once = Cost { events: 2 + 7, transitions: 1 };
        assert_eq!((standard.once, express.once), (once, once));
    }
}
