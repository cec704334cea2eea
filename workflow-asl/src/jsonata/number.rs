//! Numbers: doubles, as JavaScript and JSON write them.

use serde_json::{Number, Value};

pub(super) use super::library::number::{fifteen as rounded, plain as shown};

/// The name of a number that JSON does not have.
pub(super) fn name(number: f64) -> &'static str {
    if number.is_nan() {
        "NaN"
    } else if number > 0.0 {
        "Infinity"
    } else {
        "-Infinity"
    }
}

/// A double as JSON: 5 for 5.0, 0 for -0.0; the name of what JSON does not have (measured).
pub(super) fn json(number: f64) -> Value {
    whole(number)
        .or_else(|| Number::from_f64(number))
        .map_or_else(|| Value::from(name(number)), Value::Number)
}

/// The greatest double below 2^63, and the one below 2^64.
const SIGNED: f64 = 9_223_372_036_854_774_784.0;
const UNSIGNED: f64 = 18_446_744_073_709_549_568.0;

fn whole(number: f64) -> Option<Number> {
    if number.fract() != 0.0 {
        None
    } else if (i64::MIN as f64..=SIGNED).contains(&number) {
        Some(Number::from(number as i64))
    } else if (0.0..=UNSIGNED).contains(&number) {
        Some(Number::from(number as u64))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_as_json_has_them() {
        for (number, text) in [
            (5.0, "5"),
            (-0.0, "0"),
            (9007199254740992.0, "9007199254740992"),
            (18014398509481984.0, "18014398509481984"),
            (1e300, "1e+300"),
            (0.1, "0.1"),
            (9223372036854775808.0, "9223372036854775808"),
            (f64::INFINITY, "\"Infinity\""),
            (f64::NEG_INFINITY, "\"-Infinity\""),
            (f64::NAN, "\"NaN\""),
        ] {
            assert_eq!(json(number).to_string(), text);
        }
    }
}
