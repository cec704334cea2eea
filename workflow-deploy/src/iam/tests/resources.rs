//! The resources that a call names: buckets, objects, buses, keys, tables.

use super::*;

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
