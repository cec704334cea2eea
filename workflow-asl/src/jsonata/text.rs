//! Built-in functions of JSONata that are written anew, because those of the crate know no limit.

use super::convert;
use super::functions::{fault, misfit};
use jsonata_core::evaluator::EvaluatorError;
use jsonata_core::functions::string;
use jsonata_core::value::JValue;
use std::collections::HashSet;

type Result<T> = std::result::Result<T, EvaluatorError>;

/// The longest string that `$pad` makes. A payload has 262,144 bytes at most.
const WIDTH: f64 = 1_000_000.0;
/// The longest string that `$replace` makes, in bytes.
const LENGTH: usize = 8_000_000;

/// `$pad(string, width[, char])`: to the right, or to the left where the width is negative.
pub(super) fn pad(args: &[JValue]) -> Result<JValue> {
    let text = match args.first() {
        None | Some(JValue::Undefined) => return Ok(JValue::Undefined),
        Some(JValue::String(text)) => text,
        Some(_) => return misfit(1, "pad"),
    };
    let Some(width) = args.get(1).and_then(JValue::as_f64) else { return misfit(2, "pad") };
    let fill = match args.get(2) {
        None | Some(JValue::Undefined) => " ",
        Some(JValue::String(fill)) if fill.is_empty() => " ",
        Some(JValue::String(fill)) => fill,
        Some(_) => return misfit(3, "pad"),
    };
    if width.abs() > WIDTH {
        return fault(format!("D2015: $pad: a width of {width} is more than {WIDTH}"));
    }
    let missing = (width.abs().trunc() as usize).saturating_sub(text.chars().count());
    let padding: String = fill.chars().cycle().take(missing).collect();
    Ok(JValue::string(if width < 0.0 { padding + text } else { text.to_string() + &padding }))
}

/// Whether `$replace` is called with a string, a string or a regular expression, and a string.
pub(super) fn plain(args: &[JValue]) -> Result<JValue> {
    let plain = matches!(
        args,
        [JValue::String(_), JValue::String(_) | JValue::Regex { .. }, JValue::String(_), ..]
    );
    Ok(JValue::Bool(plain && limit(args).is_some()))
}

/// The fourth argument: how many places at most; `None` if it is not right.
fn limit(args: &[JValue]) -> Option<Option<usize>> {
    match args.get(3) {
        None | Some(JValue::Undefined) => Some(None),
        Some(JValue::Number(limit)) if *limit >= 0.0 => Some(Some(*limit as usize)),
        Some(_) => None,
    }
}

/// `$replace(string, pattern, replacement[, limit])`, of arguments that are [`plain`].
pub(super) fn replace(args: &[JValue]) -> Result<JValue> {
    let ([JValue::String(text), pattern, JValue::String(replacement), ..], Some(limit)) =
        (args, limit(args))
    else {
        return misfit(1, "replace");
    };
    // Groups of different places do not overlap: `$1` adds up to the length of the text at most.
    let groups = replacement.matches('$').count().saturating_mul(text.len());
    let places = places(text, pattern)?.min(limit.unwrap_or(usize::MAX));
    let length = places.saturating_mul(replacement.len()).saturating_add(groups);
    if length > LENGTH {
        return fault(format!("D2015: $replace: the string may become longer than {LENGTH} bytes"));
    }
    Ok(string::replace(text, pattern, replacement, limit)?)
}

fn places(text: &str, pattern: &JValue) -> Result<usize> {
    Ok(match pattern {
        JValue::String(pattern) if pattern.is_empty() => 0,
        JValue::String(pattern) => text.matches(&**pattern).count(),
        JValue::Regex { pattern, flags } => {
            string::build_regex(pattern, flags)?.find_iter(text).count()
        }
        _ => 0,
    })
}

/// The greatest number that `$formatInteger` writes in Roman numerals: 1,000,000 times M.
const ROMAN: f64 = 1e9;

/// False, unless a number would be too long as `$formatInteger` shall write it.
pub(super) fn spelled(args: &[JValue]) -> Result<JValue> {
    match args {
        [JValue::Number(number), JValue::String(picture)]
            if number.abs() > ROMAN && picture.starts_with(['I', 'i']) =>
        {
            fault(format!("D2015: $formatInteger: {number} is too long in Roman numerals"))
        }
        _ => Ok(JValue::Bool(false)),
    }
}

/// `$distinct(array)`: each value once, at its first place.
pub(super) fn distinct(args: &[JValue]) -> Result<JValue> {
    let items = match args {
        [JValue::Array(items)] if items.len() > 1 => items,
        [value] => return Ok(value.clone()),
        _ => return misfit(2, "distinct"),
    };
    let mut seen = HashSet::new();
    let mut kept = vec![];
    for item in items {
        if seen.insert(key(item)?) {
            kept.push(item.clone());
        }
    }
    Ok(if items.sequence { JValue::sequence(kept) } else { JValue::array(kept) })
}

/// A text that equal values share: keys sorted, as equality knows no order of keys.
fn key(value: &JValue) -> Result<String> {
    match convert::outgoing(value) {
        Ok(Some(mut value)) => {
            value.sort_all_objects();
            Ok(value.to_string())
        }
        _ => fault("T0410: $distinct takes no functions"),
    }
}
