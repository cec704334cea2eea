//! Warnings about what may outgrow its limit: 25,000 events of history, 256 KiB of payload.

use super::data::Items;
use super::diagnostic::{Code, Diagnostic};
use super::fields::Problems;
use super::map::{MachineType, Mode};
use super::states::{Scope, State, StateKind};
use std::collections::{HashMap, HashSet};

/// The most events of an execution (Developer Guide, "Quotas").
const EVENTS: usize = 25_000;
/// From this number of items or turns on nobody is surprised.
const SURPRISING: usize = 5_000;

pub(super) fn check(scope: &Scope, machine: MachineType, problems: &mut Problems) {
    // An EXPRESS machine has no such history.
    if machine == MachineType::Standard {
        loops(scope, problems);
    }
    for state in &scope.states {
        let mut inner = machine;
        if let StateKind::Map(map) = &state.kind {
            match map.mode {
                Mode::Distributed(children) => inner = children,
                Mode::Inline if machine == MachineType::Standard => items(state, problems),
                Mode::Inline => {}
            }
        }
        state.kind.scopes().iter().for_each(|scope| check(scope, inner, problems));
    }
}

/// The fewest events that a visit of a state writes (recorded): entered and exited, and its work.
fn events(state: &State) -> usize {
    2 + match &state.kind {
        StateKind::Task(_) => 3,
        StateKind::Parallel(parallel) => {
            2 + parallel
                .branches
                .iter()
                .map(|branch| branch.states.iter().map(events).min().unwrap_or(0))
                .sum::<usize>()
        }
        StateKind::Map(_) => 2,
        _ => 0,
    }
}

/// The most loops that are told of.
const MOST_LOOPS: usize = 20;

/// Loops: each turn writes events.
fn loops(scope: &Scope, problems: &mut Problems) {
    let known = in_loops(scope);
    let (mut told, mut count) = (HashSet::<&str>::new(), 0);
    for state in &scope.states {
        let name = state.name.as_str();
        if count == MOST_LOOPS || told.contains(name) || !known.contains_key(name) {
            continue;
        }
        let Some(around) = turn(state, &known) else { continue };
        count += 1;
        told.extend(around.iter().copied());
        let turn: usize =
            around.iter().filter_map(|name| known.get(name)).map(|it| events(it)).sum();
        let turns = EVENTS / turn.max(1);
        if turns < SURPRISING {
            let names: Vec<_> = around.iter().take(5).copied().collect();
            let message = format!(
                "This loop ({}) writes at least {turn} events a turn: after about {turns} turns the history is full, and the execution fails; limit it, or continue in a new execution",
                names.join(", ")
            );
            let pointer = state.pointer.as_str();
            problems.push(Diagnostic::warning(Code::MayOutgrow, pointer, message));
        }
    }
}

/// The states that may be in a loop: those to which nothing leads are taken away, again and again.
fn in_loops(scope: &Scope) -> HashMap<&str, &State> {
    let mut known: HashMap<_, _> =
        scope.states.iter().map(|state| (state.name.as_str(), state)).collect();
    let mut ways: HashMap<&str, usize> = HashMap::new();
    for target in scope.states.iter().flat_map(|state| state.kind.targets()) {
        *ways.entry(target).or_default() += 1;
    }
    let mut gone: Vec<_> = known.keys().copied().filter(|name| !ways.contains_key(name)).collect();
    while let Some(state) = gone.pop().and_then(|name| known.remove(name)) {
        for target in state.kind.targets() {
            let left = ways.entry(target).or_default();
            *left = left.saturating_sub(1);
            if *left == 0 && known.contains_key(target) {
                gone.push(target);
            }
        }
    }
    known
}

/// The states of a shortest way from a state back to it.
fn turn<'a>(state: &'a State, known: &HashMap<&'a str, &'a State>) -> Option<Vec<&'a str>> {
    let first = state.name.as_str();
    let mut came: HashMap<&str, &str> = HashMap::new();
    let mut queue = std::collections::VecDeque::from([first]);
    while let Some(name) = queue.pop_front() {
        let state = known.get(name)?;
        for target in state.kind.targets() {
            if target == first {
                let mut way = vec![name];
                while let Some(before) = way.last().and_then(|last| came.get(last)) {
                    way.push(before);
                }
                way.reverse();
                return Some(way);
            }
            if known.contains_key(target) && !came.contains_key(target) {
                came.insert(target, name);
                queue.push_back(target);
            }
        }
    }
    None
}

/// Items of an inline Map: each writes events, and their results are one payload.
fn items(state: &State, problems: &mut Problems) {
    let StateKind::Map(map) = &state.kind else { return };
    let literal = match &map.items {
        Some(Items::Jsonata(template)) => template.literal(),
        _ => None,
    };
    let count = literal.and_then(|items| items.as_array()).map(Vec::len);
    let item = 2 + map.processor.states.iter().map(events).min().unwrap_or(0);
    let most = EVENTS / item;
    if count.is_none_or(|count| count > most) && most < SURPRISING {
        let message = format!(
            "Each item writes at least {item} events: with more than about {most} items the history is full, and the execution fails; their results together may have 256 KiB; a distributed Map has neither limit"
        );
        problems.push(Diagnostic::warning(Code::MayOutgrow, state.pointer.as_str(), message));
    }
}
