//! Where expressions may read which fields of `$states` (specification, "Reserved variable: $states").

use super::fields::Problems;
use super::problem::{Code, Problem};
use super::states::{Scope, State};
use super::templates::{Reads, Site};
use crate::jsonata::{States, Template};

pub(super) fn machine(scope: &Scope, problems: &mut Problems) {
    for state in &scope.states {
        self::state(state, problems);
        for scope in state.kind.scopes() {
            machine(scope, problems);
        }
    }
}

fn state(state: &State, problems: &mut Problems) {
    state.templates(&mut |site, template| place(state, &site, template, problems));
}

fn place(state: &State, site: &Site, template: &Template, problems: &mut Problems) {
    template.mentions(&mut |pointer, mentions| {
        // `$states` as a whole holds what there is.
        if mentions.whole("states") {
            return;
        }
        for (field, allowed) in
            [(States::Result, Reads::Result), (States::ErrorOutput, Reads::ErrorOutput)]
        {
            if mentions.reads(&["states", field.name()]) && site.reads != allowed {
                let pointer = format!("{}/{}{pointer}", state.pointer, site.pointer);
                problems.push(Problem::new(Code::Schema, pointer, misplaced(field)));
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
