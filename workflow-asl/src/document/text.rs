//! A document as a text: its value, and the lines that diagnostics are about.

use super::diagnostic::Diagnostic;
use super::report::{Origin, Places, placed};
use super::scan::scan;
use super::source;
use super::validate::{Options, Report, report};
use serde_json::Value;

/// A text in JSON or YAML that was read. What it says may be a definition, or have one somewhere within: such as a
/// template of CloudFormation.
///
/// ```
/// use workflow_asl::document::{Options, Text};
/// let text = Text::json("{ \"Machine\": {\n  \"StartAt\": \"A\", \"States\": {} } }").unwrap();
/// let report = text.report("/Machine", &text.value()["Machine"], &Options::default());
/// assert!(text.explain("/Machine", &report.diagnostics).contains("line 2"));
/// ```
#[derive(Clone, Debug)]
pub struct Text {
    source: String,
    value: Value,
    places: Places,
    notes: Vec<Diagnostic>,
    origin: Origin,
}

impl Text {
    /// Reads a text in JSON.
    ///
    /// # Errors
    /// If the text is no JSON.
    pub fn json(source: &str) -> Result<Self, Vec<Diagnostic>> {
        let (value, notes) = source::read(source)?;
        let places = scan(source).map(|scanned| Places::json(scanned.places)).unwrap_or_default();
        Ok(Text { source: source.to_owned(), value, places, notes, origin: Origin::default() })
    }

    /// A text in YAML. Tags become what CloudFormation writes without them: `!Sub x` is `{"Fn::Sub": "x"}`.
    ///
    /// # Errors
    /// If it is none.
    #[cfg(feature = "yaml")]
    pub fn yaml(source: &str) -> Result<Self, Vec<Diagnostic>> {
        let (value, places) = super::yaml::tagged(source)?;
        Ok(Text {
            source: source.to_owned(),
            value,
            places,
            notes: vec![],
            origin: Origin::default(),
        })
    }

    /// The same text where it stands in a file: so many lines from the beginning, and indented so far.
    #[must_use]
    pub fn within(self, lines: usize, columns: usize) -> Self {
        Text { origin: Origin { before: (lines, columns), ..self.origin }, ..self }
    }

    /// The same text, of a file with this name: diagnostics tell it, so that their places can be opened.
    #[must_use]
    pub fn named(self, file: impl Into<String>) -> Self {
        Text { origin: Origin { file: Some(file.into()), ..self.origin }, ..self }
    }

    /// Returns the value of the text.
    #[must_use]
    pub fn value(&self) -> &Value {
        &self.value
    }

    /// The text.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// True if a string of YAML stands in the text as it is, without quotes: what replaces it may be a number.
    #[must_use]
    pub fn is_plain(&self, pointer: &str) -> bool {
        let written = self.places.value(pointer).and_then(|at| self.source.get(at..));
        let string = self.value.pointer(pointer).and_then(Value::as_str);
        string.zip(written).is_some_and(|(string, written)| written.starts_with(string))
    }

    /// Returns what AWS would say of a definition that stands at `base`, a JSON pointer; `definition` is that value,
    /// or what became of it where names were replaced.
    #[must_use]
    pub fn report(&self, base: &str, definition: &Value, options: &Options) -> Report {
        let notes = self.notes.iter().filter_map(|note| {
            let pointer = note.pointer.strip_prefix(base)?;
            Some(Diagnostic { pointer: pointer.to_owned(), ..note.clone() })
        });
        report(definition, notes.collect(), options)
    }

    /// The line, from 1 on, on which a value stands.
    #[must_use]
    pub fn line(&self, pointer: &str) -> usize {
        let at = self.places.key(pointer);
        self.source.get(..at).unwrap_or_default().matches('\n').count() + 1 + self.origin.before.0
    }

    /// Diagnostics of a definition that stands at `base`, with the lines that they are about.
    #[must_use]
    pub fn explain(&self, base: &str, diagnostics: &[Diagnostic]) -> String {
        placed(&self.source, &self.origin, diagnostics, |it| {
            self.places.of(&self.source, &self.value, base, it)
        })
    }
}
