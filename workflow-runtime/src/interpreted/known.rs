//! The variables that are known in each state of a document, and those that are read from there on.

use super::compiled::{Compiled, Node};
use super::plan::{Flow, Handover, Seen, Work};
use crate::description::{Description, KeptVariable};
use std::collections::BTreeSet;
use workflow_asl::jsonpath::{PayloadTemplate, Root};

type Names = BTreeSet<String>;

/// A state that follows, and the variables that are assigned on the way.
type Edge = (usize, Names);

/// The variables of a state.
#[derive(Clone, Debug, Default)]
pub(super) struct Known {
    /// Those that every way to it has assigned.
    always: Names,
    /// Those that some way to it has assigned.
    some: Names,
    /// Those that are read there or later.
    read: Names,
    reached: bool,
}

impl Known {
    /// The variables that code from here on relies on.
    pub(super) fn needed(&self) -> impl Iterator<Item = &str> {
        self.always.intersection(&self.read).map(String::as_str)
    }
}

impl Compiled {
    /// The parts of the document that executions depend on which run, for [`compatible`](crate::compatible). A document
    /// has no types.
    #[must_use]
    pub fn description(&self, name: &str) -> Description {
        let mut description = Description::of_states(name, self.states());
        for (state, known) in self.known().iter().enumerate() {
            let kept = known.some.iter().map(|variable| KeptVariable {
                name: variable.clone(),
                form: None,
                sometimes: !known.always.contains(variable),
                each: false,
                unread: !(known.always.contains(variable) && known.read.contains(variable)),
            });
            description.states[state].kept = kept.collect();
            description.states[state].does = self.node(state).does.to_string();
            description.states[state].items = self.node(state).made.map_or(0, |made| made.items);
        }
        description
    }

    /// The variables of all states.
    pub(super) fn analysed(&self) -> Vec<Known> {
        let count = self.states().len();
        let edges: Vec<_> = (0..count).map(|state| edges(self.node(state))).collect();
        let mut all = vec![Known::default(); count];
        for (state, known) in all.iter_mut().enumerate() {
            known.read = read(self.node(state));
        }
        all[self.start()].reached = true;
        forward(&edges, self.start(), &mut all);
        backward(&edges, &mut all);
        all
    }
}

/// Hands what is known on to what follows, from the first state on.
fn forward(edges: &[Vec<Edge>], start: usize, all: &mut [Known]) {
    let mut todo = vec![start];
    while let Some(state) = todo.pop() {
        for (next, assigned) in &edges[state] {
            let always: Names = all[state].always.union(assigned).cloned().collect();
            let some: Names = all[state].some.union(assigned).cloned().collect();
            if all[*next].joined(always, some) {
                todo.push(*next);
            }
        }
    }
}

/// Hands what is read on to what comes before, from every state on.
fn backward(edges: &[Vec<Edge>], all: &mut [Known]) {
    let mut before = vec![vec![]; all.len()];
    for (state, edges) in edges.iter().enumerate() {
        edges.iter().for_each(|(next, assigned)| before[*next].push((state, assigned)));
    }
    let mut todo: Vec<usize> = (0..all.len()).collect();
    while let Some(next) = todo.pop() {
        for (state, assigned) in &before[next] {
            let read: Names = all[next].read.difference(assigned).cloned().collect();
            let known = all[*state].read.len();
            all[*state].read.extend(read);
            if all[*state].read.len() > known {
                todo.push(*state);
            }
        }
    }
}

impl Known {
    /// Another way leads here.
    fn joined(&mut self, always: Names, some: Names) -> bool {
        let before = (self.reached, self.always.len(), self.some.len());
        self.always = match self.reached {
            true => self.always.intersection(&always).cloned().collect(),
            false => always,
        };
        self.some.extend(some);
        self.reached = true;
        before != (true, self.always.len(), self.some.len())
    }
}

/// The states that follow a state, with the variables that are assigned on the way; those within it, too.
fn edges(node: &Node) -> Vec<Edge> {
    let own = match &node.plan.flow {
        Flow::Jsonata(data) => data.outcome.assign.iter().map(|(name, _)| name.clone()).collect(),
        Flow::JsonPath(flow) => keys(flow.assign.as_ref()),
    };
    let handovers = node.plan.handovers.iter().map(|handover| match handover {
        Handover::Jsonata(outcome) => outcome.assign.iter().map(|(name, _)| name.clone()).collect(),
        Handover::JsonPath { assign, .. } => keys(assign.as_ref()),
    });
    let next = node.next.iter().chain(&node.default).map(|next| (*next, own.clone()));
    // A distributed Map's items see no variables.
    let apart = matches!(&node.plan.work, Work::Map(map) if map.distribution.is_some());
    let starts = node.starts.iter().filter(|_| !apart).map(|start| (*start, Names::new()));
    next.chain(node.targets.iter().copied().zip(handovers)).chain(starts).collect()
}

/// The variables of an `Assign` in JSONPath.
fn keys(assign: Option<&PayloadTemplate>) -> Names {
    assign.map(|assign| assign.keys().map(str::to_owned).collect()).unwrap_or_default()
}

/// The variables that the fields of a state read.
fn read(node: &Node) -> Names {
    let mut names = Names::new();
    node.plan.visit(&mut |seen| match seen {
        Seen::Jsonata(template) => template.mentions(&mut |_, mentions| {
            names.extend(mentions.variables().map(str::to_owned));
        }),
        Seen::Path(path) => {
            if let Root::Variable(name) = path.root() {
                names.insert(name.to_string());
            }
        }
    });
    names
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;
    use workflow_asl::Definition;

    #[test]
    fn variables_are_needed_that_every_way_assigns_and_some_way_reads() {
        let inner = json!({ "StartAt": "I", "States": {
            "I": { "Type": "Wait", "Seconds": "{% $sure + $states.input %}", "End": true } } });
        let document = json!({ "QueryLanguage": "JSONata", "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Assign": { "sure": 1, "unread": 2 }, "Next": "C" },
            "C": { "Type": "Choice", "Default": "M", "Choices": [
                { "Condition": "{% $sure = 1 %}", "Assign": { "maybe": 3 }, "Next": "M" }] },
            "M": { "Type": "Map", "Items": [1], "ItemProcessor": inner, "Assign": { "late": 4 },
                "Next": "B" },
            "B": { "Type": "Wait", "Seconds": "{% $sure + $maybe + $late %}", "End": true } } });
        let program = Definition::from_json(&document.to_string()).unwrap();
        let program = Compiled::connected(program).unwrap();
        let needed = |name| {
            let state = program.named(name).unwrap();
            program.known()[state].needed().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(needed("A"), Vec::<String>::new());
        assert_eq!(needed("C"), ["sure"]);
        assert_eq!(needed("M"), ["sure"]);
        assert_eq!(needed("I"), ["sure"]);
        assert_eq!(needed("B"), ["late", "sure"]);
        let description = program.description("flow");
        let state = description.states.iter().find(|state| state.name == "B").unwrap();
        let kept: Vec<_> =
            state.kept.iter().map(|it| (&*it.name, it.sometimes, it.unread)).collect();
        let expected = [
            ("late", false, false),
            ("maybe", true, true),
            ("sure", false, false),
            ("unread", false, true),
        ];
        assert_eq!(kept, expected);
    }
}
