//! Numbers as text, and text as numbers.

use crate::jsonata::fault::{Fault, quoted};

/// A number as JavaScript writes it: the fewest digits that read back as the same number.
pub fn plain(number: f64) -> String {
    if !number.is_finite() {
        return if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .to_owned();
    }
    let (digits, exponent) = shortest(number.abs());
    let text = laid_out(&digits, exponent);
    if number < 0.0 { format!("-{text}") } else { text }
}

/// The digits of a number that is not negative, as if the point stood behind the first one, and the power of ten that
/// it is multiplied with. Of two numbers that are as near, serde_json takes the even one, as V8 does; Rust does not.
fn shortest(number: f64) -> (String, i32) {
    let text = serde_json::Value::from(number).to_string();
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let (integer, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{integer}{fraction}");
    let leading = digits.len() - digits.trim_start_matches('0').len();
    let exponent = exponent.parse::<i32>().unwrap_or(0) + integer.len() as i32 - 1 - leading as i32;
    let digits = digits.trim_matches('0');
    if digits.is_empty() { ("0".to_owned(), 0) } else { (digits.to_owned(), exponent) }
}

/// The digits of a number below ten, times ten to the power of the exponent.
fn laid_out(digits: &str, exponent: i32) -> String {
    let count = digits.len() as i32;
    match exponent {
        21.. | ..=-7 => {
            let (first, rest) = digits.split_at(1);
            let point = if rest.is_empty() { "" } else { "." };
            let sign = if exponent > 0 { "+" } else { "-" };
            format!("{first}{point}{rest}e{sign}{}", exponent.abs())
        }
        ..=-1 => format!("0.{}{digits}", "0".repeat((-exponent - 1) as usize)),
        _ if count <= exponent + 1 => {
            format!("{digits}{}", "0".repeat((exponent + 1 - count) as usize))
        }
        _ => {
            let (whole, fraction) = digits.split_at((exponent + 1) as usize);
            format!("{whole}.{fraction}")
        }
    }
}

/// A number as `$string` and `&` write it: with 15 digits at most, but an integer from 2^53 on in full.
///
/// jsonata 2.0.6 shortens those, too; AWS does not: `$string(999999999999999868928)` is `"999999999999999900000"`
/// (measured).
///
/// # Errors
///
/// D3001 for infinity and NaN.
pub fn shown(number: f64) -> Result<String, Fault> {
    if !number.is_finite() {
        return Err(Fault::new("D3001", "Attempting to invoke string function on Infinity or NaN"));
    }
    Ok(plain(fifteen(number)))
}

/// The first double beyond which integers are not exact.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// A number rounded to 15 digits, unless it is an integer from 2^53 on.
pub fn fifteen(number: f64) -> f64 {
    let short = number.fract() == 0.0 && number.abs() < 1e15;
    if short || number.fract() == 0.0 && number.abs() >= EXACT || !number.is_finite() {
        return number;
    }
    rounded(number).parse().unwrap_or(number)
}

/// 15 digits; of two that are as near, the greater one (Rust takes the even one).
fn rounded(number: f64) -> String {
    // A double that lies between two numbers of 15 digits has 16 digits, the last of them 5.
    let long = format!("{number:.60e}");
    let tie = long.split_once('e').and_then(|(mantissa, exponent)| {
        let digits = mantissa.trim_start_matches('-').trim_end_matches('0');
        (digits.len() == 17 && digits.ends_with('5')).then(|| {
            let sign = if number < 0.0 { "-" } else { "" };
            // The digit after the tie decides.
            format!("{sign}{digits}1e{exponent}")
        })
    });
    match tie.and_then(|text| up(&text)) {
        Some(text) => text,
        None => format!("{number:.14e}"),
    }
}

/// A decimal text of 17 digits whose sixteenth is 5, rounded away from zero to 15 digits.
fn up(text: &str) -> Option<String> {
    let (mantissa, exponent) = text.split_once('e')?;
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).take(15).collect();
    let next = digits.parse::<u64>().ok()? + 1;
    let sign = if mantissa.starts_with('-') { "-" } else { "" };
    Some(format!("{sign}{next}e{}", exponent.parse::<i32>().ok()? - 14))
}

/// The number that a text stands for, as `$number` has it.
///
/// # Errors
///
/// D3030 for any other text.
pub fn cast(text: &str) -> Result<f64, Fault> {
    let number = match text.get(..2) {
        Some("0x" | "0X") => whole(&text[2..], 16),
        Some("0b" | "0B") => whole(&text[2..], 2),
        Some("0o" | "0O") => whole(&text[2..], 8),
        _ if decimal(text) => text.parse().ok().filter(|number: &f64| number.is_finite()),
        _ => None,
    };
    number.ok_or_else(|| {
        Fault::new("D3030", format!("Unable to cast value to a number: {}", quoted(text)))
    })
}

/// True for the form of a number in JSON, save that it may begin with zeros.
fn decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => {
            (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent)))
        }
        None => (text, None),
    };
    let (integer, fraction) = match mantissa.split_once('.') {
        Some((integer, fraction)) => (integer, Some(fraction)),
        None => (mantissa, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(integer) && fraction.is_none_or(digits) && exponent.is_none_or(digits)
}

/// The nearest number to an integer of any length, to a base that is a power of two.
fn whole(digits: &str, base: u32) -> Option<f64> {
    if digits.is_empty() {
        return None;
    }
    let (mut bits, mut lost, mut shift) = (0_u128, false, 0_i32);
    for digit in digits.chars() {
        let digit = digit.to_digit(base)?;
        if bits >> 120 == 0 {
            bits = bits * u128::from(base) + u128::from(digit);
        } else {
            lost |= digit != 0;
            shift = shift.saturating_add(base.trailing_zeros() as i32);
        }
    }
    // What was cut off decides only between a number and its neighbour.
    Some((bits | u128::from(lost)) as f64 * 2_f64.powi(shift))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_javascript_writes_them() {
        for (number, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (1e20, "100000000000000000000"),
            (1e21, "1e+21"),
            (1.25e21, "1.25e+21"),
            (1e-6, "0.000001"),
            (1e-7, "1e-7"),
            (-1.5e-9, "-1.5e-9"),
            (123.456, "123.456"),
            (100.0, "100"),
            (0.05, "0.05"),
            (18_832_778.930_664_062, "18832778.930664062"),
            (5e-324, "5e-324"),
            (f64::MAX, "1.7976931348623157e+308"),
            (f64::NEG_INFINITY, "-Infinity"),
        ] {
            assert_eq!(plain(number), text);
        }
    }

    #[test]
    fn numbers_have_fifteen_digits_and_great_integers_all() {
        for (number, text) in [
            (0.1 + 0.2, "0.3"),
            (1.0 / 3.0, "0.333333333333333"),
            (-1.0 / 3.0, "-0.333333333333333"),
            (100_000_000_000_000.5, "100000000000001"),
            (100_000_000_000_001.5, "100000000000002"),
            (-100_000_000_000_000.5, "-100000000000001"),
            (5_890_840_712_243_076.0, "5890840712243080"),
            (999_999_999_999_999_868_928.0, "999999999999999900000"),
            (1e-7 / 3.0, "3.33333333333333e-8"),
        ] {
            assert_eq!(shown(number).as_deref(), Ok(text));
        }
        assert_eq!(shown(f64::NAN).map_err(|fault| fault.code), Err("D3001"));
    }

    #[test]
    fn texts_are_numbers_as_json_has_them_or_with_a_base() {
        for (text, number) in [
            ("-0", -0.0),
            ("01", 1.0),
            ("1E+5", 1e5),
            ("-1.50", -1.5),
            ("0X1f", 31.0),
            ("0b101", 5.0),
            ("0O17", 15.0),
            ("0x20000000000001", 9_007_199_254_740_992.0),
            ("0x20000000000003", 9_007_199_254_740_996.0),
            ("0xffffffffffffffffffffffffffffffffffffffffffffffff", 6.277_101_735_386_681e57),
        ] {
            assert_eq!(cast(text), Ok(number), "{text}");
        }
        for text in [
            "", "+5", " 12 ", "1.", ".5", "-.5", "1e", "1e400", "0x", "-0x1", "0b12", "Infinity",
            "1_0", "é",
        ] {
            let text_of_fault = cast(text).map_err(|fault| (fault.code, fault.text));
            assert_eq!(
                text_of_fault,
                Err(("D3030", format!("Unable to cast value to a number: \"{text}\"")))
            );
        }
    }
}
