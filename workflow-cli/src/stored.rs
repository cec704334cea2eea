//! Executions in the store of a program: how they are found and shown.

use crate::stop::{Stop, failed, several};
use crate::terminal::{Terminal, Tone};
use serde_json::{Value, json};
use workflow_runtime::store::{Described, Query};
use workflow_runtime::{Engine, Execution, Timestamp};

/// The state that an execution is in, and what it waits for; or what it ended with.
pub(crate) fn place(it: &Described) -> String {
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
pub(crate) fn described(it: &Described) -> Value {
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
                    all["cause"] = json!(failure.reported());
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
            Err(several(named, &arns, page.next.is_none()))
        }
    }
}

/// Shows the end of an execution. False if it failed.
pub(crate) async fn shown(terminal: &Terminal, execution: Execution) -> bool {
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
