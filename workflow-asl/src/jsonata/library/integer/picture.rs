//! The picture of an integer.

use super::unknown;
use crate::jsonata::fault::Fault;
use crate::jsonata::library::number::plain;
use crate::jsonata::library::{LENGTH, too_long};

/// The picture of an integer.
#[derive(Debug)]
pub struct Picture {
    /// The form of the integer.
    pub form: Form,
    /// First, second, third instead of one, two, three.
    pub ordinal: bool,
}

/// The form in which an integer is written.
#[derive(Debug)]
pub enum Form {
    /// `0`
    Decimal(Decimal),
    /// `A` and `a`
    Letters(char),
    /// `I` and `i`
    Roman { upper: bool },
    /// `W`, `w` and `Ww`
    Words { upper: bool, title: bool },
}

/// An integer in digits.
#[derive(Debug)]
pub struct Decimal {
    /// The digit zero.
    zero: char,
    /// The smallest number of digits.
    pub least: usize,
    /// The number of further digits that the picture shows.
    pub optional: usize,
    /// The places of separators: behind how many digits, counted from the end.
    separators: Vec<(usize, char)>,
    /// The same separator stands behind each so many digits.
    pub regular: Option<(usize, char)>,
}

/// The digits zero of Unicode that 2.0.6 knows: all of its first plane.
const ZEROS: [u32; 37] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66,
    0xDE6, 0xE50, 0xED0, 0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90,
    0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
];

/// The digit zero of the ten to which a digit belongs.
fn zero(letter: char) -> Option<char> {
    let at = ZEROS.partition_point(|zero| *zero <= letter as u32).checked_sub(1)?;
    (letter as u32 - ZEROS[at] < 10).then(|| char::from_u32(ZEROS[at]))?
}

impl Picture {
    /// Reads a picture; behind its last semicolon, `o` asks for an ordinal number.
    pub fn new(picture: &str) -> Result<Self, Fault> {
        let (primary, ordinal) = match picture.rsplit_once(';') {
            Some((primary, modifier)) => (primary, modifier.starts_with('o')),
            None => (picture, false),
        };
        Self::with(primary, ordinal)
    }

    /// Reads a picture without a modifier.
    pub fn with(primary: &str, ordinal: bool) -> Result<Self, Fault> {
        let form = match primary {
            "A" => Form::Letters('A'),
            "a" => Form::Letters('a'),
            "I" => Form::Roman { upper: true },
            "i" => Form::Roman { upper: false },
            "W" => Form::Words { upper: true, title: false },
            "w" => Form::Words { upper: false, title: false },
            "Ww" => Form::Words { upper: false, title: true },
            _ => Form::Decimal(Decimal::new(primary)?),
        };
        Ok(Picture { form, ordinal })
    }

    /// Asks for so many digits at least; the greatest width is the least one, too, where there is one.
    pub fn widen(&mut self, least: Option<usize>, most: Option<usize>) {
        if let Form::Decimal(decimal) = &mut self.form {
            decimal.least = most.unwrap_or(decimal.least.max(least.unwrap_or(0)));
        }
    }

    /// The digits, if it has that form.
    pub fn decimal(&self) -> Option<&Decimal> {
        match &self.form {
            Form::Decimal(decimal) => Some(decimal),
            _ => None,
        }
    }
}

impl Decimal {
    fn new(picture: &str) -> Result<Self, Fault> {
        let (mut family, mut least, mut optional) = (None, 0, 0);
        let mut separators = vec![];
        for letter in picture.chars().rev() {
            match zero(letter) {
                Some(zero) if family.is_some_and(|family| family != zero) => {
                    let text = "In a decimal digit pattern, all digits must be from the same decimal group";
                    return Err(Fault::new("D3131", text));
                }
                Some(zero) => {
                    family = Some(zero);
                    least += 1;
                }
                None if letter == '#' => optional += 1,
                None => separators.push((least + optional, letter)),
            }
        }
        let zero = family.ok_or_else(|| unknown(picture))?;
        let regular = regular(&separators);
        Ok(Decimal { zero, least, optional, separators, regular })
    }

    /// Writes an integer that is not negative.
    pub fn format(&self, number: f64, ordinal: bool) -> Result<String, Fault> {
        if self.least > LENGTH {
            return Err(too_long());
        }
        let digits = format!("{:0>width$}", plain(number), width = self.least);
        let mut text = self.grouped(&digits);
        if ordinal {
            text.push_str(ending(&digits));
        }
        Ok(text)
    }

    /// The digits of the family, with separators between them.
    fn grouped(&self, digits: &str) -> String {
        let mut separators = self.separators.iter().rev().peekable();
        let (length, mut text) = (digits.chars().count(), String::new());
        for (index, digit) in digits.chars().enumerate() {
            let left = length - index;
            match self.regular {
                Some((each, separator)) if index > 0 && left.is_multiple_of(each) => {
                    text.push(separator)
                }
                Some(_) => {}
                None => {
                    while let Some((_, separator)) = separators.next_if(|(at, _)| *at >= left) {
                        // 2.0.6 puts them somewhere if there are fewer digits; here, they are left out.
                        text.extend((index > 0).then_some(separator));
                    }
                }
            }
            let own = digit.to_digit(10).and_then(|digit| char::from_u32(self.zero as u32 + digit));
            text.push(own.unwrap_or(digit));
        }
        if self.regular.is_none() {
            text.extend(separators.map(|(_, separator)| separator));
        }
        text
    }

    /// Reads digits as `parseInt` does; NaN if there are none.
    pub fn parse(&self, text: &str, ordinal: bool) -> Result<f64, Fault> {
        let mut text: Vec<char> = text.chars().collect();
        if ordinal {
            text.truncate(text.len().saturating_sub(2));
        }
        // Of regular separators, 2.0.6 knows the comma only.
        let separates = |letter: char| match self.regular {
            Some(_) => letter == ',',
            None => self.separators.iter().any(|(_, separator)| *separator == letter),
        };
        let shift = self.zero as u32 - u32::from(b'0');
        let own = |letter: char| match (letter as u32).checked_sub(shift) {
            Some(code) => Ok(char::from_u32(code).unwrap_or(letter)),
            None => Err(Fault::new(
                "",
                format!("Invalid code point {}", i64::from(letter as u32) - i64::from(shift)),
            )),
        };
        let digits = text
            .into_iter()
            .filter(|letter| !separates(*letter))
            .map(own)
            .collect::<Result<String, _>>()?;
        Ok(leading(&digits))
    }
}

/// Separators are regular if the same one stands behind each multiple of a number of digits.
fn regular(separators: &[(usize, char)]) -> Option<(usize, char)> {
    let (_, separator) = *separators.first()?;
    let each = separators.iter().fold(0, |each, (at, _)| greatest_common_divisor(each, *at));
    let follow = separators
        .iter()
        .zip(1..)
        .all(|((at, other), index)| *at == each * index && *other == separator);
    (each > 0 && follow).then_some((each, separator))
}

fn greatest_common_divisor(a: usize, b: usize) -> usize {
    if b == 0 { a } else { greatest_common_divisor(b, a % b) }
}

/// The ending of an ordinal number.
fn ending(digits: &str) -> &'static str {
    match digits.as_bytes() {
        [.., b'1', _] => "th",
        [.., b'1'] => "st",
        [.., b'2'] => "nd",
        [.., b'3'] => "rd",
        _ => "th",
    }
}

/// The number that a text begins with, as `parseInt` reads it.
fn leading(text: &str) -> f64 {
    let text =
        text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}');
    let (sign, text) = match text.strip_prefix('-') {
        Some(text) => (-1.0, text),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    if let Some(text) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        let end = text.find(|letter: char| !letter.is_ascii_hexdigit()).unwrap_or(text.len());
        return crate::jsonata::library::number::cast(&format!("0x{}", &text[..end]))
            .map_or(f64::NAN, |value| sign * value);
    }
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text[..end].parse().map_or(f64::NAN, |value: f64| sign * value)
}
