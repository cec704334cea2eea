//! Variables: where they are assigned, where they are read, and which fields of `$states` stand where.

use super::data::{DataFlow, Handover, StateOutput};
use super::diagnostic::{Code, Diagnostic};
use super::fields::{Problems, join};
use super::map::Mode;
use super::states::{Scope, State, StateKind};
use super::templates::{Reads, Site};
use crate::jsonata::{Mentions, States, Template};
use crate::jsonpath::{Path, Root};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// The variables that each state reads, as `DescribeStateMachine` has them: names in order, states that read
/// none left out, those of nested scopes among the others.
#[must_use]
pub(super) fn references(scope: &Scope) -> BTreeMap<String, Vec<String>> {
    let mut found = BTreeMap::new();
    for state in &scope.states {
        let names = read(state);
        if !names.is_empty() {
            found.insert(state.name.clone(), names.into_iter().collect());
        }
        state.kind.scopes().iter().for_each(|inner| found.extend(references(inner)));
    }
    found
}

fn read(state: &State) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    visit(state, &mut |_, name| {
        names.insert(name.to_owned());
    });
    names
}

/// Visits each place where the state reads a variable.
fn visit(state: &State, found: &mut dyn FnMut(&str, &str)) {
    state.templates(&mut |site, template| {
        template.mentions(&mut |pointer, mentions| {
            mentions
                .variables()
                .filter(|name| !is_function(name))
                .for_each(|name| found(&format!("{}{pointer}", site.pointer), name));
        });
    });
    state.paths(&mut |pointer, path| {
        if let Root::Variable(name) = path.root() {
            found(pointer, name);
        }
    });
}

/// True if a name is that of a function of JSONata, which may be handed to another one.
fn is_function(name: &str) -> bool {
    crate::jsonata::FUNCTIONS.contains(&name)
}

pub(super) fn check(scope: &Scope, problems: &mut Problems) {
    check_scope(scope, &[], problems);
}

/// The variables of a scope around, and whether the scopes within may read them.
#[derive(Clone)]
struct Outer<'a> {
    names: HashSet<&'a str>,
    readable: bool,
}

/// A scope may not assign a variable of a scope around it (specification, "Variable scope"). The children of a
/// distributed Map are executions of their own: they see none of them.
fn check_scope<'a>(scope: &'a Scope, outer: &[Outer<'a>], problems: &mut Problems) {
    let all: HashSet<_> = scope.states.iter().flat_map(assigned).map(|(_, name)| name).collect();
    for state in &scope.states {
        for (pointer, name) in assigned(state) {
            if outer.iter().any(|outer| outer.readable && outer.names.contains(name)) {
                let message =
                    format!("The variable name '{name}' was already defined in a parent scope.");
                let help = "a branch or an item cannot assign a variable of a scope around it: choose another name";
                let pointer = format!("{}/{pointer}", state.pointer);
                problems
                    .push(Diagnostic::error(Code::DuplicateVariable, pointer, message).help(help));
            }
        }
        state.templates(&mut |site, template| misplaced(state, &site, template, problems));
        unassigned(state, &all, outer, problems);
        if state.kind.scopes().is_empty() {
            continue;
        }
        let within = names_around(scope, state);
        let distributed = matches!(&state.kind, StateKind::Map(map) if map.mode != Mode::Inline);
        let mut around: Vec<_> = outer.to_vec();
        around.push(Outer { names: within, readable: true });
        if distributed {
            around.iter_mut().for_each(|outer| outer.readable = false);
        }
        state.kind.scopes().iter().for_each(|inner| check_scope(inner, &around, problems));
    }
}

/// The variables of a scope, for what is within one of its states. Recorded: the catchers of the Parallel or Map
/// itself may assign what its branches do.
fn names_around<'a>(scope: &'a Scope, state: &'a State) -> HashSet<&'a str> {
    let others = scope.states.iter().filter(|other| other.name != state.name);
    let own = own(state).into_iter().map(|(_, name)| name);
    others.flat_map(assigned).map(|(_, name)| name).chain(own).collect()
}

/// Notes reads of what nothing assigns: in JSONata that is undefined, in JSONPath an error.
fn unassigned(state: &State, all: &HashSet<&str>, outer: &[Outer<'_>], problems: &mut Problems) {
    visit(state, &mut |pointer, name| {
        let around = outer.iter().any(|outer| outer.readable && outer.names.contains(name));
        if !around && !all.contains(name) {
            let pointer = format!("{}/{pointer}", state.pointer);
            if outer.iter().any(|outer| outer.names.contains(name)) {
                let message = format!(
                    "The variable '{name}' is assigned outside of this distributed Map: its items do not see it."
                );
                let help = format!(
                    "hand it to the items: `\"ItemSelector\": {{ \"{name}\": …, \"item\": … }}`, and read it from their input"
                );
                let warning = Diagnostic::warning(Code::Unassigned, pointer, message).help(help);
                return problems.push(warning);
            }
            let message = format!("The variable '{name}' is read here, but no state assigns it.");
            problems.push(Diagnostic::warning(Code::Unassigned, pointer, message));
        }
    });
}

type Assigned<'a> = Vec<(String, &'a str)>;

/// The variables that a state assigns, its rules and catchers included, with their places within it.
fn assigned(state: &State) -> Assigned<'_> {
    let rules = state.kind.rules().iter().enumerate();
    let rules = rules.map(|(index, rule)| (format!("Choices/{index}/"), &rule.handover));
    let catchers = state.kind.catchers().iter().enumerate();
    let catchers = catchers.map(|(index, catcher)| (format!("Catch/{index}/"), &catcher.handover));
    let handed = rules.chain(catchers).flat_map(|(prefix, handover)| match handover {
        Handover::Jsonata(own) => outcome(own, &prefix),
        Handover::JsonPath { assign, .. } => named(assign.as_ref(), &prefix),
    });
    own(state).into_iter().chain(handed).collect()
}

fn own(state: &State) -> Assigned<'_> {
    match &state.data {
        DataFlow::Jsonata(data) => outcome(&data.outcome, ""),
        DataFlow::JsonPath(data) => named(data.assign.as_ref(), ""),
    }
}

fn outcome<'a>(outcome: &'a StateOutput, prefix: &str) -> Assigned<'a> {
    let at = |name: &str| join(&format!("{prefix}Assign"), name);
    outcome.assign.iter().map(|(name, _)| (at(name), name.as_str())).collect()
}

fn named<'a>(assign: Option<&'a super::data::Assign>, prefix: &str) -> Assigned<'a> {
    let names = assign.into_iter().flat_map(|assign| &assign.names);
    names.map(|name| (format!("{prefix}Assign"), name.as_str())).collect()
}

/// Notes `$states.result` and `$states.errorOutput` where they are not (specification, "Reserved variable:
/// $states").
fn misplaced(state: &State, site: &Site, template: &Template, problems: &mut Problems) {
    template.mentions(&mut |pointer, mentions| {
        for (field, allowed) in
            [(States::Result, Reads::Result), (States::ErrorOutput, Reads::ErrorOutput)]
        {
            if site.reads != allowed && names(mentions, field) {
                let pointer = format!("{}/{}{pointer}", state.pointer, site.pointer);
                let message = format!("Field '$states.{}' does not exist.", field.name());
                let help = match field {
                    States::Result => "it is in `Assign` and `Output` of a Task, Parallel or Map",
                    _ => "it is in `Assign` and `Output` of a catcher",
                };
                problems.push(Diagnostic::error(Code::Unsupported, pointer, message).help(help));
            }
        }
    });
}

/// True if an expression names a field of `$states`; `$states` as a whole holds what there is.
fn names(mentions: &Mentions, field: States) -> bool {
    !mentions.whole("states") && mentions.reads(&["states", field.name()])
}

/// A path of a state and its place.
pub(super) type VisitPath<'a> = &'a mut dyn FnMut(&str, &Path);
