//! Machines, roles that are taken or handed on, and permissions for tags.

use super::*;

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
