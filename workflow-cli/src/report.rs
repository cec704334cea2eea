//! Reports the end of an execution: the result, the path, where the time went; or where it failed, and why.

use crate::pretty::pretty;
use crate::terminal::{KEPT, Terminal, Tone, WIDTH, cut, pad};
use serde_json::Value;
use std::sync::Arc;
use workflow_runtime::Failure;
use workflow_runtime::engine::FailedItem;
use workflow_runtime::history::{Scopes, Trace, Visit};
use workflow_runtime::machine::{Kind, StateInfo};

/// The data of an execution that has ended.
pub(crate) struct Shown<'a> {
    pub(crate) trace: &'a Trace,
    pub(crate) states: &'a [StateInfo],
    /// The items of distributed Maps that failed.
    pub(crate) items: &'a [FailedItem],
    /// The help against a failure.
    pub(crate) help: &'a dyn Fn(&Failure) -> Vec<String>,
}

/// Shows it.
pub(crate) fn show(terminal: &Terminal, shown: &Shown<'_>, result: &Result<Arc<str>, Failure>) {
    let trace = shown.trace;
    match result {
        Ok(output) => succeeded(terminal, output),
        Err(failure) => {
            failed(terminal, trace, shown.states, failure);
            items(terminal, shown.items);
            for line in (shown.help)(failure) {
                terminal.text(Tone::Again, 2, &format!("help: {line}"));
            }
        }
    }
    terminal.title("Path");
    terminal.text(Tone::Plain, 2, &path(trace));
    terminal.title("Time");
    times(terminal, trace);
}

fn succeeded(terminal: &Terminal, output: &str) {
    terminal.title("Result");
    // Whole lines: a result is for reading on, too.
    let paint = |line: &str| terminal.print(&terminal.paint(Tone::Good, &format!("  {line}")));
    pretty(output).lines().for_each(paint);
}

fn failed(terminal: &Terminal, trace: &Trace, states: &[StateInfo], failure: &Failure) {
    let cause = cause(&failure.reported());
    match (failure.error(), cause.as_str()) {
        ("", "") => terminal.title(&format!("Failed, {}", told("", ""))),
        ("", _) => terminal.title("Failed, without an error"),
        (error, _) => terminal.title(&format!("Failed: {error}")),
    }
    if !cause.is_empty() {
        terminal.text(Tone::Bad, 2, &cause);
    }
    let is = |visit: &&Visit| {
        visit.kind == Kind::Task
            && visit.failure.as_ref().is_some_and(|(error, _)| error == failure.error())
    };
    let first = trace.visits.iter().find(is);
    let visit = |at: Option<usize>| trace.visits.get(at?);
    let end = visit(trace.end);
    // A failure that was handed on began in a task; another one within a Map or Parallel.
    let within = || visit(trace.origin()).filter(|it| end.is_none_or(|end| it.state != end.state));
    let began = first.or_else(within);
    if let Some(began) = began {
        place(terminal, trace, states, "in state", began);
    }
    if let Some(end) = end.filter(|end| began.is_none_or(|began| began.state != end.state)) {
        place(terminal, trace, states, "ended in", end);
    }
}

/// The first items of distributed Maps that failed: each in an execution of its own, which this one does not show.
fn items(terminal: &Terminal, items: &[FailedItem]) {
    const MOST: usize = 3;
    for FailedItem { index, input, state, error, cause: text } in items.iter().take(MOST) {
        let state = state.as_ref().map(|state| format!(" in state {state}")).unwrap_or_default();
        let input = cut(&format!("item {index} ({input}) failed{state}:"), WIDTH - 2);
        terminal.text(Tone::Plain, 2, &input);
        terminal.text(Tone::Bad, 4, &told(error, &cause(text)));
    }
    if items.len() > MOST {
        terminal.line(Tone::Dim, "  … and more");
    }
}

/// The item that made a distributed Map fail, where an event names one.
pub(crate) fn failed_item(event: &Value) -> Option<String> {
    let item = &event["mapRunFailedEventDetails"]["failedItem"];
    let text = |field: &str| item[field].as_str().unwrap_or_default();
    let index = item["index"].as_u64()?;
    let state = item["state"].as_str().map_or_else(String::new, |it| format!(" in state {it}"));
    Some(format!("item {index} failed{state}: {}", told(text("error"), &cause(text("cause")))))
}

/// An error and its cause in a line: a Fail state may have neither.
pub(crate) fn told(error: &str, cause: &str) -> String {
    match (error, cause) {
        ("", "") => "without an error and a cause".to_owned(),
        ("", cause) => format!("without an error: {cause}"),
        (error, "") => error.to_owned(),
        (error, cause) => format!("{error}: {cause}"),
    }
}

/// A state, the item, the attempt, and where it stands in the code.
fn place(terminal: &Terminal, trace: &Trace, states: &[StateInfo], what: &str, visit: &Visit) {
    let source = states.iter().find(|state| *state.name == *visit.state).map_or("", |it| it.source);
    let attempt = match visit.attempts {
        0 => String::new(),
        attempt => format!(", attempt {attempt}"),
    };
    let items = trace.items(visit);
    terminal.text(Tone::Plain, 2, &format!("{what}  {}{items}{attempt}", visit.state));
    // A state of a document that was never Rust stands nowhere.
    if !source.is_empty() {
        terminal.text(Tone::Dim, 12, &format!("at {source}"));
    }
}

/// The cause of a failure, for people: of a typed error its fields.
#[must_use]
pub fn cause(text: &str) -> String {
    typed(text).unwrap_or_else(|| text.to_owned())
}

fn typed(text: &str) -> Option<String> {
    let cause: Value = serde_json::from_str(text).ok()?;
    let fields: Value = serde_json::from_str(cause.get("errorMessage")?.as_str()?).ok()?;
    let fields = fields.as_object()?;
    if let (1, Some(Value::String(only))) = (fields.len(), fields.values().next()) {
        return Some(only.clone());
    }
    let field = |(name, value): (&String, &Value)| format!("{name} {}", plain(value));
    Some(fields.iter().map(field).collect::<Vec<_>>().join(", "))
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// The states in the order in which they were entered, branches and items in parentheses.
pub(crate) fn path(trace: &Trace) -> String {
    scope_path(trace, &trace.scopes(), (None, None))
}

fn scope_path(trace: &Trace, scopes: &Scopes, scope: (Option<usize>, Option<u32>)) -> String {
    let here = scopes.get(&scope).into_iter().flatten();
    let steps =
        here.filter_map(|index| Some(step(trace, scopes, *index, trace.visits.get(*index)?)));
    folded(&steps.collect::<Vec<_>>()).join(" → ")
}

/// Writes what is repeated at once only once: `3 × (A → B)`.
pub(crate) fn folded(steps: &[String]) -> Vec<String> {
    const LONGEST: usize = 24;
    let (mut folded, mut at) = (vec![], 0);
    while at < steps.len() {
        let rest = &steps[at..];
        let again = |length: &usize| {
            rest.len() >= 2 * length && rest[..*length] == rest[*length..2 * length]
        };
        let Some(length) = (1..=LONGEST).find(again) else {
            folded.push(rest[0].clone());
            at += 1;
            continue;
        };
        let part = &rest[..length];
        let count = rest.chunks(length).take_while(|chunk| *chunk == part).count();
        folded.push(match part {
            [only] => format!("{count} × {only}"),
            part => format!("{count} × ({})", part.join(" → ")),
        });
        at += count * length;
    }
    folded
}

fn step(trace: &Trace, scopes: &Scopes, index: usize, visit: &Visit) -> String {
    let attempts = match visit.attempts {
        0 | 1 => String::new(),
        attempts => format!("{KEPT}({attempts}{KEPT}attempts)"),
    };
    let inside = match visit.kind {
        Kind::Map => {
            let same = |(path, count): &(String, usize)| format!("{count} × {path}");
            let children = children(trace, scopes, index);
            format!(" [{}]", children.iter().map(same).collect::<Vec<_>>().join(", "))
        }
        Kind::Parallel => {
            let children = children(trace, scopes, index);
            let paths: Vec<String> = children.into_iter().map(|(path, _)| path).collect();
            format!(" [{}]", paths.join(" | "))
        }
        _ => String::new(),
    };
    format!("{}{attempts}{inside}", visit.state)
}

/// The paths of branches or items, each with the number of those that took it.
fn children(trace: &Trace, scopes: &Scopes, parent: usize) -> Vec<(String, usize)> {
    let mut paths: Vec<(String, usize)> = vec![];
    let inside = scopes.range((Some(parent), None)..=(Some(parent), Some(u32::MAX)));
    for (scope, _) in inside {
        let path = scope_path(trace, scopes, *scope);
        match paths.iter_mut().find(|(known, _)| *known == path) {
            Some((_, count)) => *count += 1,
            None => paths.push((path, 1)),
        }
    }
    paths
}

/// Tasks and waits, the longest first.
fn times(terminal: &Terminal, trace: &Trace) {
    let mut rows: Vec<Row> = vec![];
    for visit in trace.visits.iter().filter(|it| matches!(it.kind, Kind::Task | Kind::Wait)) {
        let row = match rows.iter().position(|row| row.state == &*visit.state) {
            Some(row) => &mut rows[row],
            None => {
                rows.push(Row { state: &visit.state, visits: 0, attempts: 0, seconds: 0.0 });
                let last = rows.len() - 1;
                &mut rows[last]
            }
        };
        row.visits += 1;
        row.attempts += visit.attempts;
        row.seconds += trace.seconds(visit);
    }
    rows.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    let longest = rows.first().map_or(0.0, |row| row.seconds);
    terminal.line(
        Tone::Dim,
        &format!("  {:30}{:>7}{:>10}{:>10}", "state", "visits", "attempts", "time"),
    );
    for Row { state, visits, attempts, seconds } in rows {
        let attempts = if attempts == 0 { String::new() } else { attempts.to_string() };
        let (state, bar) = (pad(&cut(state, 29), 30), bar(seconds, longest));
        let row = format!("  {state}{visits:>7}{attempts:>10}{:>10}  {bar}", time(seconds));
        terminal.line(Tone::Plain, row.trim_end());
    }
    terminal.line(Tone::Dim, &format!("  {:47}{:>10}", "from start to end", time(trace.now)));
}

struct Row<'t> {
    state: &'t str,
    visits: u32,
    attempts: u32,
    seconds: f64,
}

/// A bar of at most 15 characters.
fn bar(seconds: f64, longest: f64) -> String {
    const LONGEST: usize = 15;
    let share = if longest > 0.0 { seconds / longest } else { 0.0 };
    let length =
        (0..LONGEST).filter(|at| f64::from(u32::try_from(*at).unwrap_or(0)) + 0.5 < share * 15.0);
    "█".repeat(length.count())
}

/// A duration, as people write it.
#[must_use]
pub fn time(seconds: f64) -> String {
    match seconds {
        172_800.0.. => format!("{:.1} days", seconds / 86_400.0),
        7_200.0.. => format!("{:.1} h", seconds / 3_600.0),
        600.0.. => format!("{:.1} min", seconds / 60.0),
        0.9995.. => format!("{seconds:.2} s"),
        0.00995.. => format!("{:.0} ms", seconds * 1000.0),
        _ => format!("{:.1} ms", seconds * 1000.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_without_words_are_told() {
        for (error, cause, expected) in [
            ("", "", "without an error and a cause"),
            ("", "late", "without an error: late"),
            ("E", "", "E"),
            ("E", "late", "E: late"),
        ] {
            assert_eq!(told(error, cause), expected);
        }
    }

    #[test]
    fn turns_of_a_loop_are_counted() {
        let cases = [
            ("A B C", "A B C"),
            ("A B C B C B C D", "A 3 × (B → C) D"),
            ("A A A", "3 × A"),
            ("A B A", "A B A"),
            ("", ""),
        ];
        for (steps, expected) in cases {
            let steps: Vec<String> = steps.split_whitespace().map(str::to_owned).collect();
            assert_eq!(folded(&steps).join(" "), expected);
        }
    }

    #[test]
    fn times_are_written_as_people_do() {
        let times = [0.0, 0.0042, 0.25, 2.0, 900.0, 10_800.0, 31_536_000.0].map(time);
        assert_eq!(
            times,
            ["0.0 ms", "4.2 ms", "250 ms", "2.00 s", "15.0 min", "3.0 h", "365.0 days"]
        );
    }
}
