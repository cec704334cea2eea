//! The model of what only a distributed Map has. No logic.

use super::data::{DataTemplate, Setting};

/// The place where the iterations of a Map run.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// In the execution itself.
    #[default]
    Inline,
    /// As executions of their own, of this type.
    Distributed(MachineType),
}

/// The types of state machines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MachineType {
    /// Up to a year, with a history.
    #[default]
    Standard,
    /// Up to five minutes.
    Express,
}

impl MachineType {
    /// The longest time of an execution in seconds; `None` for the year of STANDARD ones (Developer Guide, "Quotas").
    #[must_use]
    pub const fn most_seconds(self) -> Option<u32> {
        match self {
            MachineType::Standard => None,
            MachineType::Express => Some(300),
        }
    }

    /// Returns how long an execution may last whose definition allows `own` seconds.
    #[must_use]
    pub fn limits(self, own: Option<u32>) -> Option<u32> {
        [self.most_seconds(), own].into_iter().flatten().min()
    }
}

/// `ItemReader`: the source of items.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemReader {
    /// `Resource`: the service integration that reads.
    pub resource: String,
    /// `Arguments` or `Parameters`.
    pub arguments: Option<DataTemplate>,
    /// `ReaderConfig`.
    pub config: ReaderConfig,
}

/// `ReaderConfig`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReaderConfig {
    /// `InputType`.
    pub input: Option<InputType>,
    /// `CSVHeaderLocation` and `CSVHeaders`.
    pub headers: Option<CsvHeaders>,
    /// `CSVDelimiter`, a comma if absent.
    pub delimiter: Delimiter,
    /// `MaxItems` or `MaxItemsPath`.
    pub max_items: Option<Setting<u32>>,
    /// `Transformation` is `LOAD_AND_FLATTEN`.
    pub flatten: bool,
    /// `ManifestType`.
    pub manifest: Option<ManifestType>,
    /// `ItemsPointer`: a JSON pointer into the file.
    pub items_pointer: Option<String>,
}

/// `InputType`: the form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InputType {
    /// Lines of separated fields.
    Csv,
    /// A JSON array.
    Json,
    /// A JSON value a line.
    JsonLines,
    /// A list of files.
    Manifest,
    /// Columns.
    Parquet,
}

/// The source of the column names of a CSV file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CsvHeaders {
    /// In its first row.
    FirstRow,
    /// In `CSVHeaders`.
    Given(Vec<String>),
}

/// `CSVDelimiter`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `|`
    Pipe,
    /// `;`
    Semicolon,
    /// A space.
    Space,
    /// A tabulator.
    Tab,
}

/// `ManifestType`: the writer of the list of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ManifestType {
    /// An unload of Athena.
    AthenaData,
    /// An inventory of S3.
    S3Inventory,
}

/// `ItemBatcher`: the input of a child is then `{"BatchInput": …, "Items": […]}`.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemBatcher {
    /// `MaxItemsPerBatch` or `MaxItemsPerBatchPath`.
    pub max_items: Option<Setting<u32>>,
    /// `MaxInputBytesPerBatch` or `MaxInputBytesPerBatchPath`.
    pub max_bytes: Option<Setting<u32>>,
    /// `BatchInput`.
    pub input: Option<DataTemplate>,
}

/// `ResultWriter`: where results go.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultWriter {
    /// `Resource`: the service integration that writes.
    pub resource: Option<String>,
    /// `Arguments` or `Parameters`.
    pub arguments: Option<DataTemplate>,
    /// `WriterConfig`.
    pub config: Option<WriterConfig>,
}

/// `WriterConfig`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WriterConfig {
    /// `Transformation`.
    pub transformation: ResultForm,
    /// `OutputType` is `JSONL`.
    pub lines: bool,
}

/// `Transformation` of a `WriterConfig`: the data that is kept of the children.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ResultForm {
    /// Results with what is known of the executions.
    #[default]
    None,
    /// The results.
    Compact,
    /// The results, arrays among them taken apart.
    Flatten,
}
