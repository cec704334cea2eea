//! Calls, and the statements that they need.

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

#[test]
fn buckets_and_objects_have_names_of_their_own() {
    let bucket = |actions: &str| format!("{actions} on arn:P:s3:::b");
    let object = |actions: &str| format!("{actions} on arn:P:s3:::b/k");
    for (action, expected) in [
        ("headBucket", bucket("s3:ListBucket")),
        ("listObjectsV2", bucket("s3:ListBucket")),
        ("listObjectVersions", bucket("s3:ListBucketVersions")),
        ("listMultipartUploads", bucket("s3:ListBucketMultipartUploads")),
        ("getBucketEncryption", bucket("s3:GetEncryptionConfiguration")),
        ("deleteBucketEncryption", bucket("s3:PutEncryptionConfiguration")),
        ("putBucketLifecycleConfiguration", bucket("s3:PutLifecycleConfiguration")),
        ("deleteBucketLifecycle", bucket("s3:PutLifecycleConfiguration")),
        ("getBucketNotificationConfiguration", bucket("s3:GetBucketNotification")),
        ("getObjectLockConfiguration", bucket("s3:GetBucketObjectLockConfiguration")),
        ("getPublicAccessBlock", bucket("s3:GetBucketPublicAccessBlock")),
        ("deleteBucketReplication", bucket("s3:PutReplicationConfiguration")),
        ("listBucketMetricsConfigurations", bucket("s3:GetMetricsConfiguration")),
        ("getBucketTagging", bucket("s3:GetBucketTagging")),
        ("deleteBucketTagging", bucket("s3:PutBucketTagging")),
        ("getBucketPolicy", bucket("s3:GetBucketPolicy")),
        ("getObject", object("s3:GetObject")),
        ("headObject", object("s3:GetObject")),
        ("selectObjectContent", object("s3:GetObject")),
        ("getObjectAttributes", object("s3:GetObject s3:GetObjectAttributes")),
        ("createMultipartUpload", object("s3:PutObject")),
        ("completeMultipartUpload", object("s3:PutObject")),
        ("abortMultipartUpload", object("s3:AbortMultipartUpload")),
        ("listParts", object("s3:ListMultipartUploadParts")),
        ("restoreObject", object("s3:RestoreObject")),
        ("listBuckets", "s3:ListAllMyBuckets on *".to_owned()),
    ] {
        let resource = format!("arn:aws:states:::aws-sdk:s3:{action}");
        assert_eq!(of(&resource, json!({ "Bucket": "b", "Key": "k" })), [expected], "{action}");
    }
}

#[test]
fn arguments_of_objects_ask_for_more() {
    const POINT: &str = "arn:aws:s3:eu-west-1:123456789012:accesspoint/p";
    needed(&[
        (
            "aws-sdk:s3:getObject",
            json!({ "Bucket": "b", "Key": "k", "VersionId.$": "$.v" }),
            &["s3:GetObjectVersion on arn:P:s3:::b/k"],
        ),
        (
            "aws-sdk:s3:deleteObject",
            json!({ "Bucket": "b", "Key": "k", "VersionId": "1", "BypassGovernanceRetention": true }),
            &["s3:BypassGovernanceRetention s3:DeleteObjectVersion on arn:P:s3:::b/k"],
        ),
        (
            "aws-sdk:s3:putObject",
            json!({ "Bucket": "b", "Key": "k", "Tagging": "a=b", "ACL": "private", "ObjectLockMode": "GOVERNANCE" }),
            &[
                "s3:PutObject s3:PutObjectAcl s3:PutObjectRetention s3:PutObjectTagging on arn:P:s3:::b/k",
            ],
        ),
        (
            "aws-sdk:s3:copyObject",
            json!({ "Bucket": "b", "Key": "k", "CopySource": "/from/x?versionId=7" }),
            &["s3:GetObjectVersion on arn:P:s3:::from/x", "s3:PutObject on arn:P:s3:::b/k"],
        ),
        (
            "aws-sdk:s3:copyObject",
            json!({ "Bucket": "b", "Key": "k", "CopySource": "from/a%20b%2Fc%C3%BC%2" }),
            &["s3:GetObject on arn:P:s3:::from/a b/cü%2", "s3:PutObject on arn:P:s3:::b/k"],
        ),
        (
            "aws-sdk:s3:copyObject",
            json!({ "Bucket": POINT, "Key": "k", "CopySource": format!("{}/object/x%2By", POINT.replace(':', "%3A")) }),
            &[
                &format!("s3:GetObject on {POINT}/object/x+y"),
                &format!("s3:PutObject on {POINT}/object/k"),
            ],
        ),
        (
            "aws-sdk:s3:listObjectsV2",
            json!({ "Bucket": POINT }),
            &[&format!("s3:ListBucket on {POINT}")],
        ),
        (
            "aws-sdk:s3:deleteObjects",
            json!({ "Bucket": "b", "Delete": { "Objects": [{ "Key": "x" }] } }),
            &["s3:DeleteObject on arn:P:s3:::b/*"],
        ),
        (
            "aws-sdk:s3:deleteObjects",
            json!({ "Bucket": "b", "Delete": { "Objects.$": "$.all" } }),
            &["s3:DeleteObject on arn:P:s3:::b/*"],
        ),
        (
            "aws-sdk:s3:deleteObjects",
            json!({ "Bucket": "b", "Delete": { "Objects": [{ "Key": "x", "VersionId.$": "$.v" }] } }),
            &["s3:DeleteObject s3:DeleteObjectVersion on arn:P:s3:::b/*"],
        ),
        (
            "aws-sdk:s3:createBucket",
            json!({ "Bucket": "b", "ObjectLockEnabledForBucket": true }),
            &[
                "s3:CreateBucket s3:PutBucketObjectLockConfiguration s3:PutBucketVersioning on arn:P:s3:::b",
            ],
        ),
    ]);
}

#[test]
fn names_may_have_spaces_and_other_letters() {
    let problems = |resource: &str, arguments: Value| {
        let task = json!({ "Type": "Task", "Resource": resource, "Parameters": arguments });
        let definition = json!({ "StartAt": "A", "States": { "A": task } });
        derive(&definition, &machine(), &Called::of(&definition, &BTreeMap::new())).problems.len()
    };
    let key = json!({ "Bucket": "b", "Key": "raw data/é {1}+%20/東京\u{1}.csv" });
    let get = "arn:aws:states:::aws-sdk:s3:getObject";
    assert_eq!(of(get, key.clone()), ["s3:GetObject on arn:P:s3:::b/raw data/é {1}+%20/***.csv"]);
    assert_eq!(problems(get, key), 0);
    assert_eq!(problems("arn:aws:states:::glue:startJobRun", json!({ "JobName": "My job" })), 0);
    let queue = json!({ "TopicArn": "arn:aws:sns:eu-west-1:123456789012:my topic" });
    assert_eq!(problems("arn:aws:states:::sns:publish", queue), 1);
}

#[test]
fn rules_stand_on_buses() {
    let bus = "arn:aws:events:eu-west-1:210987654321:event-bus/shop";
    for (action, argument, iam) in [
        ("deleteRule", "Name", "DeleteRule"),
        ("describeRule", "Name", "DescribeRule"),
        ("disableRule", "Name", "DisableRule"),
        ("enableRule", "Name", "EnableRule"),
        ("putRule", "Name", "PutRule"),
        ("putTargets", "Rule", "PutTargets"),
        ("removeTargets", "Rule", "RemoveTargets"),
        ("listTargetsByRule", "Rule", "ListTargetsByRule"),
    ] {
        let call = |bus: Value| {
            let mut arguments = json!({ argument: "nightly" });
            if !bus.is_null() {
                arguments["EventBusName"] = bus;
            }
            of(&format!("arn:aws:states:::aws-sdk:eventbridge:{action}"), arguments)
        };
        let on = |arn: &str| [format!("events:{iam} on {arn}")];
        assert_eq!(call(Value::Null), on("arn:P:events:R:A:rule/nightly"));
        assert_eq!(call(json!("default")), on("arn:P:events:R:A:rule/nightly"));
        assert_eq!(call(json!("shop")), on("arn:P:events:R:A:rule/shop/nightly"));
        assert_eq!(call(json!("${Bus}")), on("arn:P:events:R:A:rule/<Bus>/nightly"));
        assert_eq!(call(json!(bus)), on("arn:aws:events:eu-west-1:210987654321:rule/shop/nightly"));
        assert_eq!(call(json!("{% $bus %}")), on("*"));
    }
    needed(&[
        (
            "aws-sdk:eventbridge:putPermission",
            json!({ "Action": "x" }),
            &["events:PutPermission on arn:P:events:R:A:event-bus/default"],
        ),
        (
            "aws-sdk:eventbridge:deleteArchive",
            json!({ "ArchiveName": "old" }),
            &["events:DeleteArchive on arn:P:events:R:A:archive/old"],
        ),
        ("aws-sdk:eventbridge:listRules", json!({}), &["events:ListRules on *"]),
    ]);
}

#[test]
fn keys_streams_and_subnets_are_resources_too() {
    let group = "arn:P:logs:R:A:log-group:orders";
    needed(&[
        (
            "aws-sdk:kms:reEncrypt",
            json!({ "SourceKeyId": "1a", "DestinationKeyId": "2b", "CiphertextBlob.$": "$.c" }),
            &[
                "kms:ReEncryptFrom on arn:P:kms:R:A:key/1a",
                "kms:ReEncryptTo on arn:P:kms:R:A:key/2b",
            ],
        ),
        (
            "aws-sdk:kms:reEncrypt",
            json!({ "DestinationKeyId": "2b" }),
            &["kms:ReEncryptFrom on *", "kms:ReEncryptTo on arn:P:kms:R:A:key/2b"],
        ),
        ("aws-sdk:kms:generateRandom", json!({ "NumberOfBytes": 8 }), &["kms:GenerateRandom on *"]),
        (
            "aws-sdk:kms:createAlias",
            json!({ "AliasName": "alias/shop", "TargetKeyId": "1a" }),
            &["kms:CreateAlias on arn:P:kms:R:A:alias/shop arn:P:kms:R:A:key/1a"],
        ),
        (
            "aws-sdk:cloudwatchlogs:putLogEvents",
            json!({ "LogGroupName": "orders", "LogStreamName": "s", "LogEvents": [] }),
            &[&format!("logs:PutLogEvents on {group}:log-stream:s")],
        ),
        (
            "aws-sdk:cloudwatchlogs:putLogEvents",
            json!({ "LogGroupName": "orders", "LogStreamName.$": "$.s", "LogEvents": [] }),
            &[&format!("logs:PutLogEvents on {group}:log-stream:*")],
        ),
        (
            "aws-sdk:cloudwatchlogs:createLogStream",
            json!({ "LogGroupName": "orders", "LogStreamName": "s" }),
            &[&format!("logs:CreateLogStream on {group}:*")],
        ),
        (
            "aws-sdk:cloudwatchlogs:filterLogEvents",
            json!({ "LogGroupIdentifier": "arn:aws:logs:eu-west-1:123456789012:log-group:g:*" }),
            &["logs:FilterLogEvents on arn:aws:logs:eu-west-1:123456789012:log-group:g:*"],
        ),
        (
            "eks:createNodegroup",
            json!({ "ClusterName": "c", "NodegroupName": "n" }),
            &["ec2:DescribeSubnets on *", "eks:CreateNodegroup on arn:P:eks:R:A:cluster/c"],
        ),
        (
            "eks:createNodegroup.sync",
            json!({ "ClusterName": "c", "NodegroupName": "n" }),
            &[
                "ec2:DescribeSubnets on *",
                "eks:CreateNodegroup on arn:P:eks:R:A:cluster/c",
                "eks:DeleteNodegroup eks:DescribeNodegroup on arn:P:eks:R:A:nodegroup/c/*",
            ],
        ),
    ]);
}

#[test]
fn a_distributed_map_starts_its_own_machine() {
    let map = json!({ "A": {
        "Type": "Map", "Label": "Each",
        "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": { "Bucket": "in", "Prefix": "x/" } },
        "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "States": {} },
        "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Parameters": { "Bucket.$": "$.b" } },
    } });
    assert_eq!(
        lines(map),
        [
            "s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject on *",
            "s3:ListBucket on arn:P:s3:::in",
            "states:DescribeExecution states:StopExecution on arn:P:states:R:A:execution:m/Each:* arn:P:states:R:A:execution:m:*",
            "states:RedriveExecution on arn:P:states:R:A:execution:m/Each:*",
            "states:StartExecution on M",
        ]
    );
}

#[test]
fn versions_and_aliases_of_machines_are_no_resources() {
    let alias = "arn:aws:states:eu-west-1:123456789012:stateMachine:pack:live";
    let machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:pack";
    needed(&[
        (
            "states:startExecution.sync:2",
            json!({ "StateMachineArn": alias }),
            &[
                "events:DescribeRule events:PutRule events:PutTargets on arn:P:events:R:A:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule",
                "states:DescribeExecution states:StopExecution on arn:aws:states:eu-west-1:123456789012:execution:pack:*",
                &format!("states:StartExecution on {machine}"),
            ],
        ),
        (
            "aws-sdk:sfn:startSyncExecution",
            json!({ "StateMachineArn": alias }),
            &[&format!("states:StartSyncExecution on {machine}")],
        ),
    ]);
}

#[test]
fn definitions_of_jobs_are_asked_for_with_a_revision() {
    let run = |definition: &str| {
        of("arn:aws:states:::ecs:runTask", json!({ "TaskDefinition": definition }))
    };
    assert_eq!(run("pack"), ["ecs:RunTask on arn:P:ecs:R:A:task-definition/pack:*"]);
    assert_eq!(run("pack:7"), ["ecs:RunTask on arn:P:ecs:R:A:task-definition/pack:7"]);
    assert_eq!(run("${TaskArn}"), ["ecs:RunTask on <TaskArn> <TaskArn>:*"]);
    let submit =
        of("arn:aws:states:::batch:submitJob", json!({ "JobDefinition": "jd", "JobQueue": "q" }));
    assert_eq!(
        submit,
        ["batch:SubmitJob on arn:P:batch:R:A:job-definition/jd:* arn:P:batch:R:A:job-queue/q"]
    );
}

#[test]
fn a_task_with_credentials_takes_their_role_and_needs_nothing_else() {
    let task = |credentials: Value| {
        lines(json!({ "A": {
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": credentials,
            "Parameters": { "FunctionName": "arn:aws:lambda:eu-west-1:210987654321:function:f" } } }))
    };
    let role = "arn:aws:iam::210987654321:role/cross";
    assert_eq!(task(json!({ "RoleArn": role })), [format!("sts:AssumeRole on {role}")]);
    assert_eq!(task(json!({ "RoleArn.$": "$.role" })), ["sts:AssumeRole on *"]);
}

#[test]
fn roles_are_taken_or_handed_on() {
    let role = "arn:aws:iam::123456789012:role/other";
    needed(&[
        (
            "aws-sdk:sts:assumeRole",
            json!({ "RoleArn": role, "RoleSessionName": "x" }),
            &[&format!("sts:AssumeRole on {role}")],
        ),
        (
            "ecs:runTask",
            json!({ "TaskDefinition": "t:1", "Overrides": { "TaskRoleArn": role } }),
            &[
                "ecs:RunTask on arn:P:ecs:R:A:task-definition/t:1",
                &format!("iam:PassRole on {role}"),
            ],
        ),
        (
            "emr-serverless:startJobRun",
            json!({ "ApplicationId": "00f", "ExecutionRoleArn": role }),
            &[
                "emr-serverless:StartJobRun on arn:P:emr-serverless:R:A:/applications/00f",
                &format!(
                    "iam:PassRole on {role} if {{\"StringEquals\":{{\"iam:PassedToService\":\"emr-serverless.amazonaws.com\"}}}}"
                ),
            ],
        ),
        (
            "sagemaker:createHyperParameterTuningJob",
            json!({ "HyperParameterTuningJobName": "t", "TrainingJobDefinition": { "RoleArn": role } }),
            &[
                &format!(
                    "iam:PassRole on {role} if {{\"StringEquals\":{{\"iam:PassedToService\":\"sagemaker.amazonaws.com\"}}}}"
                ),
                "sagemaker:CreateHyperParameterTuningJob on arn:P:sagemaker:R:A:hyper-parameter-tuning-job/t*",
                "sagemaker:ListTags on *",
            ],
        ),
        (
            "aws-sdk:scheduler:createSchedule",
            json!({ "Name": "n", "Target": { "Arn": "x", "RoleArn": role } }),
            &[&format!("iam:PassRole on {role}"), "scheduler:CreateSchedule on *"],
        ),
        (
            "aws-sdk:eventbridge:putTargets",
            json!({ "Rule": "n", "Targets": [{ "Id": "1", "RoleArn": role }] }),
            &["events:PutTargets on arn:P:events:R:A:rule/n", &format!("iam:PassRole on {role}")],
        ),
        (
            "emr-containers:startJobRun",
            json!({ "VirtualClusterId": "v", "ExecutionRoleArn": role }),
            &[&format!(
                "emr-containers:StartJobRun on arn:P:emr-containers:R:A:/virtualclusters/v if {{\"StringEquals\":{{\"emr-containers:ExecutionRoleArn\":\"{role}\"}}}}"
            )],
        ),
    ]);
}

#[test]
fn what_a_call_names_is_what_it_may_touch() {
    let table = |name: &str| format!("arn:P:dynamodb:R:A:table/{name}");
    needed(&[
        (
            "sns:publish",
            json!({ "TargetArn": "arn:aws:sns:eu-west-1:123456789012:t" }),
            &["sns:Publish on arn:aws:sns:eu-west-1:123456789012:t"],
        ),
        (
            "aws-sdk:sns:publish",
            json!({ "TargetArn": "arn:aws:sns:eu-west-1:123456789012:t" }),
            &["sns:Publish on arn:aws:sns:eu-west-1:123456789012:t"],
        ),
        (
            "aws-sdk:dynamodb:batchWriteItem",
            json!({ "RequestItems": { "orders": [], "parts": [] } }),
            &[&format!("dynamodb:BatchWriteItem on {} {}", table("orders"), table("parts"))],
        ),
        (
            "aws-sdk:dynamodb:transactWriteItems",
            json!({ "TransactItems": [
                { "Put": { "TableName": "orders" } }, { "ConditionCheck": { "TableName": "stock" } },
            ] }),
            &[
                &format!("dynamodb:ConditionCheckItem on {}", table("stock")),
                &format!("dynamodb:PutItem on {}", table("orders")),
            ],
        ),
        (
            "aws-sdk:eventbridge:putEvents",
            json!({ "Entries": [{ "EventBusName": "shop" }] }),
            &["events:PutEvents on arn:P:events:R:A:event-bus/shop"],
        ),
        (
            "aws-sdk:kms:decrypt",
            json!({ "KeyId": "12ab" }),
            &["kms:Decrypt on arn:P:kms:R:A:key/12ab"],
        ),
        ("aws-sdk:kms:decrypt", json!({ "KeyId": "alias/shop" }), &["kms:Decrypt on *"]),
        (
            "aws-sdk:glue:startJobRun",
            json!({ "JobName": "load" }),
            &["glue:StartJobRun on arn:P:glue:R:A:job/load"],
        ),
        (
            "aws-sdk:ssm:getParameters",
            json!({ "Names": ["/shop/fee", "tax"] }),
            &["ssm:GetParameters on arn:P:ssm:R:A:parameter/shop/fee arn:P:ssm:R:A:parameter/tax"],
        ),
        (
            "aws-sdk:ssm:getParametersByPath",
            json!({ "Path": "/shop/" }),
            &[
                "ssm:GetParametersByPath on arn:P:ssm:R:A:parameter/shop arn:P:ssm:R:A:parameter/shop/*",
            ],
        ),
        (
            "lambda:invoke",
            json!({ "FunctionName": "123456789012:function:g" }),
            &[
                "lambda:InvokeFunction on arn:P:lambda:R:123456789012:function:g arn:P:lambda:R:123456789012:function:g:*",
            ],
        ),
    ]);
}

#[test]
fn tags_of_what_is_made_need_a_permission_of_their_own() {
    let run = "ecs:RunTask on arn:P:ecs:R:A:task-definition/t:1";
    let tag = "ecs:TagResource on arn:P:ecs:R:A:task/* if {\"StringEquals\":{\"ecs:CreateAction\":\"RunTask\"}}";
    let submit =
        "batch:SubmitJob on arn:P:batch:R:A:job-definition/d:1 arn:P:batch:R:A:job-queue/q";
    let tags = json!([{ "Key": "a", "Value": "b" }]);
    needed(&[
        ("ecs:runTask", json!({ "TaskDefinition": "t:1" }), &[run]),
        ("ecs:runTask", json!({ "TaskDefinition": "t:1", "PropagateTags": "NONE" }), &[run]),
        (
            "ecs:runTask",
            json!({ "TaskDefinition": "t:1", "PropagateTags": "TASK_DEFINITION" }),
            &[run, tag],
        ),
        ("ecs:runTask", json!({ "TaskDefinition": "t:1", "Tags": tags }), &[run, tag]),
        ("aws-sdk:ecs:runTask", json!({ "Tags.$": "$.tags" }), &["ecs:RunTask on *", tag]),
        (
            "batch:submitJob",
            json!({ "JobDefinition": "d:1", "JobQueue": "q", "Tags": { "a": "b" } }),
            &[submit, "batch:TagResource on arn:P:batch:R:A:job/*"],
        ),
        ("batch:submitJob", json!({ "JobDefinition": "d:1", "JobQueue": "q" }), &[submit]),
        (
            "sagemaker:createModel",
            json!({ "ModelName": "m", "Tags": tags }),
            &["sagemaker:AddTags sagemaker:CreateModel on arn:P:sagemaker:R:A:model/m"],
        ),
        (
            "aws-sdk:dynamodb:createTable",
            json!({ "TableName": "t", "Tags": tags }),
            &["dynamodb:CreateTable dynamodb:TagResource on arn:P:dynamodb:R:A:table/t"],
        ),
        (
            "aws-sdk:sqs:createQueue",
            json!({ "QueueName": "q", "Tags": { "a": "b" } }),
            &["sqs:CreateQueue sqs:TagQueue on *"],
        ),
        (
            "aws-sdk:iam:createRole",
            json!({ "RoleName": "r", "Tags": tags }),
            &["iam:CreateRole iam:TagRole on *"],
        ),
        (
            "aws-sdk:elasticache:createCacheCluster",
            json!({ "CacheClusterId": "c", "Tags": tags }),
            &["elasticache:AddTagsToResource elasticache:CreateCacheCluster on *"],
        ),
        (
            "aws-sdk:codebuild:createProject",
            json!({ "Name": "p", "Tags": tags }),
            &["codebuild:CreateProject on *"],
        ),
        // What only looks for tags makes nothing.
        (
            "aws-sdk:resourcegroupstaggingapi:untagResources",
            json!({ "Tags": ["a"] }),
            &["tag:UntagResources on *"],
        ),
    ]);
}

#[test]
fn names_are_those_of_the_sdk_for_java() {
    needed(&[
        (
            "aws-sdk:s3:putObject",
            json!({ "Bucket": "b", "Key": "k", "Acl": "private" }),
            &["s3:PutObject s3:PutObjectAcl on arn:P:s3:::b/k"],
        ),
        (
            "aws-sdk:rds:stopDBInstance",
            json!({ "DbInstanceIdentifier": "orders" }),
            &["rds:StopDBInstance on arn:P:rds:R:A:db:orders"],
        ),
        (
            "aws-sdk:rds:startDBCluster",
            json!({ "DbClusterIdentifier": "orders" }),
            &["rds:StartDBCluster on arn:P:rds:R:A:cluster:orders"],
        ),
        // A snapshot is a resource besides its database.
        (
            "aws-sdk:rds:createDBSnapshot",
            json!({ "DbInstanceIdentifier": "orders", "DbSnapshotIdentifier": "s" }),
            &["rds:CreateDBSnapshot on *"],
        ),
    ]);
}

#[test]
fn what_a_call_reads_besides_is_allowed_too() {
    let query = "athena:StartQueryExecution on arn:P:athena:R:A:workgroup/w";
    let catalog = "athena:GetDataCatalog on arn:P:athena:R:A:datacatalog/*";
    needed(&[
        ("athena:startQueryExecution", json!({ "WorkGroup": "w" }), &[catalog, query]),
        ("aws-sdk:athena:startQueryExecution", json!({ "WorkGroup": "w" }), &[catalog, query]),
        ("athena:getQueryResults", json!({}), &["athena:GetQueryResults on *"]),
        (
            "aws-sdk:s3:putObject",
            json!({ "Bucket": "b", "Key": "k", "SsekmsKeyId": "1a" }),
            &["kms:GenerateDataKey on arn:P:kms:R:A:key/1a", "s3:PutObject on arn:P:s3:::b/k"],
        ),
        (
            "aws-sdk:lambda:createEventSourceMapping",
            json!({ "FunctionName": "f" }),
            &["lambda:CreateEventSourceMapping on *"],
        ),
        (
            "aws-sdk:lambda:updateEventSourceMapping",
            json!({ "FunctionName": "f", "Uuid": "1-2" }),
            &["lambda:UpdateEventSourceMapping on arn:P:lambda:R:A:event-source-mapping:1-2"],
        ),
        (
            "aws-sdk:ssm:getParameter",
            json!({ "Name": "/shop/fee:7" }),
            &["ssm:GetParameter on arn:P:ssm:R:A:parameter/shop/fee"],
        ),
        (
            "aws-sdk:ssm:getParameters",
            json!({ "Names": ["tax:live"] }),
            &["ssm:GetParameters on arn:P:ssm:R:A:parameter/tax"],
        ),
    ]);
}

/// S3 tells that an object is missing only to whoever may list its bucket.
#[test]
fn a_state_that_catches_what_is_missing_is_told_of_it() {
    let read = |action: &str, field: &str, error: &str| {
        lines(json!({ "A": {
            "Type": "Task", "Resource": format!("arn:aws:states:::aws-sdk:s3:{action}"),
            "Parameters": { "Bucket": "b", "Key": "k" }, field: [{ "ErrorEquals": [error] }],
        } }))
    };
    let get = "s3:GetObject on arn:P:s3:::b/k".to_owned();
    let both = [get.clone(), "s3:ListBucket on arn:P:s3:::b".to_owned()];
    assert_eq!(read("getObject", "Catch", "S3.NoSuchKeyException"), both);
    assert_eq!(read("headObject", "Retry", "S3.NoSuchKeyException"), both);
    assert_eq!(read("getObject", "Catch", "S3.S3Exception"), [get]);
    assert_eq!(
        read("putObject", "Catch", "S3.NoSuchKeyException"),
        ["s3:PutObject on arn:P:s3:::b/k"]
    );
}

#[test]
fn waiting_needs_what_a_table_says() {
    needed(&[
        (
            "sagemaker:createTrainingJob.sync",
            json!({ "TrainingJobName": "fit" }),
            &[
                "events:DescribeRule events:PutRule events:PutTargets on arn:P:events:R:A:rule/StepFunctionsGetEventsForSageMakerTrainingJobsRule",
                "sagemaker:AddTags sagemaker:CreateTrainingJob sagemaker:DescribeTrainingJob sagemaker:StopTrainingJob on arn:P:sagemaker:R:A:training-job/fit*",
                "sagemaker:ListTags on *",
            ],
        ),
        (
            "sagemaker:createTransformJob",
            json!({ "TransformJobName.$": "$.name" }),
            &[
                "sagemaker:CreateTransformJob on arn:P:sagemaker:R:A:transform-job/*",
                "sagemaker:ListTags on *",
            ],
        ),
        (
            "ecs:runTask.sync",
            json!({ "TaskDefinition": "t:1" }),
            &[
                "ecs:DescribeTasks ecs:StopTask on arn:P:ecs:R:A:task/*",
                "ecs:RunTask on arn:P:ecs:R:A:task-definition/t:1",
                "events:DescribeRule events:PutRule events:PutTargets on arn:P:events:R:A:rule/StepFunctionsGetEventsForECSTaskRule",
            ],
        ),
        (
            "batch:submitJob.sync",
            json!({ "JobDefinition": "d:1", "JobQueue": "q" }),
            &[
                "batch:DescribeJobs on *",
                "batch:SubmitJob on arn:P:batch:R:A:job-definition/d:1 arn:P:batch:R:A:job-queue/q",
                "batch:TerminateJob on arn:P:batch:R:A:job/*",
                "events:DescribeRule events:PutRule events:PutTargets on arn:P:events:R:A:rule/StepFunctionsGetEventsForBatchJobsRule",
            ],
        ),
        (
            "emr-serverless:startJobRun.sync",
            json!({ "ApplicationId.$": "$.id" }),
            &[
                "emr-serverless:CancelJobRun emr-serverless:GetJobRun on arn:P:emr-serverless:R:A:/applications/*/jobruns/*",
                "emr-serverless:StartJobRun on arn:P:emr-serverless:R:A:/applications/*",
                "events:DescribeRule events:PutRule events:PutTargets on arn:P:events:R:A:rule/StepFunctionsGetEventsForEMRServerlessJobRule",
            ],
        ),
    ]);
}

#[test]
fn builds_clusters_and_models_need_what_a_table_says() {
    needed(&[
        (
            "codebuild:startBuildBatch.sync",
            json!({ "ProjectName": "site" }),
            &[
                "codebuild:BatchGetBuildBatches codebuild:StartBuildBatch codebuild:StopBuildBatch on arn:P:codebuild:R:A:project/site",
                "events:DescribeRule events:PutRule events:PutTargets on arn:P:events:R:A:rule/StepFunctionsGetEventForCodeBuildStartBuildBatchRule",
            ],
        ),
        (
            "codebuild:stopBuild",
            json!({ "Id": "x" }),
            &["codebuild:StopBuild on arn:P:codebuild:R:A:project/*"],
        ),
        ("eks:call", json!({ "ClusterName": "c" }), &[]),
        (
            "eks:createCluster.sync",
            json!({ "Name": "c" }),
            &[
                "eks:CreateCluster on *",
                "eks:DeleteCluster eks:DescribeCluster on arn:P:eks:R:A:cluster/c",
            ],
        ),
        (
            "bedrock:createModelCustomizationJob.sync",
            json!({ "BaseModelIdentifier": "amazon.titan" }),
            &[
                "bedrock:CreateModelCustomizationJob on arn:P:bedrock:R:A:custom-model/* arn:P:bedrock:R:A:model-customization-job/* arn:P:bedrock:R::foundation-model/amazon.titan",
                "bedrock:GetModelCustomizationJob bedrock:StopModelCustomizationJob on arn:P:bedrock:R:A:model-customization-job/*",
            ],
        ),
        (
            "elasticmapreduce:setClusterTerminationProtection",
            json!({ "ClusterId": "j-1" }),
            &[
                "elasticmapreduce:SetTerminationProtection on arn:P:elasticmapreduce:R:A:cluster/j-1",
            ],
        ),
    ]);
}

#[test]
fn what_is_not_in_the_table_is_noted() {
    let notes = |resource: &str| {
        let definition = json!({ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": resource, "Parameters": {} } } });
        let machine = machine();
        derive(&definition, &machine, &Called::of(&definition, &BTreeMap::new())).notes
    };
    assert_eq!(
        notes("arn:aws:states:::sagemaker:createNotebook.sync"),
        [
            "`A`: sagemaker:CreateNotebook on every resource: no resource of this call is known",
            "`A`: what waiting for it needs is not derived: give it in `permissions`",
        ]
    );
    assert_eq!(
        notes("arn:aws:states:::emr-serverless:stopApplication"),
        ["`A`: emr-serverless:StopApplication on every application: `ApplicationId` is computed"]
    );
    assert_eq!(
        notes("arn:aws:states:::eks:runJob.sync"),
        [
            "`A`: Kubernetes decides who may do this: map the role of the machine to a user of the cluster that may",
        ]
    );
}

#[test]
fn contents_of_objects_are_read_also_where_their_bucket_is_computed() {
    let map = |bucket: &str, config: Value| {
        lines(json!({ "A": {
            "Type": "Map", "Label": "Each",
            "ItemReader": { "Resource": "arn:aws:states:::s3:listObjectsV2", "Parameters": { bucket: "$.b" }, "ReaderConfig": config },
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED" }, "States": {} },
        } }))[0].clone()
    };
    let loads = json!({ "InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN" });
    assert_eq!(map("Bucket.$", loads), "s3:GetObject s3:ListBucket on *");
    assert_eq!(map("Bucket.$", json!({})), "s3:ListBucket on *");
}
