//! The bucket of large values: private, encrypted, with an end for what is old.

use super::Resources;
use super::machine::kept;
use super::write::Writer;
use crate::stack::LARGE;
use serde_json::json;

/// Adds the bucket, if a function uses it. It stays where the stack is deleted: a bucket with objects cannot be.
pub(super) fn add(writer: &Writer<'_>, resources: &mut Resources) {
    let Some(large) = writer.stack.large else { return };
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
    let bucket = writer.tagged("AWS::S3::Bucket", properties);
    resources.insert(writer.stack.id("Large"), kept(bucket, "Retain"));
}
