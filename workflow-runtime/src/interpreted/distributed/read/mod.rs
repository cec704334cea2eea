//! `ItemReader`: where items come from.

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

use super::{Seen, arguments, body, integer};
use crate::failure::Failure;
use crate::interpreted::plan::{Body, Setting, Wrong, setting};
use crate::interpreted::view::View;
use file::Form;
use serde_json::Value;
use workflow_asl::document::{CsvHeaders, InputType, ItemReader, ManifestType, ReaderConfig};

pub(crate) use rows::Rows;

pub(in crate::interpreted) struct Reading {
    source: Source,
    arguments: Option<Body>,
    max_items: Option<Setting<u32>>,
}

/// The source that is read.
#[derive(Clone)]
enum Source {
    /// The names of objects.
    Listing,
    /// The objects of a list.
    Listed(Form),
    /// One object.
    Object(Form),
    /// An inventory of S3: what it says of objects.
    Inventory,
    /// The objects that Athena has written.
    Unloaded(Form),
}

/// A reader with its fields evaluated.
pub(crate) struct Read {
    source: Source,
    arguments: Value,
    max_items: i64,
}

impl Reading {
    pub(super) fn new(reader: &ItemReader) -> Result<Self, Wrong> {
        Ok(Reading {
            source: Source::new(reader)?,
            arguments: body(reader.arguments.as_ref()),
            max_items: setting(reader.config.max_items.as_ref(), "MaxItemsPath"),
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
        })
    }
}

impl Read {
    /// The items of one object.
    pub(crate) fn object(
        config: &ReaderConfig,
        arguments: Value,
        max_items: Option<u32>,
    ) -> Result<Self, Wrong> {
        let source = Source::Object(form(config)?);
        Ok(Read { source, arguments, max_items: max_items.unwrap_or(0).into() })
    }
}

impl Source {
    fn new(reader: &ItemReader) -> Result<Self, Wrong> {
        let config = &reader.config;
        match reader.resource.rsplit(':').next() {
            Some("listObjectsV2") if config.flatten => Ok(Source::Listed(form(config)?)),
            Some("listObjectsV2") => Ok(Source::Listing),
            Some("getObject") => match (config.manifest, config.input) {
                // An inventory, unless it says otherwise (Developer Guide, "ReaderConfig").
                (Some(ManifestType::S3Inventory), _) | (None, Some(InputType::Manifest)) => {
                    Ok(Source::Inventory)
                }
                (Some(ManifestType::AthenaData), _) => Ok(Source::Unloaded(form(config)?)),
                (None, _) => Ok(Source::Object(form(config)?)),
            },
            _ => Err(format!(
                "an ItemReader cannot read through `{}`: s3:getObject and s3:listObjectsV2 are supported",
                reader.resource
            )),
        }
    }
}

fn form(config: &ReaderConfig) -> Result<Form, Wrong> {
    match config.input {
        Some(InputType::Csv) => {
            let headers = config.headers.clone().unwrap_or(CsvHeaders::FirstRow);
            Ok(Form::Csv(config.delimiter, headers))
        }
        Some(InputType::Json) => Ok(Form::Json(config.items_pointer.clone())),
        Some(InputType::JsonLines) => Ok(Form::Lines),
        #[cfg(feature = "parquet")]
        Some(InputType::Parquet) => Ok(Form::Parquet),
        #[cfg(not(feature = "parquet"))]
        Some(InputType::Parquet) => {
            Err("an ItemReader of PARQUET needs the feature `parquet` of this crate".to_owned())
        }
        None | Some(InputType::Manifest) => Err(
            "an ItemReader needs an `InputType` that says what is in the objects: CSV, JSON or JSONL"
                .to_owned(),
        ),
    }
}

fn failed(cause: impl Into<String>) -> Failure {
    Failure::new("States.ItemReaderFailed", cause)
}
