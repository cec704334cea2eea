//! AWS's rules for triggers, told at the token that breaks one.

use super::json::{Json, JsonValue};
use super::{Entry, Given};
use crate::errors::Errors;
use proc_macro2::Span;
use quote::ToTokens;
use syn::LitStr;
use workflow_triggers::{eventbridge, rules, zone};

/// Adds what is wrong with one of them.
pub fn entry(entry: &Entry, errors: &mut Errors) {
    if let Some(name) = &entry.name {
        told(name, rules::name(&name.value()), "`name = \"mornings\"`", errors);
    }
    match entry.kind.name {
        "schedule" => schedule(entry, errors),
        "event" => event(entry, errors),
        "objects" => objects(entry, errors),
        "queue" => queue(entry, errors),
        _ => {
            let path = "`request(\"POST\", \"/orders\")`";
            texts(entry, "method", rules::method, path, errors);
            texts(entry, "path", rules::path, path, errors);
        }
    }
}

fn told(at: &impl ToTokens, rule: Result<(), String>, example: &str, errors: &mut Errors) {
    if let Err(why) = rule {
        errors.at(at, why, format_args!("as in {example}"));
    }
}

fn texts(
    entry: &Entry,
    member: &str,
    rule: fn(&str) -> Result<(), String>,
    example: &str,
    errors: &mut Errors,
) {
    if let Some(text) = entry.text(member) {
        told(text, rule(&text.value()), example, errors);
    }
}

fn schedule(entry: &Entry, errors: &mut Errors) {
    let example = format!("`{}`", entry.kind.example);
    if let Some(text) = entry.text("expression") {
        told(text, eventbridge(&text.value()).map(drop), &example, errors);
    }
    if let Some(text) = entry.text("zone")
        && let Err((why, help)) = zone(&text.value())
    {
        errors.at(text, why, help);
    }
    if let Some((literal, minutes)) = entry.number("window") {
        told(literal, rules::schedule_window(minutes), "`window = 15`", errors);
    }
}

fn event(entry: &Entry, errors: &mut Errors) {
    if let Some(Given::Json(json)) = entry.given("pattern") {
        pattern(json, errors);
        if let Err(why) = rules::pattern_length(json.text().chars().count()) {
            errors.span(json.span, why, "write fewer values, or two triggers");
        }
    }
    texts(entry, "bus", rules::bus, "`bus = \"orders\"`", errors);
}

/// A pattern has lists in the place of values; `$or` has a list of patterns.
fn pattern(json: &Json, errors: &mut Errors) {
    let JsonValue::Object(members) = &json.value else { return no_pattern(json.span, errors) };
    if members.is_empty() {
        no_pattern(json.span, errors);
    }
    for (key, value) in members {
        match &value.value {
            JsonValue::Object(_) => pattern(value, errors),
            JsonValue::List(all) if key.value() == "$or" => {
                all.iter().for_each(|it| pattern(it, errors));
            }
            JsonValue::List(all) if !all.is_empty() => {}
            _ => no_pattern(value.span, errors),
        }
    }
}

fn no_pattern(at: Span, errors: &mut Errors) {
    let why = "a pattern of EventBridge is an object of lists";
    errors.span(at, why, "put values into lists, as in `{ \"source\": [\"aws.ec2\"] }`");
}

fn objects(entry: &Entry, errors: &mut Errors) {
    texts(entry, "bucket", rules::bucket, "`objects(\"incoming\")`", errors);
    texts(entry, "prefix", rules::prefix, "`prefix = \"orders/\"`", errors);
    if let Some(Given::Texts(all)) = entry.given("events") {
        for event in all {
            let rule = rules::object_event(&event.value());
            told(event, rule, "`events = [\"Object Created\"]`", errors);
        }
    }
}

fn queue(entry: &Entry, errors: &mut Errors) {
    let arn = entry.text("arn").map(LitStr::value).unwrap_or_default();
    if let (Some(text), Some(filled)) = (entry.text("arn"), rules::filled(&arn)) {
        let example = format!("`{}`", entry.kind.example);
        told(text, rules::arn(&filled, "sqs"), &example, errors);
    }
    let batch = entry.number("batch");
    if let Some((literal, batch)) = batch {
        told(literal, rules::batch(&arn, batch), "`batch = 10`", errors);
    }
    if let Some((literal, seconds)) = entry.number("window") {
        let batch = batch.map_or(1, |(_, batch)| batch);
        let rule = rules::queue_window(&arn, batch, Some(seconds));
        told(literal, rule, "`window = 5`, or leave it out", errors);
    }
}
