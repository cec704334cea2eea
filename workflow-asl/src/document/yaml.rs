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
        let plain =
            || format!("this is not YAML: {}", error.split("; use ").next().unwrap_or(error));
        let message = twice(error).or_else(|| in_words(error)).unwrap_or_else(plain);
        let help = unquoted(text).map(|line| {
            format!("an expression needs quotes: write `\"{{% … %}}\"` on line {line}")
        });
        vec![Diagnostic { help, ..Diagnostic::error(Code::Json, "", message) }]
    };
    serde_saphyr::from_str_with_options(text, options()).map(whole).map_err(wrong)
}

/// Booleans are `true` and `false` alone (YAML 1.2): `no` is the text of a country, too. Numbers have no underscores.
pub(super) fn options() -> serde_saphyr::Options {
    serde_saphyr::options! { strict_booleans: true, underscored_numbers_as_strings: true }
}

/// The mistakes of which the reader speaks to programmers.
const WORDS: &[(&str, &str)] = &[
    ("null into string", "a key is empty: give it a name, or put it in quotes"),
    (
        "from_str_multiple",
        "there are several documents in this text: leave one, without `---` behind it",
    ),
    (
        "weak recursion types",
        "an alias stands within the value that it repeats: it would have no end",
    ),
    ("budget breached: Nodes", "this YAML has too many values; give it as JSON"),
    ("budget breached: Depth", "this YAML is too deeply nested"),
    ("budget breached: A", "this YAML has too many anchors or aliases; give it as JSON"),
    ("budget breached", "this YAML is beyond the limits of the reader; give it as JSON"),
];

fn in_words(error: &str) -> Option<String> {
    let (_, words) = WORDS.iter().find(|(begin, _)| error.contains(begin))?;
    Some((*words).to_owned())
}

/// The first line, from 1 on, on which an expression begins without quotes: `%` begins no text in YAML, and `{` begins an
/// object.
fn unquoted(text: &str) -> Option<usize> {
    let begins = |line: &str| {
        let line = line.trim_start().trim_start_matches("- ");
        line.starts_with("{%") || line.contains(": {%")
    };
    text.lines().position(begins).map(|line| line + 1)
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
  Approve: {Type: Task, Resource: 'arn:aws:lambda:eu-west-1:123456789012:function:approve', End: true}
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
    fn words_of_other_versions_are_texts() {
        let text = "StartAt: A\nStates: {A: {Type: Pass, Result: [yes, on, y, No, Off, 1_000, true, False], End: true}}";
        let definition = Definition::from_yaml(text).unwrap();
        let result = &definition.as_value()["States"]["A"]["Result"];
        assert_eq!(result.to_string(), r#"["yes","on","y","No","Off","1_000",true,false]"#);
    }

    #[test]
    fn the_reader_speaks_to_its_users() {
        let many = format!("a: [{}]", "1,".repeat(260_000));
        for (text, message, help) in [
            ("a: {: 1}\n? ~\n: 2", "a key is empty", None),
            ("a: 1\n---\nb: 2\n", "several documents", None),
            ("a: &x [*x]\n", "an alias stands within", None),
            (many.as_str(), "too many values", None),
            ("a: 1\nOutput: {% $states.input %}\n", "this is not YAML", Some("on line 2")),
        ] {
            let found = &validate_yaml(text, &Options::default()).diagnostics[0];
            let beginning = text.get(..40).unwrap_or(text);
            assert!(found.message.contains(message), "{beginning}: {}", found.message);
            let told = found.help.as_deref().unwrap_or_default();
            assert!(told.contains(help.unwrap_or_default()), "{beginning}: {told}");
            assert_eq!(found.help.is_some(), help.is_some(), "{beginning}: {told}");
        }
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
