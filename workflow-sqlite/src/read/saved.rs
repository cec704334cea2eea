//! An execution as it was at its last commit.

use super::{describe, number};
use crate::encode::{read_bits, read_path};
use crate::error::Stop;
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;
use std::sync::Arc;
use workflow_runtime::Failure;
use workflow_runtime::store::{Answer, Described, Kept, Message, Path, Saved};

/// Reads an execution, without its history.
pub fn saved(on: &Connection, arn: &str) -> Result<Option<Saved>, Stop> {
    let Some(id) = number(on, arn)? else { return Ok(None) };
    let Some(described) = describe(on, arn)? else { return Ok(None) };
    let query = "SELECT epoch, payloads, root, root_mark FROM progress WHERE execution = ?1";
    let progress = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, root(row)?));
    let (epoch, payloads, root) = on.prepare_cached(query)?.query_row([id], progress)?;
    let Described { begun, status, number, events, end, continued, redrives, redriven, .. } =
        described;
    Ok(Some(Saved {
        begun,
        epoch: read_bits(epoch),
        number,
        events,
        payloads,
        scopes: scopes(on, id, root)?,
        messages: messages(on, id)?,
        status,
        end,
        continued,
        redrives,
        redriven,
    }))
}

/// The scope of the workflow itself, which stands with its progress.
fn root(row: &Row<'_>) -> rusqlite::Result<Option<Kept>> {
    let Some(machine) = row.get(2)? else { return Ok(None) };
    Ok(Some(Kept { machine, mark: Arc::from(row.get_ref(3)?.as_blob()?) }))
}

/// The scopes: that of the workflow, and those below.
fn scopes(on: &Connection, id: i64, root: Option<Kept>) -> rusqlite::Result<BTreeMap<Path, Kept>> {
    let mut query =
        on.prepare_cached("SELECT path, machine, mark FROM scope WHERE execution = ?1")?;
    let scope = |row: &Row<'_>| {
        let path = read_path(row.get_ref(0)?.as_blob()?)?;
        let mark = Arc::from(row.get_ref(2)?.as_blob()?);
        Ok((path, Kept { machine: row.get(1)?, mark }))
    };
    let root = root.map(|root| Ok((vec![], root)));
    root.into_iter().chain(query.query_map([id], scope)?).collect()
}

fn messages(on: &Connection, id: i64) -> rusqlite::Result<Vec<(u64, Message)>> {
    let query = "SELECT id, kind, token, error, text FROM inbox WHERE execution = ?1 ORDER BY id";
    let mut query = on.prepare_cached(query)?;
    let message = |row: &Row<'_>| Ok((read_bits(row.get(0)?), read_message(row)?));
    query.query_map([id], message)?.collect()
}

fn read_message(row: &Row<'_>) -> rusqlite::Result<Message> {
    let kind: i64 = row.get(1)?;
    if kind == 0 {
        return Ok(Message::Answer(row.get(2)?, Answer::Done(row.get(4)?)));
    }
    let failure = Failure::new(row.get::<_, String>(3)?, row.get::<_, String>(4)?);
    Ok(match kind {
        1 => Message::Answer(row.get(2)?, Answer::Failed(failure)),
        2 => Message::Stop(failure),
        _ => return Err(rusqlite::Error::IntegralValueOutOfRange(1, kind)),
    })
}
