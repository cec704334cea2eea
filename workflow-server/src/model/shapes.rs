//! The shapes that operations share.

use super::{Member, Shape, fitting, may, must, secret, text, word};
use crate::name::is_alias;

pub(super) const ARN: Shape = text(1, 256);
/// Of versions, aliases and Map Runs.
pub(super) const LONG_ARN: Shape = text(1, 2_000);
/// Names that may be empty here are refused as names.
pub(super) const NAME: Shape = text(0, 80);
pub(super) const DEFINITION: Shape = secret(1, 1_048_576);
pub(super) const DATA: Shape = secret(0, 262_144);
pub(super) const ERROR: Shape = secret(0, 256);
pub(super) const CAUSE: Shape = secret(0, 32_768);
pub(super) const TASK_TOKEN: Shape = text(1, 2_048);
pub(super) const PAGE_TOKEN: Shape = text(1, 1_024);
pub(super) const PAGE_SIZE: Shape = Shape::Integer(0, 1_000);
pub(super) const DESCRIPTION: Shape = secret(0, 256);
pub(super) const COUNT: Shape = Shape::Integer(0, i32::MAX as i64);
pub(super) const LONG_COUNT: Shape = Shape::Long(0, i64::MAX);
pub(super) const TRACE: Shape = fitting(0, 256, r"\p{ASCII}*", str::is_ascii);
pub(super) const INCLUDED: Shape = word(&["ALL_DATA", "METADATA_ONLY"]);
pub(super) const TYPE: Shape = word(&["STANDARD", "EXPRESS"]);

pub(super) const ALIAS_NAME: Shape =
    fitting(1, 80, r"^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$", is_alias);

pub(super) const CLIENT_TOKEN: Shape =
    fitting(1, 64, "[!-~]+", |it| it.bytes().all(|byte| byte.is_ascii_graphic()));

/// As AWS's answer lists them (recorded).
pub(super) const STATUS: Shape =
    word(&["SUCCEEDED", "TIMED_OUT", "PENDING_REDRIVE", "ABORTED", "FAILED", "RUNNING"]);

const TAG: Shape = Shape::Structure("Tag", &[may("key", text(1, 128)), may("value", text(0, 256))]);
pub(super) const TAGS: Shape = Shape::List(&TAG, 0, usize::MAX);
pub(super) const TAG_KEYS: Shape = Shape::List(&text(1, 128), 0, usize::MAX);

const GROUP: &[Member] = &[may("logGroupArn", text(1, 256))];
const DESTINATION: Shape = Shape::Structure(
    "LogDestination",
    &[may("cloudWatchLogsLogGroup", Shape::Structure("CloudWatchLogsLogGroup", GROUP))],
);

pub(super) const LOGGING: Shape = Shape::Structure(
    "LoggingConfiguration",
    &[
        may("level", word(&["ALL", "ERROR", "FATAL", "OFF"])),
        may("includeExecutionData", Shape::Flag),
        may("destinations", Shape::List(&DESTINATION, 0, usize::MAX)),
    ],
);

pub(super) const TRACING: Shape =
    Shape::Structure("TracingConfiguration", &[may("enabled", Shape::Flag)]);

pub(super) const ENCRYPTION: Shape = Shape::Structure(
    "EncryptionConfiguration",
    &[
        may("kmsKeyId", text(1, 2_048)),
        may("kmsDataKeyReusePeriodSeconds", Shape::Integer(60, 900)),
        must("type", word(&["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY"])),
    ],
);

const ROUTE: Shape = Shape::Structure(
    "RoutingConfigurationListItem",
    &[must("stateMachineVersionArn", ARN), must("weight", Shape::Integer(0, 100))],
);
pub(super) const ROUTING: Shape = Shape::List(&ROUTE, 1, 2);

/// The name of a state in a test, which is a secret (in AWS's model).
pub(super) const TESTED_STATE: Shape = secret(1, 80);

pub(super) const MOCK: Shape = Shape::Structure(
    "MockInput",
    &[
        may("result", DATA),
        may(
            "errorOutput",
            Shape::Structure("MockErrorOutput", &[may("error", ERROR), may("cause", CAUSE)]),
        ),
        may("fieldValidationMode", word(&["STRICT", "PRESENT", "NONE"])),
    ],
);

pub(super) const CONFIGURATION: Shape = Shape::Structure(
    "TestStateConfiguration",
    &[
        may("retrierRetryCount", COUNT),
        may("errorCausedByState", TESTED_STATE),
        may("mapIterationFailureCount", COUNT),
        may("mapItemReaderData", DATA),
    ],
);
