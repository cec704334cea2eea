//! The questions: each in one transaction, that of the reader's connection or that of the writer.

mod described;
mod due;
mod history;
mod index;
mod list;
#[cfg(test)]
mod plans;
mod range;
mod saved;
mod value;
mod waiting;

pub use described::describe;
pub use due::{count_waiting, due};
pub use history::{history, payloads};
pub use list::list;
pub use saved::saved;
pub use value::values;
pub use waiting::waiting;

use rusqlite::{Connection, OptionalExtension};

/// The number of an execution, by its ARN.
pub fn number(on: &Connection, arn: &str) -> rusqlite::Result<Option<i64>> {
    let query = "SELECT id FROM execution WHERE arn = ?1";
    on.prepare_cached(query)?.query_row([arn], |row| row.get(0)).optional()
}
