//! JSON text to JSON. The fast way is `serde_json`; the text is looked at once more where that fails, and where
//! a key may be there twice.

use super::diagnostic::{Code, Diagnostic};
use super::fields::Problems;
use super::scan::{Flaw, scan};
use serde_json::Value;

/// The longest definition (API reference).
pub(super) const LONGEST: usize = 1_048_576;

/// The JSON of a text, and what is odd about it.
pub(super) fn read(text: &str) -> Result<(Value, Problems), Problems> {
    if text.len() > LONGEST {
        let message = format!("The definition has {} bytes; the most are {LONGEST}", text.len());
        return Err(vec![Diagnostic::error(Code::Schema, "", message)]);
    }
    if text.trim().is_empty() {
        // Recorded.
        let message = "Definition must be a valid JSON object";
        return Err(vec![Diagnostic::error(Code::Schema, "", message)]);
    }
    let text = unmarked(text);
    match serde_json::from_str(text) {
        Ok(value) => Ok((value, twice(text))),
        Err(error) => Err(vec![broken(text, &error)]),
    }
}

/// A text without the byte order mark that editors put before it.
pub(super) fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

fn broken(text: &str, error: &serde_json::Error) -> Diagnostic {
    if error.to_string().contains("recursion limit") {
        let message = "The definition is too deeply nested";
        return Diagnostic::error(Code::TooDeep, "", message);
    }
    let flaw = match scan(text) {
        Err(flaw) => flaw,
        Ok(_) => {
            Flaw { at: offset(text, error.line(), error.column()), message: error.to_string() }
        }
    };
    let place = place(text, flaw.at);
    let message = format!("{}\n at {place}", flaw.message);
    Diagnostic { location: Some(place), ..Diagnostic::error(Code::Json, "", message) }
}

fn offset(text: &str, line: usize, column: usize) -> usize {
    let before: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    (before + column.saturating_sub(1)).min(text.len())
}

/// A place as AWS's JSON reader writes it (recorded); of a long text it shows the first 500 characters.
fn place(text: &str, at: usize) -> String {
    let shown: String = text.chars().take(500).collect();
    let more = text.chars().count() - shown.chars().count();
    let more = if more > 0 { format!("[truncated {more} chars]") } else { String::new() };
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("[Source: (String)\"{shown}\"{more}; line: {line}, column: {column}]")
}

/// The keys that are there twice: two states of one name are an error, of all others the last counts.
fn twice(text: &str) -> Problems {
    let Ok(scanned) = scan(text) else { return vec![] };
    let note = |pointer: &String| match pointer.rsplit_once('/') {
        Some((parent, name)) if parent.ends_with("/States") => {
            let message = format!("Duplicate State name: {}", unescaped(name));
            Diagnostic::error(Code::Duplicate, pointer.as_str(), message)
        }
        _ => {
            let message = "This key is in its object twice: the last one counts";
            Diagnostic::warning(Code::DuplicateKey, pointer.as_str(), message)
        }
    };
    scanned.twice.iter().map(note).collect()
}

fn unescaped(name: &str) -> String {
    name.replace("~1", "/").replace("~0", "~")
}
