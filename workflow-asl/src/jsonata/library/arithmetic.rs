//! Functions of numbers.

use super::number::plain;
use crate::jsonata::fault::Fault;

/// A number as a message shows it.
fn named(number: f64) -> String {
    if number.is_finite() { plain(number) } else { "null".to_owned() }
}

/// `$round`: half to even, at so many places behind the point (in front of it, if negative).
pub fn round(number: f64, places: f64) -> f64 {
    if places == 0.0 || places.is_nan() {
        return number.round_ties_even();
    }
    shifted(shifted(number, places).round_ties_even(), -places)
}

/// A number with its decimal point moved, without the error of a multiplication; NaN where the text would be no number.
fn shifted(number: f64, places: f64) -> f64 {
    let text = plain(number);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent = exponent.parse::<f64>().unwrap_or(0.0) + places;
    if !number.is_finite() || exponent.fract() != 0.0 || !exponent.is_finite() {
        return f64::NAN;
    }
    format!("{mantissa}e{exponent}").parse().unwrap_or(f64::NAN)
}

/// `$power`.
///
/// # Errors
///
/// D3061 unless the result is finite.
pub fn power(base: f64, exponent: f64) -> Result<f64, Fault> {
    let result = base.powf(exponent);
    // JavaScript knows no power of 1 that is not finite.
    if result.is_finite() && exponent.is_finite() {
        return Ok(result);
    }
    let (base, exponent) = (named(base), named(exponent));
    Err(Fault::new(
        "D3061",
        format!(
            "The power function has resulted in a value that cannot be represented as a JSON number: base={base}, exponent={exponent}"
        ),
    ))
}

/// `$sqrt`.
///
/// # Errors
///
/// D3060 for a negative number.
pub fn sqrt(number: f64) -> Result<f64, Fault> {
    if number < 0.0 {
        let number = named(number);
        return Err(Fault::new(
            "D3060",
            format!("The sqrt function cannot be applied to a negative number: {number}"),
        ));
    }
    Ok(number.sqrt())
}

/// `$formatBase`: the rounded number to a base, 10 if there is none.
///
/// # Errors
///
/// D3100 for a base that is not between 2 and 36.
pub fn format_base(number: f64, base: Option<f64>) -> Result<String, Fault> {
    let number = round(number, 0.0);
    let base = round(base.unwrap_or(10.0), 0.0);
    if !(2.0..=36.0).contains(&base) {
        let base = named(base);
        return Err(Fault::new(
            "D3100",
            format!(
                "The radix of the formatBase function must be between 2 and 36.  It was given {base}"
            ),
        ));
    }
    if base == 10.0 || !number.is_finite() {
        return Ok(plain(number));
    }
    let digits = digits(number.abs(), base);
    Ok(if number < 0.0 { format!("-{digits}") } else { digits })
}

/// The digits of an integer, as V8 finds them: what is beyond the integers that a double has exactly is divided
/// first, and its last digits are zeros.
fn digits(mut number: f64, base: f64) -> String {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let mut digits = vec![];
    while number >= EXACT * base {
        number /= base;
        digits.push('0');
    }
    loop {
        let digit = number % base;
        digits.extend(char::from_digit(digit as u32, base as u32));
        number = (number - digit) / base;
        if number <= 0.0 {
            return digits.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_to_the_even_neighbour() {
        for (number, places, result) in [
            (2.5, 0.0, 2.0),
            (3.5, 0.0, 4.0),
            (-2.5, 0.0, -2.0),
            (1.005, 2.0, 1.0),
            (1234.5, 0.0, 1234.0),
            (125.0, -1.0, 120.0),
            (1234.5678, -2.0, 1200.0),
            (1e21, 2.0, 1e21),
            (1e-7, 8.0, 1e-7),
        ] {
            assert_eq!(round(number, places), result, "{number} {places}");
        }
        assert!(round(1.5, 1.5).is_nan());
        assert!(round(12345.678, 400.0).is_nan());
    }

    #[test]
    fn powers_and_roots_are_finite_or_faults() {
        assert_eq!(power(2.0, -2.0), Ok(0.25));
        let fault = power(-1.0, 0.5).map_err(|fault| fault.text);
        assert!(fault.is_err_and(|text| text.ends_with("base=-1, exponent=0.5")));
        assert!(power(1.0, f64::INFINITY).is_err());
        let fault = sqrt(-1.0).map_err(|fault| fault.text);
        assert_eq!(
            fault,
            Err("The sqrt function cannot be applied to a negative number: -1".to_owned())
        );
    }

    #[test]
    fn integers_are_written_to_a_base() {
        for (number, base, text) in [
            (100.0, 2.0, "1100100"),
            (-255.0, 16.0, "-ff"),
            (10.6, 2.0, "1011"),
            (-10.5, 16.0, "-a"),
            (10.5, 2.5, "1010"),
            (10.0, 36.4, "a"),
            (0.0, 2.0, "0"),
            (1e21, 10.0, "1e+21"),
            (1e30, 7.0, "243230604464041356220000000000000000"),
            (1e100, 36.0, "2hqbczu2ow6000000000000000000000000000000000000000000000000000000"),
            (36_028_797_018_963_992.0, 3.0, "20110222201101100122022100210120220"),
        ] {
            assert_eq!(format_base(number, Some(base)).as_deref(), Ok(text));
        }
        let fault = format_base(10.0, Some(1.4)).map_err(|fault| fault.text);
        assert!(fault.is_err_and(|text| text.ends_with("It was given 1")));
    }
}
