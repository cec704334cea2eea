//! Prints the steps of an execution, a line each, as they happen.

use crate::report::{cause, time};
use crate::terminal::{Terminal, Tone, WIDTH, cut, pad, wrap};
use workflow_runtime::history::{Step, Trace, Visit};
use workflow_runtime::machine::Kind;

/// The column in which the details of a line begin.
const DETAILS: usize = 38;

/// Shows a step.
pub fn show(terminal: &Terminal, trace: &Trace, step: &Step) {
    let index = match step {
        Step::Ended => return,
        Step::Entered(index) | Step::Attempt(index) | Step::Failed(index) => *index,
        Step::Items(index, _) | Step::Left(index) => *index,
    };
    let visit = &trace.visits[index];
    if let Some((tone, mark, details)) = words(trace, visit, step) {
        line(terminal, trace, visit, tone, mark, &details);
    }
}

fn words(trace: &Trace, visit: &Visit, step: &Step) -> Option<(Tone, char, String)> {
    let nothing = String::new;
    Some(match (step, visit.kind) {
        // Each attempt of a task has a line of its own; a Map tells how many items it has.
        (Step::Entered(_), Kind::Task | Kind::Map) | (Step::Ended, _) => return None,
        (Step::Entered(_), Kind::Choice) => (Tone::Dim, '?', nothing()),
        (Step::Entered(_), Kind::Fail) => (Tone::Bad, '✗', "ends as a failure".to_owned()),
        (Step::Entered(_), Kind::Wait) => (Tone::Plain, '▸', "waits".to_owned()),
        (Step::Entered(_), _) => (Tone::Plain, '▸', nothing()),
        (Step::Attempt(_), _) if visit.attempts > 1 => {
            (Tone::Again, '↻', format!("attempt {}", visit.attempts))
        }
        (Step::Attempt(_), _) => (Tone::Plain, '▸', nothing()),
        // An ItemReader has not read any yet: how many there are nobody knows.
        (Step::Items(_, 0), _) => (Tone::Plain, '▸', nothing()),
        (Step::Items(_, length), _) => (Tone::Plain, '▸', format!("{length} items")),
        (Step::Failed(_), _) => (Tone::Bad, '✗', failed(visit)),
        (Step::Left(_), Kind::Choice | Kind::Pass | Kind::Succeed | Kind::Fail) => return None,
        // It was caught: where to is the next line.
        (Step::Left(_), _) if visit.failure.is_some() => return None,
        (Step::Left(_), _) => (Tone::Good, '✓', time(trace.seconds(visit))),
    })
}

fn failed(visit: &Visit) -> String {
    let Some((error, text)) = &visit.failure else { return String::new() };
    match visit.kind {
        Kind::Task if text.is_empty() => error.clone(),
        Kind::Task => format!("{error}: {}", cause(text)),
        _ => format!("{error}; the rest is stopped"),
    }
}

fn line(terminal: &Terminal, trace: &Trace, visit: &Visit, tone: Tone, mark: char, details: &str) {
    const HOUR: f64 = 3_600.0;
    const DAY: f64 = 86_400.0;
    let time = match trace.now {
        DAY.. => format!("{:8.3} d  ", trace.now / DAY),
        HOUR.. => format!("{:8.3} h  ", trace.now / HOUR),
        now => format!("{now:8.3} s  "),
    };
    let margin = 2 * visit.depth;
    let name = format!("{:margin$}{mark} {} {}", "", visit.state, trace.items(visit));
    let beside = DETAILS - time.len();
    let room = if details.is_empty() { WIDTH - time.len() } else { beside - 1 };
    let name = pad(&cut(name.trim_end(), room), beside);
    let mut details = wrap(details, WIDTH - DETAILS).into_iter();
    let text = cut(&(name + &details.next().unwrap_or_default()), WIDTH - time.len());
    let text = terminal.paint(tone, text.trim_end());
    terminal.print(&(terminal.paint(Tone::Dim, &time) + &text));
    details.for_each(|line| terminal.line(tone, &format!("{:DETAILS$}{line}", "")));
}
