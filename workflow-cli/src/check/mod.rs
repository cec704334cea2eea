//! `check`: a document against the limits of AWS, and against an older one or an older description.

mod against;
mod bounds;
mod budget;
pub(crate) mod document;
mod standing;

pub use against::{Change, changes};
pub(crate) use budget::grouped;
pub use budget::{Budget, budgets};
pub(crate) use document::{is_distributed, loops, next, retries, scopes, states};

use crate::entry::Entry;
use crate::files;
use crate::starts;
use crate::stop::Stop;
use crate::terminal::{Terminal, Tone};
use serde_json::{Value, json};
use std::path::Path;
use workflow_asl::Definition;
use workflow_runtime::description::Compatibility;
use workflow_runtime::{Description, Trigger, compatible};

/// An older version of a workflow.
pub(crate) struct Older {
    name: String,
    version: Version,
}

enum Version {
    Document(Value),
    Description(Description),
}

/// Reads an older document or description.
pub(crate) fn older(file: &Path) -> Result<Older, Stop> {
    let (name, text) = files::text(file)?;
    let document: Value = serde_json::from_str(&text)
        .map_err(|error| Stop::Usage(format!("{name} is not JSON: {error}")))?;
    if document["states"].is_array() {
        let description = serde_json::from_value(document)
            .map_err(|error| Stop::Usage(format!("{name} is no description: {error}")))?;
        return Ok(Older { name, version: Version::Description(description) });
    }
    if !document["States"].is_object() {
        return Err(Stop::Usage(format!("{name} is no States Language document: no `States`")));
    }
    Ok(Older { name, version: Version::Document(document) })
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
    for (index, trigger) in entry.triggers.iter().enumerate() {
        let name = if index == 0 { "triggers" } else { "" };
        let misfit = starts::misfit(entry, trigger);
        row(terminal, Tone::Plain, name, &trigger.to_string());
        misfit.iter().for_each(|why| row(terminal, Tone::Bad, "", why));
        good &= misfit.is_none();
    }
    match older {
        Some(older) => compare(terminal, older, entry, &document) && good,
        None => good,
    }
}

/// Shows what has changed since an older document: true if executions that run can go on.
pub(crate) fn since(
    terminal: &Terminal,
    older: &Older,
    definition: &Definition,
) -> Result<bool, Stop> {
    let Version::Document(document) = &older.version else {
        let name = &older.name;
        return Err(Stop::Usage(format!(
            "{name} is a description: give the older document, or compare by `check --against`"
        )));
    };
    terminal.title(&format!("Since {}", older.name));
    Ok(compare_documents(terminal, document, definition))
}

/// The standing of a workflow, as JSON.
pub(crate) fn checked(entry: &Entry, older: Option<&Older>) -> Value {
    let document = match (entry.definition)() {
        Ok(definition) => definition,
        Err(error) => {
            return json!({ "name": entry.name, "ok": false, "error": error.to_string() });
        }
    };
    let budgets = budgets(entry.name, document.as_value(), &(entry.input)());
    let misfits: Vec<(&Trigger, Option<String>)> =
        entry.triggers.iter().map(|it| (it, starts::misfit(entry, it))).collect();
    let mut ok =
        budgets.iter().all(|it| !it.exceeded) && misfits.iter().all(|(_, misfit)| misfit.is_none());
    let budget = |it: &Budget| json!({ "name": it.name, "text": it.text, "remedy": it.remedy, "exceeded": it.exceeded });
    let mut all = json!({ "name": entry.name, "ok": ok });
    all["budgets"] = budgets.iter().map(budget).collect();
    let trigger = |(it, misfit): &(&Trigger, Option<String>)| json!({ "name": it.name, "text": it.to_string(), "misfit": misfit });
    all["triggers"] = misfits.iter().map(trigger).collect();
    let Some(older) = older else { return all };
    let states = match &older.version {
        Version::Description(older) => Some(compatible(older, &(entry.description)())),
        Version::Document(older) => {
            let changes = changes(older, document.as_value());
            ok &= changes.iter().all(|it| it.stops.is_none());
            let change =
                |it: &Change| json!({ "change": it.mark, "text": it.text, "stops": it.stops });
            all["changes"] = changes.iter().map(change).collect();
            standing::documents(older, &document)
        }
    };
    ok &= states.as_ref().is_none_or(Compatibility::continues);
    all["ok"] = json!(ok);
    all["states"] = states.iter().flat_map(standing::as_json).collect();
    all
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

/// Shows whether running executions can go on, and what changed.
fn compare(terminal: &Terminal, older: &Older, entry: &Entry, document: &Definition) -> bool {
    terminal.title(&format!("Since {}", older.name));
    match &older.version {
        Version::Description(older) => {
            let good = standing::states(terminal, &compatible(older, &(entry.description)()));
            told(terminal, good);
            good
        }
        Version::Document(older) => compare_documents(terminal, older, document),
    }
}

fn compare_documents(terminal: &Terminal, older: &Value, document: &Definition) -> bool {
    let changes = changes(older, document.as_value());
    if changes.is_empty() {
        terminal.line(Tone::Good, "  nothing has changed");
        return true;
    }
    for change in &changes {
        let (mark, tone) = match change.stops.is_some() {
            true => ('✗', Tone::Bad),
            false => (change.mark, Tone::Plain),
        };
        terminal.text(tone, 2, &format!("{mark} {}", change.text));
        change.stops.iter().for_each(|why| terminal.text(Tone::Bad, 4, why));
    }
    let states = standing::documents(older, document);
    let good = states.is_none_or(|states| standing::states(terminal, &states))
        && changes.iter().all(|change| change.stops.is_none());
    told(terminal, good);
    good
}

fn told(terminal: &Terminal, good: bool) {
    if !good {
        let text = "Executions that run cannot all go on with this code. Let them end before you replace it; \
                    on AWS they end with the document that they began with.";
        terminal.text(Tone::Bad, 2, text);
    } else {
        terminal.line(Tone::Good, "  Running executions can continue.");
    }
}
