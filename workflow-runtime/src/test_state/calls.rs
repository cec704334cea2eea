//! The responses of services that are called and answer at once. From AWS's public API models.

use super::shapes::{ARN, Kind, Response, Shape, may, must};
use Kind::{Any, Between, Blob, Flag, List, Number, Object, OneOf, Sized, Text, Time};

pub(super) const RESPONSES: &[Response] = &[
    ("sfn", "startExecution", START_EXECUTION),
    ("sfn", "startSyncExecution", START_SYNC_EXECUTION),
    ("sfn", "describeExecution", DESCRIBE_EXECUTION),
    ("lambda", "invoke", INVOKE),
    ("eventbridge", "putEvents", PUT_EVENTS),
    ("kms", "encrypt", ENCRYPT),
    ("kms", "decrypt", DECRYPT),
    ("kms", "generateDataKey", GENERATE_DATA_KEY),
    ("iam", "getRole", GET_ROLE),
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
const DECRYPT: Shape = &[
    may("KeyId", KEY),
    may("Plaintext", Blob(1, 4096)),
    may("EncryptionAlgorithm", ALGORITHM),
    may("CiphertextForRecipient", Blob(1, 6144)),
    may("KeyMaterialId", Sized(64, 64)),
];
const GENERATE_DATA_KEY: Shape = &[
    may("CiphertextBlob", Blob(1, 6144)),
    may("Plaintext", Blob(1, 4096)),
    may("KeyId", KEY),
    may("CiphertextForRecipient", Blob(1, 6144)),
    may("KeyMaterialId", Sized(64, 64)),
];
const GET_ROLE: Shape = &[must(
    "Role",
    Object(&[
        must("Path", Sized(1, 512)),
        must("RoleName", Sized(1, 64)),
        must("RoleId", Sized(16, 128)),
        must("Arn", Sized(20, 2048)),
        must("CreateDate", Time),
        may("AssumeRolePolicyDocument", Sized(1, 131072)),
        may("Description", Sized(0, 1000)),
        may("MaxSessionDuration", Between(3600.0, 43200.0)),
        may("MaxSigninSessionDuration", Between(3600.0, 7776000.0)),
        may(
            "PermissionsBoundary",
            Object(&[
                may("PermissionsBoundaryType", OneOf(&["PermissionsBoundaryPolicy"])),
                may("PermissionsBoundaryArn", Sized(20, 2048)),
            ]),
        ),
        may("Tags", List(&Object(&[must("Key", Sized(1, 128)), must("Value", Sized(0, 256))]))),
        may("RoleLastUsed", Object(&[may("LastUsedDate", Time), may("Region", Text)])),
        may(
            "SourceRoleTemplate",
            Object(&[must("TemplateArn", Sized(20, 2048)), must("TemplateMinorVersion", Number)]),
        ),
    ]),
)];

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
