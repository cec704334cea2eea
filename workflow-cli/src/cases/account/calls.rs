//! Calls of the API of Step Functions, and of those that deploy, made again where the service is busy.

use serde_json::{Value, json};
use std::time::Duration;
use workflow_runtime::connector::{LargeBucket, Services};
use workflow_runtime::large::LargeObjects;

/// The times that a call is made.
const TRIES: u32 = 5;
/// The pause before a call is made again, at first, and before an execution is asked about again, at first and at last.
const PAUSE: Duration = Duration::from_millis(500);
pub(super) const ASKED: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(5));
/// The most events of a history: those of STANDARD executions.
const EVENTS: usize = 25_000;

/// An account, or a server that answers as one.
pub(super) struct Account {
    services: Services,
}

impl Account {
    pub(super) fn new(services: Services) -> Self {
        Account { services }
    }

    pub(super) fn region(&self) -> &str {
        self.services.region_name()
    }

    /// Calls an operation of Step Functions, such as `describeExecution`.
    pub(super) async fn call(&self, operation: &str, parameters: &Value) -> Result<Value, String> {
        self.call_of("sfn", operation, parameters).await
    }

    /// Calls an operation of CloudFormation.
    pub(super) async fn formation(
        &self,
        operation: &str,
        parameters: &Value,
    ) -> Result<Value, String> {
        self.call_of("cloudformation", operation, parameters).await
    }

    /// Calls an operation of S3.
    pub(super) async fn objects(
        &self,
        operation: &str,
        parameters: &Value,
    ) -> Result<Value, String> {
        self.call_of("s3", operation, parameters).await
    }

    /// Puts an object into a bucket.
    pub(super) async fn put(&self, bucket: &str, key: &str, bytes: Vec<u8>) -> Result<(), String> {
        let bucket = LargeBucket::new(self.services.clone(), bucket, "");
        let put = bucket.put(key, bytes).await;
        // What S3 says stands behind what large values are.
        let why = |cause: &str| cause.split_once(": ").map_or(cause, |it| it.1).to_owned();
        put.map_err(|failure| why(&failure.cause()))
    }

    async fn call_of(
        &self,
        service: &str,
        operation: &str,
        parameters: &Value,
    ) -> Result<Value, String> {
        let mut pause = PAUSE;
        let mut tries = 1;
        loop {
            match self.services.call_api(service, operation, parameters).await {
                Ok(told) => return Ok(told),
                Err(error) if tries < TRIES && error.is_passing() => {
                    tokio::time::sleep(pause).await;
                    (tries, pause) = (tries + 1, pause * 2);
                }
                Err(error) => return Err(format!("{operation}: {error}")),
            }
        }
    }

    /// The definition of a machine that is deployed.
    pub(super) async fn definition(&self, machine: &str) -> Result<Value, String> {
        let told =
            self.call("describeStateMachine", &json!({ "stateMachineArn": machine })).await?;
        if told["type"] == "EXPRESS" {
            return Err(format!("{machine} is an EXPRESS machine: AWS has no histories of those"));
        }
        let text = told["definition"].as_str().unwrap_or_default();
        serde_json::from_str(text).map_err(|error| format!("the definition of {machine}: {error}"))
    }

    /// Waits for the end of an execution: its description and its history, as files of a recording.
    pub(super) async fn recorded(
        &self,
        arn: &str,
        patience: Duration,
    ) -> Result<Vec<(String, String)>, String> {
        let described = tokio::time::timeout(patience, self.ended(arn)).await;
        let seconds = patience.as_secs();
        let described =
            described.map_err(|_| format!("it still runs after {seconds} s: {arn}"))??;
        let mut files = vec![("describe-execution".to_owned(), described.to_string())];
        files.push(("get-execution-history".to_owned(), self.history(arn).await?.to_string()));
        Ok(files)
    }

    async fn ended(&self, arn: &str) -> Result<Value, String> {
        let mut pause = ASKED.0;
        loop {
            let told = self.call("describeExecution", &json!({ "executionArn": arn })).await?;
            if told["status"] != "RUNNING" {
                return Ok(told);
            }
            tokio::time::sleep(pause).await;
            pause = (pause * 2).min(ASKED.1);
        }
    }

    async fn history(&self, arn: &str) -> Result<Value, String> {
        let mut events = vec![];
        let mut parameters =
            json!({ "executionArn": arn, "maxResults": 1000, "includeExecutionData": true });
        loop {
            let page = self.call("getExecutionHistory", &parameters).await?;
            events.extend(page["events"].as_array().cloned().unwrap_or_default());
            match &page["nextToken"] {
                Value::String(token) if events.len() < EVENTS => {
                    parameters["nextToken"] = token.clone().into();
                }
                Value::String(_) => return Err(format!("{arn} has more than {EVENTS} events")),
                _ => return Ok(json!({ "events": events })),
            }
        }
    }
}
