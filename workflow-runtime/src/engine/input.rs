//! Input that comes as JSON text, checked against its type before anything runs.

use crate::engine::limits::{self, Limits};
use crate::failure::Failure;
use crate::payload::Durable;

/// The typed value of an input.
///
/// # Errors
/// `InvalidExecutionInput`, with the JSON path of what does not fit and what was expected there.
pub(crate) fn parse<T: Durable>(text: &str, limits: Limits) -> Result<T, Failure> {
    check(text, limits)?;
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = match error.path().to_string() {
            path if path == "." || path == "?" => "the input".to_owned(),
            path => format!("`{path}` of the input"),
        };
        invalid(format!("{path}: {}", error.into_inner()))
    })?;
    json.end().map_err(|error| invalid(format!("after the end of the input: {error}")))?;
    Ok(value)
}

/// What holds for every input, whatever its type.
pub(crate) fn check(text: &str, limits: Limits) -> Result<(), Failure> {
    if !limits.allow(text) {
        let (is, most) = (text.len(), limits::PAYLOAD);
        return Err(invalid(format!("the input has {is} bytes; {most} are allowed")));
    }
    if let Some(number) = limits::unsafe_integer(text) {
        return Err(invalid(format!(
            "the input has the integer {number}: beyond ±(2^53 − 1) integers are not exact in JSON; send a string"
        )));
    }
    Ok(())
}

fn invalid(cause: String) -> Failure {
    Failure::new("InvalidExecutionInput", cause)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn mistakes_are_named_with_their_path() {
        let cases = [
            (r#"{"a":[1,"x"]}"#, "`a[1]` of the input: invalid type: string \"x\", expected i32"),
            (r#"[]"#, "the input: invalid type: sequence, expected a map"),
            (r#"{"a":[1]} 2"#, "after the end of the input: trailing characters"),
            (r#"{"a":[9007199254740993]}"#, "the input has the integer 9007199254740993"),
            ("{", "the input: EOF while parsing an object"),
        ];
        for (text, cause) in cases {
            let failure = parse::<BTreeMap<String, Vec<i32>>>(text, Limits::Aws).unwrap_err();
            assert_eq!(failure.error(), "InvalidExecutionInput");
            assert!(failure.cause().starts_with(cause), "{text}: {failure}");
        }
        assert!(parse::<BTreeMap<String, Vec<i32>>>(r#"{"a":[1]}"#, Limits::Aws).is_ok());
    }
}
