//! The items of a reader.

mod array;
mod csv;
mod feed;
mod file;
mod gzip;
mod lines;
mod manifest;
#[cfg(feature = "parquet")]
mod parquet;
mod parts;
mod rows;
mod scan;

use crate::failure::Failure;

pub(crate) use file::items_of;
pub(crate) use rows::Rows;

/// The number of items that `MaxItems` lets through: 0 stands for all. The text is recorded.
pub(crate) fn most(max_items: i64) -> Result<u64, Failure> {
    let most = u64::try_from(max_items).map_err(|_| failed("field MaxItems must be positive"))?;
    Ok(if most == 0 { u64::MAX } else { most })
}

pub(super) fn failed(cause: impl Into<String>) -> Failure {
    Failure::new("States.ItemReaderFailed", cause)
}
