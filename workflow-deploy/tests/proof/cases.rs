//! The stacks that are written: the examples with everything on, published definitions as they are, and two machines
//! with one of each call and trigger.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use workflow_deploy::{Problem, Request, Settings, Stack, plan};

/// A definition with its settings.
#[derive(Clone)]
pub struct Case {
    pub name: String,
    pub definition: Value,
    pub settings: Settings,
}

impl Case {
    pub fn stack(&self) -> Stack {
        self.planned().unwrap_or_else(|problems| panic!("{}: {problems:#?}", self.name))
    }

    fn planned(&self) -> Result<Stack, Vec<Problem>> {
        let releases = BTreeMap::new();
        let request = Request {
            name: &self.name,
            definition: &self.definition,
            settings: &self.settings,
            releases: &releases,
        };
        plan(request)
    }

    /// Puts the code of the functions into a folder.
    pub fn code(&self, folder: &Path) {
        // An empty zip file.
        let mut zip = b"PK\x05\x06".to_vec();
        zip.resize(22, 0);
        for function in self.settings.functions.values() {
            std::fs::write(folder.join(&function.code), &zip).unwrap();
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// All cases.
pub fn all() -> Vec<Case> {
    let mut all = examples();
    all.extend(full());
    all.extend(jobs());
    all.extend(published());
    all
}

/// The same with a tenth of the published definitions, for tools that take their time.
pub fn few() -> Vec<Case> {
    let mut all = examples();
    all.extend(full());
    all.extend(published().into_iter().step_by(10));
    all
}

/// The committed documents of the examples, with everything that a stack can have.
pub fn examples() -> Vec<Case> {
    let mut cases = vec![];
    for entry in std::fs::read_dir(root().join("examples")).unwrap() {
        for file in std::fs::read_dir(entry.unwrap().path()).into_iter().flatten() {
            let path = file.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let Some(name) = name.strip_suffix(".asl.json") else { continue };
            let definition: Value =
                serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            let folder = path.parent().unwrap().file_name().unwrap().to_string_lossy().into_owned();
            let name = if name == "by_hand" { folder } else { name.to_owned() };
            let mut functions = BTreeMap::new();
            called(&definition, &mut functions);
            let settings = with_everything(&functions.into_keys().collect::<Vec<_>>());
            cases.push(Case { name, definition, settings: Settings::read(&settings).unwrap() });
        }
    }
    assert!(cases.len() > 7, "{}", cases.len());
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

/// The functions that a definition calls by a plain name.
fn called(value: &Value, names: &mut BTreeMap<String, ()>) {
    match value {
        Value::Array(items) => items.iter().for_each(|it| called(it, names)),
        Value::Object(members) => {
            if let Some(Value::String(name)) = members.get("FunctionName")
                && !name.contains(['{', ':', '$'])
            {
                names.insert(name.clone(), ());
            }
            members.values().for_each(|it| called(it, names));
        }
        _ => {}
    }
}

fn with_everything(functions: &[String]) -> Value {
    let function = |name: &String| {
        (
            name.clone(),
            json!({ "code": format!("{name}.zip"), "large": true, "environment": { "STAGE": "test", "REGION": "${AWS::Region}" } }),
        )
    };
    let large = (!functions.is_empty()).then(|| json!({ "days": 30 }));
    json!({
        "functions": functions.iter().map(function).collect::<serde_json::Map<_, _>>(),
        "large": large,
        "logs": { "level": "ALL", "data": true, "days": 14 },
        "tracing": true,
        "tags": { "team": "shop", "cost:center": "42 / a" },
        "schedules": [
            { "name": "nightly", "expression": "cron(0 3 * * ? *)", "zone": "Europe/Berlin", "input": { "all": "it's \"${all}\"" }, "window": 15 },
            { "name": "once", "expression": "at(2030-01-01T00:00:00)", "disabled": true },
        ],
        "events": [{ "name": "instance", "pattern": { "source": ["aws.ec2"], "detail": { "state": [{ "anything-but": "running" }] } } }],
        "objects": [{ "name": "upload", "bucket": "${Uploads}", "prefix": "in/" }],
        "queues": [{ "name": "orders", "arn": "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders", "batch": 10 }],
        "requests": [{ "name": "start", "method": "POST", "path": "/start" }, { "name": "again", "method": "PUT", "path": "/start/{id}" }],
        "alias": { "name": "live", "shift": { "percent": 10, "minutes": 5, "linear": true } },
        "alarms": { "failed": 1, "timed_out": 2, "topic": "${AlarmTopicArn}" },
    })
}

/// Machines of each type, with a call of each kind: their roles have a limit, and so they are three.
pub fn full() -> Vec<Case> {
    let call = |name: &str, resource: &str, arguments: Value| {
        (name.to_owned(), resource.to_owned(), arguments)
    };
    let express = vec![
        call(
            "Charge",
            "arn:aws:states:::lambda:invoke",
            json!({ "FunctionName": "charge", "Payload": "{% $states.input %}" }),
        ),
        call(
            "Existing",
            "arn:aws:states:::lambda:invoke",
            json!({ "FunctionName": "existing:live" }),
        ),
        call(
            "Tell",
            "arn:aws:states:::sns:publish",
            json!({ "TopicArn": "${TopicArn}", "Message": "hi" }),
        ),
        call(
            "Send",
            "arn:aws:states:::sqs:sendMessage",
            json!({ "QueueUrl": "${WorkQueueUrl}", "MessageBody": "hi" }),
        ),
        call(
            "Put",
            "arn:aws:states:::dynamodb:putItem",
            json!({ "TableName": "${Table}", "Item": {} }),
        ),
        call(
            "Event",
            "arn:aws:states:::events:putEvents",
            json!({ "Entries": [{ "Source": "x", "DetailType": "y", "Detail": {}, "EventBusName": "orders" }, { "Source": "x", "DetailType": "z", "Detail": {} }] }),
        ),
        call(
            "Nested",
            "arn:aws:states:::states:startExecution",
            json!({ "StateMachineArn": "{% $substringBefore($states.context.StateMachine.Id, ':stateMachine:') & ':stateMachine:pack' %}" }),
        ),
        call(
            "Call",
            "arn:aws:states:::http:invoke",
            json!({ "ApiEndpoint": "https://api.example.com/pay", "Method": "POST", "Authentication": { "ConnectionArn": "${ConnectionArn}" } }),
        ),
        call(
            "Api",
            "arn:aws:states:::apigateway:invoke",
            json!({ "ApiEndpoint": "abc123.execute-api.eu-west-1.amazonaws.com", "Method": "GET", "Stage": "prod", "Path": "/pets" }),
        ),
        call(
            "Read",
            "arn:aws:states:::aws-sdk:s3:getObject",
            json!({ "Bucket": "${Uploads}", "Key": "{% $states.input.key %}" }),
        ),
        call(
            "Copy",
            "arn:aws:states:::aws-sdk:s3:copyObject",
            json!({ "Bucket": "to", "Key": "x", "CopySource": "from/y" }),
        ),
        call(
            "Query",
            "arn:aws:states:::aws-sdk:dynamodb:query",
            json!({ "TableName": "orders", "IndexName": "by_day" }),
        ),
        call(
            "Secret",
            "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue",
            json!({ "SecretId": "bank" }),
        ),
        call(
            "Setting",
            "arn:aws:states:::aws-sdk:ssm:getParameter",
            json!({ "Name": "/shop/fee" }),
        ),
        call("See", "arn:aws:states:::aws-sdk:rekognition:detectLabels", json!({ "Image": {} })),
        call(
            "Grouped",
            "arn:aws:states:::aws-sdk:cloudwatchlogs:putLogEvents",
            json!({ "LogGroupName": "/shop", "LogStreamName": "x", "LogEvents": "{% $states.input.x.{ 'a': b } %}" }),
        ),
    ];
    let mut standard = express.clone();
    standard.extend([
        call("Approve", "arn:aws:states:::lambda:invoke.waitForTaskToken", json!({ "FunctionName": "approve", "Payload": { "token": "{% $states.context.Task.Token %}" } })),
        call("Batch", "arn:aws:states:::batch:submitJob.sync", json!({ "JobName": "x", "JobQueue": "${JobQueueArn}", "JobDefinition": "crunch" })),
        call("Container", "arn:aws:states:::ecs:runTask.sync", json!({ "TaskDefinition": "crunch:1", "Cluster": "x" })),
        call("Glue", "arn:aws:states:::glue:startJobRun.sync", json!({ "JobName": "load" })),
        call("Athena", "arn:aws:states:::athena:startQueryExecution.sync", json!({ "QueryString": "select 1", "WorkGroup": "reports" })),
        call("Build", "arn:aws:states:::codebuild:startBuild.sync", json!({ "ProjectName": "site" })),
        call("Wait for nested", "arn:aws:states:::states:startExecution.sync:2", json!({ "StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:pack" })),
        call("Model", "arn:aws:states:::bedrock:invokeModel", json!({ "ModelId": "anthropic.claude-v2", "Body": {} })),
    ]);
    let longer = vec![
        call(
            "Tell whom",
            "arn:aws:states:::sns:publish",
            json!({ "TargetArn": "${TopicArn}", "Message": "hi" }),
        ),
        call(
            "Container of a family",
            "arn:aws:states:::ecs:runTask",
            json!({ "TaskDefinition": "crunch", "Overrides": { "TaskRoleArn": "arn:aws:iam::123456789012:role/crunch" } }),
        ),
        call(
            "Build all",
            "arn:aws:states:::codebuild:startBuildBatch.sync",
            json!({ "ProjectName": "site" }),
        ),
        call(
            "Train",
            "arn:aws:states:::sagemaker:createTrainingJob.sync",
            json!({ "TrainingJobName": "fit", "RoleArn": "arn:aws:iam::123456789012:role/fit", "AlgorithmSpecification": { "TrainingInputMode": "File" }, "OutputDataConfig": { "S3OutputPath": "s3://out" }, "ResourceConfig": { "VolumeSizeInGB": 1 }, "StoppingCondition": {} }),
        ),
        call(
            "Transform",
            "arn:aws:states:::sagemaker:createTransformJob.sync",
            json!({ "TransformJobName": "{% $states.input.name %}", "ModelName": "m", "TransformInput": {}, "TransformOutput": {}, "TransformResources": {} }),
        ),
        call(
            "Process",
            "arn:aws:states:::sagemaker:createProcessingJob.sync",
            json!({ "ProcessingJobName": "p", "RoleArn": "arn:aws:iam::123456789012:role/fit", "AppSpecification": {}, "ProcessingResources": {} }),
        ),
        call(
            "Tune",
            "arn:aws:states:::sagemaker:createHyperParameterTuningJob.sync",
            json!({ "HyperParameterTuningJobName": "t", "HyperParameterTuningJobConfig": {} }),
        ),
        call(
            "Serve",
            "arn:aws:states:::sagemaker:createEndpoint",
            json!({ "EndpointName": "e", "EndpointConfigName": "c" }),
        ),
        call(
            "Spark",
            "arn:aws:states:::emr-serverless:startJobRun.sync",
            json!({ "ApplicationId": "00yv7iv71inak893", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/spark" }),
        ),
        call(
            "Spark's application",
            "arn:aws:states:::emr-serverless:createApplication.sync",
            json!({ "Name": "x", "ReleaseLabel": "emr-6.9.0", "Type": "SPARK" }),
        ),
        call(
            "Spark on EKS",
            "arn:aws:states:::emr-containers:startJobRun.sync",
            json!({ "VirtualClusterId": "v", "ExecutionRoleArn": "arn:aws:iam::123456789012:role/spark" }),
        ),
        call(
            "Cluster",
            "arn:aws:states:::eks:createCluster.sync",
            json!({ "Name": "c", "RoleArn": "arn:aws:iam::123456789012:role/eks", "ResourcesVpcConfig": { "SubnetIds": ["subnet-1"] } }),
        ),
        call(
            "Nodes",
            "arn:aws:states:::eks:createNodegroup.sync",
            json!({ "ClusterName": "c", "NodegroupName": "n", "NodeRole": "arn:aws:iam::123456789012:role/nodes", "Subnets": ["subnet-1"] }),
        ),
        call(
            "Protect",
            "arn:aws:states:::elasticmapreduce:setClusterTerminationProtection",
            json!({ "ClusterId": "j-1", "TerminationProtected": true }),
        ),
        call(
            "Tuned",
            "arn:aws:states:::bedrock:createModelCustomizationJob.sync",
            json!({ "BaseModelIdentifier": "amazon.titan-text-express-v1", "RoleArn": "arn:aws:iam::123456789012:role/tune", "CustomModelName": "m", "JobName": "j", "HyperParameters": {}, "TrainingDataConfig": {}, "OutputDataConfig": {} }),
        ),
        call(
            "Other role",
            "arn:aws:states:::aws-sdk:sts:assumeRole",
            json!({ "RoleArn": "arn:aws:iam::210987654321:role/other", "RoleSessionName": "x" }),
        ),
        call(
            "Container with tags",
            "arn:aws:states:::ecs:runTask",
            json!({ "TaskDefinition": "crunch:1", "PropagateTags": "TASK_DEFINITION", "Tags": [] }),
        ),
        call(
            "Job with tags",
            "arn:aws:states:::batch:submitJob",
            json!({ "JobName": "x", "JobQueue": "${JobQueueArn}", "JobDefinition": "crunch:1", "Tags": { "team": "shop" } }),
        ),
        call(
            "Encrypt",
            "arn:aws:states:::aws-sdk:s3:putObject",
            json!({ "Bucket": "b", "Key": "k", "Body": "x", "Acl": "private", "ServerSideEncryption": "aws:kms", "SsekmsKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab" }),
        ),
        call(
            "Stop the database",
            "arn:aws:states:::aws-sdk:rds:stopDBInstance",
            json!({ "DbInstanceIdentifier": "orders" }),
        ),
        call(
            "Later",
            "arn:aws:states:::aws-sdk:scheduler:createSchedule",
            json!({ "Name": "n", "ScheduleExpression": "rate(1 day)", "FlexibleTimeWindow": { "Mode": "OFF" }, "Target": { "Arn": "arn:aws:sqs:eu-west-1:123456789012:q", "RoleArn": "arn:aws:iam::123456789012:role/later" }, "Tags": [] }),
        ),
        call(
            "Table with tags",
            "arn:aws:states:::aws-sdk:dynamodb:createTable",
            json!({ "TableName": "t", "Tags": [] }),
        ),
        call(
            "Many items",
            "arn:aws:states:::aws-sdk:dynamodb:batchWriteItem",
            json!({ "RequestItems": { "orders": [], "parts": [] } }),
        ),
        call(
            "All or nothing",
            "arn:aws:states:::aws-sdk:dynamodb:transactWriteItems",
            json!({ "TransactItems": [{ "Put": { "TableName": "orders", "Item": {} } }] }),
        ),
        call(
            "Many settings",
            "arn:aws:states:::aws-sdk:ssm:getParametersByPath",
            json!({ "Path": "/shop" }),
        ),
        call(
            "Open",
            "arn:aws:states:::aws-sdk:kms:decrypt",
            json!({ "KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab", "CiphertextBlob": "x" }),
        ),
        call(
            "Wait for an alias",
            "arn:aws:states:::states:startExecution.sync:2",
            json!({ "StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:pack:live" }),
        ),
    ];
    let case = |name: &str, kind: &str, calls: Vec<(String, String, Value)>, functions: &[&str]| {
        let functions: Vec<String> = functions.iter().map(|it| (*it).to_owned()).collect();
        let mut settings = with_everything(&functions);
        settings["type"] = kind.into();
        settings["parameters"] = json!({ "TopicArn": "arn:aws:sns:eu-west-1:123456789012:told" });
        settings["permissions"] = json!([{ "actions": ["kms:Decrypt"], "resources": ["arn:aws:kms:eu-west-1:123456789012:key/12345678-1234-1234-1234-123456789012"] }]);
        Case {
            name: name.to_owned(),
            definition: chain(&calls, kind == "STANDARD"),
            settings: Settings::read(&settings).unwrap(),
        }
    };
    vec![
        case("full-express", "EXPRESS", express, &["charge"]),
        case("full-standard", "STANDARD", standard, &["approve", "charge"]),
        case("full-jobs", "STANDARD", longer, &[]),
        case("full-services", "STANDARD", services(), &[]),
        case("full-role", "STANDARD", many(), &[]),
    ]
}

/// Calls of more functions than a policy within a role holds.
fn many() -> Vec<(String, String, Value)> {
    let invoke = |index: usize| {
        let function = format!("arn:aws:lambda:eu-west-1:123456789012:function:function-{index}");
        (
            format!("F{index}"),
            "arn:aws:states:::lambda:invoke".to_owned(),
            json!({ "FunctionName": function }),
        )
    };
    let told = json!({ "TopicArn": "${TopicArn}", "Message": "hi" });
    let tell = ("Tell".to_owned(), "arn:aws:states:::sns:publish".to_owned(), told);
    (0..100).map(invoke).chain([tell]).collect()
}

/// Calls of the SDK whose actions or resources have names of their own in IAM.
fn services() -> Vec<(String, String, Value)> {
    let call = |action: &str, arguments: &Value| {
        (action.to_owned(), format!("arn:aws:states:::aws-sdk:{action}"), arguments.clone())
    };
    let object = json!({ "Bucket": "b", "Key": "k", "VersionId": "1", "Tagging": "a=b", "ACL": "private", "CopySource": "from/x",
        "ObjectLockMode": "GOVERNANCE", "ObjectLockLegalHoldStatus": "ON", "BypassGovernanceRetention": true,
        "ObjectLockEnabledForBucket": true, "ObjectOwnership": "ObjectWriter" });
    let told = json!({ "TopicArn": "${TopicArn}", "Message": "hi" });
    let mut calls = vec![call("sns:publish", &told)];
    calls.extend(S3.iter().map(|it| call(&format!("s3:{it}"), &object)));
    let rule = json!({ "Name": "nightly", "Rule": "nightly", "EventBusName": "shop", "ReplayName": "r", "ArchiveName": "a" });
    calls.extend(RULES.iter().map(|it| call(&format!("eventbridge:{it}"), &rule)));
    let key = json!({ "KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab", "SourceKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab",
        "AliasName": "alias/shop", "TargetKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab" });
    calls.extend(
        ["reEncrypt", "generateRandom", "createAlias"].map(|it| call(&format!("kms:{it}"), &key)),
    );
    let stream = json!({ "LogGroupName": "/shop", "LogStreamName": "x" });
    let streams = ["createLogStream", "deleteLogStream", "filterLogEvents", "getLogEvents"];
    calls.extend(streams.map(|it| call(&format!("cloudwatchlogs:{it}"), &stream)));
    calls
}

#[rustfmt::skip]
const RULES: &[&str] = &[
    "deleteRule", "describeRule", "disableRule", "enableRule", "listTargetsByRule", "putRule", "putTargets", "removeTargets",
    "cancelReplay", "createEventBus", "deleteArchive", "describeEventBus", "putPermission", "listRules",
];
#[rustfmt::skip]
const S3: &[&str] = &[
    "abortMultipartUpload", "completeMultipartUpload", "copyObject", "createBucket", "createMultipartUpload", "createSession",
    "deleteBucket", "deleteBucketAnalyticsConfiguration", "deleteBucketCors", "deleteBucketEncryption",
    "deleteBucketIntelligentTieringConfiguration", "deleteBucketInventoryConfiguration", "deleteBucketLifecycle",
    "deleteBucketMetricsConfiguration", "deleteBucketOwnershipControls", "deleteBucketPolicy", "deleteBucketReplication",
    "deleteBucketTagging", "deleteBucketWebsite", "deleteObject", "deleteObjectTagging", "deleteObjects",
    "deletePublicAccessBlock", "getBucketAccelerateConfiguration", "getBucketAcl", "getBucketAnalyticsConfiguration",
    "getBucketCors", "getBucketEncryption", "getBucketIntelligentTieringConfiguration", "getBucketInventoryConfiguration",
    "getBucketLifecycleConfiguration", "getBucketLocation", "getBucketLogging", "getBucketMetricsConfiguration",
    "getBucketNotificationConfiguration", "getBucketOwnershipControls", "getBucketPolicy", "getBucketPolicyStatus",
    "getBucketReplication", "getBucketRequestPayment", "getBucketTagging", "getBucketVersioning", "getBucketWebsite",
    "getObject", "getObjectAcl", "getObjectAttributes", "getObjectLegalHold", "getObjectLockConfiguration",
    "getObjectRetention", "getObjectTagging", "getObjectTorrent", "getPublicAccessBlock", "headBucket", "headObject",
    "listBucketAnalyticsConfigurations", "listBucketIntelligentTieringConfigurations", "listBucketInventoryConfigurations",
    "listBucketMetricsConfigurations", "listBuckets", "listDirectoryBuckets", "listMultipartUploads", "listObjectVersions",
    "listObjects", "listObjectsV2", "listParts", "putBucketAccelerateConfiguration", "putBucketAcl",
    "putBucketAnalyticsConfiguration", "putBucketCors", "putBucketEncryption", "putBucketIntelligentTieringConfiguration",
    "putBucketInventoryConfiguration", "putBucketLifecycleConfiguration", "putBucketLogging",
    "putBucketMetricsConfiguration", "putBucketNotificationConfiguration", "putBucketOwnershipControls", "putBucketPolicy",
    "putBucketReplication", "putBucketRequestPayment", "putBucketTagging", "putBucketVersioning", "putBucketWebsite",
    "putObject", "putObjectAcl", "putObjectLegalHold", "putObjectLockConfiguration", "putObjectRetention", "putObjectTagging",
    "putPublicAccessBlock", "restoreObject", "selectObjectContent", "uploadPart", "uploadPartCopy", "writeGetObjectResponse",
];

/// The integrations of which a table has the permissions, with the argument that names a resource.
#[rustfmt::skip]
const JOBS: &[(&str, &str)] = &[
    ("bedrock:createModelCustomizationJob.sync", "BaseModelIdentifier"),
    ("codebuild:startBuild.sync", "ProjectName"),
    ("codebuild:startBuildBatch.sync", "ProjectName"),
    ("codebuild:stopBuild", ""),
    ("codebuild:stopBuildBatch", ""),
    ("codebuild:retryBuild", ""),
    ("codebuild:retryBuildBatch", ""),
    ("codebuild:batchDeleteBuilds", ""),
    ("codebuild:batchGetReports", ""),
    ("databrew:startJobRun.sync", "Name"),
    ("eks:createCluster.sync", "Name"),
    ("eks:deleteCluster.sync", "Name"),
    ("eks:createNodegroup.sync", "ClusterName"),
    ("eks:deleteNodegroup.sync", "ClusterName"),
    ("eks:createFargateProfile.sync", "ClusterName"),
    ("eks:deleteFargateProfile.sync", "ClusterName"),
    ("elasticmapreduce:cancelStep", "ClusterId"),
    ("elasticmapreduce:setClusterTerminationProtection", "ClusterId"),
    ("elasticmapreduce:modifyInstanceFleetByName", "ClusterId"),
    ("elasticmapreduce:modifyInstanceGroupByName", "ClusterId"),
    ("emr-containers:createVirtualCluster", ""),
    ("emr-containers:deleteVirtualCluster.sync", "Id"),
    ("emr-containers:startJobRun.sync", "VirtualClusterId"),
    ("emr-serverless:createApplication.sync", ""),
    ("emr-serverless:startApplication.sync", "ApplicationId"),
    ("emr-serverless:stopApplication.sync", "ApplicationId"),
    ("emr-serverless:deleteApplication.sync", "ApplicationId"),
    ("emr-serverless:startJobRun.sync", "ApplicationId"),
    ("emr-serverless:cancelJobRun.sync", "ApplicationId"),
    ("glue:startJobRun.sync", "JobName"),
    ("mediaconvert:createJob.sync", ""),
    ("sagemaker:createTrainingJob.sync", "TrainingJobName"),
    ("sagemaker:createTransformJob.sync", "TransformJobName"),
    ("sagemaker:createProcessingJob.sync", "ProcessingJobName"),
    ("sagemaker:createHyperParameterTuningJob.sync", "HyperParameterTuningJobName"),
    ("sagemaker:createLabelingJob.sync", "LabelingJobName"),
    ("sagemaker:createEndpoint", "EndpointName"),
    ("sagemaker:updateEndpoint", "EndpointName"),
    ("sagemaker:createEndpointConfig", "EndpointConfigName"),
    ("sagemaker:createModel", "ModelName"),
];

/// Machines with ten of them each, for a role has a limit; as many name a resource as have it computed.
fn jobs() -> Vec<Case> {
    let call = |(index, (action, argument)): (usize, &(&str, &str))| {
        let value =
            if index % 2 == 0 { json!("thing") } else { json!("{% $states.input.thing %}") };
        let arguments = if argument.is_empty() { json!({}) } else { json!({ *argument: value }) };
        (format!("S{index}"), format!("arn:aws:states:::{action}"), arguments)
    };
    let machine = |(index, jobs): (usize, &[(&str, &str)])| {
        let calls: Vec<(String, String, Value)> = jobs.iter().enumerate().map(call).collect();
        Case {
            name: format!("jobs-{index}"),
            definition: chain(&calls, false),
            settings: Settings::default(),
        }
    };
    JOBS.chunks(10).enumerate().map(machine).collect()
}

/// The calls one after the other, and a distributed Map at the end.
fn chain(calls: &[(String, String, Value)], map: bool) -> Value {
    let mut states = serde_json::Map::new();
    for (index, (name, resource, arguments)) in calls.iter().enumerate() {
        let mut state = json!({ "Type": "Task", "Resource": resource, "Arguments": arguments });
        match calls.get(index + 1) {
            Some((next, ..)) => state["Next"] = next.clone().into(),
            None if map => state["Next"] = "Each".into(),
            None => state["End"] = true.into(),
        }
        states.insert(name.clone(), state);
    }
    if map {
        states.insert("Each".to_owned(), json!({
            "Type": "Map", "Label": "Each", "End": true,
            "ItemReader": { "Resource": "arn:aws:states:::s3:getObject", "Arguments": { "Bucket": "in", "Key": "all.csv" }, "ReaderConfig": { "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" } },
            "ItemProcessor": { "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" }, "StartAt": "One", "States": { "One": { "Type": "Pass", "End": true } } },
            "ResultWriter": { "Resource": "arn:aws:states:::s3:putObject", "Arguments": { "Bucket": "out", "Prefix": "results" } },
        }));
    }
    json!({ "Comment": "One of each \"call\": it's `${x y}` & ü", "QueryLanguage": "JSONata", "StartAt": calls[0].0, "States": states })
}

/// Published definitions, those that are none left out.
fn published() -> Vec<Case> {
    let file = std::env::var_os("WORKFLOW_DEFINITIONS")
        .map_or_else(|| root().join("../shared/definitions/aws-samples.jsonl"), PathBuf::from);
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!(
            "SKIPPED: there are no published definitions (../shared/definitions, or WORKFLOW_DEFINITIONS)"
        );
        return vec![];
    };
    let lines = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut cases: Vec<Case> = lines
        .enumerate()
        .map(|(index, line)| {
            let source =
                line["source"].as_str().unwrap().split('/').next().unwrap_or_default().to_owned();
            let settings = Settings::read(&json!({ "logs": {} })).unwrap();
            Case {
                name: format!("{}-{index}", source.chars().take(40).collect::<String>()),
                definition: line["definition"].clone(),
                settings,
            }
        })
        .collect();
    cases.retain(|case| {
        workflow_asl::document::validate_value(
            &case.definition,
            &workflow_asl::document::Options::default(),
        )
        .is_ok()
    });
    assert!(cases.len() > 90, "{}", cases.len());
    // Some have no ARN where one has to be: they are refused.
    cases.retain(|case| match case.planned() {
        Ok(_) => true,
        Err(problems) => {
            println!("refused: {}: {}", case.name, problems[0]);
            assert!(
                problems.iter().all(|it| it.message.starts_with("an ARN is written")),
                "{}: {problems:#?}",
                case.name
            );
            false
        }
    });
    assert!(cases.len() > 90, "{}", cases.len());
    cases
}
