//! A commit.

use super::begin::begin;
use super::{Known, Tables, fenced, remove};
use crate::encode::{Time, after, bits, path, read_bits, status};
use crate::error::Stop;
use rusqlite::params;
use workflow_runtime::store::{Commit, Record, Status, StoreError};

/// The first statement of a commit: it finds its row only if the commit follows the last one, and has a record to mark.
pub const STEP: &str = "
    UPDATE progress SET number = ?4, events = ?5, payloads = coalesce(?6, payloads), time = ?7,
        state = coalesce(?8, state), root = coalesce(?9, root), root_mark = coalesce(?10, root_mark)
    WHERE execution = ?1 AND epoch = ?2 AND number = ?3
    AND (?10 IS NULL OR ?9 IS NOT NULL OR root IS NOT NULL)";

/// The same, where the execution begins or ends to wait: SQLite writes the entries of an index again whenever its columns
/// are set.
const TURN: &str = "
    UPDATE progress SET number = ?4, events = ?5, payloads = coalesce(?6, payloads), time = ?7,
        state = coalesce(?8, state), root = coalesce(?9, root), root_mark = coalesce(?10, root_mark),
        wake = ?11, live = live AND ?12
    WHERE execution = ?1 AND epoch = ?2 AND number = ?3
    AND (?10 IS NULL OR ?9 IS NOT NULL OR root IS NOT NULL)";

pub const RECORD: &str = "
    INSERT INTO scope (execution, path, mark, machine) VALUES (?1, ?2, ?3, ?4)
    ON CONFLICT DO UPDATE SET mark = excluded.mark, machine = excluded.machine";

pub const MARK: &str = "UPDATE scope SET mark = ?3 WHERE execution = ?1 AND path = ?2";

pub const PAYLOAD: &str =
    "INSERT OR REPLACE INTO payload (execution, number, text) VALUES (?1, ?2, ?3)";

pub const CHUNK: &str = "INSERT INTO chunk (execution, first, last, bytes) VALUES (?1, ?2, ?3, ?4)";

const REOPENED: &str = "
    UPDATE progress SET live = (SELECT item = 0 FROM execution WHERE id = ?1) WHERE execution = ?1";

const REDRIVEN: &str = "
    UPDATE execution SET redrives = redrives + 1, redriven = ?2, round = ?3 WHERE id = ?1";
const ROOTLESS: &str = "UPDATE progress SET root = NULL, root_mark = NULL WHERE execution = ?1";

const ANSWERS: &str = "SELECT id FROM inbox WHERE execution = ?1 AND token = ?2";

const END: &str = "
    UPDATE execution SET status = ?2, ended = ?3, output = ?4, error = ?5, cause = ?6, continued = ?7
    WHERE id = ?1";

/// Writes a commit.
pub fn commit(tables: &mut Tables<'_>, commit: &Commit) -> Result<(), Stop> {
    let known = match &commit.begun {
        Some(begun) => begin(tables, commit, begun)?,
        None => {
            let known = tables.find(&commit.execution)?;
            known.ok_or_else(|| StoreError::unknown(&commit.execution))?
        }
    };
    step(tables, known, commit)?;
    scopes(tables, known.id, commit)?;
    in_time(tables, known.id, commit)?;
    for payload in &commit.payloads {
        tables.payload.execute(params![known.id, payload.number, payload.text])?;
    }
    if let Some(chunk) = &commit.chunk {
        let bytes = &*chunk.bytes;
        tables.chunk.execute(params![known.id, chunk.first, chunk.last, bytes])?;
    }
    waits(tables, known.id, commit)?;
    let plain = commit.status == Status::Running && commit.continued.is_none();
    if commit.end.is_some() || !plain || !known.open {
        end(tables, known, commit)?;
    }
    Ok(())
}

fn step(tables: &mut Tables<'_>, known: Known, commit: &Commit) -> Result<(), Stop> {
    let (epoch, last) = (bits(commit.epoch), bits(commit.number.wrapping_sub(1)));
    let (number, events) = (bits(commit.number), commit.events);
    let payloads = commit.payloads.last().map(|it| it.number);
    let (time, state) = (Time::from(commit.time), &commit.state);
    let roots = || commit.records.iter().rev().filter(|it| it.path.is_empty());
    let machine = roots().find_map(|it| it.machine.as_ref());
    let mark = roots().next().map(|it| &*it.mark);
    let goes_on = commit.end.is_none();
    let id = known.id;
    let found = if goes_on && known.open && known.wake == commit.wake {
        let step = params![id, epoch, last, number, events, payloads, time, state, machine, mark];
        tables.step.execute(step)?
    } else {
        let wake = commit.wake.map(Time::from);
        let turn = params![
            id, epoch, last, number, events, payloads, time, state, machine, mark, wake, goes_on
        ];
        tables.run(TURN, turn)?
    };
    if found == 0 {
        return Err(fenced(tables.on, id, commit)?);
    }
    if let Some(known) = tables.known.get_mut(&commit.execution) {
        known.wake = commit.wake;
    }
    Ok(())
}

/// Refuses a commit that says that the time of an attempt is over which was answered before.
fn in_time(tables: &Tables<'_>, id: i64, commit: &Commit) -> Result<(), Stop> {
    for token in &commit.expired {
        let mut answers = tables.on.prepare_cached(ANSWERS)?;
        let answers = answers.query_map((id, token), |row| row.get(0))?;
        for number in answers {
            if !commit.taken.contains(&read_bits(number?)) {
                return Err(Stop::Undone(StoreError::Answered(token.clone())));
            }
        }
    }
    Ok(())
}

fn scopes(tables: &mut Tables<'_>, id: i64, commit: &Commit) -> Result<(), Stop> {
    for removed in &commit.removed {
        remove_below(tables, id, &path(removed))?;
    }
    // That of the workflow itself is written with the step.
    for Record { path: at, machine, mark } in commit.records.iter().filter(|it| !it.path.is_empty())
    {
        let (place, mark) = (path(at), &**mark);
        match machine {
            Some(machine) => {
                tables.record.execute(params![id, place, mark, machine])?;
            }
            None if tables.mark.execute(params![id, place, mark])? == 0 => {
                return Err(Stop::Undone(StoreError::without_record(&commit.execution, at)));
            }
            None => {}
        }
    }
    Ok(())
}

fn remove_below(tables: &Tables<'_>, id: i64, path: &[u8]) -> rusqlite::Result<usize> {
    const BELOW: &str = "DELETE FROM scope WHERE execution = ?1 AND path > ?2 AND path < ?3";
    match after(path) {
        Some(after) => tables.run(BELOW, (id, path, after)),
        None => tables.run("DELETE FROM scope WHERE execution = ?1 AND path > ?2", (id, path)),
    }
}

fn waits(tables: &Tables<'_>, id: i64, commit: &Commit) -> rusqlite::Result<()> {
    for token in &commit.closed {
        tables.run("DELETE FROM wait WHERE token = ?1", [token])?;
        tables.run("DELETE FROM inbox WHERE execution = ?1 AND token = ?2", (id, token))?;
    }
    for token in &commit.opened {
        tables
            .run("INSERT OR REPLACE INTO wait (token, execution) VALUES (?1, ?2)", (token, id))?;
    }
    for number in &commit.taken {
        let delete = "DELETE FROM inbox WHERE id = ?1 AND execution = ?2";
        tables.run(delete, (bits(*number), id))?;
    }
    Ok(())
}

/// Writes the end of an execution, and removes what it needs no more.
fn end(tables: &mut Tables<'_>, known: Known, commit: &Commit) -> Result<(), Stop> {
    let ended = commit.end.as_ref().map(|_| Time::from(commit.time));
    let output = commit.end.as_ref().and_then(|end| end.as_ref().ok());
    let failure = commit.end.as_ref().and_then(|end| end.as_ref().err());
    let (error, cause) = (failure.map(|it| it.error()), failure.map(|it| it.reported()));
    let status = status(commit.status);
    tables.run(END, (known.id, status, ended, output, error, cause, &commit.continued))?;
    if commit.redriven {
        tables.run(REDRIVEN, (known.id, Time::from(commit.time), commit.round))?;
    }
    if ended.is_none() {
        tables.run(REOPENED, [known.id])?;
    } else {
        for table in ["wait", "inbox"] {
            remove::all_of(tables, table, known.id)?;
        }
        if output.is_some() {
            tables.run(ROOTLESS, [known.id])?;
            remove::all_of(tables, "scope", known.id)?;
        }
    }
    // Few commit after their end: it is looked up for those who do.
    tables.known.remove(&commit.execution);
    Ok(())
}
