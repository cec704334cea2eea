//! Cases of the API: the calls of a case, answered by the server's own [`Service`] without a socket.
//!
//! A case assumes the identifiers that AWS made up. What the server makes up in their place is put back.

use crate::case::Case;
use crate::compare::compare_value;
use serde_json::{Value, json};
use std::time::Duration;
use workflow_replay::{HistoryDifference, Script, UNSCRIPTED, decode, decoded};
use workflow_runtime::clock::VirtualClock;
use workflow_runtime::engine::Place;
use workflow_server::{Call, Service};

/// The longest time in which an execution of a case ends that is going to.
const PATIENCE: u32 = 400;
const PAUSE: Duration = Duration::from_millis(1);

/// A case that is replayed.
struct Replay {
    service: Service,
    /// Texts of the server, and those of the case that stand for them.
    names: Vec<(String, String)>,
    /// The token of the next page of the last list.
    token: Option<String>,
}

/// Returns what each step of a case comes to, in order: `{op, response}` or `{op, exception: {code, message}}`,
/// payloads decoded.
///
/// # Errors
/// A name that the case uses, and did not make.
pub fn served(case: &Case) -> Result<Value, String> {
    let steps = case.more.get("steps").and_then(Value::as_array).ok_or("it has no steps")?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| format!("no runtime: {error}"))?;
    runtime.block_on(async {
        let place = Place { account: "111111111111".into(), ..Place::default() };
        // Tasks have no results in these cases.
        let script = Script::default();
        let builder = Service::builder().clock(VirtualClock::default()).place(place);
        let service = builder.connector(script).hold(PAUSE).open().await;
        let service = service.map_err(|error| error.to_string())?;
        let mut replay = Replay { service, names: vec![], token: None };
        let mut answers = vec![];
        for step in steps {
            answers.push(replay.step(step).await?);
        }
        Ok(json!({ "steps": answers }))
    })
}

impl Replay {
    async fn step(&mut self, step: &Value) -> Result<Value, String> {
        let op = step["op"].as_str().ok_or("a step has no `op`")?;
        let mut params = self.translated(&step["params"], false);
        // Cases name the tokens of pages by numbers.
        if let (Some(given), Some(own)) = (params.get_mut("nextToken"), &self.token)
            && given.as_str().is_some_and(|it| it.starts_with("tok"))
        {
            *given = json!(own);
        }
        let response = match self.call(op, &params).await {
            Ok(response) => response,
            Err(refused) => {
                return Ok(json!({ "op": op, "exception": self.translated(&refused, true) }));
            }
        };
        // All other identifiers are made of names.
        self.assume(&response["executionArn"], &step["ids"]["executionArn"]);
        self.token = response["nextToken"].as_str().map(str::to_owned).or(self.token.take());
        if let Some(execution) =
            response["executionArn"].as_str().filter(|_| op == "StartExecution")
        {
            self.end(execution).await;
        }
        let mut response = self.translated(&response, true);
        // Decoded, as all payloads of a case.
        let fields = response.as_object_mut().into_iter().flatten();
        for (_, value) in
            fields.filter(|(name, _)| ["definition", "input", "output"].contains(&name.as_str()))
        {
            decode(value);
        }
        let events = response.get_mut("events").and_then(Value::as_array_mut);
        events.into_iter().flatten().for_each(|event| *event = decoded(event.take()));
        let text = response.to_string();
        let taken = !text.contains("ActivityScheduled") || text.contains("ActivityStarted");
        if text.contains(UNSCRIPTED) || !taken {
            let message = "a task without a recorded result is not supported";
            return Ok(
                json!({ "op": op, "exception": { "code": "Replay.NotSupported", "message": message } }),
            );
        }
        Ok(json!({ "op": op, "response": response }))
    }

    async fn call(&self, op: &str, params: &Value) -> Result<Value, Value> {
        let (target, body) = (format!("AWSStepFunctions.{op}"), params.to_string());
        let reply =
            self.service.answer(Call { target: Some(&target), body: body.as_bytes() }).await;
        let body: Value = serde_json::from_str(&reply.body).unwrap_or_default();
        if reply.status == 200 {
            return Ok(body);
        }
        Err(json!({ "code": body["__type"], "message": body["message"] }))
    }

    /// Has a text of the server stand for one that the case assumes.
    fn assume(&mut self, own: &Value, assumed: &Value) {
        if let (Some(own), Some(assumed)) = (own.as_str(), assumed.as_str())
            && own != assumed
        {
            // The name of an execution stands in its ARN, and by itself.
            let last = |arn: &str| arn.split(':').nth(7).map(str::to_owned);
            self.names.push((own.to_owned(), assumed.to_owned()));
            self.names.extend(last(own).zip(last(assumed)));
        }
    }

    /// The same with the names of the case (`back`), or with those of the server.
    fn translated(&self, value: &Value, back: bool) -> Value {
        match value {
            Value::String(text) => {
                Value::String(self.names.iter().fold(text.clone(), |text, (own, assumed)| {
                    if back { text.replace(own, assumed) } else { text.replace(assumed, own) }
                }))
            }
            Value::Array(items) => items.iter().map(|it| self.translated(it, back)).collect(),
            Value::Object(fields) => {
                let one = |(name, it): (&String, &Value)| (name.clone(), self.translated(it, back));
                Value::Object(fields.iter().map(one).collect())
            }
            other => other.clone(),
        }
    }

    /// Waits for the end of an execution: the case was recorded so.
    async fn end(&self, execution: &str) {
        for _ in 0..PATIENCE {
            let by = json!({ "executionArn": execution });
            match self.call("DescribeExecution", &by).await {
                Ok(told) if told["status"] == "RUNNING" => tokio::time::sleep(PAUSE).await,
                _ => return,
            }
        }
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
pub fn compare_served(case: &Case, actual: &Value) -> Vec<HistoryDifference> {
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
    let later = |name: &str| LATER.contains(&name);
    if let Some(fields) = answer.as_object_mut() {
        fields.remove("op");
    }
    let listed = answer.pointer_mut("/response/executions").and_then(Value::as_array_mut);
    for (at, execution) in listed.into_iter().flatten().enumerate() {
        let told = &told["response"]["executions"][at];
        let fields = execution.as_object_mut().into_iter();
        fields.for_each(|it| it.retain(|name, _| !later(name) || told.get(name).is_some()));
    }
    if let Some(response) = answer.get_mut("response").and_then(Value::as_object_mut) {
        response.retain(|name, _| !later(name) || told["response"].get(name).is_some());
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

    #[test]
    fn what_a_case_assumes_stands_for_what_the_server_made_up() {
        let arn = "arn:aws:states:us-east-1:111111111111";
        let definition = r#"{"StartAt":"P","States":{"P":{"Type":"Pass","Result":7,"End":true}}}"#;
        let run = format!("{arn}:execution:m:assumed");
        let made = json!({ "name": "m", "definition": definition, "roleArn": "arn:aws:iam::123456789012:role/r" });
        let machine = format!("{arn}:stateMachine:m");
        let steps = json!([
            { "op": "CreateStateMachine", "params": made },
            { "op": "StartExecution", "params": { "stateMachineArn": machine }, "ids": { "executionArn": run } },
            { "op": "DescribeExecution", "params": { "executionArn": run } },
            { "op": "ListExecutions", "params": { "stateMachineArn": machine, "statusFilter": "none" } },
        ]);
        let case = json!({ "id": "t", "kind": "api", "steps": steps }).to_string();
        let served = served(&Case::parse(&case).unwrap()).unwrap();
        let steps = served["steps"].as_array().unwrap();
        assert_eq!(steps[1]["response"]["executionArn"], json!(run));
        assert_eq!(steps[2]["response"]["name"], "assumed");
        assert_eq!(steps[2]["response"]["output"], 7);
        assert_eq!(steps[3]["exception"]["code"], "ValidationException");
    }
}
