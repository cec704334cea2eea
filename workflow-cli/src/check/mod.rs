//! `check`: a document against the limits of AWS, and against an older one.

mod against;
mod bounds;
mod budget;
mod document;

pub use against::{Change, changes};
pub use budget::{Budget, budgets};

use crate::entry::Entry;
use crate::files;
use crate::stop::Stop;
use crate::terminal::{Terminal, Tone};
use serde_json::Value;
use std::path::Path;

/// An older document.
pub(crate) struct Older {
    name: String,
    document: Value,
}

/// Reads an older document.
pub(crate) fn older(file: &Path) -> Result<Older, Stop> {
    let (name, text) = files::text(file)?;
    let document: Value = serde_json::from_str(&text)
        .map_err(|error| Stop::Usage(format!("{name} is not JSON: {error}")))?;
    if !document["States"].is_object() {
        return Err(Stop::Usage(format!("{name} is no States Language document: no `States`")));
    }
    Ok(Older { name, document })
}

/// Shows how a workflow stands: whether nothing is wrong.
pub(crate) fn show(terminal: &Terminal, entry: &Entry, older: Option<&Older>) -> bool {
    terminal.title(entry.name);
    let document = match (entry.definition)() {
        Ok(definition) => definition,
        Err(error) => {
            terminal.text(Tone::Bad, 2, &format!("there is no document: {error}"));
            return false;
        }
    };
    let mut good = true;
    for budget in budgets(entry.name, document.as_value(), &(entry.input)()) {
        row(terminal, budget.tone(), budget.name, &budget.text);
        budget.remedy.iter().for_each(|remedy| row(terminal, Tone::Plain, "", remedy));
        good &= !budget.exceeded;
    }
    match older {
        Some(older) => compare(terminal, older, document.as_value()) && good,
        None => good,
    }
}

fn row(terminal: &Terminal, tone: Tone, name: &str, text: &str) {
    const NAMES: usize = 13;
    let lines = crate::terminal::wrap(text, crate::terminal::WIDTH - NAMES - 2);
    for (index, line) in lines.iter().enumerate() {
        let name = if index == 0 { name } else { "" };
        let name = terminal.paint(Tone::Dim, &format!("{name:NAMES$}"));
        terminal.print(format!("  {name}{}", terminal.paint(tone, line)).trim_end());
    }
}

/// Shows what changed: whether running executions can go on.
fn compare(terminal: &Terminal, older: &Older, document: &Value) -> bool {
    terminal.title(&format!("Since {}", older.name));
    let changes = changes(&older.document, document);
    if changes.is_empty() {
        terminal.line(Tone::Good, "  nothing has changed");
    }
    for change in &changes {
        let (mark, tone) = match change.stops.is_some() {
            true => ('✗', Tone::Bad),
            false => (change.mark, Tone::Plain),
        };
        terminal.text(tone, 2, &format!("{mark} {}", change.text));
        change.stops.iter().for_each(|why| terminal.text(Tone::Bad, 4, why));
    }
    let stopped = changes.iter().any(|change| change.stops.is_some());
    if stopped {
        let text = "Executions that run cannot all go on with this code. Let them end before you replace it; \
                    on AWS they end with the document that they began with.";
        terminal.text(Tone::Bad, 2, text);
    } else if !changes.is_empty() {
        terminal.line(Tone::Good, "  Executions that run can go on.");
    }
    !stopped
}
