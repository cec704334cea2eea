//! The responses of other services, without what lies deeper. From AWS's public API models.

use super::shapes::{ANY, Kind, Response, Shape, may, must};
use Kind::{Any, Between, Blob, Flag, List, Number, Object, OneOf, Sized, Table, Text, Time};

pub(super) const RESPONSES: &[Response] = &[
    ("sqs", "sendMessageBatch", SEND_MESSAGE_BATCH),
    ("sqs", "receiveMessage", RECEIVE_MESSAGE),
    ("kinesis", "putRecord", PUT_RECORD),
    ("kinesis", "putRecords", PUT_RECORDS),
    ("firehose", "putRecord", DELIVERED),
    ("firehose", "putRecordBatch", DELIVERED_BATCH),
    ("translate", "translateText", TRANSLATE_TEXT),
    ("sns", "publishBatch", PUBLISH_BATCH),
    ("ssm", "getParameter", GET_PARAMETER),
    ("ssm", "putParameter", PUT_PARAMETER),
    ("dynamodb", "transactWriteItems", TRANSACT_WRITE_ITEMS),
    ("sfn", "listExecutions", LIST_EXECUTIONS),
    ("sfn", "describeStateMachine", DESCRIBE_STATE_MACHINE),
    ("sfn", "stopExecution", STOP_EXECUTION),
    ("sfn", "redriveExecution", REDRIVE_EXECUTION),
    ("sfn", "createActivity", CREATE_ACTIVITY),
    ("comprehend", "detectSentiment", DETECT_SENTIMENT),
    ("emr", "runJobFlow", &[may("JobFlowId", Sized(0, 256)), may("ClusterArn", Sized(20, 2_048))]),
    ("emrcontainers", "startJobRun", START_JOB_RUN),
    ("sts", "getCallerIdentity", GET_CALLER_IDENTITY),
];

const SEND_MESSAGE_BATCH: Shape = &[must("Successful", List(&Any)), must("Failed", List(&Any))];
const RECEIVE_MESSAGE: Shape = &[may(
    "Messages",
    List(&Object(&[
        may("MessageId", Text),
        may("ReceiptHandle", Text),
        may("MD5OfBody", Text),
        may("Body", Text),
        may("Attributes", Table(&Text)),
        may("MD5OfMessageAttributes", Text),
        may(
            "MessageAttributes",
            Table(&Object(&[
                may("StringValue", Text),
                may("BinaryValue", Blob(0, usize::MAX)),
                may("StringListValues", List(&Text)),
                may("BinaryListValues", List(&Blob(0, usize::MAX))),
                must("DataType", Text),
            ])),
        ),
    ])),
)];
const PUT_RECORD: Shape = &[
    must("ShardId", Sized(1, 128)),
    must("SequenceNumber", Text),
    may("EncryptionType", OneOf(&["NONE", "KMS"])),
];
const PUT_RECORDS: Shape = &[
    may("FailedRecordCount", Number),
    must("Records", List(&Any)),
    may("EncryptionType", OneOf(&["NONE", "KMS"])),
];
const DELIVERED: Shape = &[must("RecordId", Sized(1, usize::MAX)), may("Encrypted", Flag)];
const DELIVERED_BATCH: Shape = &[
    must("FailedPutCount", Between(0.0, ANY)),
    may("Encrypted", Flag),
    must("RequestResponses", List(&Any)),
];
const TRANSLATE_TEXT: Shape = &[
    must("TranslatedText", Sized(0, 20_000)),
    must("SourceLanguageCode", Sized(2, 5)),
    must("TargetLanguageCode", Sized(2, 5)),
    may("AppliedTerminologies", List(&Any)),
    may(
        "AppliedSettings",
        Object(&[
            may("Formality", OneOf(&["FORMAL", "INFORMAL"])),
            may("Profanity", OneOf(&["MASK"])),
            may("Brevity", OneOf(&["ON"])),
        ]),
    ),
];
const PUBLISH_BATCH: Shape = &[may("Successful", List(&Any)), may("Failed", List(&Any))];
const GET_PARAMETER: Shape = &[may(
    "Parameter",
    Object(&[
        may("Name", Sized(1, 2_048)),
        may("Type", OneOf(&["String", "StringList", "SecureString"])),
        may("Value", Text),
        may("Version", Number),
        may("Selector", Sized(0, 128)),
        may("SourceResult", Text),
        may("LastModifiedDate", Time),
        may("ARN", Text),
        may("DataType", Sized(0, 128)),
    ]),
)];
const PUT_PARAMETER: Shape =
    &[may("Version", Number), may("Tier", OneOf(&["Standard", "Advanced", "Intelligent-Tiering"]))];
const TRANSACT_WRITE_ITEMS: Shape =
    &[may("ConsumedCapacity", List(&Any)), may("ItemCollectionMetrics", Table(&List(&Any)))];
const LIST_EXECUTIONS: Shape = &[must("Executions", List(&Any)), may("NextToken", Sized(1, 3_096))];
const DESCRIBE_STATE_MACHINE: Shape = &[
    must("StateMachineArn", Sized(1, 256)),
    must("Name", Sized(1, 80)),
    may("Status", OneOf(&["ACTIVE", "DELETING"])),
    must("Definition", Sized(1, 1_048_576)),
    must("RoleArn", Sized(1, 256)),
    must("Type", OneOf(&["STANDARD", "EXPRESS"])),
    must("CreationDate", Time),
    may(
        "LoggingConfiguration",
        Object(&[
            may("Level", OneOf(&["ALL", "ERROR", "FATAL", "OFF"])),
            may("IncludeExecutionData", Flag),
            may("Destinations", List(&Any)),
        ]),
    ),
    may("TracingConfiguration", Object(&[may("Enabled", Flag)])),
    may("Label", Text),
    may("RevisionId", Text),
    may("Description", Sized(0, 256)),
    may(
        "EncryptionConfiguration",
        Object(&[
            may("KmsKeyId", Sized(1, 2_048)),
            may("KmsDataKeyReusePeriodSeconds", Between(60.0, 900.0)),
            must("Type", OneOf(&["AWS_OWNED_KEY", "CUSTOMER_MANAGED_KMS_KEY"])),
        ]),
    ),
    may("VariableReferences", Table(&List(&Text))),
];
const STOP_EXECUTION: Shape = &[must("StopDate", Time)];
const REDRIVE_EXECUTION: Shape = &[must("RedriveDate", Time)];
const CREATE_ACTIVITY: Shape = &[must("ActivityArn", Sized(1, 256)), must("CreationDate", Time)];
const DETECT_SENTIMENT: Shape = &[
    may("Sentiment", OneOf(&["POSITIVE", "NEGATIVE", "NEUTRAL", "MIXED"])),
    may(
        "SentimentScore",
        Object(&[
            may("Positive", Number),
            may("Negative", Number),
            may("Neutral", Number),
            may("Mixed", Number),
        ]),
    ),
];
const GET_CALLER_IDENTITY: Shape =
    &[may("UserId", Text), may("Account", Text), may("Arn", Sized(20, 2_048))];
const START_JOB_RUN: Shape = &[
    may("Id", Sized(1, 64)),
    may("Name", Sized(1, 64)),
    may("Arn", Sized(60, 1024)),
    may("VirtualClusterId", Sized(1, 64)),
];
