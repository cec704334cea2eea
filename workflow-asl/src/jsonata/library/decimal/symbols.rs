//! The characters of a picture that mean something.

use serde_json::{Map, Value};

/// The characters of a picture that mean something.
pub struct Symbols {
    pub decimal: String,
    pub grouping: String,
    pub exponent: String,
    pub infinity: String,
    pub minus: String,
    pub nan: String,
    pub percent: String,
    pub per_mille: String,
    pub zero: char,
    pub digit: String,
    pub pattern: String,
}

impl Symbols {
    /// Those of XPath, save what texts of the options replace.
    pub fn new(options: Option<&Map<String, Value>>) -> Self {
        let text = |name: &str, default: &str| {
            let option = options.and_then(|options| options.get(name)).and_then(Value::as_str);
            option.unwrap_or(default).to_owned()
        };
        Symbols {
            decimal: text("decimal-separator", "."),
            grouping: text("grouping-separator", ","),
            exponent: text("exponent-separator", "e"),
            infinity: text("infinity", "Infinity"),
            minus: text("minus-sign", "-"),
            nan: text("NaN", "NaN"),
            percent: text("percent", "%"),
            per_mille: text("per-mille", "\u{2030}"),
            zero: text("zero-digit", "0").chars().next().unwrap_or('0'),
            digit: text("digit", "#"),
            pattern: text("pattern-separator", ";"),
        }
    }

    /// True for one of the ten digits.
    pub fn is_digit(&self, letter: char) -> bool {
        (letter as u32).checked_sub(self.zero as u32).is_some_and(|digit| digit < 10)
    }

    /// True for the sign of a digit that may be absent.
    pub fn is_optional(&self, letter: char) -> bool {
        is(&self.digit, letter)
    }

    /// True for what stands for a part of the number.
    pub fn is_active(&self, letter: char) -> bool {
        self.is_digit(letter)
            || self.is_optional(letter)
            || is(&self.decimal, letter)
            || is(&self.grouping, letter)
    }

    /// A text with its ASCII digits replaced by those of the picture.
    pub fn digits(&self, text: &str) -> String {
        let digit = |letter: char| match letter.to_digit(10) {
            Some(digit) => char::from_u32(self.zero as u32 + digit).unwrap_or(letter),
            None => letter,
        };
        text.chars().map(digit).collect()
    }
}

fn is(symbol: &str, letter: char) -> bool {
    let mut letters = symbol.chars();
    letters.next() == Some(letter) && letters.next().is_none()
}
