//! The responses of services, as far as mocked results are compared with it: the members of the responses, in the
//! names that Step Functions gives them. From AWS's public API models.

use super::jobs;
use crate::connector::{Pattern, Target};
use Kind::{Any, Between, Blob, Flag, List, Number, Object, OneOf, Table, Text, Time};

/// The members of an object.
pub(super) type Shape = &'static [Member];

/// A member of a response.
pub(super) struct Member {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    pub(super) required: bool,
}

/// The kind of a member.
pub(super) enum Kind {
    Any,
    Text,
    /// A text with a time.
    Time,
    Flag,
    Number,
    /// A number from the first to the second.
    Between(f64, f64),
    /// A text with bytes: so many at least.
    Blob(usize),
    OneOf(&'static [&'static str]),
    List(&'static Kind),
    Object(Shape),
    /// Values under any name.
    Table(&'static Kind),
}

pub(super) const fn may(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: false }
}
pub(super) const fn must(name: &'static str, kind: Kind) -> Member {
    Member { name, kind, required: true }
}

pub(super) const ANY: f64 = f64::MAX;

/// Returns what a target returns, if that is known here; other results are not compared.
pub(super) fn shape(target: &Target) -> Option<Shape> {
    let (service, action) = target.action()?;
    let job = matches!(target.pattern(), Pattern::Sync | Pattern::Sync2);
    let service = service.strip_prefix("aws-sdk:").unwrap_or(service);
    match (service, action) {
        // What is mocked of a job is the answer to the question how it ended.
        ("states" | "sfn", "startExecution") if job => Some(DESCRIBE_EXECUTION),
        ("sfn", "describeExecution") => Some(DESCRIBE_EXECUTION),
        _ if job => jobs::shape(service, action, true),
        _ if target.pattern() != Pattern::RequestResponse => None,
        ("states" | "sfn", "startExecution") => Some(START_EXECUTION),
        ("lambda", "invoke") => Some(INVOKE),
        ("lambda", "getFunction") => Some(GET_FUNCTION),
        ("s3", "getObject") => Some(GET_OBJECT),
        ("s3", "putObject") => Some(PUT_OBJECT),
        ("dynamodb", "putItem" | "updateItem" | "deleteItem") => Some(CHANGE_ITEM),
        ("dynamodb", "getItem") => Some(GET_ITEM),
        ("dynamodb", "query" | "scan") => Some(QUERY),
        ("events" | "eventbridge", "putEvents") => Some(PUT_EVENTS),
        ("kms", "encrypt") => Some(ENCRYPT),
        ("kms", "decrypt") => Some(DECRYPT),
        ("sqs", "sendMessage") => Some(SEND_MESSAGE),
        ("sns", "publish") => Some(PUBLISH),
        ("secretsmanager", "getSecretValue") => Some(GET_SECRET),
        ("secretsmanager", "createSecret") => Some(CREATE_SECRET),
        _ => jobs::shape(service, action, false),
    }
}

/// The context object (documented), as far as it can be given: a Map's item cannot.
pub(super) const CONTEXT: Shape = &[
    may(
        "Execution",
        Object(&[
            may("Id", Text),
            may("Input", Any),
            may("Name", Text),
            may("RoleArn", Text),
            may("StartTime", Time),
            may("RedriveCount", Number),
            may("RedriveTime", Time),
        ]),
    ),
    may("State", Object(&[may("EnteredTime", Time), may("Name", Text), may("RetryCount", Number)])),
    may("StateMachine", Object(&[may("Id", Text), may("Name", Text)])),
    may("Task", Object(&[may("Token", Text)])),
];

const START_EXECUTION: Shape = &[must("ExecutionArn", Text), must("StartDate", Time)];

const STATUS: Kind =
    OneOf(&["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"]);
const INCLUDED: Kind = Object(&[may("Included", Flag)]);
const DESCRIBE_EXECUTION: Shape = &[
    must("ExecutionArn", Text),
    must("StateMachineArn", Text),
    may("Name", Text),
    must("Status", STATUS),
    must("StartDate", Time),
    may("StopDate", Time),
    may("Input", Text),
    may("InputDetails", INCLUDED),
    may("Output", Text),
    may("OutputDetails", INCLUDED),
    may("TraceHeader", Text),
    may("MapRunArn", Text),
    may("Error", Text),
    may("Cause", Text),
    may("StateMachineVersionArn", Text),
    may("StateMachineAliasArn", Text),
    may("RedriveCount", Number),
    may("RedriveDate", Time),
    may("RedriveStatus", OneOf(&["REDRIVABLE", "NOT_REDRIVABLE", "REDRIVABLE_BY_MAP_RUN"])),
    may("RedriveStatusReason", Text),
];

const INVOKE: Shape = &[
    may("StatusCode", Number),
    may("FunctionError", Text),
    may("LogResult", Text),
    may("Payload", Any),
    may("ExecutedVersion", Text),
];

const GET_FUNCTION: Shape = &[
    may("Configuration", Object(FUNCTION)),
    may(
        "Code",
        Object(&[may("RepositoryType", Text), may("Location", Text), may("ImageUri", Text)]),
    ),
    may("Tags", Table(&Text)),
    may("Concurrency", Object(&[may("ReservedConcurrentExecutions", Between(0.0, ANY))])),
];
const FUNCTION: Shape = &[
    may("FunctionName", Text),
    may("FunctionArn", Text),
    may("Runtime", Text),
    may("Role", Text),
    may("Handler", Text),
    may("CodeSize", Number),
    may("Description", Text),
    may("Timeout", Between(1.0, ANY)),
    may("MemorySize", Between(128.0, 10_240.0)),
    may("LastModified", Text),
    may("CodeSha256", Text),
    may("Version", Text),
    may("RevisionId", Text),
    may("State", OneOf(&["Pending", "Active", "Inactive", "Failed"])),
    may("PackageType", OneOf(&["Zip", "Image"])),
    may("Architectures", List(&OneOf(&["x86_64", "arm64"]))),
    may("Environment", Object(&[may("Variables", Table(&Text))])),
    may("EphemeralStorage", Object(&[may("Size", Between(512.0, 10_240.0))])),
];

const STORAGE: Kind = OneOf(&[
    "STANDARD",
    "REDUCED_REDUNDANCY",
    "STANDARD_IA",
    "ONEZONE_IA",
    "INTELLIGENT_TIERING",
    "GLACIER",
    "DEEP_ARCHIVE",
    "OUTPOSTS",
    "GLACIER_IR",
    "SNOW",
    "EXPRESS_ONEZONE",
    "FSX_OPENZFS",
]);
const ENCRYPTION: Kind = OneOf(&["AES256", "aws:fsx", "aws:kms", "aws:kms:dsse"]);
const GET_OBJECT: Shape = &[
    may("Body", Any),
    may("DeleteMarker", Flag),
    may("AcceptRanges", Text),
    may("Expiration", Text),
    may("Restore", Text),
    may("LastModified", Time),
    may("ContentLength", Number),
    may("ETag", Text),
    may("MissingMeta", Number),
    may("VersionId", Text),
    may("CacheControl", Text),
    may("ContentDisposition", Text),
    may("ContentEncoding", Text),
    may("ContentLanguage", Text),
    may("ContentRange", Text),
    may("ContentType", Text),
    may("ServerSideEncryption", ENCRYPTION),
    may("Metadata", Table(&Text)),
    may("BucketKeyEnabled", Flag),
    may("StorageClass", STORAGE),
    may("PartsCount", Number),
    may("TagCount", Number),
    may("ObjectLockMode", OneOf(&["GOVERNANCE", "COMPLIANCE"])),
    may("ObjectLockLegalHoldStatus", OneOf(&["ON", "OFF"])),
];
const PUT_OBJECT: Shape = &[
    may("Expiration", Text),
    may("ETag", Text),
    may("ServerSideEncryption", ENCRYPTION),
    may("VersionId", Text),
    may("BucketKeyEnabled", Flag),
    may("Size", Number),
];

const VALUE: Kind = Object(&[
    may("S", Text),
    may("N", Text),
    may("B", Blob(0)),
    may("SS", List(&Text)),
    may("NS", List(&Text)),
    may("BS", List(&Blob(0))),
    may("M", Table(&Any)),
    may("L", List(&Any)),
    may("NULL", Flag),
    may("BOOL", Flag),
]);
const UNITS: Shape = &[
    may("ReadCapacityUnits", Number),
    may("WriteCapacityUnits", Number),
    may("CapacityUnits", Number),
];
const CAPACITY: Kind = Object(&[
    may("TableName", Text),
    may("CapacityUnits", Number),
    may("ReadCapacityUnits", Number),
    may("WriteCapacityUnits", Number),
    may("Table", Object(UNITS)),
    may("LocalSecondaryIndexes", Table(&Object(UNITS))),
    may("GlobalSecondaryIndexes", Table(&Object(UNITS))),
]);
const CHANGE_ITEM: Shape = &[
    may("Attributes", Table(&VALUE)),
    may("ConsumedCapacity", CAPACITY),
    may(
        "ItemCollectionMetrics",
        Object(&[
            may("ItemCollectionKey", Table(&VALUE)),
            may("SizeEstimateRangeGB", List(&Number)),
        ]),
    ),
];
const GET_ITEM: Shape = &[may("Item", Table(&VALUE)), may("ConsumedCapacity", CAPACITY)];
const QUERY: Shape = &[
    may("Items", List(&Table(&VALUE))),
    may("Count", Number),
    may("ScannedCount", Number),
    may("LastEvaluatedKey", Table(&VALUE)),
    may("ConsumedCapacity", CAPACITY),
];

const PUT_EVENTS: Shape = &[
    may("FailedEntryCount", Number),
    may(
        "Entries",
        List(&Object(&[may("EventId", Text), may("ErrorCode", Text), may("ErrorMessage", Text)])),
    ),
];

const ALGORITHM: Kind =
    OneOf(&["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"]);
const ENCRYPT: Shape =
    &[may("CiphertextBlob", Blob(1)), may("KeyId", Text), may("EncryptionAlgorithm", ALGORITHM)];
const DECRYPT: Shape =
    &[may("KeyId", Text), may("Plaintext", Blob(1)), may("EncryptionAlgorithm", ALGORITHM)];

const SEND_MESSAGE: Shape = &[
    may("MD5OfMessageBody", Text),
    may("MD5OfMessageAttributes", Text),
    may("MD5OfMessageSystemAttributes", Text),
    may("MessageId", Text),
    may("SequenceNumber", Text),
];
const PUBLISH: Shape = &[may("MessageId", Text), may("SequenceNumber", Text)];

const GET_SECRET: Shape = &[
    may("ARN", Text),
    may("Name", Text),
    may("VersionId", Text),
    may("SecretBinary", Blob(0)),
    may("SecretString", Text),
    may("VersionStages", List(&Text)),
    may("CreatedDate", Time),
];
const CREATE_SECRET: Shape = &[may("ARN", Text), may("Name", Text), may("VersionId", Text)];
