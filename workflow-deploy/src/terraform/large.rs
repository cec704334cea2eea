//! The bucket of large values: private, encrypted there and on the way, with an end for what is old.

use super::body::{Block, Module};
use crate::stack::LARGE;
use serde_json::{Value, json};

/// The most letters of the beginning of a bucket's name (AWS provider, `bucket_prefix`).
const PREFIX: usize = 37;

/// Adds the bucket, if a function uses it.
pub(super) fn add(module: &mut Module<'_>) {
    let (stack, name) = (module.stack, module.name.clone());
    let Some(large) = &stack.large else { return };
    let bucket = format!("${{aws_s3_bucket.{name}.id}}");
    let body = json!({ "bucket_prefix": prefix(&name) });
    module.resource("aws_s3_bucket", &name, body, true);
    let mut of = |kind: &str, member: &str, value: Value| {
        let body = json!({ "bucket": bucket, member: value });
        module.resource(&format!("aws_s3_bucket_{kind}"), &name, body, false);
    };
    of(
        "server_side_encryption_configuration",
        "@rule",
        json!({ "@apply_server_side_encryption_by_default": { "sse_algorithm": "AES256" } }),
    );
    of("ownership_controls", "@rule", json!({ "object_ownership": "BucketOwnerEnforced" }));
    of(
        "lifecycle_configuration",
        "@rule",
        json!({
            "id": "Old",
            "status": "Enabled",
            "@filter": { "prefix": format!("{LARGE}/") },
            "@expiration": { "days": large.days },
        }),
    );
    let block = json!({
        "bucket": bucket,
        "block_public_acls": true,
        "block_public_policy": true,
        "ignore_public_acls": true,
        "restrict_public_buckets": true,
    });
    module.resource("aws_s3_bucket_public_access_block", &name, block, false);
    encrypted(module, &name, &bucket);
}

/// Denies whoever calls without TLS.
fn encrypted(module: &mut Module<'_>, name: &str, bucket: &str) {
    let (own, arn) = (format!("{name}_large_values"), format!("${{aws_s3_bucket.{name}.arn}}"));
    let statement = json!({
        "effect": "Deny",
        "actions": ["s3:*"],
        "resources": [arn, format!("{arn}/*")],
        "@principals": { "type": "*", "identifiers": ["*"] },
        "@condition": { "test": "Bool", "variable": "aws:SecureTransport", "values": ["false"] },
    });
    let data = ["aws_iam_policy_document", &*own];
    module.add(Block::new("data", &data, json!({ "@statement": statement })));
    let policy = format!("${{data.aws_iam_policy_document.{own}.json}}");
    let body = json!({ "bucket": bucket, "policy": policy });
    module.resource("aws_s3_bucket_policy", name, body, false);
}

/// The beginning of the bucket's name: small letters, digits and hyphens.
fn prefix(name: &str) -> String {
    let letters: String = name.replace('_', "-").chars().take(PREFIX - 1).collect();
    format!("{}-", letters.trim_matches('-'))
}
