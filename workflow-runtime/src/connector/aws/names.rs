//! The names that Step Functions has for services, and for what they fail with (recorded, and the class names of AWS's SDKs
//! for Java, which Step Functions is written with).

use super::super::Target;
use crate::failure::Failure;
use workflow_aws::{CallError, Services};

/// The names of a service that is called.
pub(super) struct Names {
    /// Its name in the SDK: `sfn`.
    pub(super) sdk: String,
    /// The action, without its pattern.
    pub(super) action: String,
    /// The row of an optimized integration.
    pub(super) optimized: Option<&'static Row>,
}

/// The name in resources, in the SDK, before the error names, in causes, and the error of what the service does not name.
pub(super) struct Row {
    resource: &'static str,
    sdk: &'static str,
    prefix: &'static str,
    service: &'static str,
    other: &'static str,
}

const fn row(
    resource: &'static str,
    sdk: &'static str,
    prefix: &'static str,
    service: &'static str,
    other: &'static str,
) -> Row {
    Row { resource, sdk, prefix, service, other }
}

const OPTIMIZED: &[Row] = &[
    row("athena", "athena", "Athena", "AmazonAthena", "AmazonAthenaException"),
    row("batch", "batch", "Batch", "AWSBatch", "AWSBatchException"),
    row("codebuild", "codebuild", "CodeBuild", "AWSCodeBuild", "AWSCodeBuildException"),
    row("dynamodb", "dynamodb", "DynamoDB", "AmazonDynamoDBv2", "AmazonDynamoDBException"),
    row("ecs", "ecs", "ECS", "AmazonECS", "AmazonECSException"),
    row("events", "eventbridge", "EventBridge", "AmazonEventBridge", "AmazonEventBridgeException"),
    row("glue", "glue", "Glue", "AWSGlue", "AWSGlueException"),
    row("lambda", "lambda", "Lambda", "AWSLambda", "AWSLambdaException"),
    row("s3", "s3", "S3", "AmazonS3", "AmazonS3Exception"),
    row("sns", "sns", "SNS", "AmazonSNS", "AmazonSNSException"),
    row("sqs", "sqs", "SQS", "AmazonSQS", "AmazonSQSException"),
    row("states", "sfn", "StepFunctions", "AWSStepFunctions", "AWSStepFunctionsException"),
];

/// Codes that are in no model of a service (common errors of the API references), but for those that all have.
const UNNAMED: &[&str] = &[
    "AccessDenied",
    "AuthFailure",
    "ExpiredToken",
    "ExpiredTokenException",
    "IncompleteSignature",
    "InternalFailure",
    "InvalidAction",
    "InvalidClientTokenId",
    "InvalidParameterCombination",
    "InvalidParameterValue",
    "InvalidQueryParameter",
    "InvalidSignatureException",
    "MissingAction",
    "MissingAuthenticationToken",
    "MissingParameter",
    "NotAuthorized",
    "OptInRequired",
    "RequestExpired",
    "SerializationException",
    "SignatureDoesNotMatch",
    "UnknownError",
    "UnknownOperationException",
    "UnrecognizedClientException",
    "ValidationError",
];
/// Services in whose models `ValidationException` is not (recorded).
const NOT_VALIDATED: &[&str] = &["dynamodb", "secretsmanager"];

impl Names {
    /// The names of what a resource calls; `None` where it is not called here.
    pub(super) fn of(target: &Target) -> Option<Self> {
        let (service, action) = target.action()?;
        let (sdk, optimized) = match service.strip_prefix("aws-sdk:") {
            Some(service) => (service, None),
            None => {
                let row = OPTIMIZED.iter().find(|row| row.resource == service)?;
                target.integration()?;
                (row.sdk, Some(row))
            }
        };
        let sdk = sdk.to_ascii_lowercase();
        Services::knows(&sdk).then(|| Names { sdk, action: action.to_owned(), optimized })
    }

    /// Returns what a call fails with.
    pub(super) fn failure(&self, error: CallError) -> Failure {
        match error {
            CallError::Refused { status, code, message, request } => {
                let cause = self.cause(status, &code, &message, request.as_deref());
                Failure::new(self.error(&code), cause)
            }
            CallError::Function { error, cause } => Failure::new(error, cause),
            CallError::Unreached(why) => {
                let error = format!("{}.SdkClientException", self.prefix());
                Failure::new(error, format!("Unable to execute HTTP request: {why}"))
            }
            other => Failure::runtime(other.to_string()),
        }
    }

    fn prefix(&self) -> String {
        match self.optimized {
            Some(row) => row.prefix.to_owned(),
            None => Services::title(&self.sdk).unwrap_or_else(|| self.sdk.clone()),
        }
    }

    fn error(&self, code: &str) -> String {
        let prefix = self.prefix();
        let unnamed = UNNAMED.contains(&code)
            || (code == "ValidationException" && NOT_VALIDATED.contains(&&*self.sdk));
        match (unnamed, self.optimized) {
            (true, Some(row)) => format!("{prefix}.{}", row.other),
            (true, None) => format!("{prefix}.{prefix}Exception"),
            (false, _) => format!("{prefix}.{}Exception", code.trim_end_matches("Exception")),
        }
    }

    fn cause(&self, status: u16, code: &str, message: &str, request: Option<&str>) -> String {
        let id = request.unwrap_or("null");
        match self.optimized {
            Some(Row { service, .. }) => format!(
                "{message} (Service: {service}; Status Code: {status}; Error Code: {code}; Request ID: {id}; Proxy: null)"
            ),
            None => {
                let service = self.prefix();
                format!("{message} (Service: {service}, Status Code: {status}, Request ID: {id})")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;

    /// Recorded, but for the ids of requests.
    #[test]
    fn failures_have_the_names_of_step_functions() {
        for (resource, code, error, cause) in [
            (
                "dynamodb:putItem",
                "ResourceNotFoundException",
                "DynamoDB.ResourceNotFoundException",
                "m (Service: AmazonDynamoDBv2; Status Code: 400; Error Code: ResourceNotFoundException; Request ID: id; Proxy: null)",
            ),
            (
                "aws-sdk:dynamodb:putItem",
                "ResourceNotFoundException",
                "DynamoDb.ResourceNotFoundException",
                "m (Service: DynamoDb, Status Code: 400, Request ID: id)",
            ),
            (
                "aws-sdk:dynamodb:putItem",
                "ValidationException",
                "DynamoDb.DynamoDbException",
                "m (Service: DynamoDb, Status Code: 400, Request ID: id)",
            ),
            (
                "sqs:sendMessage",
                "MissingParameter",
                "SQS.AmazonSQSException",
                "m (Service: AmazonSQS; Status Code: 400; Error Code: MissingParameter; Request ID: id; Proxy: null)",
            ),
            (
                "sns:publish",
                "NotFound",
                "SNS.NotFoundException",
                "m (Service: AmazonSNS; Status Code: 400; Error Code: NotFound; Request ID: id; Proxy: null)",
            ),
            (
                "aws-sdk:s3:getObject",
                "NoSuchKey",
                "S3.NoSuchKeyException",
                "m (Service: S3, Status Code: 400, Request ID: id)",
            ),
            (
                "aws-sdk:secretsmanager:createSecret",
                "ValidationException",
                "SecretsManager.SecretsManagerException",
                "m (Service: SecretsManager, Status Code: 400, Request ID: id)",
            ),
            (
                "states:startExecution",
                "StateMachineDoesNotExist",
                "StepFunctions.StateMachineDoesNotExistException",
                "m (Service: AWSStepFunctions; Status Code: 400; Error Code: StateMachineDoesNotExist; Request ID: id; Proxy: null)",
            ),
        ] {
            let target = Target::parse(&format!("arn:aws:states:::{resource}")).unwrap();
            let names = Names::of(&target).unwrap();
            let refused = CallError::Refused {
                status: 400,
                code: code.into(),
                message: "m".into(),
                request: Some("id".into()),
            };
            let failure = names.failure(refused);
            assert_eq!((failure.error(), &*failure.cause()), (error, cause), "{resource}");
        }
    }

    #[test]
    fn what_is_not_called_is_left_to_others() {
        let of = |resource: &str| Names::of(&Target::parse(resource).unwrap()).is_some();
        assert!(of("arn:aws:states:::sqs:sendMessage.waitForTaskToken"));
        assert!(of("arn:aws:states:::aws-sdk:secretsManager:listSecrets"));
        for other in [
            "arn:aws:states:::http:invoke",
            "arn:aws:states:::sqs:receiveMessage",
            "arn:aws:states:::aws-sdk:ec2:runInstances",
            "arn:aws:states:us-east-1:1:activity:a",
            "arn:aws:lambda:us-east-1:1:function:f",
        ] {
            assert!(!of(other), "{other}");
        }
    }
}
