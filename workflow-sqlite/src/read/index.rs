//! Indexes that have few executions.

use super::list::after;
use rusqlite::{Connection, params_from_iter};
use workflow_runtime::store::Query;

/// The most executions that one index has for a query, where it is asked for them all.
const FEW: i64 = 2000;

/// An index that has few executions for a query: the table with it, and the condition, with its value, that has it asked.
pub struct Index {
    pub from: &'static str,
    pub among: &'static str,
    pub of: Option<String>,
}

/// Those that are in a state, and those that run, in whatever state.
const IN_STATE: &str = "execution.id IN (
    SELECT execution FROM progress INDEXED BY progress_state
    WHERE state = ? AND (live = 0 OR wake IS NOT NULL)
    UNION ALL
    SELECT execution FROM progress INDEXED BY progress_busy WHERE live = 1 AND wake IS NULL)";

/// An index that has all executions of a query, and few others; `None` if each has many.
pub fn few(on: &Connection, query: &Query) -> rusqlite::Result<Option<Index>> {
    let count = |rows: &str, values: &[&str]| -> rusqlite::Result<i64> {
        let text = format!("SELECT count(*) FROM (SELECT 1 FROM {rows} LIMIT {FEW})");
        on.prepare_cached(&text)?.query_row(params_from_iter(values), |row| row.get(0))
    };
    if let Some(error) = &query.error
        && count("execution INDEXED BY execution_error WHERE error = ?1", &[error])? < FEW
    {
        let from = "execution INDEXED BY execution_error";
        return Ok(Some(Index { from, among: "1", of: None }));
    }
    if let Some(prefix) = query.prefix.as_deref().filter(|_| !query.items) {
        let end = after(prefix);
        let named = "execution INDEXED BY execution_name WHERE item = 0 AND name >= ?1";
        let found = match &end {
            Some(end) => count(&format!("{named} AND name < ?2"), &[prefix, end])?,
            None => count(named, &[prefix])?,
        };
        if found < FEW {
            let from = "execution INDEXED BY execution_name";
            return Ok(Some(Index { from, among: "1", of: None }));
        }
    }
    if let Some(state) = &query.state {
        let still = "progress INDEXED BY progress_state
            WHERE state = ?1 AND (live = 0 OR wake IS NOT NULL)";
        let busy = "progress INDEXED BY progress_busy WHERE live = 1 AND wake IS NULL";
        if count(still, &[state])? + count(busy, &[])? < FEW {
            let of = Some(state.to_string());
            // Another index would be taken for a machine, which may have them all.
            let from = "execution NOT INDEXED";
            return Ok(Some(Index { from, among: IN_STATE, of }));
        }
    }
    Ok(None)
}
