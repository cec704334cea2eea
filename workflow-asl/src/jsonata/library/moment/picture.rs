//! The picture of a time: text and markers such as `[Y0001]` (XPath, "Formatting dates and times").

use crate::jsonata::fault::{Fault, quoted};
use crate::jsonata::library::integer;

/// A part of a picture.
#[derive(Debug)]
pub enum Part {
    /// Text.
    Text(String),
    /// A part of the time.
    Marker(Marker),
}

/// A part of the time, and what it looks like.
#[derive(Debug)]
pub struct Marker {
    /// `Y` for the year, and so on.
    pub component: char,
    /// The form in which it is written.
    pub look: Look,
    /// The most characters of a name, and the most digits of a year.
    pub most: Option<usize>,
    /// `Z` for no offset.
    pub traditional: bool,
}

/// The form in which a part of the time is written.
#[derive(Debug)]
pub enum Look {
    /// A name.
    Name(Case),
    /// A number.
    Number(integer::Picture),
    /// The offset of a zone; `None` if it is no number.
    Zone(Option<integer::Picture>),
}

/// Upper and lower case of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `n`
    Lower,
    /// `N`
    Upper,
    /// `Nn`
    Title,
}

/// Reads a picture.
pub fn parts(picture: &str) -> Result<Vec<Part>, Fault> {
    let mut parts = vec![];
    let mut text = String::new();
    let mut rest = picture;
    while let Some(letter) = rest.chars().next() {
        if rest.starts_with("[[") || rest.starts_with("]]") {
            text.push(letter);
            rest = &rest[2..];
        } else if letter == '[' {
            let (marker, after) = rest[1..].split_once(']').ok_or_else(unclosed)?;
            if !text.is_empty() {
                parts.push(Part::Text(std::mem::take(&mut text)));
            }
            parts.push(Part::Marker(Marker::new(marker)?));
            rest = after;
        } else {
            text.push(letter);
            rest = &rest[letter.len_utf8()..];
        }
    }
    if !text.is_empty() {
        parts.push(Part::Text(text));
    }
    Ok(parts)
}

fn unclosed() -> Fault {
    Fault::new("D3135", "No matching closing bracket ']' in date/time picture string")
}

impl Marker {
    /// Reads what stands between brackets.
    fn new(marker: &str) -> Result<Self, Fault> {
        let marker: String = marker.chars().filter(|letter| !letter.is_whitespace()).collect();
        let mut letters = marker.chars();
        let component = letters.next();
        let default = component.and_then(default).ok_or_else(|| {
            let specifier = quoted(&component.map(String::from).unwrap_or_default());
            Fault::new(
                "D3132",
                format!("Unknown component specifier {specifier} in date/time picture string"),
            )
        })?;
        let (look, width) = match letters.as_str().rsplit_once(',') {
            Some((look, width)) => (look, Some(width)),
            None => (letters.as_str(), None),
        };
        let (look, modifier) = modified(if look.is_empty() { default } else { look });
        let (least, most) = width.map_or((None, None), widths);
        let component = component.unwrap_or('Y');
        Ok(Marker {
            component,
            look: Look::new(component, look, modifier == Some('o'), least, most)?,
            most,
            traditional: modifier == Some('t'),
        })
    }
}

/// Returns what a component looks like if the marker does not say.
fn default(component: char) -> Option<&'static str> {
    Some(match component {
        'Y' | 'M' | 'D' | 'd' | 'W' | 'w' | 'X' | 'x' | 'H' | 'h' | 'f' => "1",
        'F' | 'P' | 'C' | 'E' => "n",
        'm' | 's' => "01",
        'Z' | 'z' => "01:01",
        _ => return None,
    })
}

/// A look, and the modifier behind it.
fn modified(look: &str) -> (&str, Option<char>) {
    match look.char_indices().next_back() {
        Some((at, last)) if at > 0 && "atco".contains(last) => (&look[..at], Some(last)),
        _ => (look, None),
    }
}

/// The least and the most width of `2`, `2-4`, `*-4`.
fn widths(width: &str) -> (Option<usize>, Option<usize>) {
    let number = |text: &str| {
        let digits =
            text.find(|letter: char| !letter.is_ascii_digit()).map_or(text, |end| &text[..end]);
        digits.parse::<usize>().ok()
    };
    let mut both = width.split('-');
    (both.next().and_then(number), both.next().and_then(number))
}

impl Look {
    fn new(
        component: char,
        look: &str,
        ordinal: bool,
        least: Option<usize>,
        most: Option<usize>,
    ) -> Result<Self, Fault> {
        if let Some(case) = case(look) {
            return Ok(if matches!(component, 'Z' | 'z') {
                Look::Zone(None)
            } else {
                Look::Name(case)
            });
        }
        match component {
            'Z' | 'z' => return Ok(Look::Zone(integer::Picture::new(look).ok())),
            // Other looks of these are names in lower case.
            'P' | 'C' | 'E' => return Ok(Look::Name(Case::Lower)),
            _ => {}
        }
        let mut picture = integer::Picture::with(look, ordinal)?;
        picture.widen(least, most.filter(|_| "YMD".contains(component)));
        Ok(Look::Number(picture))
    }
}

/// The case of a name, if a look asks for one.
fn case(look: &str) -> Option<Case> {
    match look.as_bytes() {
        [b'n', ..] => Some(Case::Lower),
        [b'N', b'n', ..] => Some(Case::Title),
        [b'N', ..] => Some(Case::Upper),
        _ => None,
    }
}
