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

/// The same, where the execution begins or ends to wait, or ends: SQLite writes the entries of an index again whenever its
/// columns are set. One that has succeeded needs its record no more.
pub const TURN: &str = "
    UPDATE progress SET number = ?4, events = ?5, payloads = coalesce(?6, payloads), time = ?7,
        state = coalesce(?8, state), root = iif(?13, NULL, coalesce(?9, root)),
        root_mark = iif(?13, NULL, coalesce(?10, root_mark)),
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

const ANSWERS: &str = "SELECT id FROM inbox WHERE execution = ?1 AND token = ?2";

pub const END: &str = "
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
    let plain = known.plain && is_plain(commit);
    if known.plain && !plain {
        tables.note_more(&commit.execution);
    }
    let known = Known { plain, ..known };
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

/// True if a commit has nothing of tokens, messages and scopes below the execution's own.
fn is_plain(commit: &Commit) -> bool {
    commit.opened.is_empty() && commit.records.iter().all(|it| it.path.is_empty())
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
        let succeeded = matches!(commit.end, Some(Ok(_)));
        let turn = params![
            id, epoch, last, number, events, payloads, time, state, machine, mark, wake, goes_on,
            succeeded
        ];
        tables.turn.execute(turn)?
    };
    if found == 0 {
        return Err(fenced(tables.on, id, commit)?);
    }
    // It is the same for nearly all: to look it up again is to hash a long name.
    if known.wake != commit.wake
        && let Some(known) = tables.known.get_mut(&commit.execution)
    {
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
    let end = (known.id, status, ended, output, error, cause, &commit.continued);
    tables.end.execute(end)?;
    if commit.redriven {
        tables.run(REDRIVEN, (known.id, Time::from(commit.time), commit.round))?;
    }
    if ended.is_none() {
        tables.run(REOPENED, [known.id])?;
    } else if !known.plain {
        for table in ["wait", "inbox"] {
            remove::all_of(tables, table, known.id)?;
        }
        if output.is_some() {
            remove::all_of(tables, "scope", known.id)?;
        }
    }
    // Few commit after their end: it is looked up for those who do.
    tables.known.remove(&commit.execution);
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::schema::migrate;
    use crate::write::tell;
    use jiff::Timestamp;
    use rusqlite::Connection;
    use rusqlite::trace::{TraceEvent, TraceEventCodes};
    use std::cell::Cell;
    use std::sync::Arc;
    use workflow_runtime::Failure;
    use workflow_runtime::store::{Begun, Message};

    thread_local! {
        /// The number of statements that ran.
        static RAN: Cell<u32> = const { Cell::new(0) };
    }

    fn note(event: TraceEvent<'_>) {
        if let TraceEvent::Stmt(..) = event {
            RAN.set(RAN.get() + 1);
        }
    }

    fn record(path: &[(u32, u32)]) -> Record {
        let mark = Arc::from(&[1_u8][..]);
        Record { path: path.to_vec(), machine: Some("{}".into()), mark }
    }

    /// The first commit of an execution, with what a change puts into it; and its end, after what somebody does meanwhile.
    fn ended(change: impl Fn(&mut Commit), meanwhile: impl Fn(&mut Tables<'_>)) -> (u32, i64) {
        let on = Connection::open_in_memory().unwrap();
        migrate(&on, &[7; 32]).unwrap();
        let mut tables = Tables::new(&on).unwrap();
        let now = Timestamp::UNIX_EPOCH;
        let of = |number| Commit::new("x".into(), (1, number), now);
        let begun = Begun {
            id: "x".into(),
            name: "x".into(),
            machine: "m".into(),
            input: None,
            started: now,
            seed: 0,
            timeout: None,
            around: None,
        };
        let mut first = Commit { begun: Some(begun), records: vec![record(&[])], ..of(1) };
        change(&mut first);
        commit(&mut tables, &first).unwrap();
        meanwhile(&mut tables);
        on.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(note));
        RAN.set(0);
        let (end, status) = (Some(Ok("1".into())), Status::Succeeded);
        commit(&mut tables, &Commit { end, status, ..of(2) }).unwrap();
        on.trace_v2(TraceEventCodes::empty(), None);
        let left = "SELECT (SELECT count(*) FROM scope) + (SELECT count(*) FROM wait)
            + (SELECT count(*) FROM inbox) + (SELECT count(*) FROM progress WHERE root IS NOT NULL)";
        (RAN.get(), on.query_row(left, [], |row| row.get(0)).unwrap())
    }

    /// Nothing is looked for that cannot be there, and nothing that is there stays.
    #[test]
    fn an_end_removes_what_there_is() {
        let told = |tables: &mut Tables<'_>| {
            let stop = Message::Stop(Failure::new("A", ""));
            tell(tables, "x", &stop).unwrap().unwrap();
        };
        assert_eq!(ended(|_| {}, |_| {}), (2, 0));
        assert_eq!(ended(|it| it.records.push(record(&[(0, 1)])), |_| {}), (5, 0));
        assert_eq!(ended(|it| it.opened.push("t".into()), |_| {}), (5, 0));
        assert_eq!(ended(|_| {}, told), (5, 0));
        // What is forgotten is looked up, and may have anything.
        assert_eq!(ended(|_| {}, |tables| tables.forget()), (6, 0));
        let both = |tables: &mut Tables<'_>| {
            tables.forget();
            told(tables);
        };
        assert_eq!(ended(|it| it.opened.push("t".into()), both), (5, 0));
    }
}
