//! The tasks. The results of a batch go to places named by its number, so that doing it again changes
//! nothing: files are written whole, and the warehouse remembers which batches it has.

use super::rows::{self, Row};
use super::warehouse::Warehouse;
use super::workflow::{Batch, Cleaned, Report};
use workflow::prelude::*;

/// For a warehouse that breaks off: again after 1, 2 and 4 seconds.
const BROKEN_OFF: Retry =
    Retry::on(&["Disconnected", "States.Timeout"]).interval(1).backoff_rate(2.0).max_attempts(3);

/// Extract: cuts a file into batches of whole lines, without its first line.
#[task(timeout = "1m")]
pub fn split(warehouse: Res<Warehouse>, file: String) -> Result<Vec<Batch>, Failure> {
    warehouse.split(&file)
}

/// Validate and transform: sorts the rows of a batch into good ones, as the warehouse wants them, and bad ones.
#[task(timeout = "5m")]
pub async fn clean(warehouse: Res<Warehouse>, batch: Batch) -> Result<Cleaned, Failure> {
    blocking(move || {
        let text = warehouse.read(&batch)?;
        let (mut good, mut bad) = (String::new(), String::new());
        let (mut read, mut rejected) = (0, 0);
        for line in text.lines() {
            read += 1;
            match Row::read(line) {
                Ok(row) => good += &(row.line() + "\n"),
                Err(reason) => {
                    rejected += 1;
                    bad += &format!("{reason}\t{line}\n");
                }
            }
        }
        warehouse.stage(batch.number, &good, &bad)?;
        Ok(Cleaned { number: batch.number, read, rejected })
    })
    .await
}

/// Load: puts the rows of a batch into the warehouse, once.
#[task(timeout = "5m", retry = BROKEN_OFF)]
pub async fn load(warehouse: Res<Warehouse>, number: u32) -> Result<(), Failure> {
    blocking(move || warehouse.load(number, rows::staged)).await
}

/// Counts the rows in the warehouse, and the others by their reasons.
#[task(timeout = "1m")]
pub fn summarise(warehouse: Res<Warehouse>, read: u64) -> Result<Report, Failure> {
    warehouse.summary(read)
}

/// Work that keeps a processor busy is done beside the others.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| Failure::new("Broken", error.to_string()))?
}
