//! Built-in functions of JSONata that are written anew, because those of the crate know no limit.

use super::convert;
use super::functions::{fault, misfit};
use jsonata_core::evaluator::EvaluatorError;
use jsonata_core::value::JValue;
use std::collections::HashSet;

type Result<T> = std::result::Result<T, EvaluatorError>;

/// The longest string that `$pad` makes. A payload has 262,144 bytes at most.
const WIDTH: f64 = 1_000_000.0;

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
