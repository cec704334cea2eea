//! A text with the places of its values, and mistakes that are told with their lines.

use crate::files;
use crate::stop::Stop;
use crate::terminal::{WIDTH, cut};
use serde_json::{Map, Value};
use std::fmt::Write as _;
use std::path::Path;
use workflow_asl::document::{self, Text};
use workflow_runtime::mocks::MocksError;

/// The most mistakes that are told at once.
const MOST: usize = 10;

/// A file of YAML or JSON.
pub(super) struct File {
    /// Its name, as it is shown.
    pub(super) name: String,
    text: Text,
}

impl File {
    pub(super) fn read(path: &Path) -> Result<Self, Stop> {
        let (name, text) = files::text(path)?;
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        // Standard input has no extension.
        let json = extension == "json" || text.trim_start().starts_with(['{', '[']);
        let yaml = matches!(extension, "yaml" | "yml") || !json;
        match parsed(&text, yaml)? {
            Ok(text) => Ok(File { name, text }),
            Err(why) => Err(Stop::Usage(format!("{name} holds no cases:\n{}", why.trim_end()))),
        }
    }

    pub(super) fn value(&self) -> &Value {
        self.text.value()
    }

    /// The line of a value.
    pub(super) fn line(&self, pointer: &str) -> usize {
        self.text.line(pointer)
    }

    /// Tells mistakes, each with its line.
    pub(super) fn wrong(&self, problems: &[MocksError]) -> Stop {
        let mut text = format!("{} cannot be used:", self.name);
        for MocksError { pointer, message } in problems.iter().take(MOST) {
            let line = self.line(pointer);
            let source = self.text.source().lines().nth(line.saturating_sub(1)).unwrap_or_default();
            // Writing to a string cannot fail.
            let _ = write!(text, "\n  line {line}: {message}");
            let _ = write!(text, "\n{}", cut(&format!("{line:6} | {source}"), WIDTH));
        }
        if problems.len() > MOST {
            let _ = write!(text, "\n  … and {} more", problems.len() - MOST);
        }
        Stop::Usage(text)
    }
}

/// A text with its places, or what is wrong with it, with its line.
fn parsed(text: &str, yaml: bool) -> Result<Result<Text, String>, Stop> {
    if !yaml {
        return Ok(Text::json(text).map_err(|problems| document::explain(text, &problems)));
    }
    #[cfg(feature = "yaml")]
    return Ok(Text::yaml(text).map_err(|problems| document::explain_yaml(text, &problems)));
    #[cfg(not(feature = "yaml"))]
    Err(Stop::Usage(
        "this program was built without the feature `yaml`: write the cases in JSON".to_owned(),
    ))
}

/// The pointer of a field.
pub(super) fn within(pointer: &str, field: &str) -> String {
    format!("{pointer}/{}", field.replace('~', "~0").replace('/', "~1"))
}

/// An object, or a mistake.
pub(super) fn object<'v>(
    value: &'v Value,
    pointer: &str,
    what: &str,
    problems: &mut Vec<MocksError>,
) -> Option<&'v Map<String, Value>> {
    let found = value.as_object();
    if found.is_none() {
        problems.push(problem(pointer, format!("{what} is an object, not {}", kind(value))));
    }
    found
}

/// A text, or a mistake.
pub(super) fn string(
    value: &Value,
    pointer: &str,
    what: &str,
    problems: &mut Vec<MocksError>,
) -> Option<String> {
    let found = value.as_str().filter(|it| !it.is_empty()).map(str::to_owned);
    if found.is_none() {
        problems.push(problem(pointer, format!("{what} is a text, not {}", kind(value))));
    }
    found
}

/// A mistake at a place.
pub(super) fn problem(pointer: &str, message: impl Into<String>) -> MocksError {
    MocksError { pointer: pointer.to_owned(), message: message.into() }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(text) if text.is_empty() => "an empty one",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
