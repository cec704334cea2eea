//! `ItemReader`: where items come from.

use super::{Seen, arguments, body, csv, integer};
use crate::connector::Objects;
use crate::failure::Failure;
use crate::interpreted::plan::{Body, Setting, Wrong, setting};
use crate::interpreted::view::View;
use serde_json::{Value, json};
use std::sync::Arc;
use workflow_asl::document::{CsvHeaders, Delimiter, InputType, ItemReader};

pub(in crate::interpreted) struct Reading {
    source: Source,
    arguments: Option<Body>,
    max_items: Option<Setting<u32>>,
    pointer: Option<String>,
}

/// What is read.
#[derive(Clone)]
enum Source {
    Listing,
    Csv(Delimiter, CsvHeaders),
    Json,
    Lines,
}

/// A reader with its fields evaluated.
pub(super) struct Read {
    source: Source,
    arguments: Value,
    max_items: i64,
    pointer: Option<String>,
}

impl Reading {
    pub(super) fn new(reader: &ItemReader) -> Result<Self, Wrong> {
        let config = &reader.config;
        let source = match (reader.resource.rsplit(':').next(), config.input) {
            (Some("listObjectsV2"), _) => Source::Listing,
            (Some("getObject"), Some(InputType::Csv)) => {
                let headers = config.headers.clone().unwrap_or(CsvHeaders::FirstRow);
                Source::Csv(config.delimiter, headers)
            }
            (Some("getObject"), Some(InputType::Json)) => Source::Json,
            (Some("getObject"), Some(InputType::JsonLines)) => Source::Lines,
            (Some("getObject"), Some(InputType::Manifest)) => return Err(not_yet("MANIFEST")),
            (Some("getObject"), Some(InputType::Parquet)) => return Err(not_yet("PARQUET")),
            _ => return Err(format!("an ItemReader cannot read through `{}`", reader.resource)),
        };
        if config.flatten {
            return Err(not_yet("LOAD_AND_FLATTEN"));
        }
        Ok(Reading {
            source,
            arguments: body(reader.arguments.as_ref()),
            max_items: setting(config.max_items.as_ref(), "MaxItemsPath"),
            pointer: config.items_pointer.clone(),
        })
    }

    pub(super) fn visit(&self, see: &mut dyn FnMut(Seen<'_>)) {
        self.arguments.iter().for_each(|it| it.visit(see));
        self.max_items.iter().for_each(|it| it.visit(see));
    }

    pub(super) fn evaluated(&self, view: &View<'_>) -> Result<Read, Failure> {
        Ok(Read {
            source: self.source.clone(),
            arguments: arguments(view, self.arguments.as_ref())?,
            max_items: self.max_items.as_ref().map_or(Ok(0), |it| integer(view, it))?,
            pointer: self.pointer.clone(),
        })
    }
}

fn not_yet(what: &str) -> Wrong {
    format!("an ItemReader of {what} is not supported yet: CSV, JSON, JSONL and listings are")
}

fn failed(cause: impl Into<String>) -> Failure {
    Failure::new("States.ItemReaderFailed", cause)
}

impl Read {
    /// The items.
    pub(super) async fn items(
        self,
        objects: Option<Arc<dyn Objects>>,
    ) -> Result<Vec<Value>, Failure> {
        // Recorded.
        if self.max_items < 0 {
            return Err(failed("field MaxItems must be positive"));
        }
        let most = usize::try_from(self.max_items).ok().filter(|most| *most > 0);
        let objects = objects.ok_or_else(|| {
            failed("the engine has no place to read from: `Engine::builder().objects(..)`")
        })?;
        let mut items = self.read(&*objects).await?;
        items.truncate(most.unwrap_or(usize::MAX));
        Ok(items)
    }

    async fn read(&self, objects: &dyn Objects) -> Result<Vec<Value>, Failure> {
        let text = |key: &str| self.arguments[key].as_str().unwrap_or_default();
        let bucket = text("Bucket");
        if let Source::Listing = self.source {
            let found = objects.list(bucket, text("Prefix")).await?;
            let item = |it: crate::connector::Listed| {
                json!({
                    "Etag": it.tag,
                    "Key": it.key,
                    "LastModified": it.modified.as_second(),
                    "Size": it.size,
                    "StorageClass": "STANDARD",
                })
            };
            return Ok(found.into_iter().map(item).collect());
        }
        let body = objects.get(bucket, text("Key")).await?;
        let body = body.ok_or_else(|| failed("The specified key does not exist."))?;
        let body = String::from_utf8(body).map_err(|_| failed("the object is not UTF-8 text"))?;
        self.parsed(&body)
    }

    fn parsed(&self, body: &str) -> Result<Vec<Value>, Failure> {
        let json = |text: &str| {
            serde_json::from_str::<Value>(text)
                .map_err(|error| failed(format!("Not JSON: {error}")))
        };
        match &self.source {
            Source::Listing => Ok(vec![]),
            Source::Csv(delimiter, headers) => table(body, *delimiter, headers),
            Source::Lines => {
                body.lines().filter(|line| !line.trim().is_empty()).map(json).collect()
            }
            Source::Json => {
                let document = json(body)?;
                let node = match &self.pointer {
                    None => Some(&document),
                    Some(pointer) => document.pointer(pointer),
                };
                match node {
                    Some(Value::Array(items)) => Ok(items.clone()),
                    // Recorded, of objects.
                    _ => Err(failed("Attempting to map over non-iterable node.")),
                }
            }
        }
    }
}

fn table(body: &str, delimiter: Delimiter, headers: &CsvHeaders) -> Result<Vec<Value>, Failure> {
    let mut rows = csv::rows(body, delimiter).into_iter();
    let headers = match headers {
        CsvHeaders::Given(names) => names.clone(),
        CsvHeaders::FirstRow => rows.next().unwrap_or_default(),
    };
    let twice = headers.iter().enumerate().any(|(at, name)| headers[..at].contains(name));
    if twice {
        // Recorded.
        return Err(failed("CSV headers cannot contain duplicates."));
    }
    Ok(rows.map(|row| csv::item(&headers, row)).collect())
}
