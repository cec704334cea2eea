//! Executions of a program that went away while they ran.

use crate::entry::Entry;
use crate::stop::{Stop, failed, tell};
use workflow_runtime::engine::Recovered;
use workflow_runtime::store::{Described, Query, Status};
use workflow_runtime::{Engine, Execution};

/// Goes on with the executions of a workflow that were interrupted, the earliest first; with `waiting` also with those that
/// were waiting. Others stay in the store, for `resume`.
pub(crate) async fn interrupted(
    engine: &Engine,
    entry: &Entry,
    waiting: bool,
) -> Result<Vec<(Described, Execution)>, Stop> {
    let machine = Some(entry.name.into());
    let status = Some(Status::Running);
    let mut query = Query { machine, status, busy: !waiting, limit: 1_000, ..Query::default() };
    let mut all = vec![];
    loop {
        let page = engine.executions(query.clone()).await.map_err(failed)?;
        all.extend(page.executions);
        match page.next {
            Some(next) => query.after = Some(next),
            None => break,
        }
    }
    let mut own = vec![];
    for known in all {
        let recovered = one(engine, &known).await;
        refused_all(&recovered);
        own.extend(recovered.running.into_iter().map(|execution| (known.clone(), execution)));
    }
    Ok(own)
}

/// Goes on with one execution.
pub(crate) async fn one(engine: &Engine, known: &Described) -> Recovered {
    let mut recovered = Recovered::default();
    match engine.recover_one(&known.begun.id).await {
        Ok(execution) => recovered.running.push(execution),
        Err(failure) => recovered.left.push((known.begun.clone(), failure)),
    }
    recovered
}

/// Says which executions cannot go on, and why.
pub(crate) fn refused_all(recovered: &Recovered) {
    for (begun, failure) in &recovered.left {
        tell(&format!(
            "`{}` of `{}` cannot go on: {}",
            begun.name,
            begun.machine,
            failure.reported()
        ));
    }
}

/// Says with which execution a program goes on, and from where.
pub(crate) fn goes_on(known: &Described) -> String {
    let state = known.state.as_deref().unwrap_or("its beginning");
    let Described { begun, events, .. } = known;
    format!(
        "{}, going on with `{}` from `{state}`, after {events} events",
        begun.machine, begun.name
    )
}
