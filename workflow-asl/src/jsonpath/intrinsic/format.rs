//! `States.Format`.

use super::call::Called;
use super::{Function, refuse};
use crate::jsonpath::error::Reason;
use crate::jsonpath::text;
use serde_json::Value;
use std::borrow::Cow;

/// The template with a value in place of each `{}`. A backslash makes a brace, a quote or a backslash plain.
pub(super) fn format(template: &str, values: &[Cow<'_, Value>]) -> Called<Value> {
    let mut result = String::with_capacity(template.len());
    let mut values = values.iter();
    let mut rest = template.chars().peekable();
    while let Some(next) = rest.next() {
        match next {
            '\\' => result.push(match rest.peek() {
                Some('\'' | '{' | '}' | '\\') => rest.next().unwrap_or(next),
                _ => next,
            }),
            '{' if rest.next_if_eq(&'}').is_some() => match values.next() {
                Some(value) => text::java(value, &mut result),
                None => return mismatch(),
            },
            '{' => return broken("matching '}' not found for '{'."),
            '}' => return broken("matching '{' not found for '}'."),
            plain => result.push(plain),
        }
    }
    if values.next().is_some() { mismatch() } else { Ok(Value::String(result)) }
}

fn mismatch<T>() -> Called<T> {
    refuse(Function::Format, "number of arguments do not match the occurrences of {}.")
}

fn broken<T>(why: &str) -> Called<T> {
    Err(Reason::Intrinsic(format!("Invalid template in States.Format: {why}")))
}
