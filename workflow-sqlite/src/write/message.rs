//! Messages to executions.

use super::{Known, Tables};
use crate::encode::read_bits;
use crate::error::Stop;
use rusqlite::OptionalExtension;
use std::sync::Arc;
use workflow_runtime::Failure;
use workflow_runtime::store::{Answer, Delivered, Message};

const INSERT: &str =
    "INSERT INTO inbox (execution, kind, token, error, text) VALUES (?1, ?2, ?3, ?4, ?5)";

/// Writes an answer to the task that waits for a token.
pub fn answer(
    tables: &mut Tables<'_>,
    token: &str,
    answer: &Answer,
) -> Result<Option<Delivered>, Stop> {
    let delete = "DELETE FROM wait WHERE token = ?1 RETURNING execution";
    let mut delete = tables.on.prepare_cached(delete)?;
    let Some(id) = delete.query_row([token], |row| row.get(0)).optional()? else {
        return Ok(None);
    };
    let arn = "SELECT arn FROM execution WHERE id = ?1";
    let arn: Arc<str> = tables.on.prepare_cached(arn)?.query_row([id], |row| row.get(0))?;
    let message = Message::Answer(token.into(), answer.clone());
    deliver(tables, id, arn, &message).map(Some)
}

/// Writes a message to an open execution.
pub fn tell(
    tables: &mut Tables<'_>,
    arn: &str,
    message: &Message,
) -> Result<Option<Delivered>, Stop> {
    let arn = arn.into();
    match tables.find(&arn)? {
        Some(Known { id, open: true, .. }) => deliver(tables, id, arn, message).map(Some),
        _ => Ok(None),
    }
}

fn deliver(
    tables: &mut Tables<'_>,
    id: i64,
    execution: Arc<str>,
    message: &Message,
) -> Result<Delivered, Stop> {
    let failed = |failure: &Failure| (Some(failure.error().to_owned()), failure.reported());
    let (kind, token, (error, text)) = match message {
        Message::Answer(token, Answer::Done(result)) => {
            (0, Some(token), (None, result.to_string()))
        }
        Message::Answer(token, Answer::Failed(failure)) => (1, Some(token), failed(failure)),
        Message::Stop(failure) => (2, None, failed(failure)),
    };
    tables.note_more(&execution);
    tables.run(INSERT, (id, kind, token, error, text))?;
    Ok(Delivered { execution, number: read_bits(tables.on.last_insert_rowid()) })
}
