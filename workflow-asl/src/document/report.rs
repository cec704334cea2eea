//! Diagnostics for people: with line, column, and the line itself.

use super::diagnostic::Diagnostic;
use super::scan::{Scanned, scan};
use std::fmt::Write as _;

/// Longer lines are cut.
const LONGEST_LINE: usize = 160;

/// Diagnostics with the lines of the text that they are about.
///
/// ```
/// use workflow_asl::document::{Options, explain, validate};
/// let text = "{ \"StartAt\": \"A\", \"States\": {\n  \"A\": { \"Type\": \"Pass\", \"Next\": \"B\" } } }";
/// let report = validate(text, &Options::default());
/// let explained = explain(text, &report.diagnostics);
/// assert!(explained.contains("line 2, column 26 (/States/A/Next)"), "{explained}");
/// assert!(explained.contains("\n2 |   \"A\": { \"Type\": \"Pass\", \"Next\": \"B\" } } }"), "{explained}");
/// ```
#[must_use]
pub fn explain(text: &str, diagnostics: &[Diagnostic]) -> String {
    let places = scan(text);
    let mut explained = String::new();
    for found in diagnostics {
        let at = match &places {
            Ok(scanned) => offset(scanned, &found.pointer),
            Err(flaw) => flaw.at,
        };
        one(&mut explained, text, at, found);
    }
    explained
}

/// Where a pointer leads: what is missing stands where its object does.
fn offset(scanned: &Scanned, pointer: &str) -> usize {
    let mut pointer = pointer;
    loop {
        match (scanned.places.get(pointer), pointer.rsplit_once('/')) {
            (Some(at), _) => return *at,
            (None, Some((parent, _))) => pointer = parent,
            (None, None) => return 0,
        }
    }
}

fn one(explained: &mut String, text: &str, at: usize, found: &Diagnostic) {
    let before = &text[..at.min(text.len())];
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let pointer = if found.pointer.is_empty() { "/" } else { &found.pointer };
    let message = found.message.lines().next().unwrap_or_default();
    // Writing to a string cannot fail.
    let _ = writeln!(explained, "{}: {}: {message}", found.severity, found.code);
    let number = (line + 1).to_string();
    let margin = " ".repeat(number.len());
    let _ = writeln!(explained, "{margin}--> line {number}, column {} ({pointer})", column + 1);
    let source = text.lines().nth(line).unwrap_or_default();
    // Of a long line, the part around the place.
    let first = column.saturating_sub(LONGEST_LINE / 2);
    let shown: String = source.chars().skip(first).take(LONGEST_LINE).collect();
    let _ = writeln!(explained, "{number} | {shown}");
    let _ = writeln!(explained, "{margin} | {}^", " ".repeat(column - first));
    if let Some(help) = &found.help {
        let _ = writeln!(explained, "{margin} = {help}");
    }
}
