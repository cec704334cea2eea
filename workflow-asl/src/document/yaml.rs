//! Documents in YAML: the same as in JSON, read by another reader.

use super::Definition;
use super::diagnostic::{Code, Diagnostic};
use super::report::{Origin, Places, placed};
use super::source::LONGEST;
use super::text::Text;
use super::validate::{Options, Report, validate_value};
use super::yaml_places::{Walked, places};
use serde_json::{Map, Value};

impl Definition {
    /// A definition from YAML text, as deployment tools take it; it prints as JSON.
    ///
    /// # Errors
    /// Everything that keeps it from being run.
    pub fn from_yaml(text: &str) -> Result<Self, Vec<Diagnostic>> {
        Self::from_value(read(text)?)
    }
}

/// Validates a document given as YAML text.
#[must_use]
pub fn validate_yaml(text: &str, options: &Options) -> Report {
    match read(text) {
        Ok(value) => validate_value(&value, options),
        Err(diagnostics) => Report { diagnostics, truncated: false },
    }
}

/// Diagnostics with the lines of the YAML text that they are about, as [`explain`](super::explain) has those of
/// JSON. What an alias stands for is where the alias is.
#[must_use]
pub fn explain_yaml(text: &str, diagnostics: &[Diagnostic]) -> String {
    match Text::yaml(text) {
        Ok(text) => text.explain("", diagnostics),
        Err(_) => {
            let at = if text.len() > LONGEST { None } else { places(text).err() };
            let at = at.unwrap_or_default();
            placed(text, &Origin::default(), diagnostics, |_| at)
        }
    }
}

/// The value of a text, with its tags as CloudFormation writes them in JSON, and where its values stand.
pub(super) fn tagged(text: &str) -> Result<(Value, Places), Vec<Diagnostic>> {
    let mut value = read(text)?;
    let Ok(Walked { keys, values, tags }) = places(text) else {
        return Ok((value, Places::default()));
    };
    // What is within comes first: its pointer does not change.
    for (pointer, tag) in tags {
        if let Some(place) = value.pointer_mut(&pointer) {
            let untagged = place.take();
            *place = long(&tag, untagged);
        }
    }
    Ok((value, Places::yaml(keys, values)))
}

/// The long form of an intrinsic function of CloudFormation (User Guide, "Intrinsic function reference"); a value as
/// it is, where its tag is none.
fn long(tag: &str, value: Value) -> Value {
    let name = match tag.trim_start_matches('!') {
        name @ ("Ref" | "Condition") => name.to_owned(),
        name if tag.starts_with('!') && name.starts_with(|it: char| it.is_ascii_uppercase()) => {
            format!("Fn::{name}")
        }
        _ => return value,
    };
    let value = match (name.as_str(), value) {
        ("Fn::GetAtt", Value::String(text)) => {
            let (of, attribute) = text.split_once('.').unwrap_or((&text, ""));
            Value::from(vec![of, attribute])
        }
        (_, value) => value,
    };
    Value::Object(Map::from_iter([(name, value)]))
}

/// The reader has limits of its own for aliases and depth.
fn read(text: &str) -> Result<Value, Vec<Diagnostic>> {
    if text.len() > LONGEST {
        let message = format!("The definition has {} bytes; the most are {LONGEST}", text.len());
        return Err(vec![Diagnostic::error(Code::Schema, "", message)]);
    }
    let wrong = |error: serde_saphyr::Error| {
        // Only the first line: the others show the place, which is told otherwise.
        let error = error.to_string();
        let error = error.lines().next().unwrap_or_default().trim_start_matches("error: ");
        let message = twice(error).unwrap_or_else(|| format!("this is not YAML: {error}"));
        vec![Diagnostic::error(Code::Json, "", message)]
    };
    serde_saphyr::from_str(text).map(whole).map_err(wrong)
}

/// The mistake of a key that an object has twice, in our words: the reader's name an option of its own.
fn twice(error: &str) -> Option<String> {
    let key = error.split_once("duplicate mapping key: ")?.1;
    let key = key.rsplit_once(", set DuplicateKeyPolicy").map_or(key, |it| it.0);
    Some(format!("the key `{key}` is there twice in one object: leave one of both out"))
}

/// The same with whole numbers as integers: the reader makes a fraction of `012`, which is 12 in YAML 1.2.
fn whole(value: Value) -> Value {
    match value {
        Value::Number(number) => match number.as_f64().filter(|_| number.is_f64()) {
            #[allow(
                clippy::cast_possible_truncation,
                reason = "it is within what a double holds exactly"
            )]
            Some(float) if float.fract() == 0.0 && float.abs() < 9e15 => Value::from(float as i64),
            _ => Value::Number(number),
        },
        Value::Array(items) => items.into_iter().map(whole).collect(),
        Value::Object(fields) => {
            fields.into_iter().map(|(key, value)| (key, whole(value))).collect()
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    const TEXT: &str = "
StartAt: Choose
States:
  Choose:
    Type: Choice
    Choices:
      - Variable: $.total
        NumericGreaterThan: 500.5
        Next: Approve
    Default: Done
  # nobody reads this
  Approve: {Type: Task, Resource: 'arn:aws:states:::lambda:invoke', End: true}
  Done:
    Type: Succeed
    Comment: >-
      two lines
      in one
";

    #[test]
    fn yaml_is_read_as_json_is() {
        let definition = Definition::from_yaml(TEXT).unwrap();
        let json = Definition::from_json(&definition.to_json_pretty()).unwrap();
        assert_eq!(json, definition);
        let names: Vec<_> = definition.scope().states.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["Choose", "Approve", "Done"]);
        assert_eq!(definition.scope().states[2].comment.as_deref(), Some("two lines in one"));
        assert!(validate_yaml(TEXT, &Options::default()).is_ok());
    }

    #[test]
    fn whole_numbers_are_integers() {
        let text = "StartAt: A\nStates: {A: {Type: Pass, Result: [012, -07, 0o12, 1.0, 1.5, 1e3, '012'], End: true}}";
        let definition = Definition::from_yaml(text).unwrap();
        let result = &definition.as_value()["States"]["A"]["Result"];
        assert_eq!(result.to_string(), "[12,-7,10,1,1.5,1000,\"012\"]");
    }

    #[test]
    fn what_is_wrong_is_shown_with_its_line() {
        let anchored = "x: &it\n  Type: Pass\n  Next: Gone\nStartAt: A\nStates:\n  A: *it\n";
        for (text, place, line) in [
            (
                "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: B\n",
                "line 5, column 5 (/States/A/Next)",
                "5 |     Next: B\n  |     ^",
            ),
            (
                "StartAt: A\nStates: {Ä: {}, A: {Type: Pass, Next: B}}",
                "line 2, column 33 (/States/A/Next)",
                "2 | States: {Ä: {}, A: {Type: Pass, Next: B}}\n",
            ),
            (
                "StartAt: A\nStates:\n  A:\n    Type: Choice\n    Choices:\n      - Next: A\n      - \
                 Next: 1\n",
                "line 7, column 9 (/States/A/Choices[1]/Next)",
                "7 |       - Next: 1\n  |         ^",
            ),
            ("StartAt: A\n", "line 1, column 1 (/)", "1 | StartAt: A"),
            (anchored, "line 6, column 6 (/States/A/Next)", "6 |   A: *it"),
            ("StartAt: [\n  a: }\n", "line 1, column 10 (/)", "1 | StartAt: ["),
        ] {
            let report = validate_yaml(text, &Options::default());
            let explained = explain_yaml(text, &report.diagnostics);
            assert!(explained.contains(place) && explained.contains(line), "{explained}");
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (text, code) in [
            ("a: [", Code::Json),
            ("- 1", Code::Schema),
            ("StartAt: A\nStates: {A: {Type: Pass, Next: B}}", Code::Target),
        ] {
            let report = validate_yaml(text, &Options::default());
            assert_eq!(report.diagnostics[0].code, code, "{text}");
            assert!(Definition::from_yaml(text).is_err());
        }
        let mut bomb = "a0: &a0 [1,1,1,1,1,1,1,1,1,1]\n".to_owned();
        for level in 1..12 {
            let aliases = vec![format!("*a{}", level - 1); 10].join(",");
            bomb.push_str(&format!("a{level}: &a{level} [{aliases}]\n"));
        }
        assert_eq!(validate_yaml(&bomb, &Options::default()).diagnostics[0].code, Code::Json);
    }
}
