//! The duration or the end of a Wait.

use super::plan::{Setting, Until};
use super::view::View;
use super::work::{other, text, whole};
use crate::failure::Failure;
use crate::machine;
use serde_json::Value;
use workflow_asl::jsonpath;

/// AWS's message for a text that is no point in time.
pub(crate) const NO_TIMESTAMP: &str =
    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string";

pub(super) fn until(view: &View<'_>, until: &Until) -> Result<machine::Until, Failure> {
    match until {
        Until::Seconds(Setting::Path(field, path)) => {
            let fits = |value: &Value| {
                let number = value.as_f64()?;
                (number.fract() == 0.0 && number >= 0.0).then_some(number)
            };
            let missing = |path: &str| waits_for_nothing(field, path);
            let seconds = view.at_path(path, fits, missing, |value, path| {
                let shown = text(value);
                // Reported from AWS.
                if value.as_f64().is_some_and(|number| number < 0.0) {
                    return format!(
                        "The {field} parameter references a negative value: {path} == {shown}"
                    );
                }
                format!("The {field} parameter cannot be parsed as a long value: {path} == {shown}")
            })?;
            Ok(machine::Until::Seconds(seconds))
        }
        Until::Seconds(seconds) => {
            whole(view, seconds, 0).map(|seconds| machine::Until::Seconds(seconds.into()))
        }
        Until::Timestamp(Setting::Jsonata(template)) => {
            let text = view.typed(template, "string", |value| value.as_str().map(str::to_owned))?;
            timestamp(&text).ok_or_else(|| other(template, format!("{NO_TIMESTAMP}: {text}")))
        }
        Until::Timestamp(Setting::Path(field, path)) => {
            let fits = |value: &Value| timestamp(value.as_str()?);
            let missing = |path: &str| waits_for_nothing(field, path);
            view.at_path(path, fits, missing, |value, path| {
                let shown = text(value);
                format!("The {field} parameter does not reference a valid ISO-8601 extended offset date-time format string: {path} == {shown}")
            })
        }
        Until::Timestamp(Setting::Literal(text)) => timestamp(text).ok_or_else(|| {
            view.runtime(&format!("The Timestamp field is not a timestamp: {text}"))
        }),
    }
}

/// Recorded.
fn waits_for_nothing(field: &str, path: &str) -> Option<String> {
    Some(format!("The {field} parameter does not reference an input value: {path}"))
}

/// A timestamp. The parser is wider than the States Language: it takes a space or `t` for the `T`.
pub(crate) fn timestamp(text: &str) -> Option<machine::Until> {
    let time = jsonpath::Timestamp::parse(text)?;
    let (seconds, nanoseconds) = time.since_1970();
    let nanoseconds = i32::try_from(nanoseconds).ok()?;
    // Those of jiff end a day before the year 9999 does, which means: never.
    let time = jiff::Timestamp::new(seconds, nanoseconds).unwrap_or(jiff::Timestamp::MAX);
    Some(machine::Until::Timestamp(time))
}
