//! `$formatInteger` and `$parseInteger`: integers by a picture (XPath, "Formatting integers").

mod letters;
mod picture;
mod words;

use super::number::plain;
use super::too_long;
use crate::jsonata::fault::{Fault, quoted};
pub use picture::{Form, Picture};

/// `$formatInteger`: the integer that is not greater, as a picture has it.
///
/// # Errors
///
/// D3130 and D3131 for a picture that is none; a text that were longer than [`super::LENGTH`].
pub fn format_integer(number: f64, picture: &str) -> Result<String, Fault> {
    Picture::new(picture)?.format(number)
}

/// `$parseInteger`: the integer that a text is by a picture, or NaN.
///
/// # Errors
///
/// D3130 and D3131 for a picture that is none.
pub fn parse_integer(text: &str, picture: &str) -> Result<f64, Fault> {
    Picture::new(picture)?.parse(text)
}

impl Picture {
    /// Writes the integer that is not greater than a number.
    pub fn format(&self, number: f64) -> Result<String, Fault> {
        let (number, negative) = (number.floor().abs(), number.floor() < 0.0);
        let text = match &self.form {
            Form::Decimal(decimal) => decimal.format(number, self.ordinal)?,
            // Neither has a word for these.
            _ if !number.is_finite() => plain(number),
            Form::Letters(first) => letters::format(number, *first),
            Form::Roman { upper } => cased(letters::roman(number).ok_or_else(too_long)?, *upper),
            Form::Words { title: true, .. } => words::format(number, self.ordinal),
            Form::Words { upper, .. } => cased(words::format(number, self.ordinal), *upper),
        };
        Ok(if negative { format!("-{text}") } else { text })
    }

    /// Reads an integer; NaN if the text is none.
    pub fn parse(&self, text: &str) -> Result<f64, Fault> {
        Ok(match &self.form {
            Form::Decimal(decimal) => decimal.parse(text, self.ordinal)?,
            Form::Letters(first) => letters::parse(text, *first),
            Form::Roman { upper: true } => letters::from_roman(text),
            Form::Roman { upper: false } => letters::from_roman(&text.to_uppercase()),
            Form::Words { .. } => words::parse(text),
        })
    }
}

fn cased(text: String, upper: bool) -> String {
    if upper { text.to_uppercase() } else { text.to_lowercase() }
}

/// All words that a number can have.
pub fn words() -> impl Iterator<Item = String> {
    words::all()
}

/// The fault of a picture that has no form that is known.
fn unknown(picture: &str) -> Fault {
    let picture = quoted(picture);
    Fault::new(
        "D3130",
        format!(
            "Formatting or parsing an integer as a sequence starting with {picture} is not supported by this implementation"
        ),
    )
}

#[cfg(test)]
mod tests;
