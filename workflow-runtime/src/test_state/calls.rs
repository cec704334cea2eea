//! The responses of services that are called and answer at once. From AWS's public API models.

use super::shapes::{ANY, ARN, Kind, Response, Shape, may, must};
use Kind::{Any, Between, Blob, Flag, List, Number, Object, OneOf, Sized, Table, Text, Time};

pub(super) const RESPONSES: &[Response] = &[
    ("sfn", "startExecution", START_EXECUTION),
    ("sfn", "startSyncExecution", START_SYNC_EXECUTION),
    ("sfn", "describeExecution", DESCRIBE_EXECUTION),
    ("lambda", "invoke", INVOKE),
    ("lambda", "getFunction", GET_FUNCTION),
    ("s3", "getObject", GET_OBJECT),
    ("s3", "putObject", PUT_OBJECT),
    ("dynamodb", "putItem", CHANGE_ITEM),
    ("dynamodb", "updateItem", CHANGE_ITEM),
    ("dynamodb", "deleteItem", CHANGE_ITEM),
    ("dynamodb", "getItem", GET_ITEM),
    ("dynamodb", "query", QUERY),
    ("dynamodb", "scan", QUERY),
    ("eventbridge", "putEvents", PUT_EVENTS),
    ("kms", "encrypt", ENCRYPT),
    ("kms", "decrypt", DECRYPT),
    ("sqs", "sendMessage", SEND_MESSAGE),
    ("sns", "publish", PUBLISH),
    ("secretsmanager", "getSecretValue", GET_SECRET),
    ("secretsmanager", "createSecret", CREATE_SECRET),
    ("bedrockruntime", "invokeModel", INVOKE_MODEL),
    ("ses", "sendEmail", SENT),
    ("ses", "sendRawEmail", SENT),
    ("ses", "sendTemplatedEmail", SENT),
    ("sesv2", "sendEmail", &[may("MessageId", Text)]),
    ("scheduler", "createSchedule", CREATE_SCHEDULE),
];

/// An ARN of Step Functions.
const LONG: Kind = Sized(1, 256);
const NAME: Kind = Sized(1, 80);
const DATA: Kind = Sized(0, 262_144);
const ERROR: Kind = Sized(0, 256);
const CAUSE: Kind = Sized(0, 32_768);

const START_EXECUTION: Shape = &[must("ExecutionArn", LONG), must("StartDate", Time)];

const STATUS: Kind =
    OneOf(&["RUNNING", "SUCCEEDED", "FAILED", "TIMED_OUT", "ABORTED", "PENDING_REDRIVE"]);
const INCLUDED: Kind = Object(&[may("Included", Flag)]);
const DESCRIBE_EXECUTION: Shape = &[
    must("ExecutionArn", LONG),
    must("StateMachineArn", LONG),
    may("Name", NAME),
    must("Status", STATUS),
    must("StartDate", Time),
    may("StopDate", Time),
    may("Input", DATA),
    may("InputDetails", INCLUDED),
    may("Output", DATA),
    may("OutputDetails", INCLUDED),
    may("TraceHeader", Sized(0, 256)),
    may("MapRunArn", Sized(1, 2_000)),
    may("Error", ERROR),
    may("Cause", CAUSE),
    may("StateMachineVersionArn", LONG),
    may("StateMachineAliasArn", LONG),
    may("RedriveCount", Number),
    may("RedriveDate", Time),
    may("RedriveStatus", OneOf(&["REDRIVABLE", "NOT_REDRIVABLE", "REDRIVABLE_BY_MAP_RUN"])),
    may("RedriveStatusReason", DATA),
];

const START_SYNC_EXECUTION: Shape = &[
    must("ExecutionArn", LONG),
    may("StateMachineArn", LONG),
    may("Name", NAME),
    must("StartDate", Time),
    must("StopDate", Time),
    must("Status", OneOf(&["SUCCEEDED", "FAILED", "TIMED_OUT"])),
    may("Error", ERROR),
    may("Cause", CAUSE),
    may("Input", DATA),
    may("InputDetails", INCLUDED),
    may("Output", DATA),
    may("OutputDetails", INCLUDED),
    may("TraceHeader", Sized(0, 256)),
    may("BillingDetails", Any),
];

const INVOKE: Shape = &[
    may("StatusCode", Number),
    may("FunctionError", Text),
    may("LogResult", Text),
    may("Payload", Any),
    may("ExecutedVersion", Sized(1, 1_024)),
    may("DurableExecutionArn", Sized(1, 1_024)),
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
    may("FunctionName", Sized(1, 256)),
    may("FunctionArn", Sized(0, 10_000)),
    may("Runtime", Text),
    may("Role", Text),
    may("Handler", Sized(0, 128)),
    may("CodeSize", Number),
    may("Description", Sized(0, 256)),
    may("Timeout", Between(1.0, ANY)),
    may("MemorySize", Between(128.0, 32_768.0)),
    may("LastModified", Text),
    may("CodeSha256", Text),
    may("Version", Sized(1, 1_024)),
    may("RevisionId", Text),
    may(
        "State",
        OneOf(&[
            "Pending",
            "Active",
            "Inactive",
            "Failed",
            "Deactivating",
            "Deactivated",
            "ActiveNonInvocable",
            "Deleting",
        ]),
    ),
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
    may("B", Blob(0, usize::MAX)),
    may("SS", List(&Text)),
    may("NS", List(&Text)),
    may("BS", List(&Blob(0, usize::MAX))),
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
        List(&Object(&[
            may("EventId", Sized(0, 64)),
            may("ErrorCode", Text),
            may("ErrorMessage", Text),
        ])),
    ),
];

const KEY: Kind = Sized(1, 2_048);
const ALGORITHM: Kind =
    OneOf(&["SYMMETRIC_DEFAULT", "RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256", "SM2PKE"]);
const ENCRYPT: Shape = &[
    may("CiphertextBlob", Blob(1, 6_144)),
    may("KeyId", KEY),
    may("EncryptionAlgorithm", ALGORITHM),
];
const DECRYPT: Shape =
    &[may("KeyId", KEY), may("Plaintext", Blob(1, 4_096)), may("EncryptionAlgorithm", ALGORITHM)];

const SEND_MESSAGE: Shape = &[
    may("MD5OfMessageBody", Text),
    may("MD5OfMessageAttributes", Text),
    may("MD5OfMessageSystemAttributes", Text),
    may("MessageId", Text),
    may("SequenceNumber", Text),
];
const PUBLISH: Shape = &[may("MessageId", Text), may("SequenceNumber", Text)];

const GET_SECRET: Shape = &[
    may("ARN", ARN),
    may("Name", Sized(1, 256)),
    may("VersionId", Sized(32, 64)),
    may("SecretBinary", Blob(1, 65_536)),
    may("SecretString", Sized(1, 65_536)),
    may("VersionStages", List(&Sized(1, 256))),
    may("CreatedDate", Time),
];
const CREATE_SECRET: Shape =
    &[may("ARN", ARN), may("Name", Sized(1, 256)), may("VersionId", Sized(32, 64))];

const INVOKE_MODEL: Shape = &[
    must("Body", Any),
    must("ContentType", Text),
    may("PerformanceConfigLatency", OneOf(&["standard", "optimized"])),
    may("ServiceTier", OneOf(&["priority", "default", "flex", "reserved"])),
];
const SENT: Shape = &[must("MessageId", Text)];
const CREATE_SCHEDULE: Shape = &[must("ScheduleArn", Sized(1, 1_224))];
