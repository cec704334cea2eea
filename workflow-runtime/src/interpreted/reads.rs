//! Which fields of the context object a state reads: others are not made.

use workflow_asl::document::{self, Outcome, StateKind};
use workflow_asl::jsonata::Template;

/// Fields of the context object.
#[derive(Default)]
pub(super) struct Reads {
    pub(super) execution: bool,
    pub(super) machine: bool,
    pub(super) state: bool,
    pub(super) map: bool,
}

/// Which fields of the context the expressions of a state read.
pub(super) fn reads(kind: &StateKind) -> Reads {
    let mut reads = Reads::default();
    let mut visit = |template: &Template| {
        template.mentions(&mut |_, mentions| {
            let field = |name| mentions.reads(&["states", "context", name]);
            reads.execution |= field("Execution");
            reads.machine |= field("StateMachine");
            reads.state |= field("State");
            reads.map |= field("Map");
        });
    };
    templates(kind, &mut visit);
    reads
}

fn templates(kind: &StateKind, visit: &mut dyn FnMut(&Template)) {
    let fields: Vec<&Option<Template>> = match kind {
        StateKind::Task(task) => vec![&task.arguments, &task.timeout, &task.heartbeat],
        StateKind::Parallel(parallel) => vec![&parallel.arguments],
        StateKind::Map(map) => vec![&map.items, &map.selector, &map.concurrency],
        StateKind::Succeed(succeed) => vec![&succeed.output],
        StateKind::Fail(fail) => vec![&fail.error, &fail.cause],
        StateKind::Wait(wait) => {
            let (document::Until::Seconds(template) | document::Until::Timestamp(template)) =
                &wait.until;
            visit(template);
            vec![]
        }
        StateKind::Choice(choice) => {
            choice.rules.iter().for_each(|rule| visit(&rule.condition));
            vec![]
        }
        StateKind::Pass(_) => vec![],
    };
    fields.into_iter().flatten().for_each(&mut *visit);
    for outcome in outcomes(kind) {
        outcome
            .assign
            .iter()
            .map(|(_, template)| template)
            .chain(&outcome.output)
            .for_each(&mut *visit);
    }
}

/// `Assign` and `Output` of the state, its rules and its catchers.
fn outcomes(kind: &StateKind) -> impl Iterator<Item = &Outcome> {
    let rules = match kind {
        StateKind::Choice(choice) => &choice.rules[..],
        _ => &[],
    };
    let catchers = kind.errors().into_iter().flat_map(|errors| &errors.catch);
    kind.outcome()
        .into_iter()
        .chain(rules.iter().map(|rule| &rule.outcome))
        .chain(catchers.map(|catcher| &catcher.outcome))
}
