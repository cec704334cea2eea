//! Reading a Map.

use super::data::{DataTemplate, Items, QueryLanguage};
use super::diagnostic::{Code, Diagnostic};
use super::distributed::{batcher, reader, writer};
use super::fields::{Fields, Problems, decimal, expected, integer};
use super::flow::{Place, data_reference, reference};
use super::handlers::errors;
use super::kinds::transition;
use super::map::{MachineType, Mode};
use super::read::{Languages, inner};
use super::states::{MapState, Scope};
use serde_json::Value;

pub(super) fn map(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<MapState> {
    let language = languages.own;
    let processor = processor(fields, languages, problems);
    let mut number = |key| {
        let at = Place::of(language, key);
        fields.setting(problems, at, integer(0, u32::MAX), data_reference)
    };
    let (concurrency, tolerated_count) =
        (number("MaxConcurrency"), number("ToleratedFailureCount"));
    let percentage = Place::of(language, "ToleratedFailurePercentage");
    let tolerated_percentage =
        fields.setting(problems, percentage, decimal(0.0, 100.0), data_reference);
    let (items, selector) =
        (items(fields, language, problems), selector(fields, language, problems));
    let (reader, batcher) =
        (reader(fields, language, problems), batcher(fields, language, problems));
    let (writer, label) = (writer(fields, language, problems), label(fields, problems));
    let errors = errors(fields, language, problems);
    let then = transition(fields, problems)?;
    let (processor, mode) = processor?;
    Some(MapState {
        processor,
        mode,
        items,
        selector,
        concurrency,
        reader,
        batcher,
        writer,
        label,
        tolerated_count,
        tolerated_percentage,
        errors,
        then,
    })
}

fn processor(
    fields: &Fields<'_>,
    languages: Languages,
    problems: &mut Problems,
) -> Option<(Scope, Mode)> {
    // `Iterator` is the older name of the field.
    let key = fields.exactly_one(problems, &["ItemProcessor", "Iterator"])?;
    let pointer = fields.at(key);
    let fields = Fields::of(fields.get(key)?, &pointer, problems)?;
    let mode = mode(&fields, problems);
    let known = ["StartAt", "States", "Comment", "ProcessorConfig"];
    Some((inner(&fields, &known, languages.machine, problems)?, mode))
}

fn mode(fields: &Fields<'_>, problems: &mut Problems) -> Mode {
    let pointer = fields.at("ProcessorConfig");
    let config = fields.get("ProcessorConfig");
    let Some(config) = config.and_then(|config| Fields::of(config, &pointer, problems)) else {
        return Mode::Inline;
    };
    config.only(problems, &["Mode", "ExecutionType"]);
    let kinds = [("STANDARD", MachineType::Standard), ("EXPRESS", MachineType::Express)];
    let modes = [("INLINE", false), ("DISTRIBUTED", true)];
    if config.choice(problems, "Mode", &modes) == Some(true) {
        config.require(problems, &["ExecutionType"]);
        let execution = config.choice(problems, "ExecutionType", &kinds);
        return Mode::Distributed(execution.unwrap_or_default());
    }
    config.none(problems, &["ExecutionType"]);
    Mode::Inline
}

/// A name in ARNs: no longer than 40 characters, and without those that have a meaning there (Developer Guide).
fn label(fields: &Fields<'_>, problems: &mut Problems) -> Option<String> {
    let label = fields.string(problems, "Label")?;
    let bad =
        |c: char| c.is_whitespace() || c.is_control() || "?*<>{}[]:;,\\|^~$#%&`\"/".contains(c);
    // Placeholders are filled in before it comes to AWS.
    if !label.contains("${")
        && (label.chars().any(bad) || !(1..=40).contains(&label.chars().count()))
    {
        let message = format!("Invalid label name: {label}");
        let help =
            "1 to 40 characters, without spaces and ? * < > { } [ ] : ; , \\ | ^ ~ $ # % & ` \" /";
        problems.push(Diagnostic::error(Code::Label, fields.at("Label"), message).help(help));
    }
    Some(label)
}

fn items(fields: &Fields<'_>, language: QueryLanguage, problems: &mut Problems) -> Option<Items> {
    if language == QueryLanguage::JsonPath {
        return fields.read(problems, "ItemsPath", reference).map(Items::Path);
    }
    let template = fields.template(problems, "Items")?;
    let fits = |value: &Value| value.is_array() || value.is_object();
    if template.literal().is_some_and(|literal| !fits(literal)) {
        fields.wrong_field(problems, "Items", expected("ARRAY"));
    }
    Some(Items::Jsonata(template))
}

fn selector(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Option<DataTemplate> {
    // `Parameters` is the older name of the field.
    let older = language == QueryLanguage::JsonPath && !fields.has("ItemSelector");
    let key = if older { "Parameters" } else { "ItemSelector" };
    fields.payload(problems, language, "", key)
}
