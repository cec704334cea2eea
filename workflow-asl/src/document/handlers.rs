//! `Retry` and `Catch`.

use super::data::QueryLanguage;
use super::diagnostic::Diagnostic;
use super::fields::{Fields, LONGEST, Problems, decimal, expected, integer};
use super::flow::handover;
use super::states::{Catcher, Errors, StateRetrier};

pub(super) fn errors(
    fields: &Fields<'_>,
    language: QueryLanguage,
    problems: &mut Problems,
) -> Errors {
    let retry = handlers(fields, "Retry", problems, |_, fields, names, problems| {
        fields.only(problems, RETRIER);
        Some(retrier(fields, names, problems))
    });
    let catch = handlers(fields, "Catch", problems, |index, fields, errors, problems| {
        fields.only(problems, CATCHER);
        let foreign: &[_] = match language {
            QueryLanguage::Jsonata => &["ResultPath"],
            QueryLanguage::JsonPath => &["Output"],
        };
        fields.speaks(problems, language, foreign);
        let handover = handover(fields, language, &format!("Catch[{index}]/"), problems);
        fields.require(problems, &["Next"]);
        let next = fields.string(problems, "Next")?;
        Some(Catcher { errors, handover, next })
    });
    Errors { retry, catch }
}

const RETRIER: &[&str] = &[
    "ErrorEquals",
    "IntervalSeconds",
    "MaxAttempts",
    "BackoffRate",
    "MaxDelaySeconds",
    "JitterStrategy",
    "Comment",
];
const CATCHER: &[&str] = &["ErrorEquals", "Next", "ResultPath", "Assign", "Output", "Comment"];

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
        let right = names.is_some();
        // What else is wrong with it is said, too (measured).
        let handler = read(index, &fields, names.unwrap_or_default(), problems);
        handlers.extend(handler.filter(|_| right));
    }
    handlers
}

fn error_names(fields: &Fields<'_>, last: bool, problems: &mut Problems) -> Option<Vec<String>> {
    fields.require(problems, &["ErrorEquals"]);
    let names = fields.items(problems, "ErrorEquals")?;
    let names =
        names.iter().map(|name| name.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
    let Some(names) = names else {
        fields.wrong_field(problems, "ErrorEquals", expected("STRING"));
        return None;
    };
    // Both by the specification, "Retrying after error".
    let all = |name: &String| name == "States.ALL";
    if names.iter().any(all) && (names.len() > 1 || !last) {
        let message = "States.ALL must appear alone and at end of list";
        fields.wrong_field(problems, "ErrorEquals", message);
    }
    Some(names)
}

fn retrier(fields: &Fields<'_>, errors: Vec<String>, problems: &mut Problems) -> StateRetrier {
    // 0 is accepted (measured).
    let interval = fields.read(problems, "IntervalSeconds", integer(0, LONGEST)).unwrap_or(1);
    let max_delay = fields.read(problems, "MaxDelaySeconds", integer(1, 31_622_400));
    if max_delay.is_some_and(|delay| delay <= interval) {
        let message = "MaxDelaySeconds must be greater than IntervalSeconds";
        problems.push(Diagnostic::refusal(fields.at("MaxDelaySeconds"), message));
    }
    let jitter = fields.choice(problems, "JitterStrategy", &[("NONE", false), ("FULL", true)]);
    let rate = fields.read(problems, "BackoffRate", decimal(1.0, f64::MAX));
    StateRetrier {
        errors,
        interval,
        backoff_rate: rate.unwrap_or(2.0),
        max_attempts: fields.read(problems, "MaxAttempts", integer(0, LONGEST)).unwrap_or(3),
        max_delay,
        jitter: jitter.unwrap_or_default(),
    }
}
