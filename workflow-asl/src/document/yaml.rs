//! Documents in YAML: the same as in JSON, read by another reader.

use super::Definition;
use super::diagnostic::{Code, Diagnostic};
use super::source::LONGEST;
use super::validate::{Options, Report, validate_value};
use serde_json::Value;

impl Definition {
    /// A definition from YAML text, as deployment tools take it; it prints as JSON.
    ///
    /// # Errors
    /// Everything that keeps it from being run.
    pub fn from_yaml(text: &str) -> Result<Self, Vec<Diagnostic>> {
        Self::from_value(read(text).map_err(|problem| vec![problem])?)
    }
}

/// What is wrong with a document given as YAML text.
#[must_use]
pub fn validate_yaml(text: &str, options: &Options) -> Report {
    match read(text) {
        Ok(value) => validate_value(&value, options),
        Err(problem) => Report { diagnostics: vec![problem], truncated: false },
    }
}

/// The reader has limits of its own for aliases and depth.
fn read(text: &str) -> Result<Value, Diagnostic> {
    if text.len() > LONGEST {
        let message = format!("The definition has {} bytes; the most are {LONGEST}", text.len());
        return Err(Diagnostic::error(Code::Schema, "", message));
    }
    serde_saphyr::from_str(text)
        .map_err(|error| Diagnostic::error(Code::Json, "", format!("this is not YAML: {error}")))
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
