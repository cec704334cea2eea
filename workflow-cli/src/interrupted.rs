//! Executions of a program that went away while they ran.

use crate::entry::Entry;
use crate::stop::{Stop, failed, tell};
use workflow_runtime::engine::Recovered;
use workflow_runtime::store::Described;
use workflow_runtime::{Engine, Execution};

/// Goes on with the executions that were interrupted. Returns those of a workflow, the earliest first.
pub(crate) async fn interrupted(
    engine: &Engine,
    entry: &Entry,
) -> Result<Vec<(Described, Execution)>, Stop> {
    let recovered = engine.recover().await.map_err(failed)?;
    refused_all(&recovered);
    let mut own = vec![];
    for execution in recovered.running {
        let known = engine.describe(execution.id()).await.map_err(failed)?;
        own.extend(known.filter(|it| &*it.begun.machine == entry.name).map(|it| (it, execution)));
    }
    Ok(own)
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
