//! Input that comes as JSON text, checked against its type before anything runs.

use crate::failure::Failure;
use crate::finite::infinite;
use crate::limits::{self, Limits};
use crate::payload::Durable;
use serde_json::Value;
use serde_path_to_error::{Path, Segment};
use workflow_asl::Data;
use workflow_asl::bounds;
use workflow_asl::panics::caught;
use workflow_asl::schema::{Field, Schema};

/// The typed value of an input.
///
/// # Errors
/// `InvalidExecutionInput`, with the JSON path of what does not fit and what was expected there.
pub(crate) fn parse<T: Durable>(text: &str, limits: Limits) -> Result<T, Failure> {
    check(text, limits)?;
    let mut json = serde_json::Deserializer::from_str(text);
    let read = caught(|| serde_path_to_error::deserialize(&mut json));
    let read =
        read.map_err(|panic| invalid(format!("`Deserialize` of the input panicked: {panic}")))?;
    let value = read.map_err(|error| {
        let path = format!("`{}`", error.path());
        let place = match path.as_str() {
            "`.`" | "`?`" => "the input".to_owned(),
            path => format!("{path} of the input"),
        };
        let unknown = unknown::<T>(text, error.path());
        let error = error.into_inner().to_string();
        // The path names an argument too.
        let error = error.strip_prefix(&format!("argument {path}: ")).unwrap_or(&error);
        invalid(format!("{place}: {error}{unknown}"))
    })?;
    json.end().map_err(|error| invalid(format!("after the end of the input: {error}")))?;
    Ok(value)
}

/// The keys of the object at a path that its type does not have: where one is missing, it may be one of these.
fn unknown<T: Data>(text: &str, path: &Path) -> String {
    let schema = T::schema();
    let Ok(input) = serde_json::from_str::<Value>(text) else { return String::new() };
    let Some((Value::Object(object), fields)) = find(&input, schema, path) else {
        return String::new();
    };
    let known: Vec<_> = fields.iter().map(|field| field.json).collect();
    match object.keys().find(|key| !known.contains(&key.as_str())) {
        Some(key) => format!("; `{key}` is not one of its fields: `{}`", known.join("`, `")),
        None => String::new(),
    }
}

/// Returns what is at a path, if it is to be a struct: and the fields of that.
fn find<'v>(mut value: &'v Value, schema: Schema, path: &Path) -> Option<(&'v Value, Vec<Field>)> {
    let mut schema = inside(schema);
    for segment in path {
        schema = inside(match (segment, schema) {
            (Segment::Seq { index }, Schema::List(item)) => {
                value = value.get(index)?;
                item()
            }
            (Segment::Seq { index }, Schema::Tuple(items)) => {
                value = value.get(index)?;
                items.get(*index)?()
            }
            (Segment::Map { key }, Schema::Map(_, item) | Schema::Unordered(_, item)) => {
                value = value.get(key)?;
                item()
            }
            (Segment::Map { key }, Schema::Struct { fields, .. }) => {
                value = value.get(key)?;
                (fields.iter().find(|field| field.json == key)?.schema)()
            }
            // What stands where in an enum depends on its tagging.
            _ => return None,
        });
    }
    match schema {
        Schema::Struct { fields, .. } => Some((value, fields)),
        _ => None,
    }
}

/// A type without what does not show in JSON.
fn inside(mut schema: Schema) -> Schema {
    while let Schema::Option(inner) | Schema::Newtype { inner, .. } = schema {
        schema = inner();
    }
    schema
}

/// Checks the size and the depth of an input, whatever it says.
pub(crate) fn fits(text: &str, limits: Limits) -> Result<(), Failure> {
    if !limits.allow(text) {
        let (is, most) = (text.len(), limits.payload());
        return Err(invalid(format!("the input has {is} bytes; {most} are allowed")));
    }
    if bounds::is_deep(text) {
        let most = bounds::DEPTH;
        return Err(invalid(format!("the input is nested deeper than {most} levels")));
    }
    Ok(())
}

/// Checks what holds for every typed input. A document reads a greater integer as the next double (measured), which a
/// type of integers does not.
pub(crate) fn check(text: &str, limits: Limits) -> Result<(), Failure> {
    fits(text, limits)?;
    if let Some(number) = limits::unkept_integer(text) {
        return Err(invalid(format!(
            "the input has the integer {number}: AWS keeps those of 64 bits with a sign; send a string"
        )));
    }
    Ok(())
}

/// Refuses numbers that JSON does not hold.
pub(crate) fn finite<T: serde::Serialize>(input: &T) -> Result<(), Failure> {
    infinite(input).map_or(Ok(()), |number| {
        Err(invalid(format!("the input has the number {number}: JSON has finite numbers only")))
    })
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
            (r#"{"a":[9223372036854775808]}"#, "the input has the integer 9223372036854775808"),
            ("{", "the input: EOF while parsing an object"),
        ];
        for (text, cause) in cases {
            let failure = parse::<BTreeMap<String, Vec<i32>>>(text, Limits::Aws).unwrap_err();
            assert_eq!(failure.error(), "InvalidExecutionInput");
            assert!(failure.reported().starts_with(cause), "{text}: {failure}");
        }
        assert!(parse::<BTreeMap<String, Vec<i32>>>(r#"{"a":[1]}"#, Limits::Aws).is_ok());
    }

    #[test]
    fn a_field_with_another_name_is_named() {
        type Named = Vec<Option<Failure>>;
        let cases = [
            (r#"[null,{"Eror":"E"}]"#, "; `Eror` is not one of its fields: `Error`, `Cause`"),
            (r#"[{"Cause":"c"}]"#, "missing field `Error` at line 1 column 14"),
        ];
        for (text, end) in cases {
            let cause = parse::<Named>(text, Limits::Aws).unwrap_err().reported();
            assert!(cause.ends_with(end), "{text}: {cause}");
        }
    }
}
