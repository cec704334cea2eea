//! A client of a service.

use serde_json::{Value, json};
use std::time::Duration;
use workflow_server::{Builder, Call, Service};

pub const ROLE: &str = "arn:aws:iam::123456789012:role/r";
pub const OWN: &str = "arn:aws:states:us-east-1:123456789012";

/// All operations.
pub const OPERATIONS: [&str; 37] = [
    "CreateActivity",
    "CreateStateMachine",
    "CreateStateMachineAlias",
    "DeleteActivity",
    "DeleteStateMachine",
    "DeleteStateMachineAlias",
    "DeleteStateMachineVersion",
    "DescribeActivity",
    "DescribeExecution",
    "DescribeMapRun",
    "DescribeStateMachine",
    "DescribeStateMachineAlias",
    "DescribeStateMachineForExecution",
    "GetActivityTask",
    "GetExecutionHistory",
    "ListActivities",
    "ListExecutions",
    "ListMapRuns",
    "ListStateMachineAliases",
    "ListStateMachineVersions",
    "ListStateMachines",
    "ListTagsForResource",
    "PublishStateMachineVersion",
    "RedriveExecution",
    "SendTaskFailure",
    "SendTaskHeartbeat",
    "SendTaskSuccess",
    "StartExecution",
    "StartSyncExecution",
    "StopExecution",
    "TagResource",
    "TestState",
    "UntagResource",
    "UpdateMapRun",
    "UpdateStateMachine",
    "UpdateStateMachineAlias",
    "ValidateStateMachineDefinition",
];

pub struct Client(pub Service);

impl Client {
    pub async fn new() -> Self {
        Client::of(Service::builder()).await
    }

    pub async fn of(builder: Builder) -> Self {
        Client(builder.hold(Duration::from_millis(300)).open().await.unwrap())
    }

    /// Calls an operation: its response, or the code and the text of the exception.
    pub async fn call(&self, operation: &str, params: Value) -> Result<Value, (String, String)> {
        let target = format!("AWSStepFunctions.{operation}");
        let body = params.to_string();
        let reply = self.0.answer(Call { target: Some(&target), body: body.as_bytes() }).await;
        let body: Value = serde_json::from_str(&reply.body).unwrap();
        if reply.status == 200 {
            assert_eq!(reply.error, None);
            return Ok(body);
        }
        assert_eq!(reply.error, body["__type"].as_str());
        let text = |name: &str| body[name].as_str().unwrap().to_owned();
        Err((text("__type"), text("message")))
    }

    pub async fn ok(&self, operation: &str, params: Value) -> Value {
        let result = self.call(operation, params.clone()).await;
        result.unwrap_or_else(|why| panic!("{operation} {params}: {why:?}"))
    }

    /// The exception of a call that is refused.
    pub async fn refused(&self, operation: &str, params: Value) -> (String, String) {
        let result = self.call(operation, params.clone()).await;
        result.expect_err(&format!("{operation} {params}"))
    }

    /// The code alone.
    pub async fn code(&self, operation: &str, params: Value) -> String {
        self.refused(operation, params).await.0
    }

    /// Makes a STANDARD machine, and returns its ARN.
    pub async fn machine(&self, name: &str, definition: &Value) -> String {
        let params = json!({ "name": name, "definition": definition.to_string(), "roleArn": ROLE });
        text(&self.ok("CreateStateMachine", params).await["stateMachineArn"])
    }

    /// Makes an EXPRESS machine, and returns its ARN.
    pub async fn express(&self, name: &str, definition: &Value) -> String {
        let params = json!({ "name": name, "definition": definition.to_string(), "roleArn": ROLE, "type": "EXPRESS" });
        text(&self.ok("CreateStateMachine", params).await["stateMachineArn"])
    }

    /// Starts an execution, and returns its ARN.
    pub async fn start(&self, machine: &str, input: Value) -> String {
        let params = json!({ "stateMachineArn": machine, "input": input.to_string() });
        text(&self.ok("StartExecution", params).await["executionArn"])
    }

    pub async fn describe(&self, execution: &str) -> Value {
        self.ok("DescribeExecution", json!({ "executionArn": execution })).await
    }

    /// Waits for the end of an execution, and describes it.
    pub async fn ended(&self, execution: &str) -> Value {
        for _ in 0..1_000 {
            let told = self.describe(execution).await;
            if told["status"] != "RUNNING" {
                return told;
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        panic!("{execution} does not end")
    }

    /// Runs a definition to its end.
    pub async fn run(&self, name: &str, definition: &Value, input: Value) -> Value {
        let machine = self.machine(name, definition).await;
        let execution = self.start(&machine, input).await;
        self.ended(&execution).await
    }

    /// The types of the events of an execution.
    pub async fn events(&self, execution: &str) -> Vec<String> {
        let params = json!({ "executionArn": execution, "maxResults": 1000 });
        let told = self.ok("GetExecutionHistory", params).await;
        told["events"].as_array().unwrap().iter().map(|it| text(&it["type"])).collect()
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is no text")).to_owned()
}

/// A machine of one state.
pub fn one(state: Value) -> Value {
    json!({ "StartAt": "S", "States": { "S": state } })
}

pub fn pass(result: Value) -> Value {
    one(json!({ "Type": "Pass", "Result": result, "End": true }))
}

pub fn wait(seconds: u32) -> Value {
    one(json!({ "Type": "Wait", "Seconds": seconds, "End": true }))
}

pub fn fail(error: &str, cause: &str) -> Value {
    one(json!({ "Type": "Fail", "Error": error, "Cause": cause }))
}

/// A task of an activity.
pub fn activity(arn: &str, more: Value) -> Value {
    let mut state = json!({ "Type": "Task", "Resource": arn, "End": true });
    state.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    one(state)
}
