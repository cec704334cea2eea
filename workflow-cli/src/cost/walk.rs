//! The transitions of an execution, least and most, by reading the definition.
//!
//! A transition is a state that is entered, or a retry (documented: the pricing page of Step Functions); items and
//! branches are none by themselves (judgement: the page counts steps that are executed).

use crate::check::{is_distributed, loops, next, retries, scopes};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers that a definition does not say.
#[derive(Clone, Debug, Default)]
pub(crate) struct Assumed {
    /// The items of Maps.
    pub(crate) items: BTreeMap<String, u64>,
    /// The turns of loops, by one of their states.
    pub(crate) iterations: BTreeMap<String, u64>,
    /// The most retries of states; else all that the definition allows.
    pub(crate) retries: BTreeMap<String, u64>,
}

/// A way through a definition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Way {
    pub(crate) transitions: u64,
    /// The calls of each Task state.
    pub(crate) calls: BTreeMap<String, u64>,
    /// The EXPRESS executions that are items of distributed Maps.
    pub(crate) children: u64,
}

impl Way {
    fn plus(mut self, other: &Way) -> Way {
        self.transitions = self.transitions.saturating_add(other.transitions);
        self.children = self.children.saturating_add(other.children);
        for (state, calls) in &other.calls {
            let sum = self.calls.entry(state.clone()).or_default();
            *sum = sum.saturating_add(*calls);
        }
        self
    }

    fn times(mut self, count: u64) -> Way {
        self.transitions = self.transitions.saturating_mul(count);
        self.children = self.children.saturating_mul(count);
        self.calls.values_mut().for_each(|calls| *calls = calls.saturating_mul(count));
        self
    }
}

/// Something that a definition does not bound.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Open {
    /// The states that lead back to themselves.
    Loop(Vec<String>),
    /// The items of a Map.
    Items(String),
}

/// The least and the most of an execution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Range {
    /// The shortest way to an end on which nothing fails.
    pub(crate) least: Way,
    /// The longest way, all retriers used up, what is not bounded taken once.
    pub(crate) most: Way,
    /// The parts that are not bounded: with any there is no most.
    pub(crate) open: Vec<Open>,
    /// Pairs of states of one loop, the turns of which were given for both.
    pub(crate) doubled: Vec<(String, String)>,
    /// Names in the assumptions that nothing in the definition has.
    pub(crate) strange: Vec<String>,
}

/// Reads a definition.
pub(crate) fn range(document: &Value, assumed: &Assumed) -> Range {
    let mut walk = Walk { assumed, open: BTreeSet::new(), used: BTreeSet::new(), doubled: vec![] };
    let least = walk.scope(document, false);
    let most = walk.scope(document, true);
    let all = [&assumed.items, &assumed.iterations, &assumed.retries];
    let named = all.into_iter().flat_map(BTreeMap::keys);
    let strange = named.filter(|name| !walk.used.contains(*name)).cloned().collect();
    Range { least, most, open: walk.open.into_iter().collect(), doubled: walk.doubled, strange }
}

struct Walk<'a> {
    assumed: &'a Assumed,
    open: BTreeSet<Open>,
    /// The assumptions that were of use.
    used: BTreeSet<String>,
    doubled: Vec<(String, String)>,
}

impl Walk<'_> {
    fn scope(&mut self, scope: &Value, most: bool) -> Way {
        let Some(states) = scope["States"].as_object() else { return Way::default() };
        let costs: BTreeMap<&str, Way> = states
            .iter()
            .map(|(name, state)| (name.as_str(), self.state(name, state, most)))
            .collect();
        let start = scope["StartAt"].as_str().unwrap_or_default();
        let graph = Graph { states, costs };
        if !most {
            return graph.shortest(start);
        }
        let mut turns = BTreeMap::new();
        for cycle in loops(states) {
            let mut all =
                cycle.iter().filter_map(|name| self.assumed.iterations.get_key_value(*name));
            let (given, second) = (all.next(), all.next());
            if let (Some((one, _)), Some((other, _))) = (given, second) {
                self.doubled.push((one.clone(), other.clone()));
            }
            if let Some((name, _)) = given {
                self.used.insert(name.clone());
            } else {
                self.open.insert(Open::Loop(cycle.iter().map(|name| (*name).to_owned()).collect()));
            }
            let count = given.map_or(1, |(_, count)| *count);
            turns.extend(cycle.iter().map(|name| (*name, (cycle.clone(), count))));
        }
        graph.longest(start, &turns, &mut BTreeMap::new())
    }

    /// The cost of one visit of a state.
    fn state(&mut self, name: &str, state: &Value, most: bool) -> Way {
        let mut way = Way { transitions: 1, ..Way::default() };
        match state["Type"].as_str() {
            Some("Task") => drop(way.calls.insert(name.to_owned(), 1)),
            Some("Map") => way = way.plus(&self.items(name, state, most)),
            Some("Parallel") => {
                for branch in scopes(state) {
                    way = way.plus(&self.scope(branch, most));
                }
            }
            _ => {}
        }
        let retries = self.retries(name, state);
        way.times(if most { retries.saturating_add(1) } else { 1 })
    }

    fn items(&mut self, name: &str, state: &Value, most: bool) -> Way {
        let given = self.assumed.items.get(name).copied();
        if given.is_some() {
            self.used.insert(name.to_owned());
        } else if most {
            self.open.insert(Open::Items(name.to_owned()));
        }
        let count = given.unwrap_or(u64::from(most));
        let each = scopes(state).into_iter().next().map(|scope| self.scope(scope, most));
        let mut each = each.unwrap_or_default();
        let config = &state["ItemProcessor"]["ProcessorConfig"];
        if is_distributed(state) && config["ExecutionType"] == "EXPRESS" {
            // Billed by request and duration, not by transition.
            (each.transitions, each.children) = (0, 1);
        }
        each.times(count)
    }

    /// Returns how often a state may be tried again, as it is assumed or as its retriers say.
    fn retries(&mut self, name: &str, state: &Value) -> u64 {
        let given = self.assumed.retries.get(name).filter(|_| state["Retry"][0].is_object());
        if let Some(given) = given {
            self.used.insert(name.to_owned());
            return *given;
        }
        retries(state)
    }
}

struct Graph<'d> {
    states: &'d serde_json::Map<String, Value>,
    costs: BTreeMap<&'d str, Way>,
}

type Turns<'d> = BTreeMap<&'d str, (Vec<&'d str>, u64)>;

impl<'d> Graph<'d> {
    /// The states that follow where nothing fails.
    fn well(&self, name: &str) -> Vec<&'d str> {
        let Some(state) = self.states.get(name) else { return vec![] };
        let rules = state["Choices"].as_array().into_iter().flatten().map(|rule| &rule["Next"]);
        rules.chain([&state["Next"], &state["Default"]]).filter_map(Value::as_str).collect()
    }

    fn cost(&self, name: &str) -> Way {
        self.costs.get(name).cloned().unwrap_or_default()
    }

    /// The cheapest way to an end that is none of a Fail state, if there is one; nothing where no end is reached.
    fn shortest(&self, start: &str) -> Way {
        let well = self.shortest_to(start, |state| state["Type"] != "Fail");
        well.or_else(|| self.shortest_to(start, |_| true)).unwrap_or_default()
    }

    fn shortest_to(&self, start: &str, is_end: impl Fn(&Value) -> bool) -> Option<Way> {
        let mut best: BTreeMap<&str, Way> = BTreeMap::new();
        // Backwards from the ends, until nothing gets cheaper.
        loop {
            let mut changed = false;
            for (name, state) in self.states {
                let next = self.well(name);
                let rest = if next.is_empty() {
                    is_end(state).then(Way::default)
                } else {
                    next.iter()
                        .filter_map(|it| best.get(it))
                        .min_by_key(|it| it.transitions)
                        .cloned()
                };
                let Some(rest) = rest else { continue };
                let way = self.cost(name).plus(&rest);
                let known = best.get(name.as_str()).map(|known| known.transitions);
                if known.is_none_or(|known| way.transitions < known) {
                    best.insert(name, way);
                    changed = true;
                }
            }
            if !changed {
                return best.remove(start);
            }
        }
    }

    /// The most that a way from a state costs; each loop is gone round as often as is said.
    fn longest(&self, from: &str, turns: &Turns<'d>, known: &mut BTreeMap<String, Way>) -> Way {
        if let Some(way) = known.get(from) {
            return way.clone();
        }
        let alone = [self.states.get_key_value(from).map_or("", |(name, _)| name.as_str())];
        let (here, count) =
            turns.get(from).map_or((&alone[..], 1), |(cycle, count)| (cycle, *count));
        let own = here.iter().fold(Way::default(), |sum, name| sum.plus(&self.cost(name)));
        let out: BTreeSet<&str> = here.iter().flat_map(|name| next(self.states, name)).collect();
        let rest = out.iter().filter(|name| !here.contains(name));
        let rest = rest.map(|name| self.longest(name, turns, known));
        let rest = rest.max_by_key(|way| (way.transitions, way.calls.values().sum::<u64>()));
        let way = own.times(count).plus(&rest.unwrap_or_default());
        known.insert(from.to_owned(), way.clone());
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn task(next: &str) -> Value {
        let retry = json!([{ "ErrorEquals": ["A"], "MaxAttempts": 2 }, { "ErrorEquals": ["B"] }]);
        json!({ "Type": "Task", "Retry": retry, "Next": next })
    }

    fn given(name: &str, count: u64) -> BTreeMap<String, u64> {
        BTreeMap::from([(name.to_owned(), count)])
    }

    fn transitions(document: &Value, assumed: &Assumed) -> (u64, u64, usize) {
        let range = range(document, assumed);
        assert_eq!(range.strange, [""; 0]);
        (range.least.transitions, range.most.transitions, range.open.len())
    }

    #[test]
    fn each_retrier_and_the_longest_way_count() {
        let choice = json!({ "Type": "Choice", "Choices": [{ "Next": "B" }], "Default": "End" });
        let states =
            json!({ "A": task("C"), "C": choice, "B": task("End"), "End": { "Type": "Succeed" } });
        let document = json!({ "StartAt": "A", "States": states });
        assert_eq!(transitions(&document, &Assumed::default()), (3, 6 + 1 + 6 + 1, 0));
        let assumed = Assumed { retries: given("A", 1), ..Assumed::default() };
        assert_eq!(transitions(&document, &assumed), (3, 2 + 1 + 6 + 1, 0));
        let range = range(&document, &Assumed::default());
        assert_eq!(range.least.calls, given("A", 1));
        assert_eq!(range.most.calls["B"], 6);
    }

    #[test]
    fn a_loop_is_open_until_its_turns_are_said() {
        let choice = json!({ "Type": "Choice", "Choices": [{ "Next": "W" }], "Default": "End" });
        let states = json!({
            "C": choice, "W": { "Type": "Wait", "Seconds": 1, "Next": "C" }, "End": { "Type": "Succeed" }
        });
        let document = json!({ "StartAt": "C", "States": states });
        let open = range(&document, &Assumed::default());
        assert_eq!(open.open, [Open::Loop(vec!["C".to_owned(), "W".to_owned()])]);
        assert_eq!((open.least.transitions, open.most.transitions), (2, 3));
        let assumed = Assumed { iterations: given("W", 10), ..Assumed::default() };
        assert_eq!(transitions(&document, &assumed), (2, 21, 0));
    }

    #[test]
    fn the_least_ends_well_where_it_can() {
        let choice = json!({ "Type": "Choice", "Choices": [{ "Next": "No" }], "Default": "A" });
        let mut document = json!({ "StartAt": "C", "States": {
            "C": choice,
            "No": { "Type": "Fail" },
            "A": { "Type": "Pass", "Next": "B" },
            "B": { "Type": "Pass", "End": true }
        } });
        assert_eq!(range(&document, &Assumed::default()).least.transitions, 3);
        document["States"]["B"] = json!({ "Type": "Fail" });
        assert_eq!(range(&document, &Assumed::default()).least.transitions, 2);
    }

    #[test]
    fn a_loop_without_an_end_has_a_least_of_nothing() {
        let states = json!({ "A": { "Type": "Pass", "Next": "A" } });
        let document = json!({ "StartAt": "A", "States": states });
        assert_eq!(transitions(&document, &Assumed::default()), (0, 1, 1));
    }

    #[test]
    fn items_are_multiplied_and_those_of_express_are_requests() {
        let inner = json!({ "StartAt": "I", "States": { "I": task("J"), "J": { "Type": "Pass", "End": true } } });
        let map = json!({ "Type": "Map", "ItemProcessor": inner, "End": true });
        let mut document = json!({ "StartAt": "M", "States": { "M": map } });
        assert_eq!(transitions(&document, &Assumed::default()), (1, 1 + 7, 1));
        let assumed = Assumed { items: given("M", 100), ..Assumed::default() };
        assert_eq!(transitions(&document, &assumed), (201, 701, 0));
        let config = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" });
        document["States"]["M"]["ItemProcessor"]["ProcessorConfig"] = config;
        let express = range(&document, &assumed);
        assert_eq!((express.least.transitions, express.least.children), (1, 100));
        assert_eq!(express.least.calls["I"], 100);
    }

    #[test]
    fn branches_add_up_and_strange_names_are_told() {
        let branch = |name: &str| json!({ "StartAt": name, "States": { name: { "Type": "Pass", "End": true } } });
        let parallel =
            json!({ "Type": "Parallel", "Branches": [branch("A"), branch("B")], "End": true });
        let document = json!({ "StartAt": "P", "States": { "P": parallel } });
        let assumed = Assumed { items: given("Q", 3), ..Assumed::default() };
        let range = range(&document, &assumed);
        assert_eq!((range.least.transitions, range.most.transitions), (3, 3));
        assert_eq!(range.strange, ["Q"]);
    }
}
