//! Diagnostics for people: with line, column, and the line itself.

use super::diagnostic::Diagnostic;
use super::inside::inside;
use super::scan::scan;
use super::text::Text;
use serde::de::IgnoredAny;
use serde_json::Value;
use std::collections::HashMap;
use std::fmt::Write as _;

/// Longer lines are cut: with their numbers they fit 80 columns.
const LONGEST_LINE: usize = 72;

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
    match Text::json(text) {
        Ok(text) => text.explain("", diagnostics),
        Err(_) => {
            let at = scan(text).err().map_or(0, |flaw| flaw.at);
            placed(text, &Origin::default(), diagnostics, |_| at)
        }
    }
}

/// The place of a text in its file.
#[derive(Clone, Debug, Default)]
pub(super) struct Origin {
    /// The name of the file, if it is known.
    pub(super) file: Option<String>,
    /// The number of lines and columns before the text.
    pub(super) before: (usize, usize),
}

impl Origin {
    /// A line and a column of the text, from 0 on, in its file: as editors and terminals open it.
    fn place(&self, line: usize, column: usize) -> String {
        let (line, column) = (line + 1 + self.before.0, column + 1 + self.before.1);
        match &self.file {
            Some(file) => format!("{file}:{line}:{column}"),
            None => format!("line {line}, column {column}"),
        }
    }
}

/// Diagnostics with the lines at the offsets that their pointers lead to.
pub(super) fn placed(
    text: &str,
    origin: &Origin,
    diagnostics: &[Diagnostic],
    offset: impl Fn(&Diagnostic) -> usize,
) -> String {
    let mut explained = String::new();
    diagnostics.iter().for_each(|it| one(&mut explained, text, origin, offset(it), it));
    explained
}

/// The places of a text's values, by JSON pointer.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// Of a field, its key.
    keys: HashMap<String, usize>,
    /// Of a field, its value, where that is not just behind its key.
    values: HashMap<String, usize>,
}

impl Places {
    pub(super) fn json(keys: HashMap<String, usize>) -> Self {
        Places { keys, values: HashMap::new() }
    }
    #[cfg(feature = "yaml")]
    pub(super) fn yaml(keys: HashMap<String, usize>, values: HashMap<String, usize>) -> Self {
        Places { keys, values }
    }

    /// Returns where a pointer leads: what is missing stands where its object does.
    pub(super) fn key(&self, pointer: &str) -> usize {
        let mut pointer = pointer;
        loop {
            match (self.keys.get(pointer), pointer.rsplit_once('/')) {
                (Some(at), _) => return *at,
                (None, Some((parent, _))) => pointer = parent,
                (None, None) => return 0,
            }
        }
    }

    /// The place of a value that is not just behind its key.
    pub(super) fn value(&self, pointer: &str) -> Option<usize> {
        self.values.get(pointer).copied()
    }

    /// Returns what a diagnostic of the definition at `base` is about: the byte of a string, or a field, or a value.
    pub(super) fn of(&self, text: &str, value: &Value, base: &str, found: &Diagnostic) -> usize {
        let pointer = format!("{base}{}", found.meant());
        let key = self.key(&pointer);
        let inside = || {
            let at = found.at?;
            let string = value.pointer(&pointer)?.as_str()?;
            let begin = self.values.get(&pointer).copied().or_else(|| behind(text, key))?;
            Some(begin + inside(text.get(begin..)?, string, at)?)
        };
        inside().unwrap_or(key)
    }
}

/// Returns where the value of a field of JSON begins whose key stands here; of an item, here.
fn behind(text: &str, key: usize) -> Option<usize> {
    let rest = text.get(key..)?;
    let mut keys = serde_json::Deserializer::from_str(rest).into_iter::<IgnoredAny>();
    keys.next()?.ok()?;
    let end = keys.byte_offset();
    let colon = rest.get(end..)?.trim_start().starts_with(':');
    Some(if colon { key + end + rest[end..].find(':')? + 1 } else { key })
}

fn one(explained: &mut String, text: &str, origin: &Origin, at: usize, found: &Diagnostic) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count();
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count();
    let pointer = found.place();
    let message = found.message.lines().next().unwrap_or_default();
    // Writing to a string cannot fail.
    let message = format!("{}: {}: {message}", found.severity, found.code);
    // That of AWS in one line: people search for it.
    let message = if found.code.is_ours() { wrapped(&message, "  ") } else { message };
    let _ = writeln!(explained, "{message}");
    let number = (line + 1 + origin.before.0).to_string();
    let margin = " ".repeat(number.len());
    let _ = writeln!(explained, "{margin}--> {} ({pointer})", origin.place(line, column));
    let source = text.lines().nth(line).unwrap_or_default();
    // Of a long line, the part around the place.
    let near = column + 4 < LONGEST_LINE;
    let first = if near { 0 } else { column - LONGEST_LINE / 2 };
    let shown: String = source.chars().skip(first).take(LONGEST_LINE).collect();
    let _ = writeln!(explained, "{number} | {shown}");
    let _ = writeln!(explained, "{margin} | {}", underline(&shown, column - first));
    if let Some(help) = &found.help {
        let help = format!("{margin} = help: {help}");
        let _ = writeln!(explained, "{}", wrapped(&help, &format!("{margin}   ")));
    }
}

/// Marks below a line: all of a text in quotation marks, or of a key, else the character. Tabs stay tabs, so that the
/// marks stand below what they mean.
fn underline(line: &str, column: usize) -> String {
    let before = line.chars().take(column).map(|it| if it == '\t' { '\t' } else { ' ' });
    let rest: Vec<char> = line.chars().skip(column).collect();
    before.chain(std::iter::repeat_n('^', marked(&rest))).collect()
}

/// The number of characters that a mark at the first of them means.
fn marked(letters: &[char]) -> usize {
    if letters.first() == Some(&'"') {
        let mut escaped = false;
        let end = letters.iter().skip(1).position(|letter| {
            let ends = *letter == '"' && !escaped;
            escaped = *letter == '\\' && !escaped;
            ends
        });
        return end.map_or(letters.len(), |end| end + 2);
    }
    // A key of YAML.
    let word = |it: &&char| it.is_alphanumeric() || matches!(it, '_' | '-' | '.');
    let length = letters.iter().take_while(word).count();
    if length > 0 && letters.get(length) == Some(&':') { length } else { 1 }
}

/// The words of a text in lines of 80 columns, the second and later ones with a margin.
fn wrapped(text: &str, margin: &str) -> String {
    const WIDTH: usize = 80;
    let mut lines = String::new();
    let mut length = 0;
    for (index, word) in text.split(' ').enumerate() {
        let long = word.chars().count();
        if index > 0 && length + 1 + long > WIDTH && !lines.ends_with(' ') {
            lines.push('\n');
            lines.push_str(margin);
            length = margin.len();
        } else if index > 0 {
            lines.push(' ');
            length += 1;
        }
        lines.push_str(word);
        length += long;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::{Options, Severity, validate};
    use super::*;

    /// The lines and columns of what is wrong, each with a word of its message.
    fn places(text: &str) -> Vec<String> {
        let options = Options { severity: Severity::Warning, ..Options::default() };
        let explained = explain(text, &validate(text, &options).diagnostics);
        // The message of AWS stays in one line.
        let short = |line: &str| line.starts_with("ERROR: ") || line.chars().count() <= 80;
        assert!(explained.lines().all(short), "{explained}");
        let places = explained.lines().filter_map(|line| line.trim().strip_prefix("--> "));
        places.map(|it| it.split(" (").next().unwrap_or_default().to_owned()).collect()
    }

    #[test]
    fn diagnostics_point_at_keys_and_into_expressions() {
        for (field, place) in [
            // Fields that have no place, where AWS names the object.
            (r#""Colour": 1"#, "line 4, column 1"),
            (r#""ResultPath": "$.a""#, "line 4, column 1"),
            (r#""Next": "A""#, "line 4, column 1"),
            // Fields that are wrong in themselves, and what is within.
            (r#""Comment": 1"#, "line 4, column 1"),
            (r#""Output": { "n":"{% $states.inptu %}" }"#, "line 4, column 21"),
            (r#""Output": { "\u00e9": [ "{% 'é\n' & $states.inptu %}" ] }"#, "line 4, column 37"),
            (r#""Assign": { "a b": 1 }"#, "line 4, column 13"),
            (r#""Output": { "n": "$.b" }"#, "line 4, column 13"),
        ] {
            let text = format!(
                "{{ \"QueryLanguage\": \"JSONata\", \"StartAt\": \"A\", \"States\": {{\n\"A\": {{ \"End\": true,\n\"Type\": \"Pass\",\n{field}\n}} }} }}"
            );
            assert_eq!(places(&text), [place], "{field}");
        }
    }

    #[test]
    fn fields_of_json_path_are_found_by_their_names() {
        for (field, place) in [
            (r#""Parameters": { "a": 1, "y.$": "$.a[" }"#, "line 2, column 37"),
            (r#""Parameters": { "y.$": "States.UUID(1)" }"#, "line 2, column 39"),
        ] {
            let text = format!(
                "{{ \"StartAt\": \"A\", \"States\": {{ \"A\": {{ \"Type\": \"Pass\", \"End\": true,\n{field} }} }} }}"
            );
            assert_eq!(places(&text), [place], "{field}");
        }
    }

    #[test]
    fn marks_stand_below_what_they_mean() {
        for (line, column, marks) in [
            (r#"  "Next": "B" }"#, 2, "  ^^^^^^"),
            (r#"  "a\"b\\": 1"#, 2, "  ^^^^^^^^"),
            ("\t\"Next\": 1", 1, "\t^^^^^^"),
            ("  Next: B", 2, "  ^^^^"),
            ("  - B", 4, "    ^"),
            (r#""cut off"#, 0, "^^^^^^^^"),
            ("", 0, "^"),
        ] {
            assert_eq!(underline(line, column), marks, "{line}");
        }
    }

    #[test]
    fn places_in_a_file_can_be_opened() {
        let origin = Origin { file: Some("order.yaml".into()), before: (10, 2) };
        assert_eq!(origin.place(1, 4), "order.yaml:12:7");
        assert_eq!(Origin::default().place(1, 4), "line 2, column 5");
    }

    #[test]
    fn long_lines_are_cut_around_the_place() {
        let long = "x".repeat(300);
        let text = format!(
            "{{ \"StartAt\": \"A\", \"States\": {{ \"A\": {{ \"Comment\": \"{long}\", \"Type\": \"Pass\", \"Next\": \"B\" }} }} }}"
        );
        assert_eq!(places(&text).len(), 2);
    }
}
