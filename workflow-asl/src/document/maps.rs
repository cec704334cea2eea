//! Reading a Map.

use super::data::{Items, Payload, QueryLanguage};
use super::fields::{Fields, Problems};
use super::flow::Place;
use super::handlers::errors;
use super::kinds::{between, refuse, transition};
use super::map::{
    CsvHeaders, Delimiter, InputType, ItemBatcher, ItemReader, MachineType, ManifestType, Mode,
    ReaderConfig, ResultForm, ResultWriter, WriterConfig,
};
use super::read::{Languages, scope};
use super::states::{Map, Scope};
use serde_json::Value;

/// More items than a distributed Map takes do not exist (Developer Guide, "ItemReader").
const MOST_ITEMS: u32 = 100_000_000;
/// The largest payload.
const MOST_BYTES: u32 = 262_144;

pub(super) fn map(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<Map> {
    refuse(fields, problems, &["TimeoutSeconds", "HeartbeatSeconds", "Arguments"]);
    let language = languages.own;
    let processor = processor(fields, languages, problems);
    let count = |value: &Value| between(value, 0, u32::MAX);
    let mut number =
        |key| fields.setting(problems, Place::of(language, key, "an integer of at least 0"), count);
    let (concurrency, tolerated_count) =
        (number("MaxConcurrency"), number("ToleratedFailureCount"));
    let percentage = Place::of(language, "ToleratedFailurePercentage", "a number from 0 to 100");
    let percent = |value: &Value| value.as_f64().filter(|number| (0.0..=100.0).contains(number));
    let tolerated_percentage = fields.setting(problems, percentage, percent);
    let (processor, mode) = processor?;
    Some(Map {
        processor,
        mode,
        items: items(fields, language, problems),
        selector: selector(fields, language, problems),
        concurrency,
        reader: reader(fields, language, problems),
        batcher: batcher(fields, language, problems),
        writer: writer(fields, language, problems),
        label: fields.string(problems, "Label"),
        tolerated_count,
        tolerated_percentage,
        errors: errors(fields, language, problems),
        then: transition(fields, problems)?,
    })
}

fn processor(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<(Scope, Mode)> {
    // `Iterator` is the older name of the field.
    let key = if fields.has("Iterator") { "Iterator" } else { "ItemProcessor" };
    let Some(value) = fields.get(key) else {
        fields.missing(problems, "ItemProcessor");
        return None;
    };
    let pointer = fields.at(key);
    let fields = Fields::of(value, &pointer, problems)?;
    let mode = mode(&fields, problems);
    Some((scope(&fields, languages.machine, problems)?, mode))
}

fn mode(fields: &Fields<'_>, problems: &mut Problems) -> Mode {
    let pointer = fields.at("ProcessorConfig");
    let config = fields.get("ProcessorConfig");
    let Some(config) = config.and_then(|config| Fields::of(config, &pointer, problems)) else {
        return Mode::Inline;
    };
    let kinds = [("STANDARD", MachineType::Standard), ("EXPRESS", MachineType::Express)];
    let execution = config.choice(problems, "ExecutionType", &kinds);
    let modes = [("INLINE", false), ("DISTRIBUTED", true)];
    match config.choice(problems, "Mode", &modes) {
        Some(true) => match execution {
            Some(execution) => Mode::Distributed(execution),
            None => {
                if !config.has("ExecutionType") {
                    config.missing(problems, "ExecutionType");
                }
                Mode::Distributed(MachineType::Standard)
            }
        },
        _ => Mode::Inline,
    }
}

fn items(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Option<Items> {
    if language == QueryLanguage::JsonPath {
        return fields.path(problems, "ItemsPath").map(Items::Path);
    }
    let template = fields.template(problems, "Items")?;
    let fits = |value: &Value| value.is_array() || value.is_object();
    if template.literal().is_some_and(|literal| !fits(literal)) {
        let message = "`Items` must be an array, an object or an expression `{% … %}`";
        fields.wrong_field(problems, "Items", message);
    }
    Some(Items::Jsonata(template))
}

fn selector(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<Payload> {
    // `Parameters` is the older name of the field.
    let older = language == QueryLanguage::JsonPath && !fields.has("ItemSelector");
    let key = if older { "Parameters" } else { "ItemSelector" };
    fields.payload(problems, language, "", key)
}

/// `Arguments`, or `Parameters` in JSONPath.
fn arguments(
    fields: &Fields<'_>,
    language: QueryLanguage,
    prefix: &str,
    problems: &mut Problems,
) -> Option<Payload> {
    let key = match language {
        QueryLanguage::Jsonata => "Arguments",
        QueryLanguage::JsonPath => "Parameters",
    };
    fields.payload(problems, language, prefix, key)
}

fn reader(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<ItemReader> {
    let pointer = fields.at("ItemReader");
    let fields = Fields::of(fields.get("ItemReader")?, &pointer, problems)?;
    let resource = fields.required_string(problems, "Resource");
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
    let most = Place {
        language,
        prefix: "ItemReader/ReaderConfig/",
        key: "MaxItems",
        what: "an integer from 0 to 100000000",
    };
    let flatten = [("NONE", false), ("LOAD_AND_FLATTEN", true)];
    ReaderConfig {
        input: fields.choice(problems, "InputType", INPUTS),
        headers: headers(fields, problems),
        delimiter: fields.choice(problems, "CSVDelimiter", DELIMITERS).unwrap_or_default(),
        // Recorded: 0 is refused when it runs.
        max_items: fields.setting(problems, most, |value| between(value, 0, MOST_ITEMS)),
        flatten: fields.choice(problems, "Transformation", &flatten).unwrap_or_default(),
        manifest: fields.choice(problems, "ManifestType", MANIFESTS),
        items_pointer: fields.string(problems, "ItemsPointer"),
    }
}

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
    let places = [("FIRST_ROW", false), ("GIVEN", true)];
    if !fields.choice(problems, "CSVHeaderLocation", &places)? {
        return Some(CsvHeaders::FirstRow);
    }
    let names = fields.items(problems, "CSVHeaders")?;
    let names = names.iter().map(|name| name.as_str().map(str::to_owned));
    let names = names.collect::<Option<Vec<_>>>();
    if names.is_none() {
        fields.wrong_field(problems, "CSVHeaders", "`CSVHeaders` holds strings only");
    }
    names.map(CsvHeaders::Given)
}

fn batcher(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<ItemBatcher> {
    let pointer = fields.at("ItemBatcher");
    let fields = Fields::of(fields.get("ItemBatcher")?, &pointer, problems)?;
    let prefix = "ItemBatcher/";
    let mut most = |key, most, what| {
        let at = Place { language, prefix, key, what };
        fields.setting(problems, at, |value| between(value, 1, most))
    };
    Some(ItemBatcher {
        max_items: most("MaxItemsPerBatch", MOST_ITEMS, "an integer of at least 1"),
        max_bytes: most("MaxInputBytesPerBatch", MOST_BYTES, "an integer from 1 to 262144"),
        input: fields.payload(problems, language, prefix, "BatchInput"),
    })
}

fn writer(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<ResultWriter> {
    let pointer = fields.at("ResultWriter");
    let fields = Fields::of(fields.get("ResultWriter")?, &pointer, problems)?;
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
