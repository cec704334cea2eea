//! A run: an execution, with what it does while it does it, and what came of it.

use crate::entry::Entry;
use crate::files::{self, Input};
use crate::ready::After;
use crate::signals::Signals;
use crate::stop::{Stop, say};
use crate::terminal::{Terminal, Tone};
use crate::{progress, report};
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;
use tokio::runtime::Runtime;
use workflow_runtime::engine::FailedItem;
use workflow_runtime::history::{HistoryEvent, Trace, Visit};
use workflow_runtime::machine::StateInfo;
use workflow_runtime::{Engine, Execution, Failure};

/// The input in a file; none is needed by a workflow without arguments.
pub(crate) fn input(file: Option<&Path>, entry: &Entry, command: &str) -> Result<Input, Stop> {
    match file {
        Some(file) => Input::read(file),
        None if entry.needs_nothing() => {
            Ok(Input { name: "no input".to_owned(), text: "{}".to_owned() })
        }
        None => {
            let text = "needs --input FILE; `--input -` reads standard input";
            Err(Stop::Usage(format!("`{command}` {text}")))
        }
    }
}

/// The name of an execution, as AWS takes it (API reference, `StartExecution`).
pub(crate) fn named(name: &str) -> Result<String, &'static str> {
    let bad =
        |c: char| c.is_whitespace() || c.is_control() || "<>{}[]?*\"#%\\^|~`$&,;:/".contains(c);
    if name.is_empty() || name.chars().count() > 80 || name.contains(bad) {
        return Err("the name of an execution has 1 to 80 letters, digits, `-`, `_` or `.`");
    }
    Ok(name.to_owned())
}

/// Returns where all this runs.
pub(crate) fn runtime() -> Result<Runtime, Stop> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    runtime.map_err(|error| Stop::Failed(format!("no runtime: {error}")))
}

/// Runs a future to its end. A signal does not wait for what blocks its thread.
pub(crate) fn to_end(
    runtime: Runtime,
    future: impl Future<Output = Result<(), Stop>>,
) -> Result<(), Stop> {
    let ended = runtime.block_on(future);
    if matches!(ended, Err(Stop::Signal(..))) {
        runtime.shutdown_background();
    }
    ended
}

/// The form of what is shown of an execution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Each step, and a report.
    Report,
    /// Only the result.
    Quiet,
    /// Only the end, as JSON.
    Json,
}

impl Form {
    pub(crate) fn of(quiet: bool, json: bool) -> Self {
        match (quiet, json) {
            (_, true) => Form::Json,
            (true, false) => Form::Quiet,
            (false, false) => Form::Report,
        }
    }

    /// The terminal for all but the result.
    fn terminal(self) -> Terminal {
        match self {
            Form::Report => Terminal::stdout(),
            Form::Quiet | Form::Json => Terminal::quiet(),
        }
    }
}

/// Shows what a program shows after a run.
pub(crate) fn show_after(after: After, form: Form) -> Result<(), Stop> {
    after(&form.terminal()).map_err(|error| Stop::Failed(error.to_string()))
}

/// The output about an execution, and its destination.
pub(crate) struct Shown<'a> {
    /// The heading.
    pub(crate) title: String,
    /// The name of its input.
    pub(crate) input: &'a str,
    pub(crate) states: &'a [StateInfo],
    /// The file for the history.
    pub(crate) history: Option<&'a Path>,
    pub(crate) form: Form,
    pub(crate) after: Option<After>,
    pub(crate) engine: &'a Engine,
    /// The help where it fails.
    pub(crate) help: &'a dyn Fn(&Failure) -> Vec<String>,
}

impl Shown<'_> {
    /// Starts an execution, follows it to its end, and shows what came of it.
    pub(crate) async fn follow<O>(
        self,
        start: impl FnOnce() -> Execution<O>,
        text: fn(O) -> Result<Arc<str>, Failure>,
    ) -> Result<(), Stop> {
        let terminal = self.form.terminal();
        // Before it starts: what its tasks print comes below.
        terminal.title(&self.title);
        let mut signals = self.history.map(|_| Signals::listen()).transpose()?;
        let mut execution = start();
        let signal = async {
            match &mut signals {
                Some(signals) => signals.next().await,
                None => std::future::pending().await,
            }
        };
        let trace = tokio::select! {
            biased;
            signal = signal => {
                let written = self.write(&execution);
                let line = format!("stopped by {}", signal.name);
                return Err(match written {
                    Ok(()) => Stop::Signal(line, signal.code()),
                    Err(Stop::Failed(why)) => Stop::Signal(format!("{line}; {why}"), signal.code()),
                    Err(other) => other,
                });
            }
            trace = self.watch(&execution, &terminal) => trace,
        };
        let result = (&mut execution).await.and_then(text);
        if trace.is_empty()
            && let Err(failure) = &result
        {
            return Err(refused(failure, self.input));
        }
        let written = self.write(&execution);
        if written.is_ok() {
            signals.iter().for_each(Signals::written);
        }
        let items = &self.engine.failed_items();
        let shown = report::Shown { trace: &trace, states: self.states, items, help: self.help };
        report::show(&terminal, &shown, &result);
        if let Some(after) = self.after {
            show_after(after, self.form)?;
        }
        let ended = match (self.form, result) {
            (Form::Quiet, Ok(output)) => say(&output),
            (Form::Quiet, Err(failure)) => Err(Stop::Failed(failure.to_string())),
            (form, result) => {
                if form == Form::Json {
                    say(&format!("{:#}", ended(execution.id(), &trace, &result, items)))?;
                }
                result.map(drop).map_err(|_| Stop::Reported)
            }
        };
        both(ended, written)
    }

    /// Writes the history so far, where it is asked for.
    fn write<O>(&self, execution: &Execution<O>) -> Result<(), Stop> {
        let Some(file) = self.history else { return Ok(()) };
        files::write(file, &format!("{:#}", history(&execution.history())))
    }

    /// Shows each step as it happens, and gives the whole trace.
    async fn watch<O>(&self, execution: &Execution<O>, terminal: &Terminal) -> Trace {
        let mut events = execution.progress();
        let (mut trace, mut last) = (Trace::default(), 0);
        while let Some(event) = events.next().await {
            if event.id > last + 1 {
                // It was too fast to be shown.
                terminal.line(Tone::Dim, &format!("{:10}… {} events", "", event.id - last - 1));
                trace = before(&execution.history(), event.id);
            }
            last = event.id;
            if let Some(step) = trace.add(&event) {
                progress::show(terminal, &trace, &step);
            }
        }
        trace
    }
}

/// Joins the failure of a run with that of writing its history: neither hides the other.
fn both(ended: Result<(), Stop>, written: Result<(), Stop>) -> Result<(), Stop> {
    match (ended, written) {
        (Err(Stop::Failed(first)), Err(Stop::Failed(second))) => {
            Err(Stop::Failed(format!("{first}\nerror: {second}")))
        }
        (Ok(()) | Err(Stop::Reported), written @ Err(_)) => written,
        (ended, _) => ended,
    }
}

/// All that happened before an event.
fn before(history: &[HistoryEvent], event: u32) -> Trace {
    let known = history.partition_point(|known| known.id < event);
    Trace::of(&history[..known])
}

/// It was refused before anything ran.
pub(crate) fn refused(failure: &Failure, input: &str) -> Stop {
    match failure.error() {
        "InvalidExecutionInput" => Stop::Usage(format!("{input}: {}", failure.reported())),
        _ => Stop::Failed(failure.reported()),
    }
}

/// The end of an execution, with the names that AWS has for its parts; `path` are its states, in order, and `failedItems` the
/// first items of distributed Maps that failed.
fn ended(
    id: &str,
    trace: &Trace,
    result: &Result<Arc<str>, Failure>,
    items: &[FailedItem],
) -> Value {
    let path: Vec<String> = steps(trace);
    let mut all = json!({ "executionArn": id });
    match result {
        Ok(output) => {
            all["status"] = json!("SUCCEEDED");
            all["output"] = json!(&**output);
        }
        Err(failure) => {
            let timed_out = trace.end.is_none() && failure.error() == "States.Timeout";
            all["status"] = json!(if timed_out { "TIMED_OUT" } else { "FAILED" });
            all["error"] = json!(failure.error());
            all["cause"] = json!(failure.reported());
            if !items.is_empty() {
                all["failedItems"] = items.iter().map(failed_item).collect();
            }
        }
    }
    all["seconds"] = json!(trace.now);
    all["path"] = json!(path);
    all
}

/// An item that failed, with its input as JSON has it.
fn failed_item(item: &FailedItem) -> Value {
    let FailedItem { index, input, state, error, cause } = item;
    json!({ "index": index, "input": **input, "state": state.as_deref(), "error": error, "cause": cause })
}

/// The states in the order of the code, those of Maps with the index of their item.
pub(crate) fn steps(trace: &Trace) -> Vec<String> {
    let name = |visit: &&Visit| format!("{}{}", visit.state, trace.items(visit));
    trace.in_order().iter().map(name).collect()
}

/// A history as `aws stepfunctions get-execution-history` writes it.
pub(crate) fn history(events: &[HistoryEvent]) -> Value {
    json!({ "events": events.iter().map(HistoryEvent::json).collect::<Vec<_>>() })
}
