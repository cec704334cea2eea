//! Diagnostics for people: with line, column, and the line itself.

use super::diagnostic::Diagnostic;
use super::scan::scan;
use std::collections::HashMap;
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
    let text = super::source::unmarked(text);
    match scan(text) {
        Ok(scanned) => placed(text, diagnostics, |pointer| offset(&scanned.places, pointer)),
        Err(flaw) => placed(text, diagnostics, |_| flaw.at),
    }
}

/// Diagnostics with the lines at the offsets that their pointers lead to.
pub(super) fn placed(
    text: &str,
    diagnostics: &[Diagnostic],
    offset: impl Fn(&str) -> usize,
) -> String {
    let mut explained = String::new();
    diagnostics.iter().for_each(|it| one(&mut explained, text, offset(&it.pointer), it));
    explained
}

/// Where a pointer leads: what is missing stands where its object does.
pub(super) fn offset(places: &HashMap<String, usize>, pointer: &str) -> usize {
    let mut pointer = pointer;
    loop {
        match (places.get(pointer), pointer.rsplit_once('/')) {
            (Some(at), _) => return *at,
            (None, Some((parent, _))) => pointer = parent,
            (None, None) => return 0,
        }
    }
}

fn one(explained: &mut String, text: &str, at: usize, found: &Diagnostic) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let pointer = found.place();
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
