//! Names and transitions: what can only be seen with all states at hand.

use super::diagnostic::{Code, Diagnostic};
use super::fields::Problems;
use super::walk::{RawScope, ends, scopes, targets};
use serde_json::Value;
use std::collections::HashSet;

pub(super) fn check(document: &Value, problems: &mut Problems) {
    let scopes = scopes(document);
    names(&scopes, problems);
    labels(&scopes, problems);
    // AWS names the targets that are not there first (measured).
    scopes.iter().for_each(|scope| dangling(scope, problems));
    scopes.iter().for_each(|scope| reachable(scope, problems));
}

/// Names are unique in the whole machine, nested scopes included.
fn names(scopes: &[RawScope<'_>], problems: &mut Problems) {
    let mut seen = HashSet::new();
    for (scope, name) in
        scopes.iter().flat_map(|scope| scope.states.keys().map(move |it| (scope, it)))
    {
        if !seen.insert(name.as_str()) {
            let message = format!("Duplicate State name: {name}");
            problems.push(Diagnostic::error(Code::Duplicate, scope.at(name), message));
        }
        let length = name.chars().count();
        let why = match length {
            0 => "a name has 1 to 80 characters, not 0".to_owned(),
            1..=80 => continue,
            // The end of AWS's words, as reported.
            _ => format!("{name} exceeds the 80-character limit allowed by the service"),
        };
        let message = format!("Invalid State name: {why}");
        problems.push(Diagnostic::error(Code::StateName, scope.at(name), message));
    }
}

/// So are labels: they name state machines of their own.
fn labels(scopes: &[RawScope<'_>], problems: &mut Problems) {
    let mut seen = HashSet::new();
    for scope in scopes {
        for (name, state) in scope.states {
            let Some(label) = state.get("Label").and_then(Value::as_str) else { continue };
            if !seen.insert(label) {
                let message = format!("Duplicate Label name: {label}");
                let pointer = format!("{}/Label", scope.at(name));
                problems.push(Diagnostic::error(Code::DuplicateLabel, pointer, message));
            }
        }
    }
}

fn dangling(scope: &RawScope<'_>, problems: &mut Problems) {
    let start = scope.start.map(|start| (format!("{}/StartAt", scope.pointer), start));
    let states = scope.states.iter().flat_map(|(name, state)| targets(state, &scope.at(name)));
    for (pointer, target) in start.into_iter().chain(states) {
        if !scope.states.contains_key(target) {
            // `Next`, whatever the name of the field (measured).
            let message = format!("Missing 'Next' target: {target}");
            let help = "a transition leads to a state of the same `States`";
            problems.push(Diagnostic::error(Code::Target, pointer, message).help(help));
        }
    }
}

/// Each state is the target of a transition (measured: AWS does not look from where, so that states that lead to
/// each other count as reachable), and one of the machine ends it. Where none does, AWS says no more (measured);
/// of the scopes within, it wants no end.
fn reachable(scope: &RawScope<'_>, problems: &mut Problems) {
    let Some(start) = scope.start else { return };
    if scope.states.is_empty() {
        return;
    }
    if scope.pointer.is_empty() && !scope.states.values().any(ends) {
        let message = "Workflow has no terminal state";
        return problems.push(Diagnostic::error(Code::NoEnd, "", message));
    }
    let led = scope.states.values().flat_map(|state| targets(state, ""));
    let known: HashSet<_> = led.map(|(_, target)| target).chain([start]).collect();
    for name in scope.states.keys().filter(|name| !known.contains(name.as_str())) {
        let message = format!("State \"{name}\" is not reachable.");
        problems.push(Diagnostic::error(Code::Target, scope.at(name), message));
    }
}
