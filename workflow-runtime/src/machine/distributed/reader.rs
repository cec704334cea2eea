//! Sources of the items of a distributed Map.

use serde_json::Value;
use workflow_asl::document::{
    CsvHeaders, Delimiter, InputType, ItemReader, ManifestType, ReaderConfig,
};

/// The items of a distributed Map.
#[derive(Clone, Debug)]
pub enum ItemSource {
    /// An array or an object that is at hand.
    Given(Value),
    /// Objects that are read while the Map runs.
    Read(Reader),
}

/// An `ItemReader` with its fields evaluated.
#[derive(Clone, Debug)]
pub struct Reader {
    /// The kind of its objects.
    pub source: ReadFrom,
    /// `Arguments` or `Parameters`.
    pub arguments: Value,
    /// `MaxItems`; 0: all.
    pub max_items: i64,
}

/// The objects that a reader reads.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadFrom {
    /// The names of objects.
    Listing,
    /// The objects of a list.
    Listed(ObjectForm),
    /// One object.
    Object(ObjectForm),
    /// An inventory of S3: what it says of objects.
    Inventory,
    /// The objects that Athena has written.
    Unloaded(ObjectForm),
}

/// The form of an object's content.
#[derive(Clone, Debug, PartialEq)]
pub enum ObjectForm {
    /// Rows of separated values.
    Csv(Delimiter, CsvHeaders),
    /// A JSON value a line.
    Lines,
    /// A JSON array, at the top or where a pointer leads.
    Json(Option<String>),
    /// Rows of a Parquet file.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl Reader {
    /// A reader of what a bucket says of its objects.
    #[must_use]
    pub fn listing(arguments: Value, max_items: Option<u32>) -> Self {
        let max_items = max_items.unwrap_or(0).into();
        Reader { source: ReadFrom::Listing, arguments, max_items }
    }

    /// A reader of the items of one object.
    ///
    /// # Errors
    /// If the form of the object is not known.
    pub fn object(
        config: &ReaderConfig,
        arguments: Value,
        max_items: Option<u32>,
    ) -> Result<Self, String> {
        let source = ReadFrom::Object(form(config)?);
        Ok(Reader { source, arguments, max_items: max_items.unwrap_or(0).into() })
    }
}

impl ReadFrom {
    /// The objects of an `ItemReader`.
    ///
    /// # Errors
    /// If its resource or the form of its objects is not known.
    pub fn new(reader: &ItemReader) -> Result<Self, String> {
        let config = &reader.config;
        match reader.resource.rsplit(':').next() {
            Some("listObjectsV2") if config.flatten => Ok(ReadFrom::Listed(form(config)?)),
            Some("listObjectsV2") => Ok(ReadFrom::Listing),
            Some("getObject") => match (config.manifest, config.input) {
                // An inventory, unless it says otherwise (Developer Guide, "ReaderConfig").
                (Some(ManifestType::S3Inventory), _) | (None, Some(InputType::Manifest)) => {
                    Ok(ReadFrom::Inventory)
                }
                (Some(ManifestType::AthenaData), _) => Ok(ReadFrom::Unloaded(form(config)?)),
                (None, _) => Ok(ReadFrom::Object(form(config)?)),
            },
            _ => Err(format!(
                "an ItemReader cannot read through `{}`: s3:getObject and s3:listObjectsV2 are supported",
                reader.resource
            )),
        }
    }
}

fn form(config: &ReaderConfig) -> Result<ObjectForm, String> {
    match config.input {
        Some(InputType::Csv) => {
            let headers = config.headers.clone().unwrap_or(CsvHeaders::FirstRow);
            Ok(ObjectForm::Csv(config.delimiter, headers))
        }
        Some(InputType::Json) => Ok(ObjectForm::Json(config.items_pointer.clone())),
        Some(InputType::JsonLines) => Ok(ObjectForm::Lines),
        #[cfg(feature = "parquet")]
        Some(InputType::Parquet) => Ok(ObjectForm::Parquet),
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
