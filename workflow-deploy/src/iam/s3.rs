//! Buckets and objects: the actions of IAM that calls of S3 need (S3 User Guide, "Required permissions for Amazon S3 API
//! operations").

use super::keys;
use super::optimized::{Allowing, pascal};
use super::storage::{bucket, objects, spelled};
use crate::call::Argument;
use crate::text::{Part, Text};

/// Calls whose permission has another name.
#[rustfmt::skip]
const OTHERS: &[(&str, &[&str])] = &[
    ("completeMultipartUpload", &["s3:PutObject"]),
    ("copyObject", &["s3:GetObject", "s3:PutObject"]),
    ("createMultipartUpload", &["s3:PutObject"]),
    ("createSession", &["s3express:CreateSession"]),
    ("deleteBucketAnalyticsConfiguration", &["s3:PutAnalyticsConfiguration"]),
    ("deleteBucketCors", &["s3:PutBucketCORS"]),
    ("deleteBucketEncryption", &["s3:PutEncryptionConfiguration"]),
    ("deleteBucketIntelligentTieringConfiguration", &["s3:PutIntelligentTieringConfiguration"]),
    ("deleteBucketInventoryConfiguration", &["s3:PutInventoryConfiguration"]),
    ("deleteBucketLifecycle", &["s3:PutLifecycleConfiguration"]),
    ("deleteBucketMetricsConfiguration", &["s3:PutMetricsConfiguration"]),
    ("deleteBucketOwnershipControls", &["s3:PutBucketOwnershipControls"]),
    ("deleteBucketReplication", &["s3:PutReplicationConfiguration"]),
    ("deleteBucketTagging", &["s3:PutBucketTagging"]),
    ("deleteObjects", &["s3:DeleteObject"]),
    ("deletePublicAccessBlock", &["s3:PutBucketPublicAccessBlock"]),
    ("getBucketAccelerateConfiguration", &["s3:GetAccelerateConfiguration"]),
    ("getBucketAnalyticsConfiguration", &["s3:GetAnalyticsConfiguration"]),
    ("getBucketCors", &["s3:GetBucketCORS"]),
    ("getBucketEncryption", &["s3:GetEncryptionConfiguration"]),
    ("getBucketIntelligentTieringConfiguration", &["s3:GetIntelligentTieringConfiguration"]),
    ("getBucketInventoryConfiguration", &["s3:GetInventoryConfiguration"]),
    ("getBucketLifecycle", &["s3:GetLifecycleConfiguration"]),
    ("getBucketLifecycleConfiguration", &["s3:GetLifecycleConfiguration"]),
    ("getBucketMetricsConfiguration", &["s3:GetMetricsConfiguration"]),
    ("getBucketNotificationConfiguration", &["s3:GetBucketNotification"]),
    ("getBucketReplication", &["s3:GetReplicationConfiguration"]),
    ("getObjectAttributes", &["s3:GetObject", "s3:GetObjectAttributes"]),
    ("getObjectLockConfiguration", &["s3:GetBucketObjectLockConfiguration"]),
    ("getPublicAccessBlock", &["s3:GetBucketPublicAccessBlock"]),
    ("headBucket", &["s3:ListBucket"]),
    ("headObject", &["s3:GetObject"]),
    ("listBucketAnalyticsConfigurations", &["s3:GetAnalyticsConfiguration"]),
    ("listBucketIntelligentTieringConfigurations", &["s3:GetIntelligentTieringConfiguration"]),
    ("listBucketInventoryConfigurations", &["s3:GetInventoryConfiguration"]),
    ("listBucketMetricsConfigurations", &["s3:GetMetricsConfiguration"]),
    ("listBuckets", &["s3:ListAllMyBuckets"]),
    ("listDirectoryBuckets", &["s3express:ListAllMyDirectoryBuckets"]),
    ("listMultipartUploads", &["s3:ListBucketMultipartUploads"]),
    ("listObjectVersions", &["s3:ListBucketVersions"]),
    ("listObjects", &["s3:ListBucket"]),
    ("listObjectsV2", &["s3:ListBucket"]),
    ("listParts", &["s3:ListMultipartUploadParts"]),
    ("putBucketAccelerateConfiguration", &["s3:PutAccelerateConfiguration"]),
    ("putBucketAnalyticsConfiguration", &["s3:PutAnalyticsConfiguration"]),
    ("putBucketCors", &["s3:PutBucketCORS"]),
    ("putBucketEncryption", &["s3:PutEncryptionConfiguration"]),
    ("putBucketIntelligentTieringConfiguration", &["s3:PutIntelligentTieringConfiguration"]),
    ("putBucketInventoryConfiguration", &["s3:PutInventoryConfiguration"]),
    ("putBucketLifecycle", &["s3:PutLifecycleConfiguration"]),
    ("putBucketLifecycleConfiguration", &["s3:PutLifecycleConfiguration"]),
    ("putBucketMetricsConfiguration", &["s3:PutMetricsConfiguration"]),
    ("putBucketNotificationConfiguration", &["s3:PutBucketNotification"]),
    ("putBucketReplication", &["s3:PutReplicationConfiguration"]),
    ("putObjectLockConfiguration", &["s3:PutBucketObjectLockConfiguration"]),
    ("putPublicAccessBlock", &["s3:PutBucketPublicAccessBlock"]),
    ("selectObjectContent", &["s3:GetObject"]),
    ("uploadPart", &["s3:PutObject"]),
    ("uploadPartCopy", &["s3:GetObject", "s3:PutObject"]),
    ("writeGetObjectResponse", &["s3-object-lambda:WriteGetObjectResponse"]),
];

/// Calls that are on no bucket.
const EVERYWHERE: &[&str] = &["listBuckets", "listDirectoryBuckets", "writeGetObjectResponse"];

/// Calls that write an object with all that belongs to it.
const WRITERS: &[&str] = &["copyObject", "createMultipartUpload", "putObject"];
/// Arguments of theirs that ask for more.
#[rustfmt::skip]
const WRITTEN: &[(&[&str], &str)] = &[
    (&["ACL", "GrantFullControl", "GrantRead", "GrantReadACP", "GrantWriteACP"], "s3:PutObjectAcl"),
    (&["Tagging"], "s3:PutObjectTagging"),
    (&["ObjectLockMode", "ObjectLockRetainUntilDate"], "s3:PutObjectRetention"),
    (&["ObjectLockLegalHoldStatus"], "s3:PutObjectLegalHold"),
];
/// The same of a new bucket.
#[rustfmt::skip]
const CREATED: &[(&[&str], &str)] = &[
    (&["ACL", "GrantFullControl", "GrantRead", "GrantReadACP", "GrantWrite", "GrantWriteACP"], "s3:PutBucketAcl"),
    (&["ObjectLockEnabledForBucket"], "s3:PutBucketObjectLockConfiguration"),
    (&["ObjectLockEnabledForBucket"], "s3:PutBucketVersioning"),
    (&["ObjectOwnership"], "s3:PutBucketOwnershipControls"),
];
/// The same of calls that delete or shorten a hold.
const BYPASSED: &[(&[&str], &str)] =
    &[(&["BypassGovernanceRetention"], "s3:BypassGovernanceRetention")];

/// Allows a call of S3.
pub(super) fn allow(allowing: &mut Allowing<'_>) {
    let action = allowing.call.action;
    let actions = actions(allowing);
    let named: Vec<&str> = actions.iter().map(String::as_str).collect();
    if EVERYWHERE.contains(&action) {
        return allowing.permissions.anywhere(&named);
    }
    let Argument::Known(name) = allowing.call.argument("Bucket") else {
        return allowing.any(&named, "`Bucket` is not known here");
    };
    // What is copied stands in another argument, and mostly in another bucket.
    let copies = matches!(action, "copyObject" | "uploadPartCopy");
    for action in named {
        if copies && action == "s3:GetObject" {
            copied(allowing);
            continue;
        }
        let resource = match allowing.call.argument("Key") {
            _ if action.starts_with("s3express:") => {
                Text::arn("s3express", &Text::plain("bucket/").then(&name))
            }
            _ if !of_objects(action) => bucket(&name),
            Argument::Known(key) => objects(&name, &key),
            _ => objects(&name, &Text::any()),
        };
        allowing.permissions.allow(&[action], vec![resource]);
    }
    encrypted(allowing);
    missing(allowing, &name);
}

/// The key of KMS with which an object is written (S3 User Guide, "Using server-side encryption with AWS KMS keys").
fn encrypted(allowing: &mut Allowing<'_>) {
    let actions: &[&str] = match allowing.call.action {
        "createMultipartUpload" => &["kms:Decrypt", "kms:GenerateDataKey"],
        action if WRITERS.contains(&action) => &["kms:GenerateDataKey"],
        _ => return,
    };
    if allowing.call.argument("SSEKMSKeyId") != Argument::Absent {
        keys::key(allowing, actions, "SSEKMSKeyId");
    }
}

/// Allows a state that catches a missing object to list its bucket: without that S3 refuses access, and does not say that
/// the object is missing (S3 API Reference, `GetObject`).
fn missing(allowing: &mut Allowing<'_>, name: &Text) {
    let told = |field: &str| allowing.state.json[field].to_string().contains("S3.NoSuchKey");
    let reads = matches!(allowing.call.action, "getObject" | "getObjectAttributes" | "headObject");
    if reads && (told("Catch") || told("Retry")) {
        allowing.permissions.allow(&["s3:ListBucket"], vec![bucket(name)]);
    }
}

/// The actions that a call needs.
fn actions(allowing: &Allowing<'_>) -> Vec<String> {
    let call = allowing.call;
    let given = |name: &str| !matches!(call.argument(name), Argument::Absent);
    let other = OTHERS.iter().find(|(action, _)| *action == call.action);
    let mut actions: Vec<String> = match other {
        Some((_, actions)) => actions.iter().map(|it| (*it).to_owned()).collect(),
        None => vec![format!("s3:{}", pascal(call.action))],
    };
    if given("VersionId") {
        actions.iter_mut().for_each(|it| *it = of_version(it));
    }
    let more = match call.action {
        action if WRITERS.contains(&action) => WRITTEN,
        "createBucket" => CREATED,
        "deleteObject" | "deleteObjects" | "putObjectRetention" => BYPASSED,
        _ => &[],
    };
    let more = more.iter().filter(|(names, _)| names.iter().any(|it| given(it)));
    actions.extend(more.map(|(_, action)| (*action).to_owned()));
    let versions = call.arguments.pointer("/Delete/Objects").is_some_and(|it| {
        it.as_array().is_none_or(|all| all.iter().any(|it| it.to_string().contains("VersionId")))
    });
    if call.action == "deleteObjects" && versions {
        actions.push("s3:DeleteObjectVersion".to_owned());
    }
    actions
}

/// The action on one version of an object: another one, and that alone.
fn of_version(action: &str) -> String {
    const KNOWN: [&str; 9] = [
        "s3:DeleteObject",
        "s3:DeleteObjectTagging",
        "s3:GetObject",
        "s3:GetObjectAcl",
        "s3:GetObjectAttributes",
        "s3:GetObjectTagging",
        "s3:GetObjectTorrent",
        "s3:PutObjectAcl",
        "s3:PutObjectTagging",
    ];
    match action.split_once("Object") {
        Some((before, after)) if KNOWN.contains(&action) => format!("{before}ObjectVersion{after}"),
        _ => action.to_owned(),
    }
}

/// The source of a copy: `BUCKET/KEY`, of a version `BUCKET/KEY?versionId=ID`, of an access point the ARN of the object.
/// All of it is encoded as a URL.
fn copied(allowing: &mut Allowing<'_>) {
    match allowing.call.argument("CopySource") {
        Argument::Known(source) => {
            let (action, source) = match unversioned(&source) {
                Some(object) => ("s3:GetObjectVersion", object),
                None => ("s3:GetObject", source),
            };
            let object = object_of_url(&source);
            allowing.permissions.allow(&[action], vec![object]);
        }
        _ => allowing.any(&["s3:GetObject"], "`CopySource` is computed"),
    }
}

/// The source before the version that it names.
fn unversioned(source: &Text) -> Option<Text> {
    let mut parts = vec![];
    for part in &source.0 {
        match part {
            Part::Plain(text) if text.contains("?versionId=") => {
                let object = text.split("?versionId=").next().unwrap_or_default();
                parts.push(Part::Plain(object.to_owned()));
                return Some(Text(parts));
            }
            part => parts.push(part.clone()),
        }
    }
    None
}

/// The ARN of the object that a URL names.
fn object_of_url(source: &Text) -> Text {
    let mut parts: Vec<Part> = source.0.iter().map(decoded).collect();
    if let Some(Part::Plain(first)) = parts.first_mut() {
        *first = first.trim_start_matches('/').to_owned();
    }
    let of_arn = parts.first().is_some_and(|it| Text::part(it.clone()).is_arn());
    let object = spelled(&Text(parts));
    if of_arn { object } else { Text::arn_in("s3", false, false, &object) }
}

/// A part of a URL as it is meant. What is no encoding of it stays.
fn decoded(part: &Part) -> Part {
    let Part::Plain(text) = part else { return part.clone() };
    let (mut bytes, mut rest) = (vec![], text.as_bytes());
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|it| str::from_utf8(it).ok());
        let byte = hex.filter(|it| !it.starts_with('+'));
        let byte = byte.and_then(|it| u8::from_str_radix(it, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    Part::Plain(String::from_utf8(bytes).unwrap_or_else(|_| text.clone()))
}

/// True for actions on objects; the others are on their bucket.
fn of_objects(action: &str) -> bool {
    let bucket = action.contains("Bucket");
    let named =
        ["s3:AbortMultipartUpload", "s3:BypassGovernanceRetention", "s3:ListMultipartUploadParts"];
    !bucket && action.contains("Object") || named.contains(&action)
}
