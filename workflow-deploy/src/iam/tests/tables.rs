//! Permissions from the tables: of the SDK, of what a call reads besides, of waiting for the end of a job.

use super::*;

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
