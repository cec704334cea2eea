//! Tokens that can be answered.

use crate::error::Stop;
use rusqlite::{Connection, OptionalExtension};
use std::sync::Arc;

/// The ARN of the execution that waits for a token.
pub fn waiting(on: &Connection, token: &str) -> Result<Option<Arc<str>>, Stop> {
    let query =
        "SELECT arn FROM execution JOIN wait ON execution.id = wait.execution WHERE token = ?1";
    let found = on.prepare_cached(query)?.query_row([token], |row| row.get(0)).optional()?;
    Ok(found)
}
