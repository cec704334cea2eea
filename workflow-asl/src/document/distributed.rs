//! Reading what only a distributed Map has.

use super::data::{DataTemplate, QueryLanguage};
use super::fields::{Fields, Problems, expected, integer};
use super::flow::{Place, data_reference};
use super::map::{
    CsvHeaders, Delimiter, InputType, ItemBatcher, ItemReader, ManifestType, ReaderConfig,
    ResultForm, ResultWriter, WriterConfig,
};

/// More items than a distributed Map takes do not exist (Developer Guide, "ItemReader").
const MOST_ITEMS: u32 = 100_000_000;
/// The largest payload.
const MOST_BYTES: u32 = 262_144;

/// `Arguments`, or `Parameters` in JSONPath.
fn arguments(
    fields: &Fields<'_>,
    language: QueryLanguage,
    prefix: &str,
    problems: &mut Problems,
) -> Option<DataTemplate> {
    let (key, foreign) = match language {
        QueryLanguage::Jsonata => ("Arguments", "Parameters"),
        QueryLanguage::JsonPath => ("Parameters", "Arguments"),
    };
    fields.speaks(problems, language, &[foreign]);
    fields.payload(problems, language, prefix, key)
}

pub(super) fn reader(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<ItemReader> {
    let pointer = fields.at("ItemReader");
    let fields = Fields::of(fields.get("ItemReader")?, &pointer, problems)?;
    fields.require(problems, &["Resource"]);
    fields.only(problems, &["Resource", "Parameters", "Arguments", "ReaderConfig"]);
    let resource = fields.string(problems, "Resource");
    let arguments = arguments(&fields, language, "ItemReader/", problems);
    let pointer = fields.at("ReaderConfig");
    let config = fields.get("ReaderConfig");
    let config = config.and_then(|config| Fields::of(config, &pointer, problems));
    let config = config.map(|config| reader_config(&config, language, problems));
    Some(ItemReader { resource: resource?, arguments, config: config.unwrap_or_default() })
}

fn reader_config(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> ReaderConfig {
    let prefix = "ItemReader/ReaderConfig/";
    if language == QueryLanguage::Jsonata {
        fields.speaks(problems, language, &["MaxItemsPath"]);
    }
    fields.only(problems, READER_CONFIG);
    let most = Place { language, prefix, key: "MaxItems" };
    let flatten = [("NONE", false), ("LOAD_AND_FLATTEN", true)];
    ReaderConfig {
        input: fields.choice(problems, "InputType", INPUTS),
        headers: headers(fields, problems),
        delimiter: fields.choice(problems, "CSVDelimiter", DELIMITERS).unwrap_or_default(),
        // Recorded: 0 is refused when it runs.
        max_items: fields.setting(problems, most, integer(0, MOST_ITEMS), data_reference),
        flatten: fields.choice(problems, "Transformation", &flatten).unwrap_or_default(),
        manifest: fields.choice(problems, "ManifestType", MANIFESTS),
        items_pointer: fields.string(problems, "ItemsPointer"),
    }
}

const READER_CONFIG: &[&str] = &[
    "InputType",
    "Transformation",
    "ManifestType",
    "CSVDelimiter",
    "CSVHeaderLocation",
    "CSVHeaders",
    "ItemsPointer",
    "MaxItems",
    "MaxItemsPath",
];
const INPUTS: &[(&str, InputType)] = &[
    ("CSV", InputType::Csv),
    ("JSON", InputType::Json),
    ("JSONL", InputType::JsonLines),
    ("MANIFEST", InputType::Manifest),
    ("PARQUET", InputType::Parquet),
];
const DELIMITERS: &[(&str, Delimiter)] = &[
    ("COMMA", Delimiter::Comma),
    ("PIPE", Delimiter::Pipe),
    ("SEMICOLON", Delimiter::Semicolon),
    ("SPACE", Delimiter::Space),
    ("TAB", Delimiter::Tab),
];
const MANIFESTS: &[(&str, ManifestType)] =
    &[("ATHENA_DATA", ManifestType::AthenaData), ("S3_INVENTORY", ManifestType::S3Inventory)];

fn headers(fields: &Fields<'_>, problems: &mut Problems) -> Option<CsvHeaders> {
    let csv = fields.get("InputType").is_some_and(|kind| kind == "CSV");
    if csv && !fields.has("CSVHeaderLocation") {
        fields.wrong(problems, "The field 'CSVHeaderLocation' is required");
    }
    let places = [("FIRST_ROW", false), ("GIVEN", true)];
    if !fields.choice(problems, "CSVHeaderLocation", &places)? {
        return Some(CsvHeaders::FirstRow);
    }
    fields.require(problems, &["CSVHeaders"]);
    let names = fields.items(problems, "CSVHeaders")?;
    let names = names.iter().map(|name| name.as_str().map(str::to_owned));
    let names = names.collect::<Option<Vec<_>>>();
    if names.is_none() {
        fields.wrong_field(problems, "CSVHeaders", expected("STRING"));
    }
    names.map(CsvHeaders::Given)
}

pub(super) fn batcher(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<ItemBatcher> {
    let pointer = fields.at("ItemBatcher");
    let fields = Fields::of(fields.get("ItemBatcher")?, &pointer, problems)?;
    let prefix = "ItemBatcher/";
    fields.only(problems, BATCHER);
    if language == QueryLanguage::Jsonata {
        fields.speaks(problems, language, &BATCHER[..2]);
    }
    let mut most = |key, most| {
        let at = Place { language, prefix, key };
        fields.setting(problems, at, integer(0, most), data_reference)
    };
    Some(ItemBatcher {
        max_items: most("MaxItemsPerBatch", MOST_ITEMS),
        max_bytes: most("MaxInputBytesPerBatch", MOST_BYTES),
        input: fields.payload(problems, language, prefix, "BatchInput"),
    })
}

const BATCHER: &[&str] = &[
    "MaxItemsPerBatchPath",
    "MaxInputBytesPerBatchPath",
    "MaxItemsPerBatch",
    "MaxInputBytesPerBatch",
    "BatchInput",
];

pub(super) fn writer(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<ResultWriter> {
    let pointer = fields.at("ResultWriter");
    let fields = Fields::of(fields.get("ResultWriter")?, &pointer, problems)?;
    fields.only(problems, &["Resource", "Parameters", "Arguments", "WriterConfig"]);
    let resource = fields.string(problems, "Resource");
    let arguments = arguments(&fields, language, "ResultWriter/", problems);
    let pointer = fields.at("WriterConfig");
    let config = fields.get("WriterConfig");
    let config = config.and_then(|config| Fields::of(config, &pointer, problems));
    let config = config.map(|config| writer_config(&config, problems));
    Some(ResultWriter { resource, arguments, config })
}

fn writer_config(fields: &Fields<'_>, problems: &mut Problems) -> WriterConfig {
    let forms = [
        ("NONE", ResultForm::None),
        ("COMPACT", ResultForm::Compact),
        ("FLATTEN", ResultForm::Flatten),
    ];
    let lines = [("JSON", false), ("JSONL", true)];
    WriterConfig {
        transformation: fields.choice(problems, "Transformation", &forms).unwrap_or_default(),
        lines: fields.choice(problems, "OutputType", &lines).unwrap_or_default(),
    }
}
