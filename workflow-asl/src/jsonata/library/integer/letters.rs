//! Integers in letters: a, b, …, z, aa, and Roman numerals.

use crate::jsonata::library::number::fifteen;

/// The greatest number of thousands in Roman numerals: as many letters M.
const THOUSANDS: f64 = 1_000_000.0;

const ROMAN: [(u32, &str); 12] = [
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// An integer in letters; nothing for 0.
pub fn format(mut number: f64, first: char) -> String {
    let mut letters = vec![];
    while number > 0.0 {
        let digit = (number - 1.0) % 26.0;
        letters.extend(char::from_u32(first as u32 + digit as u32));
        number = ((number - 1.0) / 26.0).floor();
    }
    letters.into_iter().rev().collect()
}

/// The integer that letters are, of which the first is 1; other characters are what their code is from there.
pub fn parse(text: &str, first: char) -> f64 {
    let value = |unit: u16| f64::from(unit) - f64::from(first as u32) + 1.0;
    let units: Vec<u16> = text.encode_utf16().collect();
    units.into_iter().rev().zip(0..).map(|(unit, place)| value(unit) * 26_f64.powi(place)).sum()
}

/// An integer in Roman numerals; nothing for 0, `None` if there are too many.
pub fn roman(number: f64) -> Option<String> {
    let thousands = (number / 1000.0).floor();
    if thousands > THOUSANDS {
        return None;
    }
    let mut text = "M".repeat(thousands as usize);
    let mut rest = fifteen(number % 1000.0) as u32;
    for (value, letters) in ROMAN {
        while rest >= value {
            text.push_str(letters);
            rest -= value;
        }
    }
    Some(text)
}

/// The integer that Roman numerals are; a smaller one before a greater one is taken away. NaN for other letters.
pub fn from_roman(text: &str) -> f64 {
    let (mut value, mut greatest) = (0.0, 0.0);
    for letter in text.chars().rev() {
        let digit = match letter {
            'M' => 1000.0,
            'D' => 500.0,
            'C' => 100.0,
            'L' => 50.0,
            'X' => 10.0,
            'V' => 5.0,
            'I' => 1.0,
            _ => return f64::NAN,
        };
        value += if digit < greatest { -digit } else { digit };
        greatest = f64::max(greatest, digit);
    }
    value
}
