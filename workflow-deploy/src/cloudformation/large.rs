//! The bucket of large values: private, encrypted, with an end for what is old.

use super::Resources;
use super::machine::kept;
use super::write::Writer;
use crate::stack::LARGE;
use serde_json::json;

/// Adds the bucket, if a function uses it. It stays where the stack is deleted: a bucket with objects cannot be. It goes
/// where the first deployment fails: there is nothing in it yet, and the next would make another.
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
    let mut bucket = kept(bucket, "Retain");
    bucket["DeletionPolicy"] = "RetainExceptOnCreate".into();
    resources.insert(writer.stack.id("Large"), bucket);
}
