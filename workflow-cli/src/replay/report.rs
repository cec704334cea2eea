//! A replay for people: what failed, where, with which data; and whether the definition does the same here.

use super::Told;
use crate::check::grouped;
use crate::pretty::pretty;
use crate::report::{cause, path, time};
use crate::terminal::{Terminal, Tone, WIDTH, cut};
use serde_json::Value;
use workflow_replay::{Failed, HistoryDifference, RecordedOutcome};
use workflow_runtime::history::Visit;
use workflow_runtime::machine::Kind;

/// The most differences that are shown.
const MOST: usize = 5;
/// The most lines of a value that are shown.
const LINES: usize = 20;

/// Shows it.
pub(super) fn show(terminal: &Terminal, told: &Told<'_>) {
    head(terminal, told);
    if let Some(failed) = told.recording.failed() {
        failure(terminal, told, &failed);
    } else if let Some(output) = told.recording.output() {
        value(terminal, "Output", output);
    }
    terminal.title("Path");
    terminal.text(Tone::Plain, 2, &path(&told.recording.trace));
    match told.from {
        None => replay(terminal, told),
        Some(state) => onward(terminal, told, state),
    }
}

fn head(terminal: &Terminal, told: &Told<'_>) {
    let recording = told.recording;
    let mut rows = vec![];
    let name = recording.arn.as_deref().and_then(|arn| arn.rsplit(':').next());
    rows.extend(name.map(|name| ("execution", name.to_owned())));
    let took = time(recording.trace.now);
    rows.extend(recording.started().map(|at| ("started", format!("{at}, took {took}"))));
    rows.push(("events", grouped(recording.events.len() as u64)));
    rows.push(("transitions", grouped(recording.trace.billed_transitions())));
    terminal.table(&format!("{}, recorded: {}", told.subject.name, recording.status), &rows);
}

fn failure(terminal: &Terminal, told: &Told<'_>, failed: &Failed) {
    terminal.title(&format!("Failed: {}", failed.error));
    let why = cause(&failed.cause);
    if !why.is_empty() {
        terminal.text(Tone::Bad, 2, &why);
    }
    let attempt = match failed.attempts {
        0 => String::new(),
        attempts => format!(", attempt {attempts}"),
    };
    let place = format!("in state  {}{}{attempt}", failed.state, failed.items);
    terminal.text(Tone::Plain, 2, &place);
    if let Some(source) = told.subject.source(&failed.state) {
        terminal.text(Tone::Dim, 12, &format!("at {source}"));
    }
    began(terminal, told, failed);
    if !failed.within.is_empty() {
        terminal.text(Tone::Plain, 2, &format!("within    {}", failed.within.join(" → ")));
    }
    if let Some(location) = &failed.location {
        terminal.text(Tone::Plain, 2, &format!("field     {location}"));
    }
    terminal.text(Tone::Plain, 2, &format!("event     {}", failed.event));
    value(terminal, "Input of the state", &failed.input);
    if !failed.variables.is_empty() {
        value(terminal, "Variables", &serde_json::json!(failed.variables));
    }
    if let Some(request) = &failed.request {
        value(terminal, "Request", request);
    }
}

/// The task whose failure was handed on to the state that failed at last.
fn began(terminal: &Terminal, told: &Told<'_>, failed: &Failed) {
    let is = |visit: &&Visit| {
        let error = visit.failure.as_ref().map(|(error, _)| error);
        visit.kind == Kind::Task && error == Some(&failed.error) && *visit.state != *failed.state
    };
    let Some(first) = told.recording.trace.visits.iter().find(is) else { return };
    let items = told.recording.trace.items(first);
    let text = format!("began in  {}{items}, attempt {}", first.state, first.attempts);
    terminal.text(Tone::Plain, 2, &text);
    if let Some(source) = told.subject.source(&first.state) {
        terminal.text(Tone::Dim, 12, &format!("at {source}"));
    }
}

/// A value below its heading; of a long one the beginning.
fn value(terminal: &Terminal, title: &str, value: &Value) {
    terminal.title(title);
    let text = pretty(&value.to_string());
    let lines: Vec<&str> = text.lines().collect();
    let shown = if lines.len() > LINES { LINES - 1 } else { lines.len() };
    for line in &lines[..shown] {
        terminal.line(Tone::Plain, &format!("  {line}"));
    }
    if shown < lines.len() {
        let more = lines.len() - shown;
        terminal.line(Tone::Dim, &format!("  … {more} more lines; `--json` has all"));
    }
}

fn replay(terminal: &Terminal, told: &Told<'_>) {
    let replayed = told.replayed;
    terminal.title("Replay");
    if replayed.is_same() {
        let beginning = if told.recording.is_whole() { "" } else { ", as far as it goes" };
        let text = format!(
            "the definition does what was recorded{beginning}: the same events, in the same order of causes"
        );
        return terminal.text(Tone::Good, 2, &text);
    }
    for asked in &replayed.asked {
        let text = format!(
            "stopped in `{}`, attempt {}: the recording has no answer for its call",
            asked.state,
            asked.attempt + 1
        );
        terminal.text(Tone::Bad, 2, &text);
        terminal.line(Tone::Dim, &format!("    {}", asked.request));
        terminal.text(Tone::Again, 2, "help: give the answer with `--mocks FILE`");
    }
    let count = replayed.differences.len();
    if count > 0 {
        let noun = if count == 1 { "difference" } else { "differences" };
        terminal.text(Tone::Bad, 2, &format!("{count} {noun} from the recording:"));
    }
    replayed.differences.iter().take(MOST).for_each(|found| difference(terminal, told, found));
    if is_unnamed(told) {
        let help = "help: give what `aws stepfunctions describe-execution` prints with `--recorded`, too: without it the names and ARNs of the execution are not known";
        terminal.text(Tone::Again, 2, help);
    }
    if count > MOST {
        terminal.line(Tone::Dim, &format!("  … {} more; `--json` has them", count - MOST));
    }
}

/// True if the run went under names of its own, and something may differ for that.
fn is_unnamed(told: &Told<'_>) -> bool {
    let names = |it: &HistoryDifference| {
        let recorded = it.expected.as_ref().map(Value::to_string).unwrap_or_default();
        recorded.contains(":execution:") || recorded.contains(":stateMachine:")
    };
    told.recording.arn.is_none() && told.replayed.differences.iter().any(names)
}

fn difference(terminal: &Terminal, told: &Told<'_>, found: &HistoryDifference) {
    terminal.line(Tone::Plain, &format!("  {}{}", found.path, event(told, &found.path)));
    let text =
        |value: &Option<Value>| value.as_ref().map_or("nothing".to_owned(), Value::to_string);
    terminal.line(Tone::Plain, &cut(&format!("    recorded {}", text(&found.expected)), WIDTH));
    terminal.line(Tone::Plain, &cut(&format!("         got {}", text(&found.actual)), WIDTH));
}

/// The recorded event that a path speaks of.
fn event(told: &Told<'_>, path: &str) -> String {
    let at = || path.strip_prefix("$.events[")?.split(']').next()?.parse::<usize>().ok();
    let event = at().and_then(|at| told.recording.events.get(at));
    let Some(event) = event else { return String::new() };
    format!("  (event {}, {})", event["id"], event["type"].as_str().unwrap_or_default())
}

/// A run from a state.
fn onward(terminal: &Terminal, told: &Told<'_>, state: &str) {
    let replayed = told.replayed;
    terminal.title(&format!("From {state}"));
    let trace = workflow_runtime::history::Trace::of(&replayed.ran.history);
    terminal.text(Tone::Plain, 2, &path(&trace));
    let RecordedOutcome { output, error, cause: why, .. } = replayed.ran.outcome(None);
    match (output, error) {
        (Some(output), _) => value(terminal, "Result", &output),
        (None, Some(error)) => {
            terminal.title(&format!("Failed: {error}"));
            terminal.text(Tone::Bad, 2, &cause(&why.unwrap_or_default()));
            let began = trace.origin().and_then(|at| trace.visits.get(at));
            if let Some(began) = began {
                let text = format!("in state  {}{}", began.state, trace.items(began));
                terminal.text(Tone::Plain, 2, &text);
            }
        }
        (None, None) if replayed.asked.is_empty() => {
            terminal.text(Tone::Bad, 2, "it waits for something that never comes in the recording");
        }
        (None, None) => replay(terminal, told),
    }
}
