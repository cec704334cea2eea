//! Where expressions may read which fields of `$states` (specification, "Reserved variable: $states").

use super::fields::Problems;
use super::problem::{Code, Problem};
use super::states::{Map, Outcome, Scope, State, StateKind, Until};
use crate::jsonata::{States, Template};

pub(super) fn machine(scope: &Scope, problems: &mut Problems) {
    for state in &scope.states {
        self::state(state, problems);
        for scope in state.kind.scopes() {
            machine(scope, problems);
        }
    }
}

/// What an expression at some place may read besides `$states.input` and `$states.context`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    Neither,
    Result,
    ErrorOutput,
}

fn state(state: &State, problems: &mut Problems) {
    let mut check =
        |field: String, template: &Template, reads| place(state, &field, template, reads, problems);
    for (field, template) in own(&state.kind) {
        check(field.to_owned(), template, Reads::Neither);
    }
    let works = state.kind.errors().is_some();
    if let Some(own) = state.kind.outcome() {
        outcome(own, "", if works { Reads::Result } else { Reads::Neither }, &mut check);
    }
    for (index, catcher) in
        state.kind.errors().into_iter().flat_map(|errors| errors.catch.iter().enumerate())
    {
        outcome(&catcher.outcome, &format!("Catch/{index}/"), Reads::ErrorOutput, &mut check);
    }
    if let StateKind::Choice(choice) = &state.kind {
        for (index, rule) in choice.rules.iter().enumerate() {
            check(format!("Choices/{index}/Condition"), &rule.condition, Reads::Neither);
            outcome(&rule.outcome, &format!("Choices/{index}/"), Reads::Neither, &mut check);
        }
    }
}

fn outcome(
    outcome: &Outcome,
    prefix: &str,
    reads: Reads,
    check: &mut impl FnMut(String, &Template, Reads),
) {
    for (name, template) in &outcome.assign {
        check(super::fields::join(&format!("{prefix}Assign"), name), template, reads);
    }
    if let Some(output) = &outcome.output {
        check(format!("{prefix}Output"), output, reads);
    }
}

/// The fields that are evaluated before the work is done.
fn own(kind: &StateKind) -> Vec<(&'static str, &Template)> {
    let fields: Vec<(_, Option<&Template>)> = match kind {
        StateKind::Task(task) => vec![
            ("Arguments", task.arguments.as_ref()),
            ("TimeoutSeconds", task.timeout.as_ref()),
            ("HeartbeatSeconds", task.heartbeat.as_ref()),
        ],
        StateKind::Wait(wait) => match &wait.until {
            Until::Seconds(seconds) => vec![("Seconds", Some(seconds))],
            Until::Timestamp(timestamp) => vec![("Timestamp", Some(timestamp))],
        },
        StateKind::Parallel(parallel) => vec![("Arguments", parallel.arguments.as_ref())],
        StateKind::Map(Map { items, selector, concurrency, .. }) => vec![
            ("Items", items.as_ref()),
            ("ItemSelector", selector.as_ref()),
            ("MaxConcurrency", concurrency.as_ref()),
        ],
        StateKind::Succeed(succeed) => vec![("Output", succeed.output.as_ref())],
        StateKind::Fail(fail) => {
            vec![("Error", fail.error.as_ref()), ("Cause", fail.cause.as_ref())]
        }
        StateKind::Choice(_) | StateKind::Pass(_) => vec![],
    };
    fields.into_iter().filter_map(|(name, template)| Some((name, template?))).collect()
}

fn place(state: &State, field: &str, template: &Template, reads: Reads, problems: &mut Problems) {
    template.mentions(&mut |pointer, mentions| {
        // `$states` as a whole holds what there is.
        if mentions.whole("states") {
            return;
        }
        for (field_of_states, allowed) in
            [(States::Result, Reads::Result), (States::ErrorOutput, Reads::ErrorOutput)]
        {
            if mentions.reads(&["states", field_of_states.name()]) && reads != allowed {
                let message = misplaced(field_of_states);
                let pointer = format!("{}/{field}{pointer}", state.pointer);
                problems.push(Problem::new(Code::Schema, pointer, message));
            }
        }
    });
}

fn misplaced(field: States) -> String {
    let place = match field {
        States::Result => "in `Assign` and `Output` of a Task, Parallel or Map",
        _ => "in `Assign` and `Output` of a catcher",
    };
    format!("`$states.{}` has a value only {place}", field.name())
}
