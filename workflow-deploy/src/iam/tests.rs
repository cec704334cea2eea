//! Calls, and the statements that they need.

mod resources;
mod roles;
mod tables;

use super::*;
use serde_json::json;
use std::collections::BTreeMap;

fn machine() -> Machine {
    Machine { arns: vec![Text::of("M")], names: vec!["m".into()], logs: false, tracing: false }
}

/// The statements of a definition, a line each: actions, then resources.
fn lines(states: Value) -> Vec<String> {
    let definition = json!({ "StartAt": "A", "States": states });
    let machine = machine();
    let called = Called::of(&definition, &BTreeMap::new());
    let found = derive(&definition, &machine, &called);
    let line = |it: &Statement| {
        let resources: Vec<String> = it.resources.iter().map(Text::shown).collect();
        let condition = it.condition.as_ref().map(|it| format!(" if {it}")).unwrap_or_default();
        format!("{} on {}{condition}", it.actions.join(" "), resources.join(" "))
    };
    found.statements.iter().map(line).collect()
}

fn of(resource: &str, arguments: Value) -> Vec<String> {
    lines(json!({ "A": { "Type": "Task", "Resource": resource, "Parameters": arguments } }))
}

fn needed(cases: &[(&str, Value, &[&str])]) {
    for (resource, arguments, expected) in cases {
        let resource = match resource.contains("${") {
            true => (*resource).to_owned(),
            false => format!("arn:aws:states:::{resource}"),
        };
        assert_eq!(of(&resource, arguments.clone()), *expected, "{resource} {arguments}");
    }
}

#[test]
fn calls_need_their_actions_on_what_they_name() {
    needed(&[
        (
            "lambda:invoke",
            json!({ "FunctionName": "f" }),
            &["lambda:InvokeFunction on arn:P:lambda:R:A:function:f arn:P:lambda:R:A:function:f:*"],
        ),
        (
            "lambda:invoke",
            json!({ "FunctionName": "f:7" }),
            &["lambda:InvokeFunction on arn:P:lambda:R:A:function:f:7"],
        ),
        ("lambda:invoke", json!({ "FunctionName.$": "$.f" }), &["lambda:InvokeFunction on *"]),
        ("${F}", json!({}), &["lambda:InvokeFunction on <F> <F>:*"]),
        ("${MyActivity}", json!({}), &[]),
        ("sns:publish", json!({ "PhoneNumber": "1" }), &["sns:Publish on *"]),
        (
            "dynamodb:getItem",
            json!({ "TableName": "t" }),
            &["dynamodb:GetItem on arn:P:dynamodb:R:A:table/t"],
        ),
        (
            "dynamodb:getItem",
            json!({ "TableName": "${TableArn}" }),
            &["dynamodb:GetItem on <TableArn>"],
        ),
        (
            "states:startExecution",
            json!({ "StateMachineArn.$": "$$.StateMachine.Id" }),
            &["states:StartExecution on M"],
        ),
        (
            "glue:startJobRun",
            json!({ "JobName": "j" }),
            &["glue:StartJobRun on arn:P:glue:R:A:job/j"],
        ),
        (
            "glue:startJobRun.sync",
            json!({ "JobName": "j" }),
            &[
                "glue:BatchStopJobRun glue:GetJobRun glue:GetJobRuns glue:StartJobRun on arn:P:glue:R:A:job/j",
            ],
        ),
    ]);
}

#[test]
fn calls_of_the_sdk_need_the_actions_of_iam() {
    needed(&[
        (
            "aws-sdk:s3:listObjectsV2",
            json!({ "Bucket": "b", "Prefix": "p" }),
            &["s3:ListBucket on arn:P:s3:::b"],
        ),
        ("aws-sdk:s3:listBuckets", json!({}), &["s3:ListAllMyBuckets on *"]),
        (
            "aws-sdk:s3:headObject",
            json!({ "Bucket": "b", "Key.$": "$.k" }),
            &["s3:GetObject on arn:P:s3:::b/*"],
        ),
        (
            "aws-sdk:dynamodb:transactWriteItems",
            json!({}),
            &[
                "dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem on *",
            ],
        ),
        (
            "aws-sdk:sfn:listExecutions",
            json!({ "StateMachineArn": "${OtherArn}" }),
            &["states:ListExecutions on <OtherArn>"],
        ),
        (
            "aws-sdk:emrserverless:startJobRun",
            json!({ "ExecutionRoleArn": "${RoleArn}" }),
            &["emr-serverless:StartJobRun on *", "iam:PassRole on <RoleArn>"],
        ),
    ]);
}
