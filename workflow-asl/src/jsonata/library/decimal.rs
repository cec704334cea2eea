//! `$formatNumber`: numbers by a picture (XPath, "Formatting numbers").
//!
//! The checks and the layout are those of jsonata 2.0.6, so that each picture has the same fault. Where that one
//! comes to no sensible text, XPath is followed: irregular groups of a number with few digits, infinity and NaN,
//! pictures with an exponent for zero and for negative numbers (at which 2.0.6 does not end), and `#` as all of a
//! mantissa. A picture without any digit is D3086 (measured).

mod picture;
mod symbols;

use super::arithmetic::round;
use super::number::plain;
use crate::jsonata::fault::Fault;
use picture::Picture;
use serde_json::{Map, Value};
use symbols::Symbols;

/// The most digits behind the point, as JavaScript has it.
const PLACES: usize = 100;

/// A number as a picture has it, with other symbols by options.
///
/// # Errors
///
/// D3080 to D3093 for a picture that is none.
pub fn format_number(
    number: f64,
    picture: &str,
    options: Option<&Map<String, Value>>,
) -> Result<String, Fault> {
    let symbols = Symbols::new(options);
    let parts: Vec<&str> = picture.split(&symbols.pattern).collect();
    if parts.len() > 2 {
        return Err(Fault::new(
            "D3080",
            "The picture string must only contain a maximum of two sub-pictures",
        ));
    }
    let pictures = parts
        .into_iter()
        .map(|part| Picture::new(part, &symbols))
        .collect::<Result<Vec<_>, _>>()?;
    let (minus, picture) = match (&*pictures, number < 0.0) {
        ([_, negative, ..], true) => ("", negative),
        ([first, ..], negative) => (if negative { &*symbols.minus } else { "" }, first),
        ([], _) => return Ok(String::new()),
    };
    if number.is_nan() {
        return Ok(symbols.nan);
    }
    let body = if number.is_finite() {
        body(number.abs(), picture, &symbols)?
    } else {
        symbols.infinity.clone()
    };
    Ok(format!("{minus}{}{body}{}", picture.prefix, picture.suffix))
}

/// The digits of a number that is not negative.
fn body(number: f64, picture: &Picture, symbols: &Symbols) -> Result<String, Fault> {
    if picture.fraction.most > PLACES {
        return Err(Fault::new("", "toFixed() digits argument must be between 0 and 100"));
    }
    let (mantissa, exponent) = match picture.exponent {
        Some(_) => scaled(number, picture.scale),
        None => (number * picture.factor, 0),
    };
    let mut text = laid_out(mantissa, picture, symbols);
    if let Some(width) = picture.exponent {
        text.push_str(&symbols.exponent);
        text.push_str(if exponent < 0 { &symbols.minus } else { "" });
        text.push_str(&symbols.digits(&format!("{:0width$}", exponent.unsigned_abs())));
    }
    Ok(text)
}

/// A mantissa of so many digits before the point, and its exponent.
fn scaled(mut mantissa: f64, digits: usize) -> (f64, i32) {
    let most = 10_f64.powi(i32::try_from(digits).unwrap_or(i32::MAX).min(308));
    let mut exponent = 0;
    // Zero has no digit that could stand first. A double has 617 powers of ten, and as many steps are the most.
    while mantissa > 0.0 && mantissa < most / 10.0 {
        mantissa *= 10.0;
        exponent -= 1;
    }
    while mantissa > most {
        mantissa /= 10.0;
        exponent += 1;
    }
    (mantissa, exponent)
}

fn laid_out(number: f64, picture: &Picture, symbols: &Symbols) -> String {
    let text = fixed(round(number, picture.fraction.most as f64), picture.fraction.most);
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let integer =
        format!("{:0>width$}", integer.trim_start_matches('0'), width = picture.integer.least);
    let fraction =
        format!("{:0<width$}", fraction.trim_end_matches('0'), width = picture.fraction.least);
    let mut text = symbols.digits(&picture.integer.grouped(&integer, true, &symbols.grouping));
    if !fraction.is_empty() {
        text.push_str(&symbols.decimal);
        text.push_str(&symbols.digits(&picture.fraction.grouped(
            &fraction,
            false,
            &symbols.grouping,
        )));
    }
    text
}

/// A number with so many digits behind the point; one of 22 digits or more as JavaScript writes it.
fn fixed(number: f64, places: usize) -> String {
    if number >= 1e21 { plain(number) } else { format!("{number:.places$}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_follow_the_picture() {
        for (number, picture, text) in [
            (12345.6, "#,###.00", "12,345.60"),
            (12_345_678.9, "9,999.99", "12,345,678.90"),
            (0.14, "01%", "14%"),
            (0.14, "###‰", "140‰"),
            (-6.0, "000", "-006"),
            (-6.0, "000;(0)", "(6)"),
            (6.0, "000;(0)", "006"),
            (0.0, "#", "0"),
            (0.0, "#.#", ".0"),
            (0.5, "#.#", ".5"),
            (1.0, "#.#", "1.0"),
            (0.04, "#.##", ".04"),
            (2.5, "0", "2"),
            (0.45, "0.0", "0.4"),
            (2.675, "0.00", "2.68"),
            (-0.04, "0.0", "-0.0"),
            (5.0, "$0.00 USD", "$5.00 USD"),
            (5.0, "abc0def", "abc5def"),
            (5.0, "e0", "e5"),
            (-5.0, "%0", "-%500"),
            (-12.5, "0.0;0", "12"),
            (1e21, "#,##0", "1e,+21"),
            (123_456_789_012_345_678_901.0, "#,##0", "123,456,789,012,345,683,968"),
            (1e100, "0.0", "1e+100.0"),
            (1e-7, "0.0######", "0.0000001"),
        ] {
            assert_eq!(
                format_number(number, picture, None).as_deref(),
                Ok(text),
                "{number} {picture}"
            );
        }
    }

    #[test]
    fn groups_are_regular_or_where_the_picture_has_them() {
        for (number, picture, text) in [
            (1_234_567.891, "#,##,##0.0", "12,34,567.9"),
            (1_234_567.891, "#,##,0.0", "1234,56,7.9"),
            (1_234_567.891, "0,0,0.0", "1,2,3,4,5,6,7.9"),
            (1_234_567.891, "#,#,000.0", "123,4,567.9"),
            (1_234_567.891_234, "0.###,###", "1234567.891,234"),
            (1_234_567.891_234, "0.00,00,00", "1234567.89,1234"),
            (1234.0, ",0", "1,2,3,4"),
            (5.0, "0,000", "0,005"),
            (123_456_789_123_456.0, "#,000000,000", "123456,789123,456"),
            (12.0, "#,##,##0", "12"),
            (1.8, "0.###,###", "1.8"),
        ] {
            assert_eq!(
                format_number(number, picture, None).as_deref(),
                Ok(text),
                "{number} {picture}"
            );
        }
    }

    #[test]
    fn exponents_scale_the_mantissa() {
        for (number, picture, text) in [
            (1234.5678, "00.000e0", "12.346e2"),
            (0.234, "0.0e0", "2.3e-1"),
            (0.234, ".00e0", ".23e0"),
            (0.234, "#.00e0", "0.23e0"),
            (1234.5678, "#.0e0", "0.1e4"),
            (1234.5678, "#00.0e00", "12.3e02"),
            (9.96, "0.0e0", "10.0e0"),
            (10.0, "0e0", "10e0"),
            (1.0, "#.#e0", "1e0"),
            (1.0, "0xe", "1xe"),
            (1.0, "0e0x", "1e0x"),
            (1e100, "0.00e0", "1.00e100"),
            (0.0, "0.0e0", "0.0e0"),
            (-0.00012, "0.00e0", "-1.20e-4"),
            (5e-324, "0.0e0", "4.9e-324"),
            (f64::MAX, "0.0e0", "1.8e308"),
        ] {
            assert_eq!(
                format_number(number, picture, None).as_deref(),
                Ok(text),
                "{number} {picture}"
            );
        }
    }

    #[test]
    fn pictures_that_are_none_are_faults() {
        for (picture, code) in [
            ("0;0;0", "D3080"),
            ("0.0.0", "D3081"),
            ("0%%", "D3082"),
            ("0‰‰", "D3083"),
            ("0%‰", "D3084"),
            (".", "D3085"),
            (".e0", "D3085"),
            ("0.0x0", "D3086"),
            ("0 0", "D3086"),
            ("0x0e0", "D3086"),
            ("", "D3086"),
            ("x", "D3086"),
            ("%%", "D3086"),
            ("0;", "D3086"),
            ("e", "D3086"),
            ("0,.0", "D3087"),
            ("0.,0", "D3087"),
            (",.", "D3087"),
            ("0,", "D3088"),
            (",", "D3088"),
            ("0,,0", "D3089"),
            ("0.0,,0", "D3089"),
            ("0#", "D3090"),
            ("0.#0", "D3091"),
            ("0,.#0", "D3091"),
            ("0e0%", "D3092"),
            ("0%e0", "D3092"),
            ("%0e0", "D3093"),
            ("0e", "D3093"),
            ("0e#", "D3093"),
            ("0e-0", "D3093"),
            ("0e0 0", "D3093"),
            ("$0.0e0", "D3093"),
            ("0ee0", "D3093"),
        ] {
            assert_eq!(
                format_number(5.0, picture, None).map_err(|fault| fault.code),
                Err(code),
                "{picture}"
            );
        }
    }

    #[test]
    fn options_replace_symbols() {
        for (number, picture, options, text) in [
            (
                1234.5678,
                "#.##0,00",
                json!({"decimal-separator": ",", "grouping-separator": "."}),
                "1.234,57",
            ),
            (1234.5678, "#,##٠.٠٠", json!({"zero-digit": "٠"}), "١,٢٣٤.٥٧"),
            (-1.5, "0.0", json!({"minus-sign": "m"}), "m1.5"),
            (0.5, "0pc", json!({"percent": "pc"}), "50pc"),
            (0.5, "0m", json!({"per-mille": "m"}), "500m"),
            (f64::INFINITY, "<0>", json!({"infinity": "inf"}), "<inf>"),
            (f64::NAN, "<0>", json!({"NaN": "nan"}), "nan"),
            (1234.0, "0.0E0", json!({"exponent-separator": "E"}), "1.2E3"),
            (1234.0, "@0", json!({"digit": "@"}), "1234"),
            (-1234.0, "0|(0)", json!({"pattern-separator": "|"}), "(1234)"),
            (1234.0, "0", json!({"foo": "bar", "decimal-separator": 5}), "1234"),
        ] {
            assert_eq!(format_number(number, picture, options.as_object()).as_deref(), Ok(text));
        }
    }
}
