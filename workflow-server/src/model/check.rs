//! Holds a request against its operation.

use super::{Member, Operation, Shape, Text};
use crate::refusal::Refusal;
use serde_json::{Map, Value};

/// A request whose members have the shapes of its operation.
#[derive(Debug)]
pub(crate) struct Request(Map<String, Value>);

impl Request {
    /// A member that is a string.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name).and_then(Value::as_str)
    }

    /// A string that the operation needs: the check has seen that it is there.
    pub(crate) fn needed(&self, name: &str) -> &str {
        self.text(name).unwrap_or_default()
    }

    /// A member that is a number from 0 on.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        self.0.get(name).and_then(Value::as_u64)
    }

    /// A member that is true or false.
    pub(crate) fn flag(&self, name: &str) -> Option<bool> {
        self.0.get(name).and_then(Value::as_bool)
    }

    /// A member of any shape.
    pub(crate) fn value(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// True if the member is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// Reads a request. Members that the operation does not know are left out, and so is `null`.
///
/// # Errors
/// `SerializationException` if a value has another shape, `ValidationException` with all bounds that are broken
/// (recorded: the text of lengths, bounds and words).
pub(crate) fn check(operation: &Operation, body: Value) -> Result<Request, Refusal> {
    let Value::Object(given) = body else {
        return Err(malformed("Start of structure or map found where not expected.".to_owned()));
    };
    let mut broken = vec![];
    let fields = structure(operation.members, given, "", &mut broken)?;
    if broken.is_empty() {
        return Ok(Request(fields));
    }
    let (count, errors) = (broken.len(), if broken.len() == 1 { "error" } else { "errors" });
    let all = broken.join("; ");
    Err(Refusal::validation(format!("{count} validation {errors} detected: {all}")))
}

/// The request is no JSON, or not of the shape that is expected (judgement: in the words of AWS's other services).
pub(crate) fn malformed(message: String) -> Refusal {
    Refusal::new("SerializationException", message)
}

fn structure(
    members: &[Member],
    mut given: Map<String, Value>,
    place: &str,
    broken: &mut Vec<String>,
) -> Result<Map<String, Value>, Refusal> {
    let mut fields = Map::new();
    for Member { name, required, shape } in members {
        let place = if place.is_empty() { (*name).to_owned() } else { format!("{place}.{name}") };
        match given.remove(*name) {
            None | Some(Value::Null) => {
                if *required {
                    broken.push(violation("null", &place, "Member must not be null"));
                }
            }
            Some(value) => {
                let value = held(shape, value, &place, broken)?;
                fields.insert((*name).to_owned(), value);
            }
        }
    }
    Ok(fields)
}

/// A value of this shape.
fn held(
    shape: &Shape,
    value: Value,
    place: &str,
    broken: &mut Vec<String>,
) -> Result<Value, Refusal> {
    match (shape, value) {
        (Shape::Text(bounds), Value::String(text)) => {
            broken.extend(bounds.violations(&text).map(|why| bounds.told(&text, place, &why)));
            Ok(Value::String(text))
        }
        (Shape::Integer(least, most) | Shape::Long(least, most), Value::Number(number)) => {
            let fits =
                |whole: &i64| matches!(shape, Shape::Long(..)) || i32::try_from(*whole).is_ok();
            let Some(whole) = number.as_i64().filter(fits) else {
                return Err(converted(&Value::Number(number), shape.noun()));
            };
            broken.extend(
                beyond(whole, *least, *most)
                    .map(|why| violation(&format!("'{whole}'"), place, &why)),
            );
            Ok(Value::Number(number))
        }
        (Shape::Float(most), Value::Number(number)) => {
            let float = number.as_f64().unwrap_or(f64::INFINITY);
            let why = if float < 0.0 {
                Some("Member must have value greater than or equal to 0".to_owned())
            } else {
                (float > *most)
                    .then(|| format!("Member must have value less than or equal to {most}"))
            };
            broken.extend(why.map(|why| violation(&format!("'{number}'"), place, &why)));
            Ok(Value::Number(number))
        }
        (Shape::Flag, Value::Bool(flag)) => Ok(Value::Bool(flag)),
        (Shape::List(item, least, most), Value::Array(items)) => {
            list(item, (*least, *most), items, place, broken)
        }
        (Shape::Structure(_, members), Value::Object(fields)) => {
            structure(members, fields, place, broken).map(Value::Object)
        }
        (shape, value) => Err(converted(&value, shape.noun())),
    }
}

fn list(
    item: &Shape,
    (least, most): (usize, usize),
    items: Vec<Value>,
    place: &str,
    broken: &mut Vec<String>,
) -> Result<Value, Refusal> {
    let count = items.len();
    if count < least {
        let why = format!("Member must have length greater than or equal to {least}");
        broken.push(violation("'[]'", place, &why));
    }
    if count > most {
        let why = format!("Member must have length less than or equal to {most}");
        let all: Vec<_> = items.iter().map(|it| printed(item, it)).collect();
        broken.push(violation(&format!("'[{}]'", all.join(", ")), place, &why));
    }
    let mut held_items = Vec::with_capacity(count);
    for (index, value) in items.into_iter().enumerate() {
        let place = format!("{place}.{}.member", index + 1);
        held_items.push(held(item, value, &place, broken)?);
    }
    Ok(Value::Array(held_items))
}

fn violation(value: &str, place: &str, why: &str) -> String {
    format!("Value {value} at '{place}' failed to satisfy constraint: {why}")
}

/// Prints a value as AWS does in a message: `Name(member=value, …)`.
fn printed(shape: &Shape, value: &Value) -> String {
    match (shape, value) {
        (Shape::Structure(name, members), Value::Object(fields)) => {
            let one = |it: &Member| {
                Some(format!("{}={}", it.name, printed(&it.shape, fields.get(it.name)?)))
            };
            format!("{name}({})", members.iter().filter_map(one).collect::<Vec<_>>().join(", "))
        }
        (_, Value::String(text)) => text.clone(),
        (_, value) => value.to_string(),
    }
}

fn beyond(whole: i64, least: i64, most: i64) -> Option<String> {
    if whole < least {
        return Some(format!("Member must have value greater than or equal to {least}"));
    }
    (whole > most).then(|| format!("Member must have value less than or equal to {most}"))
}

fn converted(value: &Value, wanted: &str) -> Refusal {
    let found = match value {
        Value::Null => "NULL",
        Value::Bool(true) => "TRUE_VALUE",
        Value::Bool(false) => "FALSE_VALUE",
        Value::Number(number) if number.is_f64() => "DECIMAL_VALUE",
        Value::Number(_) => "NUMBER_VALUE",
        Value::String(_) => "STRING_VALUE",
        Value::Array(_) => "START_ARRAY",
        Value::Object(_) => "START_OBJECT",
    };
    malformed(format!("{found} can not be converted to {wanted}"))
}

impl Shape {
    fn noun(&self) -> &'static str {
        match self {
            Shape::Text(_) => "a String",
            Shape::Integer(..) => "an Integer",
            Shape::Long(..) => "a Long",
            Shape::Float(_) => "a Float",
            Shape::Flag => "a Boolean",
            Shape::List(..) => "a List",
            Shape::Structure(..) => "a Structure",
        }
    }
}

impl Text {
    fn violations(&self, text: &str) -> impl Iterator<Item = String> {
        let length = text.chars().count();
        let short = (length < self.least)
            .then(|| format!("Member must have length greater than or equal to {}", self.least));
        let long = (length > self.most)
            .then(|| format!("Member must have length less than or equal to {}", self.most));
        let strange = (!self.words.is_empty() && !self.words.contains(&text))
            .then(|| format!("Member must satisfy enum value set: [{}]", self.words.join(", ")));
        let unlike = self.pattern.filter(|(_, fits)| !fits(text)).map(|(pattern, _)| {
            format!("Member must satisfy regular expression pattern: {pattern}")
        });
        [short, long, strange, unlike].into_iter().flatten()
    }

    fn told(&self, text: &str, place: &str, why: &str) -> String {
        if self.secret {
            return format!("Value at '{place}' failed to satisfy constraint: {why}");
        }
        violation(&format!("'{text}'"), place, why)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::super::{OPERATIONS, operation};
    use super::*;
    use serde_json::json;

    fn refused(name: &str, body: Value) -> (&'static str, String) {
        let refusal = check(operation(name).unwrap(), body).unwrap_err();
        (refusal.code, refusal.message)
    }

    #[test]
    fn all_operations_are_there_once() {
        assert_eq!(OPERATIONS.len(), 37);
        assert!(OPERATIONS.is_sorted_by(|one, other| one.name < other.name));
    }

    #[test]
    fn bounds_are_told_in_the_words_of_aws() {
        let (code, text) = refused("ListExecutions", json!({ "maxResults": 1001 }));
        assert_eq!(code, "ValidationException");
        assert_eq!(
            text,
            "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: \
            Member must have value less than or equal to 1000"
        );
        let (_, text) = refused("DescribeExecution", json!({ "includedData": "SOME" }));
        assert_eq!(
            text,
            "2 validation errors detected: Value null at 'executionArn' failed to satisfy constraint: \
            Member must not be null; Value 'SOME' at 'includedData' failed to satisfy constraint: \
            Member must satisfy enum value set: [ALL_DATA, METADATA_ONLY]"
        );
        let tags = json!({ "resourceArn": "a", "tags": [{ "key": "k" }, { "key": "" }] });
        let (_, text) = refused("TagResource", tags);
        assert!(text.contains("Value '' at 'tags.2.member.key'"), "{text}");
    }

    #[test]
    fn lists_that_are_too_long_are_printed() {
        let route = |weight| json!({ "weight": weight, "stateMachineVersionArn": "a:1" });
        let body =
            json!({ "name": "live", "routingConfiguration": [route(1), route(2), route(97)] });
        let (_, text) = refused("CreateStateMachineAlias", body);
        let one = |weight| {
            format!("RoutingConfigurationListItem(stateMachineVersionArn=a:1, weight={weight})")
        };
        let all = [one(1), one(2), one(97)].join(", ");
        assert_eq!(
            text,
            format!(
                "1 validation error detected: Value '[{all}]' at 'routingConfiguration' failed to satisfy constraint: \
                Member must have length less than or equal to 2"
            )
        );
    }

    #[test]
    fn what_must_have_a_character_has_one() {
        let (code, text) = refused("ValidateStateMachineDefinition", json!({ "definition": "" }));
        let least =
            "failed to satisfy constraint: Member must have length greater than or equal to 1";
        assert_eq!(code, "ValidationException");
        assert_eq!(text, format!("1 validation error detected: Value at 'definition' {least}"));
        let (_, text) = refused("GetActivityTask", json!({ "activityArn": "a", "workerName": "" }));
        assert_eq!(text, format!("1 validation error detected: Value '' at 'workerName' {least}"));
    }

    #[test]
    fn secrets_are_not_repeated() {
        let input = "s".repeat(262_145);
        let (_, text) =
            refused("StartExecution", json!({ "stateMachineArn": "a", "input": input }));
        assert!(text.ends_with("Member must have length less than or equal to 262144"), "{text}");
        assert!(!text.contains("sss"), "{text}");
    }

    #[test]
    fn values_of_other_shapes_are_malformed() {
        for (name, body, text) in [
            ("DescribeExecution", json!([]), "Start of structure or map found where not expected."),
            (
                "DescribeExecution",
                json!({ "executionArn": 1 }),
                "NUMBER_VALUE can not be converted to a String",
            ),
            (
                "ListActivities",
                json!({ "maxResults": "1" }),
                "STRING_VALUE can not be converted to an Integer",
            ),
            (
                "ListActivities",
                json!({ "maxResults": 1.5 }),
                "DECIMAL_VALUE can not be converted to an Integer",
            ),
            (
                "ListActivities",
                json!({ "maxResults": 2_147_483_648_i64 }),
                "NUMBER_VALUE can not be converted to an Integer",
            ),
            (
                "UpdateMapRun",
                json!({ "mapRunArn": "a", "maxConcurrency": -2_147_483_649_i64 }),
                "NUMBER_VALUE can not be converted to an Integer",
            ),
            (
                "UpdateMapRun",
                json!({ "mapRunArn": "a", "toleratedFailureCount": 9_223_372_036_854_775_808_u64 }),
                "NUMBER_VALUE can not be converted to a Long",
            ),
            (
                "TestState",
                json!({ "definition": "{}", "stateConfiguration": { "retrierRetryCount": 4_294_967_296_i64 } }),
                "NUMBER_VALUE can not be converted to an Integer",
            ),
        ] {
            assert_eq!(refused(name, body), ("SerializationException", text.to_owned()));
        }
    }

    #[test]
    fn integers_have_the_bits_of_their_members() {
        let most = json!({ "mapRunArn": "a", "maxConcurrency": i32::MAX, "toleratedFailureCount": i64::MAX });
        let request = check(operation("UpdateMapRun").unwrap(), most).unwrap();
        assert_eq!(request.number("toleratedFailureCount"), u64::try_from(i64::MAX).ok());
        // What an integer holds is held against the bounds.
        let (code, _) = refused("ListActivities", json!({ "maxResults": i32::MAX }));
        assert_eq!(code, "ValidationException");
    }

    #[test]
    fn strangers_and_null_are_left_out() {
        let body = json!({ "maxResults": null, "nextToken": "t", "more": [1] });
        let request = check(operation("ListActivities").unwrap(), body).unwrap();
        assert_eq!(request.text("nextToken"), Some("t"));
        assert!(!request.has("maxResults") && !request.has("more"));
    }
}
