//! The bucket of large values: private, encrypted there and on the way, with an end for what is old.

use super::Resources;
use super::machine::kept;
use super::write::Writer;
use crate::stack::LARGE;
use serde_json::{Value, json};

/// Adds the bucket, if a function uses it. It stays where the stack is deleted: a bucket with objects cannot be. It goes
/// where the first deployment fails: there is nothing in it yet, and the next would make another.
pub(super) fn add(writer: &Writer<'_>, resources: &mut Resources) {
    let Some(large) = &writer.stack.large else { return };
    let properties = json!({
        "BucketEncryption": { "ServerSideEncryptionConfiguration": [
            { "ServerSideEncryptionByDefault": { "SSEAlgorithm": "AES256" } },
        ] },
        "LifecycleConfiguration": { "Rules": [
            { "Id": "Old", "Status": "Enabled", "Prefix": format!("{LARGE}/"), "ExpirationInDays": large.days },
        ] },
        "OwnershipControls": { "Rules": [{ "ObjectOwnership": "BucketOwnerEnforced" }] },
        "PublicAccessBlockConfiguration": {
            "BlockPublicAcls": true,
            "BlockPublicPolicy": true,
            "IgnorePublicAcls": true,
            "RestrictPublicBuckets": true,
        },
    });
    let id = writer.stack.id("Large");
    let bucket = kept(writer.tagged("AWS::S3::Bucket", properties), "Retain");
    let policy = json!({ "Type": "AWS::S3::BucketPolicy", "Properties": {
        "Bucket": { "Ref": id },
        "PolicyDocument": { "Version": "2012-10-17", "Statement": [encrypted(&id)] },
    } });
    for (id, mut resource) in
        [(id, bucket), (writer.stack.id("LargePolicy"), kept(policy, "Retain"))]
    {
        resource["DeletionPolicy"] = "RetainExceptOnCreate".into();
        resources.insert(id, resource);
    }
}

/// Denies whoever calls without TLS.
fn encrypted(bucket: &str) -> Value {
    json!({
        "Effect": "Deny",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": [{ "Fn::GetAtt": [bucket, "Arn"] }, { "Fn::Sub": format!("${{{bucket}.Arn}}/*") }],
        "Condition": { "Bool": { "aws:SecureTransport": "false" } },
    })
}
