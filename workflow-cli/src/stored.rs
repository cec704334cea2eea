//! Commands about the executions in the store of a program: `start`, `resume`, `executions`, `history`, `stop`, `redrive`.

use crate::command::Asked;
use crate::entry::Entry;
use crate::interrupted::{goes_on, refused_all};
use crate::run::{history, input, named, refused};
use crate::stop::{Stop, failed, say};
use crate::terminal::{Terminal, Tone, cut};
use serde_json::{Value, json};
use std::path::Path;
use workflow_runtime::history::HistoryEvent;
use workflow_runtime::store::{Described, Query, Status};
use workflow_runtime::{Engine, Execution, Timestamp};

/// The number of executions that a page has where none is asked for.
const PAGE: usize = 20;

/// The executions that a command asks for.
fn query(asked: &Asked) -> Result<Query, Stop> {
    let text = |option| asked.option(option).map(Into::into);
    Ok(Query {
        machine: text("--workflow"),
        status: asked.option("--status").map(status).transpose()?,
        prefix: text("--prefix"),
        state: text("--state"),
        error: text("--error"),
        latest: true,
        limit: asked.option("--limit").map_or(Ok(PAGE), number)?,
        after: asked.option("--after").map(number).transpose()?.map(|it: usize| it as u64),
        ..Query::default()
    })
}

fn number(text: &str) -> Result<usize, Stop> {
    text.parse().map_err(|_| Stop::Usage(format!("`{text}` is not a whole number")))
}

fn status(text: &str) -> Result<Status, Stop> {
    let found = Status::ALL.into_iter().find(|it| it.name().eq_ignore_ascii_case(text));
    found.ok_or_else(|| {
        let names: Vec<_> = Status::ALL.iter().map(|it| it.name()).collect();
        Stop::Usage(format!("there is no status `{text}` (statuses: {})", names.join(", ")))
    })
}

/// Lists executions, the latest first.
pub(crate) async fn list(engine: &Engine, asked: &Asked) -> Result<(), Stop> {
    let page = engine.executions(query(asked)?).await.map_err(failed)?;
    if asked.option("--json").is_some() {
        let all: Vec<_> = page.executions.iter().map(described).collect();
        return say(&format!("{:#}", json!({ "executions": all, "next": page.next })));
    }
    if page.executions.is_empty() {
        return say("no executions");
    }
    let terminal = Terminal::stdout();
    let wide = |of: fn(&Described) -> usize| page.executions.iter().map(of).max().unwrap_or(0);
    let name = wide(|it| it.begun.name.chars().count()).min(20);
    let machine = wide(|it| it.begun.machine.chars().count()).min(16);
    for it in &page.executions {
        let tone = match it.status {
            Status::Succeeded => Tone::Good,
            Status::Running => Tone::Plain,
            _ => Tone::Bad,
        };
        let began = it.begun.started.strftime("%m-%d %H:%M:%S");
        let (label, workflow) = (cut(&it.begun.name, name), cut(&it.begun.machine, machine));
        let line = format!(
            "{label:name$}  {workflow:machine$}  {began}  {:9}  {}",
            it.status.name(),
            place(it)
        );
        terminal.line(tone, line.trim_end());
    }
    match page.next {
        Some(next) => say(&format!("more with --after {next}")),
        None => Ok(()),
    }
}

/// The state that an execution is in, and what it waits for; or what it ended with.
fn place(it: &Described) -> String {
    let state = it.state.as_deref().unwrap_or_default();
    match (&it.end, it.wake) {
        (Some(Ok(_)), _) => String::new(),
        (Some(Err(failure)), _) => format!("{} in `{state}`", failure.error()),
        (None, None) => format!("in `{state}`"),
        (None, Some(_)) => match wake(it) {
            Some(wake) => format!("waits in `{state}` until {}", wake.strftime("%m-%d %H:%M:%S")),
            None => format!("waits in `{state}` for an answer"),
        },
    }
}

/// The time until which an execution waits; `None` if it waits for an answer, or does not wait.
fn wake(it: &Described) -> Option<Timestamp> {
    it.wake.filter(|wake| *wake != Timestamp::MAX)
}

/// An execution with the names that AWS has for its parts.
fn described(it: &Described) -> Value {
    let begun = &it.begun;
    let mut all = json!({
        "executionArn": &*begun.id,
        "name": &*begun.name,
        "stateMachine": &*begun.machine,
        "status": it.status.name(),
        "startDate": begun.started.to_string(),
        "events": it.events,
        "state": it.state.as_deref(),
    });
    if let Some(time) = it.redriven {
        all["redriveCount"] = json!(it.redrives);
        all["redriveDate"] = json!(time.to_string());
    }
    match &it.end {
        None => all["wake"] = json!(wake(it).map(|it| it.to_string())),
        Some(end) => {
            all["stopDate"] = json!(it.time.to_string());
            match end {
                Ok(output) => all["output"] = json!(&**output),
                Err(failure) => {
                    all["error"] = json!(failure.error());
                    all["cause"] = json!(failure.cause());
                }
            }
        }
    }
    all
}

/// Finds an execution by its ARN, its name, or the beginning of its name.
pub(crate) async fn find(engine: &Engine, named: &str) -> Result<Described, Stop> {
    if let Some(found) = engine.describe(named).await.map_err(failed)? {
        return Ok(found);
    }
    let query = Query { prefix: Some(named.into()), limit: 1_000, ..Query::default() };
    let mut page = engine.executions(query).await.map_err(failed)?;
    // The beginning of a name is enough, if there is no other one.
    if page.executions.iter().any(|it| &*it.begun.name == named) {
        page.executions.retain(|it| &*it.begun.name == named);
    }
    match page.executions.len() {
        0 => Err(Stop::Usage(format!("the store has no execution `{named}`"))),
        1 => Ok(page.executions.remove(0)),
        _ => {
            let arns: Vec<_> = page.executions.iter().map(|it| it.begun.id.to_string()).collect();
            let text = format!("`{named}` may be one of several executions: {}", arns.join(", "));
            Err(Stop::Usage(text))
        }
    }
}

/// Shows the history of an execution.
pub(crate) async fn show_history(engine: &Engine, asked: &Asked, called: &str) -> Result<(), Stop> {
    let known = find(engine, asked.needed(0, called)?).await?;
    let events = engine.events(&known.begun.id, 1, u32::MAX).await.map_err(failed)?;
    if asked.option("--json").is_some() {
        return say(&format!("{:#}", history(&events)));
    }
    let terminal = Terminal::stdout();
    terminal.title(&format!("{}, {}", known.begun.machine, known.begun.name));
    let began = known.begun.started;
    for event in &events {
        let seconds = event.time.duration_since(began).as_secs_f64();
        let line = format!("{:5}  {seconds:9.3} s  {}", event.id, event.kind.name());
        terminal.line(Tone::Plain, &format!("{line}{}", about(event)));
    }
    terminal.title(&format!("{}  {}", known.status.name(), place(&known)));
    Ok(())
}

/// The state or task that an event is about.
fn about(event: &HistoryEvent) -> String {
    let json = event.json();
    let details = json.as_object().into_iter().flat_map(|all| all.values());
    let name = details.filter_map(|it| it.get("name").or_else(|| it.get("error")));
    name.filter_map(Value::as_str).next().map_or(String::new(), |name| format!("  {name}"))
}

/// Starts an execution, and leaves it to the store: `resume` goes on with it.
pub(crate) async fn start(engine: &Engine, entry: &Entry, asked: &Asked) -> Result<(), Stop> {
    let input = input(asked.option("--input").map(Path::new), entry, "start")?;
    let name = asked.option("--name").map(named).transpose()?;
    (entry.check)(engine, &input.text).map_err(|failure| refused(&failure, &input.name))?;
    let execution = (entry.start)(engine, &input.text, name.as_deref());
    match execution.started().await {
        Ok(()) => say(execution.id()),
        Err(failure) => Err(Stop::Failed(failure.to_string())),
    }
}

/// Stops an execution.
pub(crate) async fn stop(engine: &Engine, asked: &Asked, called: &str) -> Result<(), Stop> {
    let known = find(engine, asked.needed(0, called)?).await?;
    let error = asked.option("--error").unwrap_or_default();
    let cause = asked.option("--cause").unwrap_or_default();
    let id = &known.begun.id;
    if engine.stop(id, error, cause).await.map_err(failed)? {
        return say(&format!("{id} is told to stop"));
    }
    Err(Stop::Failed(format!("{id} has ended: {}", known.status.name())))
}

/// Has an execution that failed run again, until it has ended.
pub(crate) async fn redrive(engine: &Engine, asked: &Asked, called: &str) -> Result<(), Stop> {
    let known = find(engine, asked.needed(0, called)?).await?;
    let redriven = engine.redrive(&known.begun.id).await;
    let execution = redriven.map_err(|failure| Stop::Failed(failure.to_string()))?;
    let terminal = Terminal::stdout();
    let state = known.state.as_deref().unwrap_or_default();
    let line = format!("`{}` runs again from `{state}`", known.begun.name);
    terminal.line(Tone::Again, &line);
    if shown(&terminal, execution).await { Ok(()) } else { Err(Stop::Reported) }
}

/// Shows the end of an execution. False if it failed.
async fn shown(terminal: &Terminal, execution: Execution) -> bool {
    match execution.await.and_then(|output| output.text()) {
        Ok(output) => {
            terminal.line(Tone::Good, &format!("  {output}"));
            true
        }
        Err(failure) => {
            terminal.line(Tone::Bad, &format!("  {failure}"));
            false
        }
    }
}

/// Goes on with all executions that were interrupted, or with one, until they have ended.
pub(crate) async fn resume(engine: &Engine, asked: &Asked) -> Result<(), Stop> {
    let recovered = engine.recover().await.map_err(failed)?;
    let mut good = recovered.left.is_empty();
    refused_all(&recovered);
    let only = match asked.argument(0) {
        Some(named) => Some(find(engine, named).await?.begun.id),
        None => None,
    };
    let terminal = Terminal::stdout();
    for execution in recovered.running {
        if only.as_deref().is_some_and(|only| only != execution.id()) {
            continue;
        }
        let id = execution.id().to_owned();
        if let Some(known) = engine.describe(&id).await.map_err(failed)? {
            terminal.line(Tone::Again, &goes_on(&known));
        }
        good &= shown(&terminal, execution).await;
    }
    if good { Ok(()) } else { Err(Stop::Reported) }
}
