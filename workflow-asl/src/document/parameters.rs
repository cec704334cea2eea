//! The parameters of actions of services: what is no member of them, and what is missing.

use super::diagnostic::{Code, Diagnostic};
use super::fields::{Problems, join};
use super::walk::scopes;
use crate::nearest::near;
use serde_json::{Map, Value};

/// An action, what it requires, and what it takes besides (AWS's public models; of `http:invoke` Developer Guide, "Call
/// HTTPS APIs").
pub type Action = (&'static str, &'static str, &'static str);

/// The actions whose parameters are checked, each with the members of its arguments.
#[rustfmt::skip]
pub const ACTIONS: &[Action] = &[
    ("athena:getQueryExecution", "QueryExecutionId", ""),
    ("athena:getQueryResults", "QueryExecutionId", "MaxResults NextToken QueryResultType"),
    ("athena:startQueryExecution", "QueryString", "ClientRequestToken EngineConfiguration ExecutionParameters QueryExecutionContext ResultConfiguration ResultReuseConfiguration WorkGroup"),
    ("athena:stopQueryExecution", "QueryExecutionId", ""),
    ("aws-sdk:dynamodb:query", "TableName", "AttributesToGet ConditionalOperator ConsistentRead ExclusiveStartKey ExpressionAttributeNames ExpressionAttributeValues FilterExpression IndexName KeyConditionExpression KeyConditions Limit ProjectionExpression QueryFilter ReturnConsumedCapacity ScanIndexForward Select"),
    ("aws-sdk:s3:getObject", "Bucket Key", "ChecksumMode ExpectedBucketOwner IfMatch IfModifiedSince IfNoneMatch IfUnmodifiedSince PartNumber Range RequestPayer ResponseCacheControl ResponseContentDisposition ResponseContentEncoding ResponseContentLanguage ResponseContentType ResponseExpires SSECustomerAlgorithm SSECustomerKey SSECustomerKeyMD5 VersionId"),
    ("aws-sdk:s3:listObjectsV2", "Bucket", "ContinuationToken Delimiter EncodingType ExpectedBucketOwner FetchOwner MaxKeys OptionalObjectAttributes Prefix RequestPayer StartAfter"),
    ("aws-sdk:s3:putObject", "Bucket Key", "ACL Body BucketKeyEnabled CacheControl ChecksumAlgorithm ChecksumCRC32 ChecksumCRC32C ChecksumCRC64NVME ChecksumMD5 ChecksumSHA1 ChecksumSHA256 ChecksumSHA512 ChecksumXXHASH128 ChecksumXXHASH3 ChecksumXXHASH64 ContentDisposition ContentEncoding ContentLanguage ContentLength ContentMD5 ContentType ExpectedBucketOwner Expires GrantFullControl GrantRead GrantReadACP GrantWriteACP IfMatch IfNoneMatch Metadata ObjectLockEventHold ObjectLockEventHoldDurationDays ObjectLockEventHoldDurationYears ObjectLockLegalHoldStatus ObjectLockMode ObjectLockRetainUntilDate RequestPayer SSECustomerAlgorithm SSECustomerKey SSECustomerKeyMD5 SSEKMSEncryptionContext SSEKMSKeyId ServerSideEncryption StorageClass Tagging WebsiteRedirectLocation WriteOffsetBytes"),
    ("batch:submitJob", "JobName JobQueue JobDefinition", "ArrayProperties ConsumableResourcePropertiesOverride ContainerOverrides DependsOn EcsPropertiesOverride EksPropertiesOverride NodeOverrides Parameters PropagateTags RetryStrategy SchedulingPriorityOverride ShareIdentifier Tags Timeout"),
    ("dynamodb:deleteItem", "TableName Key", "ConditionExpression ConditionalOperator Expected ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues ReturnValuesOnConditionCheckFailure"),
    ("dynamodb:getItem", "TableName Key", "AttributesToGet ConsistentRead ExpressionAttributeNames ProjectionExpression ReturnConsumedCapacity"),
    ("dynamodb:putItem", "TableName Item", "ConditionExpression ConditionalOperator Expected ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues ReturnValuesOnConditionCheckFailure"),
    ("dynamodb:updateItem", "TableName Key", "AttributeUpdates ConditionExpression ConditionalOperator Expected ExpressionAttributeNames ExpressionAttributeValues ReturnConsumedCapacity ReturnItemCollectionMetrics ReturnValues ReturnValuesOnConditionCheckFailure UpdateExpression"),
    ("ecs:runTask", "TaskDefinition", "CapacityProviderStrategy ClientToken Cluster Count EnableECSManagedTags EnableExecuteCommand Group LaunchType NetworkConfiguration Overrides PlacementConstraints PlacementStrategy PlatformVersion PropagateTags ReferenceId StartedBy Tags VolumeConfigurations"),
    ("events:putEvents", "Entries", "EndpointId"),
    ("glue:startJobRun", "JobName", "AllocatedCapacity Arguments ExecutionClass ExecutionRoleSessionPolicy JobRunId JobRunQueuingEnabled MaxCapacity NotificationProperty NumberOfWorkers SecurityConfiguration Timeout WorkerType"),
    ("http:invoke", "ApiEndpoint Method", "Authentication Headers InvocationConfig QueryParameters RequestBody Transform"),
    ("lambda:invoke", "FunctionName", "ClientContext DurableExecutionName InvocationType LogType Payload Qualifier TenantId"),
    ("sns:publish", "Message", "MessageAttributes MessageDeduplicationId MessageGroupId MessageStructure PhoneNumber Subject TargetArn TopicArn"),
    ("sqs:sendMessage", "QueueUrl MessageBody", "DelaySeconds MessageAttributes MessageDeduplicationId MessageGroupId MessageSystemAttributes"),
    ("states:startExecution", "StateMachineArn", "Input Name TraceHeader"),
];

/// The actions of which AWS refuses a call that lacks what it requires (measured); of others that is a hint.
#[rustfmt::skip]
const ENFORCED: &[&str] = &[
    "dynamodb:getItem", "dynamodb:putItem", "ecs:runTask", "events:putEvents", "glue:startJobRun", "lambda:invoke",
    "sns:publish", "sqs:sendMessage", "states:startExecution",
];

/// The action that a resource calls, if its parameters are known.
#[must_use]
pub fn action(resource: &str) -> Option<&'static Action> {
    let rest = resource.strip_prefix("arn:")?.split_once(":states:::")?.1;
    let name = rest.split('.').next().unwrap_or(rest);
    ACTIONS.iter().find(|(action, ..)| *action == name)
}

pub(super) fn check(document: &Value, problems: &mut Problems) {
    let language =
        |value: &Value| value.get("QueryLanguage").and_then(Value::as_str).map(str::to_owned);
    let outer = language(document);
    for scope in scopes(document) {
        for (name, state) in scope.states {
            let jsonata =
                language(state).or_else(|| outer.clone()).is_some_and(|it| it == "JSONata");
            let field = if jsonata { "Arguments" } else { "Parameters" };
            let called = state.get("Resource").and_then(Value::as_str).and_then(action);
            let given = state.get(field).and_then(Value::as_object);
            if let Some((action, given)) = called.zip(given) {
                members(action, given, &join(&scope.at(name), field), problems);
            }
        }
    }
}

/// Compares the members that stand there with those of the action.
fn members(action: &Action, given: &Map<String, Value>, pointer: &str, problems: &mut Problems) {
    let (name, required, optional) = action;
    let known = || required.split(' ').chain(optional.split(' ')).filter(|name| !name.is_empty());
    let plain = |key: &str| key.strip_suffix(".$").unwrap_or(key).to_owned();
    let missing: Vec<&str> =
        required.split(' ').filter(|name| !given.keys().any(|key| plain(key) == *name)).collect();
    for key in given.keys().filter(|key| !known().any(|name| name == plain(key))) {
        let near = near(&plain(key), known().filter(|name| !given.contains_key(*name)));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("`{name}` takes {}", known().collect::<Vec<_>>().join(", ")),
        };
        let message = format!("`{name}` has no parameter '{}'", plain(key));
        problems.push(Diagnostic::warning(Code::Parameter, join(pointer, key), message).help(help));
    }
    if ENFORCED.contains(name) {
        let message = |name: &str| format!("The field '{name}' is required but was missing");
        missing.iter().for_each(|it| problems.push(Diagnostic::refusal(pointer, message(it))));
    } else if !missing.is_empty() {
        let message = format!("`{name}` requires {}", missing.join(", "));
        problems.push(Diagnostic::warning(Code::Parameter, pointer, message));
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Code, Options, Severity, validate};
    use super::ACTIONS;
    use serde_json::{Value, json};

    /// The places, messages and helps for a state.
    fn found(state: Value) -> Vec<(String, String, String)> {
        let machine = json!({ "StartAt": "S", "States": { "S": state } });
        let options = Options { severity: Severity::Warning, ..Options::default() };
        let report = validate(&machine.to_string(), &options);
        let found = report.diagnostics.into_iter().filter(|it| it.code == Code::Parameter);
        found.map(|it| (it.pointer, it.message, it.help.unwrap_or_default())).collect()
    }

    fn task(resource: &str, field: &str, arguments: Value) -> Value {
        let language = if field == "Arguments" { "JSONata" } else { "JSONPath" };
        json!({ "Type": "Task", "QueryLanguage": language, "Resource": format!("arn:aws:states:::{resource}"), field: arguments, "End": true })
    }

    #[test]
    fn what_is_no_parameter_is_told_at_its_key() {
        for (resource, field, arguments, pointer, message, help) in [
            (
                "lambda:invoke",
                "Parameters",
                json!({ "FunctioName": "f" }),
                "FunctioName",
                "has no parameter 'FunctioName'",
                "did you mean `FunctionName`?",
            ),
            (
                "sqs:sendMessage.waitForTaskToken",
                "Parameters",
                json!({ "QueueUrl": "q", "MessageBody": "m", "Delay.$": "$.d" }),
                "Delay.$",
                "has no parameter 'Delay'",
                "`sqs:sendMessage` takes QueueUrl, MessageBody",
            ),
            (
                "dynamodb:putItem",
                "Arguments",
                json!({ "TableName": "t", "Itm": {} }),
                "Itm",
                "has no parameter 'Itm'",
                "did you mean `Item`?",
            ),
            (
                "aws-sdk:s3:getObject",
                "Arguments",
                json!({ "Bucket": "b", "key": "k" }),
                "key",
                "has no parameter 'key'",
                "did you mean `Key`?",
            ),
        ] {
            let found = found(task(resource, field, arguments));
            let place = format!("/States/S/{field}/{}", pointer.replace('/', "~1"));
            let told = found.iter().find(|it| it.0 == place);
            assert!(
                told.is_some_and(|it| it.1.contains(message) && it.2.contains(help)),
                "{found:?}"
            );
        }
    }

    #[test]
    fn what_is_missing_is_told_at_the_object() {
        let found = found(task("batch:submitJob.sync", "Arguments", json!({ "JobName": "c" })));
        let expected = (
            "/States/S/Arguments".to_owned(),
            "`batch:submitJob` requires JobQueue, JobDefinition".to_owned(),
            String::new(),
        );
        assert_eq!(found, [expected]);
    }

    #[test]
    fn what_is_right_or_not_known_is_silent() {
        for state in [
            task(
                "lambda:invoke",
                "Parameters",
                json!({ "FunctionName.$": "$.f", "Payload.$": "$" }),
            ),
            task("sns:publish", "Parameters", json!({ "PhoneNumber": "1", "Message": "m" })),
            task("sqs:sendMessage", "Arguments", json!("{% $states.input %}")),
            task("aws-sdk:ec2:runInstances", "Arguments", json!({ "Anything": 1 })),
        ] {
            assert_eq!(found(state.clone()), [], "{state}");
        }
    }

    #[test]
    fn the_actions_are_sorted_and_each_stands_once() {
        let names: Vec<_> = ACTIONS.iter().map(|it| it.0).collect();
        assert!(names.is_sorted() && names.windows(2).all(|pair| pair[0] != pair[1]));
    }
}
