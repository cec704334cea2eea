//! Cases of the API: what the operations on machines, executions and activities answer, as far as the interpreter
//! has something to say. Versions, aliases, tags and pages are a server's: those steps say that they are not
//! supported.

mod activities;
mod executions;
mod machines;
mod refused;

use crate::case::Case;
use crate::compare::{Difference, compare_value};
use crate::decode::decoded;
use activities::Activities;
use executions::Run;
use machines::Machine;
use refused::{Answer, Refused};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The state that earlier calls have left behind.
#[derive(Default)]
struct Service {
    machines: BTreeMap<String, Machine>,
    /// In the order of their starts.
    runs: Vec<Run>,
    activities: Activities,
    /// The number of names that were made up.
    made: u32,
}

/// One call: its parameters, and the identifiers that the case assumes in the answer.
struct Call<'c> {
    params: &'c Map<String, Value>,
    ids: &'c Value,
}

impl Call<'_> {
    fn text(&self, name: &str) -> Option<&str> {
        self.params.get(name).and_then(Value::as_str)
    }

    /// Checks that only these parameters are given: what others ask for is not known here.
    fn only(&self, known: &[&str]) -> Result<(), Refused> {
        match self.params.keys().find(|name| !known.contains(&name.as_str())) {
            Some(name) => Err(Refused::unsupported(&format!("the parameter {name}"))),
            None => Ok(()),
        }
    }
}

/// Returns what each step of a case comes to, in order: `{op, response}` or `{op, exception: {code, message}}`,
/// payloads decoded.
///
/// # Errors
/// What the case lacks.
pub fn served(case: &Case) -> Result<Value, String> {
    let steps = case.more.get("steps").and_then(Value::as_array).ok_or("it has no steps")?;
    let (mut service, none) = (Service::default(), Map::new());
    let mut answers = vec![];
    for step in steps {
        let op = step["op"].as_str().ok_or("a step has no `op`")?;
        let params = step["params"].as_object().unwrap_or(&none);
        let answer = service.answer(op, &Call { params, ids: &step["ids"] });
        answers.push(match answer {
            Ok(response) => json!({ "op": op, "response": response }),
            Err(Refused { code, message }) => {
                json!({ "op": op, "exception": { "code": code, "message": message } })
            }
        });
    }
    Ok(json!({ "steps": answers }))
}

impl Service {
    fn answer(&mut self, op: &str, call: &Call<'_>) -> Answer {
        match op {
            "CreateStateMachine" => self.create(call),
            "DescribeStateMachine" => self.describe(call),
            "UpdateStateMachine" => self.update(call),
            "DeleteStateMachine" => self.delete(call),
            "DescribeStateMachineForExecution" => self.describe_for(call),
            "StartExecution" => self.start(call),
            "StartSyncExecution" => self.start_sync(call),
            "DescribeExecution" => self.describe_run(call),
            "GetExecutionHistory" => self.history(call),
            "ListExecutions" => self.list_runs(call),
            "CreateActivity" => self.activities.create(call),
            "DescribeActivity" => self.activities.describe(call),
            "DeleteActivity" => self.activities.delete(call),
            "ListActivities" => self.activities.list(call),
            "GetActivityTask" => self.activities.task(call),
            _ => Err(Refused::unsupported(op)),
        }
    }

    /// A name that no other thing has.
    fn unique(&mut self) -> String {
        self.made += 1;
        format!("00000000-0000-4000-8000-{:012}", self.made)
    }
}

/// The answers recorded before AWS gave them, and what is a price.
const LATER: &[&str] = &[
    "billingDetails",
    "encryptionConfiguration",
    "redriveCount",
    "redriveStatus",
    "redriveStatusReason",
];

/// Every difference between what was recorded of the steps and what came of them.
#[must_use]
pub fn compare_served(case: &Case, actual: &Value) -> Vec<Difference> {
    let (mut expected, mut ours) = (vec![], vec![]);
    let steps = case.more.get("steps").and_then(Value::as_array).into_iter().flatten();
    for (step, answer) in steps.zip(actual["steps"].as_array().into_iter().flatten()) {
        let Some(told) = step.get("expect").map(told).filter(|told| !told.is_null()) else {
            continue;
        };
        ours.push(alike(&told, answer));
        expected.push(told);
    }
    compare_value(&json!(expected), &json!(ours), &case.masks)
}

/// Returns what a step was recorded to come to. Some tests noted the text that the SDK makes of an exception.
fn told(expect: &Value) -> Value {
    let text = expect["response"].as_str().and_then(|it| it.strip_prefix("An error occurred ("));
    let parts = text.and_then(|it| it.split_once(") when calling the "));
    if let Some((code, rest)) = parts {
        let message = rest.split_once(" operation: ").map_or("", |(_, message)| message);
        return json!({ "exception": { "code": code, "message": message } });
    }
    let mut exception = expect["exception"].clone();
    if let Some(exception) = exception.as_object_mut() {
        exception.remove("httpStatus");
        return json!({ "exception": exception });
    }
    let Some(mut response) = expect.get("response").cloned() else { return Value::Null };
    let events = response.get_mut("events").and_then(Value::as_array_mut);
    for event in events.into_iter().flatten() {
        *event = decoded(event.take());
    }
    json!({ "response": response })
}

/// An answer without what was not answered yet when the case was recorded.
fn alike(told: &Value, answer: &Value) -> Value {
    let mut answer = answer.clone();
    if let Some(fields) = answer.as_object_mut() {
        fields.remove("op");
    }
    if let Some(response) = answer.get_mut("response").and_then(Value::as_object_mut) {
        response.retain(|name, _| {
            !LATER.contains(&name.as_str()) || told["response"].get(name).is_some()
        });
        for (name, value) in told["response"].as_object().into_iter().flatten() {
            // Dates are any; tests noted them by several words.
            if name == "billingDetails" || name.ends_with("Date") && response.contains_key(name) {
                response.insert(name.clone(), value.clone());
            }
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "tests")]
    use super::*;

    fn answers(steps: Value) -> Vec<Value> {
        let case = json!({ "id": "t", "kind": "api", "steps": steps }).to_string();
        let served = served(&Case::parse(&case).unwrap()).unwrap();
        served["steps"].as_array().unwrap().clone()
    }

    fn step(op: &str, params: Value) -> Value {
        json!({ "op": op, "params": params })
    }

    const ARN: &str = "arn:aws:states:us-east-1:111111111111";

    #[test]
    fn machines_are_made_run_changed_and_described() {
        let arn = format!("{ARN}:stateMachine:m");
        let run = format!("{ARN}:execution:m:r");
        let text = |to: u8| {
            let pass = json!({ "Type": "Pass", "Result": to, "End": true });
            json!({ "StartAt": "P", "States": { "P": pass } }).to_string()
        };
        let made = json!({ "name": "m", "definition": text(1), "roleArn": "r" });
        let answers = answers(json!([
            step("CreateStateMachine", made.clone()),
            step("CreateStateMachine", made),
            step("StartExecution", json!({ "stateMachineArn": arn, "name": "r" })),
            step("UpdateStateMachine", json!({ "stateMachineArn": arn, "definition": text(2) })),
            step("DescribeExecution", json!({ "executionArn": run })),
            step("DescribeStateMachine", json!({ "stateMachineArn": arn })),
            step("DescribeStateMachineForExecution", json!({ "executionArn": run })),
            step("GetExecutionHistory", json!({ "executionArn": run, "reverseOrder": true })),
            step("ListExecutions", json!({ "stateMachineArn": arn, "statusFilter": "FAILED" })),
            step("PublishStateMachineVersion", json!({ "stateMachineArn": arn })),
            step("DeleteStateMachine", json!({ "stateMachineArn": arn })),
            step("DescribeStateMachine", json!({ "stateMachineArn": arn })),
        ]));
        let response = |at: usize| &answers[at]["response"];
        assert_eq!(response(0)["stateMachineArn"], json!(arn));
        assert_eq!(response(0), response(1));
        assert_eq!(response(2)["executionArn"], json!(run));
        assert_eq!(response(4)["output"], 1);
        assert_eq!(response(5)["definition"]["States"]["P"]["Result"], 2);
        assert_eq!(response(5)["revisionId"], response(3)["revisionId"]);
        assert_eq!(response(6)["definition"]["States"]["P"]["Result"], 1);
        assert_eq!(response(7)["events"][0]["type"], "ExecutionSucceeded");
        assert_eq!(*response(8), json!({ "executions": [] }));
        assert_eq!(answers[9]["exception"]["code"], "Replay.NotSupported");
        assert_eq!(*response(10), json!({}));
        assert_eq!(answers[11]["exception"]["code"], "StateMachineDoesNotExist");
    }

    #[test]
    fn what_is_wrong_is_refused() {
        let definition = "{\"StartAt\":\"P\",\"States\":{\"P\":{\"Type\":\"Pass\",\"End\":true}}}";
        let made = |name: &str, more: Value| {
            let mut params = json!({ "name": name, "definition": definition, "roleArn": "r" });
            params.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
            step("CreateStateMachine", params)
        };
        let none = json!({});
        for (wrong, code) in [
            (made("a b", none.clone()), "InvalidName"),
            (made(&"x".repeat(81), none.clone()), "ValidationException"),
            (made("x", json!({ "definition": "{}" })), "InvalidDefinition"),
            (made("x", json!({ "versionDescription": "v" })), "ValidationException"),
            (
                made("x", json!({ "loggingConfiguration": { "level": "ALL" } })),
                "InvalidLoggingConfiguration",
            ),
            (made("x", json!({ "tags": [] })), "Replay.NotSupported"),
            (step("StartExecution", json!({ "stateMachineArn": "m" })), "InvalidArn"),
            (
                step(
                    "DescribeExecution",
                    json!({ "executionArn": format!("{ARN}:execution:m:r") }),
                ),
                "ExecutionDoesNotExist",
            ),
            (
                step(
                    "DescribeExecution",
                    json!({ "executionArn": format!("{ARN}:express:m:r:1") }),
                ),
                "InvalidArn",
            ),
            (
                step("DescribeActivity", json!({ "activityArn": format!("{ARN}:activity:a") })),
                "ActivityDoesNotExist",
            ),
            (step("Dance", none), "Replay.NotSupported"),
        ] {
            assert_eq!(answers(json!([wrong.clone()]))[0]["exception"]["code"], code, "{wrong}");
        }
    }
}
