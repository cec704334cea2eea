//! Diagnostics and notes, with the lines of the file that they are about.

use super::super::template;
use super::Document;
use super::source::Source;
use crate::terminal::{WIDTH, wrap};
use serde_json::Value;
use workflow_asl::document::{self, Code, Diagnostic, MachineType, Severity, Text};
use workflow_asl::nearest;

impl Document {
    /// Diagnostics with their lines.
    pub(in super::super) fn explain(&self, diagnostics: &[Diagnostic]) -> String {
        let explained = match &self.source {
            // A text that was put together has lines that are in no file.
            Source::Read(text) if self.composed => text.explain(&self.base, diagnostics),
            Source::Read(text) => {
                let text = Text::clone(text).named(&self.file);
                text.explain(&self.base, diagnostics)
            }
            #[cfg(feature = "yaml")]
            Source::Broken { text, yaml: true, .. } => document::explain_yaml(text, diagnostics),
            Source::Broken { text, .. } => document::explain(text, diagnostics),
        };
        if self.composed && !diagnostics.is_empty() {
            let note = "note: these are lines of the text that the template puts together";
            return format!("{explained}{note}\n");
        }
        explained
    }

    /// Returns the likely slips: allowed, but hardly meant. A line each.
    pub(in super::super) fn slips(&self) -> Vec<String> {
        let Source::Read(text) = &self.source else { return vec![] };
        let report = self.report(MachineType::Standard, Severity::Warning);
        let slips =
            report.diagnostics.iter().filter(|it| matches!(it.code, Code::Slip | Code::Parameter));
        let line = |it: &Diagnostic| text.line(&format!("{}{}", self.base, it.meant()));
        let told = |it: &Diagnostic| format!("warning: line {}: {}", line(it), it.message);
        slips.flat_map(|it| wrap(&told(it), WIDTH)).collect()
    }

    /// The line of a diagnostic; none where the text is not one that can be read.
    pub(in super::super) fn line(&self, it: &Diagnostic) -> Option<usize> {
        match &self.source {
            Source::Read(text) => Some(text.line(&format!("{}{}", self.base, it.meant()))),
            Source::Broken { .. } => None,
        }
    }

    /// The file and the line of a field of a state; the file alone where its text has lines of its own.
    pub(in super::super) fn place(&self, state: &str, field: &str) -> String {
        let Source::Read(text) = &self.source else { return self.file.clone() };
        if self.composed {
            return self.file.clone();
        }
        let state = pointer_of(&self.unfilled, state, "").unwrap_or_default();
        let state = format!("{}{state}", self.base);
        let field = format!("{state}/{field}");
        let known = if text.value().pointer(&field).is_some() { &field } else { &state };
        format!("{}:{}", self.file, text.line(known))
    }

    /// Returns notes for people: the placeholders that were not replaced, and the values that were made up.
    pub(in super::super) fn notes(&self) -> Vec<String> {
        let left = || self.left.iter().map(|(_, name)| name.as_str());
        let unasked = |name: &String| {
            let hint = nearest::hint(name, left());
            format!("warning: --substitute: nothing asks for `{name}` in {}{hint}", self.file)
        };
        let mut notes: Vec<String> = self.unasked.iter().map(unasked).collect();
        let mut lines: Vec<(&str, Vec<String>)> = vec![];
        for (pointer, name) in &self.left {
            let line = match &self.source {
                Source::Read(text) => text.line(&format!("{}{pointer}", self.base)).to_string(),
                Source::Broken { .. } => continue,
            };
            match lines.iter_mut().find(|(known, _)| known == name) {
                Some((_, lines)) if lines.contains(&line) => {}
                Some((_, lines)) => lines.push(line),
                None => lines.push((name, vec![line])),
            }
        }
        if !lines.is_empty() {
            notes.push(
                "note: nothing replaces (give values with `--substitute NAME=VALUE`)".to_owned(),
            );
            notes.extend(lines.iter().map(|(name, lines)| {
                let line = if lines.len() == 1 { "line" } else { "lines" };
                format!("  ${{{name}}}  {line} {}", lines.join(", "))
            }));
        }
        if !self.made_up.is_empty() {
            notes.push(
                "note: the template gives no value to these, and they are taken as".to_owned(),
            );
            notes.extend(self.made_up.iter().map(|(name, value)| format!("  {name} = {value}")));
        }
        notes.extend(self.remarks.iter().cloned());
        notes
    }
}

/// The place of a state, whichever scope it stands in.
fn pointer_of(value: &Value, state: &str, at: &str) -> Option<String> {
    let step = |key: &str| format!("{at}/{}", template::escaped(key));
    match value {
        Value::Object(fields) => {
            if fields.get("States").and_then(|it| it.get(state)).is_some() {
                return Some(format!("{at}/States/{}", template::escaped(state)));
            }
            fields.iter().find_map(|(key, value)| pointer_of(value, state, &step(key)))
        }
        Value::Array(items) => {
            let mut items = items.iter().enumerate();
            items.find_map(|(index, item)| pointer_of(item, state, &step(&index.to_string())))
        }
        _ => None,
    }
}
