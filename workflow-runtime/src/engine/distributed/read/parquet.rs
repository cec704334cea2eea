//! The rows of a Parquet file, row group by row group.
//!
//! A file is read from its end: what it says of itself first, then the bytes of one row group after the other, and
//! no more of it is in memory than those and the pages at hand. A page comes to as many bytes as it says: files are
//! trusted in this, not more than in what AWS trusts them.

use super::parts::{Location, Object};
use crate::connector::Objects;
use crate::failure::Failure;
use bytes::{Buf, Bytes};
use jiff::Timestamp;
use parquet::errors::{ParquetError, Result as Read};
use parquet::file::FOOTER_SIZE;
use parquet::file::metadata::{ColumnChunkMetaData, RowGroupMetaData};
use parquet::file::metadata::{FooterTail, ParquetMetaData, ParquetMetaDataReader};
use parquet::file::properties::ReaderProperties;
use parquet::file::reader::{ChunkReader, Length};
use parquet::file::serialized_reader::SerializedRowGroupReader;
use parquet::record::reader::{ReaderIter, TreeBuilder};
use parquet::record::{Field, Row};
use serde_json::{Number, Value};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// The largest size of a row group in the file, in bytes (as AWS limits it).
const GROUP: u64 = 256 << 20;
/// The largest unpacked size of its columns in bytes, by what the file says.
const UNPACKED: u64 = 1 << 30;
/// The number of bytes that may say what is in the file.
const FOOTER: usize = 16 << 20;

/// A Parquet file that is being read.
pub(super) struct Table {
    object: Object,
    metadata: Option<Arc<ParquetMetaData>>,
    /// The number of row groups that have been begun.
    begun: usize,
    rows: Option<ReaderIter>,
}

impl Table {
    pub(super) fn new(objects: Arc<dyn Objects>, location: Location) -> Self {
        let object = Object::new(objects, location);
        Table { object, metadata: None, begun: 0, rows: None }
    }

    /// The next row; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Value>, Failure> {
        loop {
            if let Some(rows) = &mut self.rows {
                let row = guarded(|| rows.next().transpose().map(|row| row.map(value)));
                if let Some(row) = row.map_err(|error| self.broken(&error))? {
                    return Ok(Some(row));
                }
                self.rows = None;
            }
            let metadata = self.metadata().await?;
            if self.begun == metadata.num_row_groups() {
                return Ok(None);
            }
            self.rows = Some(self.group(&metadata, self.begun).await?);
            self.begun += 1;
        }
    }

    /// Returns what the end of the file says.
    async fn metadata(&mut self) -> Result<Arc<ParquetMetaData>, Failure> {
        if let Some(metadata) = &self.metadata {
            return Ok(metadata.clone());
        }
        let size = self.object.size().await?;
        let Some(tail) = size.checked_sub(FOOTER_SIZE as u64) else {
            return Err(self.object.fault("is no Parquet file: it is too short"));
        };
        let bytes = self.object.range(tail, size).await?;
        let footer = FooterTail::try_from(bytes.as_slice());
        let footer = footer
            .map_err(|_| self.object.fault("is no Parquet file: it does not end with `PAR1`"))?;
        if footer.is_encrypted_footer() {
            return Err(self.object.fault("is an encrypted Parquet file"));
        }
        let length = footer.metadata_length();
        let Some(begin) = tail.checked_sub(length as u64).filter(|_| length <= FOOTER) else {
            return Err(self.broken(&format!("metadata of {length} bytes")));
        };
        let bytes = self.object.range(begin, tail).await?;
        let metadata = guarded(|| ParquetMetaDataReader::decode_metadata(&bytes));
        let metadata = Arc::new(metadata.map_err(|error| self.broken(&error))?);
        self.metadata = Some(metadata.clone());
        Ok(metadata)
    }

    async fn group(
        &mut self,
        metadata: &ParquetMetaData,
        index: usize,
    ) -> Result<ReaderIter, Failure> {
        let group = metadata.row_group(index);
        let size = self.object.size().await?;
        let (begin, end) = extent(group, size).map_err(|what| self.object.fault(&what))?;
        let window = Window { begin, bytes: self.object.range(begin, end).await?.into() };
        let rows = guarded(|| {
            let pages = metadata.page_index_for_row_group(index);
            let properties = Arc::new(ReaderProperties::builder().build());
            let reader = SerializedRowGroupReader::new(Arc::new(window), group, pages, properties)?;
            TreeBuilder::new().as_iter(metadata.file_metadata().schema_descr_ptr(), &reader)
        });
        rows.map_err(|error| self.broken(&error))
    }

    fn broken(&self, error: &str) -> Failure {
        self.object.fault(&format!("cannot be read as a Parquet file: {error}"))
    }
}

/// From where to where the columns of a row group are.
fn extent(group: &RowGroupMetaData, size: u64) -> Result<(u64, u64), String> {
    let wrong = || "is no Parquet file: a column is outside of it".to_owned();
    let (mut begin, mut end, mut unpacked) = (size, 0, 0);
    for column in group.columns() {
        let (from, to) = place(column).filter(|(_, to)| *to <= size).ok_or_else(wrong)?;
        (begin, end) = (begin.min(from), end.max(to));
        unpacked += u64::try_from(column.uncompressed_size()).unwrap_or(u64::MAX / 1_000_000);
    }
    let end = end.max(begin);
    if end - begin > GROUP || unpacked > UNPACKED {
        return Err(
            "has a row group that is too large: more than 256 MiB, or 1 GiB unpacked".into()
        );
    }
    Ok((begin, end))
}

/// The crate's own `byte_range` panics where these are negative.
fn place(column: &ColumnChunkMetaData) -> Option<(u64, u64)> {
    let begin = column.dictionary_page_offset().unwrap_or_else(|| column.data_page_offset());
    let begin = u64::try_from(begin).ok()?;
    let length = u64::try_from(column.compressed_size()).ok()?;
    Some((begin, begin.checked_add(length)?))
}

/// Returns what the crate comes to: it panics on some files that are broken.
fn guarded<T>(read: impl FnOnce() -> Read<T>) -> Result<T, String> {
    match catch_unwind(AssertUnwindSafe(read)) {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err("it is broken".to_owned()),
    }
}

/// The bytes of a row group, at the offsets that they have in the file.
struct Window {
    begin: u64,
    bytes: Bytes,
}

impl Window {
    fn after(&self, start: u64) -> Read<Bytes> {
        let at = start.checked_sub(self.begin).and_then(|at| usize::try_from(at).ok());
        let at = at.filter(|at| *at <= self.bytes.len());
        let outside = || ParquetError::EOF(format!("nothing at {start} in this row group"));
        Ok(self.bytes.slice(at.ok_or_else(outside)?..))
    }
}

impl Length for Window {
    fn len(&self) -> u64 {
        self.begin + self.bytes.len() as u64
    }
}

impl ChunkReader for Window {
    type T = bytes::buf::Reader<Bytes>;

    fn get_read(&self, start: u64) -> Read<Self::T> {
        Ok(self.after(start)?.reader())
    }

    fn get_bytes(&self, start: u64, length: usize) -> Read<Bytes> {
        let bytes = self.after(start)?;
        if length > bytes.len() {
            return Err(ParquetError::EOF(format!("no {length} bytes at {start}")));
        }
        Ok(bytes.slice(..length))
    }
}

/// A row as an object.
fn value(row: Row) -> Value {
    let columns = row.into_columns().into_iter();
    Value::Object(columns.map(|(name, field)| (name, json(field))).collect())
}

/// A field as JSON. Judgement, as far as AWS does not say: decimals are texts, so that no digit is lost; bytes are
/// base64; times are texts of ISO 8601, and numbers that are none are `null`.
fn json(field: Field) -> Value {
    match field {
        Field::Group(row) => value(row),
        Field::ListInternal(list) => list.elements().iter().cloned().map(json).collect(),
        Field::MapInternal(map) => {
            let entries = map.entries().iter().cloned();
            Value::Object(entries.map(|(name, field)| (key(name), json(field))).collect())
        }
        // As the shorter type writes it: 0.1, not 0.10000000149011612.
        Field::Float(number) => {
            let number = number.to_string().parse().ok().and_then(Number::from_f64);
            number.map_or(Value::Null, Value::Number)
        }
        Field::TimestampMillis(since) => time(Timestamp::from_millisecond(since)),
        Field::TimestampMicros(since) => time(Timestamp::from_microsecond(since)),
        field => field.to_json_value(),
    }
}

fn key(field: Field) -> String {
    match json(field) {
        Value::String(text) => text,
        value => value.to_string(),
    }
}

fn time(time: Result<Timestamp, jiff::Error>) -> Value {
    time.map_or(Value::Null, |time| Value::String(time.to_string()))
}
