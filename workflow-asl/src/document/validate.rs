//! What can only be seen with all states at hand: names, targets, ends.

use super::data::{Data, Handover, Outcome, PayloadText};
use super::fields::Problems;
use super::flow::variable;
use super::problem::{Code, Problem};
use super::states::{Scope, State, StateKind, Transition};
use std::collections::{HashMap, HashSet};

pub(super) fn machine(scope: &Scope, problems: &mut Problems) {
    names(scope, &mut HashMap::new(), problems);
    variables(scope, &[], problems);
    scopes(scope, problems);
}

/// Names are unique in the whole machine, nested scopes included.
fn names<'a>(scope: &'a Scope, seen: &mut HashMap<&'a str, &'a str>, problems: &mut Problems) {
    for state in &scope.states {
        name(state, problems);
        if let Some(first) = seen.insert(&state.name, &state.pointer) {
            let message =
                format!("the state name \"{}\" is used twice; first at {first}", state.name);
            problems.push(Problem::new(Code::Duplicate, state.pointer.as_str(), message));
        }
        for scope in state.kind.scopes() {
            names(scope, seen, problems);
        }
    }
}

fn name(state: &State, problems: &mut Problems) {
    let length = state.name.chars().count();
    if !(1..=80).contains(&length) {
        let message = format!("a state name has 1 to 80 characters, not {length}");
        problems.push(Problem::new(Code::Schema, state.pointer.as_str(), message));
    }
}

/// A scope may not assign a variable of a scope around it (specification, "Variable scope").
fn variables<'a>(scope: &'a Scope, outer: &[HashSet<&'a str>], problems: &mut Problems) {
    for state in &scope.states {
        for name in assigned(state)
            .into_iter()
            .filter(|name| outer.iter().any(|names| names.contains(name)))
        {
            let message = format!(
                "the variable `{name}` belongs to an outer scope, and cannot be assigned in a branch or item; choose another name"
            );
            problems.push(Problem::new(Code::Schema, state.pointer.as_str(), message));
        }
        if state.kind.scopes().is_empty() {
            continue;
        }
        // Recorded: the catchers of the Parallel or Map itself may assign what its branches do.
        let others = scope.states.iter().filter(|other| other.name != state.name);
        let outer =
            outer.iter().cloned().chain([others.flat_map(assigned).chain(own(state)).collect()]);
        let outer: Vec<_> = outer.collect();
        state.kind.scopes().iter().for_each(|scope| variables(scope, &outer, problems));
    }
}

/// The variables that a state assigns, its rules and catchers included.
fn assigned(state: &State) -> Vec<&str> {
    let rules = state.kind.rules().iter().map(|rule| &rule.handover);
    let catchers = state.kind.catchers().iter().map(|catcher| &catcher.handover);
    own(state).into_iter().chain(rules.chain(catchers).flat_map(handed)).collect()
}

fn own(state: &State) -> Vec<&str> {
    match &state.data {
        Data::Jsonata(data) => outcome(&data.outcome),
        Data::JsonPath(data) => keys(data.assign.as_ref()),
    }
}

fn handed(handover: &Handover) -> Vec<&str> {
    match handover {
        Handover::Jsonata(own) => outcome(own),
        Handover::JsonPath { assign, .. } => keys(assign.as_ref()),
    }
}

fn outcome(outcome: &Outcome) -> Vec<&str> {
    outcome.assign.iter().map(|(name, _)| name.as_str()).collect()
}

fn keys(assign: Option<&PayloadText>) -> Vec<&str> {
    let fields = assign.and_then(|assign| assign.0.as_object());
    fields.into_iter().flat_map(|fields| fields.keys().map(|key| variable(key))).collect()
}

fn scopes(scope: &Scope, problems: &mut Problems) {
    let known: HashMap<_, _> =
        scope.states.iter().map(|state| (state.name.as_str(), state)).collect();
    targets(scope, &known, problems);
    reachable(scope, &known, problems);
    for inner in scope.states.iter().flat_map(|state| state.kind.scopes()) {
        scopes(inner, problems);
    }
}

fn targets(scope: &Scope, known: &HashMap<&str, &State>, problems: &mut Problems) {
    let mut check = |pointer: String, target: &str| {
        if !known.contains_key(target) {
            let message = format!("the state \"{target}\" is not in `States` of this scope");
            problems.push(Problem::new(Code::Target, pointer, message));
        }
    };
    check(format!("{}/StartAt", scope.pointer), &scope.start);
    for state in &scope.states {
        for (field, target) in fields(state) {
            check(format!("{}/{field}", state.pointer), target);
        }
    }
}

/// The fields that name a state.
fn fields(state: &State) -> Vec<(String, &str)> {
    let mut fields = vec![];
    if let Some(Transition::Next(next)) = state.kind.then() {
        fields.push(("Next".to_owned(), next.as_str()));
    }
    for (index, catcher) in
        state.kind.errors().into_iter().flat_map(|errors| errors.catch.iter().enumerate())
    {
        fields.push((format!("Catch/{index}/Next"), &catcher.next));
    }
    if let StateKind::Choice(choice) = &state.kind {
        for (index, rule) in choice.rules.iter().enumerate() {
            fields.push((format!("Choices/{index}/Next"), &rule.next));
        }
        fields.extend(choice.default.iter().map(|name| ("Default".to_owned(), name.as_str())));
    }
    fields
}

/// Each state is reached from the first, and one that is ends the scope.
fn reachable(scope: &Scope, known: &HashMap<&str, &State>, problems: &mut Problems) {
    let mut reached = HashSet::new();
    let mut next = vec![scope.start.as_str()];
    while let Some(name) = next.pop() {
        if let Some(state) = known.get(name)
            && reached.insert(name)
        {
            next.extend(state.kind.targets());
        }
    }
    for state in scope.states.iter().filter(|state| !reached.contains(state.name.as_str())) {
        // Recorded: `MISSING_TRANSITION_TARGET: State "C" is not reachable.`
        let message = format!("State \"{}\" is not reachable.", state.name);
        problems.push(Problem::new(Code::Target, state.pointer.as_str(), message));
    }
    let ends = |state: &State| state.kind.then() == Some(&Transition::End);
    if !scope.states.is_empty() && !scope.states.iter().any(ends) {
        problems.push(Problem::new(
            Code::NoEnd,
            scope.pointer.as_str(),
            "Workflow has no terminal state",
        ));
    }
}
