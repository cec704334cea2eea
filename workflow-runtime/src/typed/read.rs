//! Objects whose items a distributed `map` goes through.

use crate::failure::Failure;
use crate::machine::distributed::Reader;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::marker::PhantomData;
use workflow_asl::document::{InputType, ReaderConfig};

/// The items of an object, which a distributed `map` reads: the macro sees that nothing else does.
#[must_use = "items are read by a distributed `map`"]
#[derive(Clone, Debug)]
pub struct Read<T> {
    pub(crate) from: ObjectSource,
    of: PhantomData<fn() -> T>,
}

impl<T> Read<T> {
    fn new(from: ObjectSource) -> Self {
        Read { from, of: PhantomData }
    }

    /// Limits how many items are read.
    pub fn max_items(mut self, most: u32) -> Self {
        self.from.max_items = Some(most);
        self
    }
}

/// The rows of a CSV file, whose first row names the columns. Each is an object of texts: `T` is a struct of `String`s.
///
/// In a workflow: `map(read_csv::<Row>(bucket, key), async |row| { .. }).distributed()`. Of the file, no more than the
/// items at hand is in memory; on AWS it is read from S3, here where `Engine::builder().objects(..)` says.
pub fn read_csv<T>(bucket: impl Into<String>, key: impl Into<String>) -> Read<T> {
    Read::new(ObjectSource::csv(bucket.into(), key.into()))
}

/// The elements of the array that a JSON file is.
///
/// In a workflow: `map(read_json::<Row>(bucket, key), async |row| { .. }).distributed()`.
pub fn read_json<T>(bucket: impl Into<String>, key: impl Into<String>) -> Read<T> {
    Read::new(ObjectSource::json(bucket.into(), key.into()))
}

/// Reads the lines of a file, each of which is a JSON value: JSON Lines.
///
/// In a workflow: `map(read_jsonl::<Row>(bucket, key), async |row| { .. }).distributed()`.
pub fn read_jsonl<T>(bucket: impl Into<String>, key: impl Into<String>) -> Read<T> {
    Read::new(ObjectSource::json_lines(bucket.into(), key.into()))
}

/// Lists the objects of a bucket whose keys begin with `prefix`, in the order of their keys: not their contents, but
/// their properties in S3: `Key`, `Size` in bytes, `LastModified` in seconds since 1970 (an `f64`), `Etag` and `StorageClass`.
///
/// In a workflow: `map(list_objects::<Stored>(bucket, prefix), async |object| { .. }).distributed()`, where `Stored` is a
/// struct with the fields that are needed, as `#[serde(rename = "Key")] key: String`.
pub fn list_objects<T>(bucket: impl Into<String>, prefix: impl Into<String>) -> Read<T> {
    Read::new(ObjectSource::listing(bucket.into(), prefix.into()))
}

/// An object whose items are read, or objects that are listed.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ObjectSource {
    bucket: String,
    /// The key of the object; of a list what keys begin with.
    key: String,
    form: Form,
    pub(crate) max_items: Option<u32>,
}

/// The form of an object's content.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Form {
    Csv,
    Json,
    JsonLines,
    /// The items are the objects themselves, as a list has them.
    Listing,
}

impl ObjectSource {
    pub(crate) fn csv(bucket: String, key: String) -> Self {
        ObjectSource { bucket, key, form: Form::Csv, max_items: None }
    }
    pub(crate) fn json(bucket: String, key: String) -> Self {
        ObjectSource { bucket, key, form: Form::Json, max_items: None }
    }
    pub(crate) fn json_lines(bucket: String, key: String) -> Self {
        ObjectSource { bucket, key, form: Form::JsonLines, max_items: None }
    }
    pub(crate) fn listing(bucket: String, prefix: String) -> Self {
        ObjectSource { bucket, key: prefix, form: Form::Listing, max_items: None }
    }

    /// The reader that a document's `ItemReader` is, too.
    pub(crate) fn reader(&self) -> Result<Reader, Failure> {
        let input = match self.form {
            Form::Csv => InputType::Csv,
            Form::Json => InputType::Json,
            Form::JsonLines => InputType::JsonLines,
            Form::Listing => {
                let arguments = json!({ "Bucket": self.bucket, "Prefix": self.key });
                return Ok(Reader::listing(arguments, self.max_items));
            }
        };
        let config = ReaderConfig { input: Some(input), ..ReaderConfig::default() };
        let arguments = json!({ "Bucket": self.bucket, "Key": self.key });
        Reader::object(&config, arguments, self.max_items).map_err(Failure::runtime)
    }
}
