//! The text that a document stands in.

use super::super::template;
use crate::files;
use crate::stop::Stop;
use serde_json::Value;
use std::path::Path;
use workflow_asl::document::{Diagnostic, Text};

/// A text that was read, or its mistakes.
pub(super) enum Source {
    Read(Box<Text>),
    Broken {
        text: String,
        #[cfg_attr(not(feature = "yaml"), allow(dead_code, reason = "all texts are JSON"))]
        yaml: bool,
        problems: Vec<Diagnostic>,
    },
}

impl Source {
    /// Reads a text. In JSON, placeholders for numbers are replaced before: `"Seconds": ${Wait}`.
    pub(super) fn read(text: String, yaml: bool, known: &dyn Fn(&str) -> Option<String>) -> Self {
        #[cfg(feature = "yaml")]
        if yaml {
            return match Text::yaml(&text) {
                Ok(read) => Source::Read(Box::new(read)),
                Err(problems) => Source::Broken { text, yaml, problems },
            };
        }
        if let Ok(read) = Text::json(&text) {
            return Source::Read(Box::new(read));
        }
        let text = template::bare(&text, known);
        let mut problems = match Text::json(&text) {
            Ok(read) => return Source::Read(Box::new(read)),
            Err(problems) => problems,
        };
        if let (Some(name), Some(first)) = (template::stands_bare(&text), problems.first_mut()) {
            first.help = Some(format!(
                "`${{{name}}}` stands outside of a string: this is a template, and becomes JSON with `--substitute {name}=VALUE`"
            ));
        }
        Source::Broken { text, yaml, problems }
    }

    /// Reads a file: with its name as it is shown, and its text.
    pub(super) fn file(
        path: &Path,
        known: &dyn Fn(&str) -> Option<String>,
    ) -> Result<(Self, String, String), Stop> {
        let (shown, text) = files::text(path)?;
        let yaml = is_yaml(path, &shown, &text)?;
        Ok((Source::read(text.clone(), yaml, known), shown, text))
    }

    /// A text that stands in this one: with its lines, where it is a block of YAML, and whether it has lines of its
    /// own.
    pub(super) fn block(&self, pointer: &str, value: &Value, inner: Source) -> (Source, bool) {
        let written =
            ["/Fn::Sub/0", "/Fn::Sub", ""].iter().find_map(|it| value.pointer(it)?.as_str());
        let (Source::Read(outer), Some(written), Source::Read(_)) = (self, written, &inner) else {
            return (inner, true);
        };
        let first = outer.line(pointer).saturating_sub(1);
        match (template::block(outer.source(), first, written), inner) {
            (Some((lines, columns)), Source::Read(inner)) => {
                (Source::Read(Box::new(inner.within(lines, columns))), false)
            }
            (_, inner) => (inner, true),
        }
    }

    pub(super) fn value(&self) -> &Value {
        match self {
            Source::Read(text) => text.value(),
            Source::Broken { .. } => &Value::Null,
        }
    }
}

/// The text of a file that holds definitions, or names them, and the file as it is shown.
pub(in super::super) fn text_of(path: &Path) -> Result<(Text, String), Stop> {
    match Source::file(path, &|_| None)? {
        (Source::Read(text), shown, _) => Ok((*text, shown)),
        (Source::Broken { problems, .. }, shown, _) => {
            let why = problems.first().map(ToString::to_string).unwrap_or_default();
            Err(Stop::Usage(format!("{shown} cannot be read: {why}")))
        }
    }
}

/// True if a file is YAML: by its extension, or where it has none of JSON and does not begin as JSON.
fn is_yaml(path: &Path, shown: &str, text: &str) -> Result<bool, Stop> {
    let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
    let begins = text.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[', '"']);
    let yaml = match extension {
        "yaml" | "yml" => true,
        "template" => !begins,
        _ => false,
    };
    if yaml && !cfg!(feature = "yaml") {
        let needs = "this program was built without the feature `yaml`";
        return Err(Stop::Usage(format!("cannot read {shown}: {needs}; give it JSON")));
    }
    Ok(yaml)
}
