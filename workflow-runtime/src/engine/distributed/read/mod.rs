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

pub(crate) use rows::Rows;

fn failed(cause: impl Into<String>) -> Failure {
    Failure::new("States.ItemReaderFailed", cause)
}
