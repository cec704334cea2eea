//! `Retry` and `Catch`.

use super::data::QueryLanguage;
use super::fields::{Fields, LONGEST, Problems};
use super::flow::handover;
use super::states::{Catcher, Errors, Retrier};
use serde_json::Value;

pub(super) fn errors(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Errors {
    let retry = handlers(fields, "Retry", problems, |_, fields, names, problems| {
        Some(retrier(fields, names, problems))
    });
    let catch = handlers(fields, "Catch", problems, |index, fields, errors, problems| {
        let handover = handover(fields, language, &format!("Catch[{index}]/"), problems);
        let next = fields.required_string(problems, "Next")?;
        Some(Catcher { errors, handover, next })
    });
    Errors { retry, catch }
}

/// The retriers or catchers, with the rules that both have for `ErrorEquals`.
fn handlers<T>(
    fields: &Fields<'_>,
    key: &str,
    problems: &mut Problems,
    read: impl Fn(usize, &Fields<'_>, Vec<String>, &mut Problems) -> Option<T>,
) -> Vec<T> {
    let values = fields.array(problems, key).map_or(&[][..], Vec::as_slice);
    let mut handlers = vec![];
    for (index, value) in values.iter().enumerate() {
        let pointer = format!("{}/{index}", fields.at(key));
        let Some(fields) = Fields::of(value, &pointer, problems) else { continue };
        let names = error_names(&fields, index + 1 == values.len(), problems);
        handlers.extend(names.and_then(|names| read(index, &fields, names, problems)));
    }
    handlers
}

fn error_names(fields: &Fields<'_>, last: bool, problems: &mut Problems) -> Option<Vec<String>> {
    let names = fields.items(problems, "ErrorEquals")?;
    let names =
        names.iter().map(|name| name.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
    let Some(names) = names else {
        fields.wrong_field(problems, "ErrorEquals", "`ErrorEquals` holds strings only");
        return None;
    };
    // Both by the specification, "Retrying after error".
    let all = |name: &String| name == "States.ALL";
    if names.iter().any(all) && (names.len() > 1 || !last) {
        fields.wrong_field(
            problems,
            "ErrorEquals",
            "`States.ALL` must stand alone, and in the last entry",
        );
    }
    Some(names)
}

fn retrier(fields: &Fields<'_>, errors: Vec<String>, problems: &mut Problems) -> Retrier {
    let interval = fields.integer(problems, "IntervalSeconds", 1, LONGEST).unwrap_or(1);
    let max_delay = fields.integer(problems, "MaxDelaySeconds", 1, 31_622_400);
    if max_delay.is_some_and(|delay| delay <= interval) {
        fields.wrong_field(
            problems,
            "MaxDelaySeconds",
            "`MaxDelaySeconds` must be more than `IntervalSeconds`",
        );
    }
    let jitter = match fields.get("JitterStrategy").map(Value::as_str) {
        None | Some(Some("NONE")) => false,
        Some(Some("FULL")) => true,
        Some(_) => {
            fields.wrong_field(
                problems,
                "JitterStrategy",
                "`JitterStrategy` is \"FULL\" or \"NONE\"",
            );
            false
        }
    };
    Retrier {
        errors,
        interval,
        backoff_rate: fields.number(problems, "BackoffRate", 1.0).unwrap_or(2.0),
        max_attempts: fields.integer(problems, "MaxAttempts", 0, LONGEST).unwrap_or(3),
        max_delay,
        jitter,
    }
}
