//! The failure of a nested execution, as its caller is told: `States.TaskFailed`, with a description of the execution as
//! the cause. (Recorded.)

use super::cause::ESCAPES;
use super::fault;
use crate::jsonata::{Entropy, Expression, Scope};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The error with which the call of a nested execution fails.
const TASK_FAILED: &str = "States.TaskFailed";
/// Tells the description of an execution, once the escapes in its texts are replaced: JSON as AWS writes it, and nothing
/// that only looks so, for `$parse` fails on what is no JSON.
const FORM: &str = r#"/^\{("Cause":"[^"\\\x00-\x1f]*",)?("Error":"[^"\\\x00-\x1f]*",)?"ExecutionArn":"[^"\\\x00-\x1f]*"(,"[F-Z][A-Za-z]*":("[^"\\\x00-\x1f]*"|(0|[1-9]\d{0,14})(\.\d{1,9})?|true|false|null|\{"Included":(true|false)\}))*\}$/"#;

/// The condition that a failure is that of a nested execution, in JSONata; of it the paths to its error and its cause.
#[must_use]
pub fn is_child(error: &str, cause: &str) -> String {
    format!("{error} = \"{TASK_FAILED}\" and $contains($replace({cause}, {ESCAPES}, '.'), {FORM})")
}

/// The failure in a description, in JSONata: what it does not say is empty.
#[must_use]
pub fn described(description: &str) -> String {
    format!(
        "{{\"Error\": [{description}.Error, \"\"][0], \"Cause\": [{description}.Cause, \"\"][0]}}"
    )
}

/// The document's own expression: so both find the same.
static CHILD: LazyLock<Option<Expression>> = LazyLock::new(|| {
    let test = is_child("$failure.Error", "$failure.Cause");
    let text = format!("{test} ? ($child := $parse($failure.Cause); {})", described("$child"));
    Expression::parse(&text).ok()
});

/// The error and the cause of the nested execution whose failure this is; `None` if it is no such failure.
#[must_use]
pub fn of(error: &str, cause: &str) -> Option<(String, String)> {
    if error != TASK_FAILED {
        return None;
    }
    let failure = json!({ "Error": error, "Cause": cause });
    let mut scope = Scope::new();
    scope.bind("failure", &failure);
    match CHILD.as_ref()?.evaluate(&scope, &mut Entropy::default()) {
        Ok(Some(Value::Object(mut child))) => {
            let mut text = |key| match child.remove(key) {
                Some(Value::String(text)) => text,
                other => fault(format!("the {key} of a nested execution is no text: {other:?}")),
            };
            Some((text("Error"), text("Cause")))
        }
        Ok(_) => None,
        Err(error) => fault(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    /// A description in AWS's own order.
    fn description(cause: Option<&str>, error: Option<&str>) -> String {
        let mut all = serde_json::Map::new();
        all.extend(cause.map(|cause| ("Cause".to_owned(), json!(cause))));
        all.extend(error.map(|error| ("Error".to_owned(), json!(error))));
        let rest = json!({
            "ExecutionArn": "arn:aws:states:us-east-1:1:execution:child:a", "Input": "{\"a\":\"\\\"\"}",
            "InputDetails": { "Included": true }, "Name": "a", "RedriveCount": 0, "StartDate": 1_700_000_000_123_u64,
            "StateMachineArn": "arn:aws:states:us-east-1:1:stateMachine:child", "Status": "FAILED",
            "StopDate": 1_700_000_000.5,
        });
        all.extend(rest.as_object().unwrap().clone());
        Value::Object(all).to_string()
    }

    #[test]
    fn the_failure_of_a_child_is_in_its_description() {
        for (error, cause) in [
            (
                "Declined",
                r#"{"errorType":"Declined","errorMessage":"{\"reason\":\"é \\\"q\\\"\"}"}"#,
            ),
            ("Odd \"name\"", "plain\n\t\u{1}\\"),
            ("States.TaskFailed", &description(Some("deep"), Some("Deeper"))),
            ("", ""),
        ] {
            let told = description(Some(cause), Some(error));
            assert_eq!(of(TASK_FAILED, &told).unwrap(), (error.to_owned(), cause.to_owned()));
            assert_eq!(of("Other", &told), None);
        }
    }

    #[test]
    fn what_is_not_said_is_empty() {
        let (error, cause) = of(TASK_FAILED, &description(None, Some("States.Timeout"))).unwrap();
        assert_eq!((error.as_str(), cause.as_str()), ("States.Timeout", ""));
        assert_eq!(of(TASK_FAILED, &description(None, None)).unwrap().0, "");
    }

    #[test]
    fn other_causes_are_left_alone() {
        let whole = description(Some("a"), Some("B"));
        let cut: Vec<&str> = (0..whole.len()).filter_map(|end| whole.get(..end)).collect();
        let spaced = whole.replacen(':', ": ", 1);
        let wrong = [
            "",
            "{}",
            "[]",
            "The role X is not authorized to assume the task state's role, Y.",
            r#"{"Cause":"a","Error":3,"ExecutionArn":"x"}"#,
            r#"{"ExecutionArn":"x",}"#,
            r#"{"ExecutionArn":"x","Error":3}"#,
            r#"{"ExecutionArn":"\q"}"#,
            r#"{"ExecutionArn":"x","N":007}"#,
            &spaced,
        ];
        for cause in cut.into_iter().chain(wrong) {
            assert_eq!(of(TASK_FAILED, cause), None, "{cause}");
        }
    }
}
