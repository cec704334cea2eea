//! Compares a mocked result with what the service says it returns.

use super::request::FieldValidation;
use super::responses::{Bounds, Kind, Member, Service, members};
use super::shapes::response;
use crate::connector::Target;
use serde_json::{Map, Value};

/// True if results of a target are compared with what its service says.
pub(super) fn is_checked(target: &Target, validation: FieldValidation) -> bool {
    validation != FieldValidation::None && response(target).is_some()
}

/// Checks a result; fields that the service does not know are let pass (recorded).
pub(super) fn validate(
    target: &Target,
    result: &Value,
    validation: FieldValidation,
) -> Result<(), String> {
    let Some((service, response)) = response(target) else { return Ok(()) };
    let is_strict = match validation {
        FieldValidation::None => return Ok(()),
        FieldValidation::Present => false,
        FieldValidation::Strict => true,
    };
    let is_own = target.action().is_some_and(|(service, _)| service.starts_with("aws-sdk:"));
    Check { service, is_own, is_strict }.value("", response, result)
}

struct Check {
    service: Service,
    /// True for an `aws-sdk` integration: its members have the names of Step Functions.
    is_own: bool,
    /// True if what must be there is asked for.
    is_strict: bool,
}

type Checked = Result<(), String>;

fn wrong(name: &str, what: &str) -> Checked {
    Err(format!("Field '{name}' {what}"))
}

impl Check {
    fn object(&self, text: &'static str, fields: &Map<String, Value>) -> Checked {
        for Member { name, given, kind, required } in members(text) {
            let both = if self.is_own { [name, given] } else { [given, name] };
            let found = both.iter().find_map(|name| Some((name, fields.get(*name)?)));
            match found {
                // A member may be null where it may be absent.
                None | Some((_, Value::Null)) if required && self.is_strict => {
                    return Err(format!("Required field '{}' is missing", both[0]));
                }
                None | Some((_, Value::Null)) => {}
                Some((name, value)) => self.value(name, kind, value)?,
            }
        }
        Ok(())
    }

    fn value(&self, name: &str, kind: &'static str, value: &Value) -> Checked {
        match (self.service.kind(kind), value) {
            (Kind::Any, _) | (Kind::Flag, Value::Bool(_)) => Ok(()),
            (Kind::Text(bounds), Value::String(text)) => length(name, bounds, text.chars().count()),
            (Kind::Blob(bounds), Value::String(text)) => bytes(name, bounds, text),
            (Kind::OneOf(words), Value::String(text)) => {
                match words.split('|').any(|word| word == text) {
                    true => Ok(()),
                    false => wrong(name, "is not an expected value"),
                }
            }
            (Kind::Number(bounds), Value::Number(number)) => {
                let (is_less, is_more) = beyond(bounds, number.as_f64().unwrap_or_default());
                match (is_less, is_more) {
                    (true, _) => wrong(name, "is less than the minimum value"),
                    (_, true) => wrong(name, "is greater than the maximum value"),
                    _ => Ok(()),
                }
            }
            (Kind::List(kind), Value::Array(items)) => {
                items.iter().try_for_each(|item| self.value(name, kind, item))
            }
            (Kind::Table(kind), Value::Object(fields)) => {
                fields.iter().try_for_each(|(key, value)| self.value(key, kind, value))
            }
            (Kind::Object(members), Value::Object(fields)) => self.object(members, fields),
            (kind, _) => wrong(name, wanted(kind)),
        }
    }
}

const fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Flag => "must be a boolean",
        Kind::Number(_) => "must be a number",
        Kind::List(_) => "must be an array",
        Kind::Object(_) | Kind::Table(_) => "must be an object",
        Kind::Any | Kind::Text(_) | Kind::Blob(_) | Kind::OneOf(_) => "must be a string",
    }
}

/// True for each bound that a number is beyond.
fn beyond((least, most): Bounds, number: f64) -> (bool, bool) {
    (least.is_some_and(|least| number < least), most.is_some_and(|most| number > most))
}

/// Checks a length. Recorded of bytes; the words of the maximum are made after it.
fn length(name: &str, bounds: Bounds, length: usize) -> Checked {
    #[allow(clippy::cast_precision_loss, reason = "no text is that long")]
    match beyond(bounds, length as f64) {
        (true, _) => wrong(name, "is smaller than the minimum length"),
        (_, true) => wrong(name, "is larger than the maximum length"),
        _ => Ok(()),
    }
}

/// Checks bytes. In base64 they take a third more: what is shorter than the least is so in base64, too.
fn bytes(name: &str, (least, most): Bounds, text: &str) -> Checked {
    length(name, (least, None), text.len())?;
    length(name, (None, most), text.len() / 4 * 3)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use super::*;
    use serde_json::json;

    fn check(resource: &str, result: &Value, validation: FieldValidation) -> Result<(), String> {
        let target = Target::parse(&format!("arn:aws:states:::{resource}")).unwrap();
        validate(&target, result, validation)
    }

    #[test]
    fn members_have_the_types_of_the_service() {
        for (resource, result, problem) in [
            ("lambda:invoke", json!({ "StatusCode": 200, "Payload": [1] }), ""),
            (
                "aws-sdk:lambda:getFunction",
                json!({ "Configuration": { "Runtime": "cobol" } }),
                "Field 'Runtime' is not an expected value",
            ),
            (
                "dynamodb:getItem",
                json!({ "Item": { "a": { "M": { "b": { "L": [{ "S": 5 }] } } } } }),
                "Field 'S' must be a string",
            ),
            ("aws-sdk:s3:getObject", json!({ "StorageClass": "FSX_ONTAP" }), ""),
            ("aws-sdk:iam:getRole", json!({ "Role": 1 }), "Field 'Role' must be an object"),
            (
                "lambda:invoke",
                json!({ "StatusCode": "200" }),
                "Field 'StatusCode' must be a number",
            ),
            (
                "dynamodb:getItem",
                json!({ "Item": { "a": { "S": 1 } } }),
                "Field 'S' must be a string",
            ),
            ("dynamodb:getItem", json!({ "Item": [] }), "Field 'Item' must be an object"),
            ("events:putEvents", json!({ "Entries": {} }), "Field 'Entries' must be an array"),
            (
                "aws-sdk:s3:getObject",
                json!({ "DeleteMarker": "x" }),
                "Field 'DeleteMarker' must be a boolean",
            ),
            ("sqs:sendMessage", json!({ "NoSuchField": 1 }), ""),
            ("glue:startJobRun", json!({ "JobRunId": 1 }), "Field 'JobRunId' must be a string"),
            // Of a job it is the answer to the question how it ended.
            ("glue:startJobRun.sync", json!({ "JobRunId": 1 }), ""),
            (
                "glue:startJobRun.sync",
                json!({ "JobRun": { "JobRunState": "DONE" } }),
                "Field 'JobRunState' is not an expected value",
            ),
            ("batch:submitJob.sync", json!({ "Jobs": {} }), "Field 'Jobs' must be an array"),
            (
                "ecs:runTask.sync",
                json!({ "Tasks": [{ "Cpu": 1 }] }),
                "Field 'Cpu' must be a string",
            ),
            ("sqs:sendMessage.waitForTaskToken", json!({ "MessageId": 1 }), ""),
        ] {
            let expected = if problem.is_empty() { Ok(()) } else { Err(problem.to_owned()) };
            assert_eq!(check(resource, &result, FieldValidation::Present), expected, "{resource}");
            assert_eq!(check(resource, &result, FieldValidation::None), Ok(()), "{resource}");
        }
    }

    #[test]
    fn members_have_the_types_of_the_service_at_any_depth() {
        for (resource, result, problem) in [
            (
                "aws-sdk:cloudwatch:describeAlarms",
                json!({ "MetricAlarms": [{ "StateValue": "FINE" }] }),
                "Field 'StateValue' is not an expected value",
            ),
            (
                "sns:publishBatch",
                json!({ "Successful": [{ "Id": 1 }] }),
                "Field 'Id' must be a string",
            ),
            (
                "aws-sdk:ec2:describeInstances",
                json!({ "Reservations": [{ "Instances": [{ "State": { "Name": "asleep" } }] }] }),
                "Field 'Name' is not an expected value",
            ),
            ("eks:createCluster", json!({ "Cluster": 1 }), ""),
            (
                "aws-sdk:eks:createCluster",
                json!({ "Cluster": 1 }),
                "Field 'Cluster' must be an object",
            ),
            (
                "aws-sdk:s3:listBuckets",
                json!({ "Buckets": [1] }),
                "Field 'Buckets' must be an object",
            ),
            ("aws-sdk:ssm:getParametersByPath", json!({ "Parameters": [{ "Version": 3 }] }), ""),
        ] {
            let expected = if problem.is_empty() { Ok(()) } else { Err(problem.to_owned()) };
            assert_eq!(check(resource, &result, FieldValidation::Present), expected, "{resource}");
            assert_eq!(check(resource, &result, FieldValidation::None), Ok(()), "{resource}");
        }
    }

    /// Step Functions names members as the SDK for Java does, and optimized integrations as the service does.
    #[test]
    fn members_have_the_names_of_step_functions() {
        let [own, given] = ["Md5OfMessageBody", "MD5OfMessageBody"];
        for (resource, name) in [
            ("aws-sdk:sqs:sendMessage", own),
            ("aws-sdk:sqs:sendMessage", given),
            ("sqs:sendMessage", given),
        ] {
            let problem = Err(format!("Field '{name}' must be a string"));
            let result = json!({ name: 1 });
            assert_eq!(check(resource, &result, FieldValidation::Strict), problem, "{resource}");
        }
        let groups = "aws-sdk:rds:describeDBClusterAutomatedBackups";
        let result = json!({ "DbClusterAutomatedBackups": [{ "AllocatedStorage": "1" }] });
        let problem = Err("Field 'AllocatedStorage' must be a number".to_owned());
        assert_eq!(check(groups, &result, FieldValidation::Strict), problem);
        let result = json!({ "Thing": {} });
        let problem = Err("Required field 'Successful' is missing".to_owned());
        let batch = "aws-sdk:sqs:sendMessageBatch";
        assert_eq!(check(batch, &result, FieldValidation::Strict), problem);
    }

    #[test]
    fn members_have_the_bounds_of_the_service() {
        for (resource, result, problem) in [
            (
                "aws-sdk:sfn:describeExecution",
                json!({ "Name": "n".repeat(81) }),
                "Field 'Name' is larger than the maximum length",
            ),
            (
                "states:startExecution",
                json!({ "ExecutionArn": "" }),
                "Field 'ExecutionArn' is smaller than the minimum length",
            ),
            (
                "aws-sdk:secretsmanager:getSecretValue",
                json!({ "VersionId": "v1" }),
                "Field 'VersionId' is smaller than the minimum length",
            ),
            (
                "aws-sdk:kms:decrypt",
                json!({ "Plaintext": "A".repeat(5_464) }),
                "Field 'Plaintext' is larger than the maximum length",
            ),
            // Base64 of as many bytes as there may be.
            ("aws-sdk:kms:decrypt", json!({ "Plaintext": "A".repeat(5_460) }), ""),
            (
                "sagemaker:createTransformJob.sync",
                json!({ "TransformJobStatus": "DONE" }),
                "Field 'TransformJobStatus' is not an expected value",
            ),
            (
                "emr-serverless:startJobRun.sync",
                json!({ "JobRun": { "State": "SUCCESS", "Arn": "a" } }),
                "Field 'Arn' is smaller than the minimum length",
            ),
            // AWS does not compare these.
            ("http:invoke", json!({ "StatusCode": "x" }), ""),
            ("apigateway:invoke", json!({ "StatusCode": "x" }), ""),
            ("emr:createCluster", json!({ "ClusterId": 1 }), ""),
        ] {
            let expected = if problem.is_empty() { Ok(()) } else { Err(problem.to_owned()) };
            assert_eq!(check(resource, &result, FieldValidation::Present), expected, "{resource}");
            assert_eq!(check(resource, &result, FieldValidation::None), Ok(()), "{resource}");
        }
    }

    #[test]
    fn required_members_are_asked_for_strictly() {
        let started = json!({ "ExecutionArn": "a" });
        let start = "states:startExecution";
        let missing = Err("Required field 'StartDate' is missing".to_owned());
        assert_eq!(check(start, &started, FieldValidation::Strict), missing);
        assert_eq!(check(start, &started, FieldValidation::Present), Ok(()));
        for (resource, result, missing) in [
            ("bedrock:invokeModel", json!({ "ContentType": "application/json" }), "Body"),
            ("aws-sdk:bedrockruntime:invokeModel", json!({ "Body": {} }), "ContentType"),
            ("aws-sdk:ses:sendEmail", json!({}), "MessageId"),
            ("sqs:sendMessageBatch", json!({ "Successful": [{}], "Failed": [] }), "Id"),
            ("aws-sdk:sfn:listStateMachines", json!({ "StateMachines": [{}] }), "StateMachineArn"),
            ("aws-sdk:sqs:sendMessageBatch", json!({ "Successful": [] }), "Failed"),
            ("aws-sdk:translate:translateText", json!({}), "TranslatedText"),
            ("aws-sdk:sfn:listExecutions", json!({}), "Executions"),
            ("aws-sdk:scheduler:createSchedule", json!({}), "ScheduleArn"),
            ("sagemaker:createTrainingJob.sync", json!({}), "TrainingJobName"),
            ("sagemaker:createTrainingJob", json!({}), "TrainingJobArn"),
            ("databrew:startJobRun.sync", json!({ "RunId": "r" }), "JobName"),
            ("emr-serverless:startJobRun.sync", json!({}), "JobRun"),
            ("bedrock:createModelCustomizationJob.sync", json!({ "JobArn": "j" }), "JobName"),
            ("mediaconvert:createJob.sync", json!({ "Job": { "Settings": {} } }), "Role"),
        ] {
            let missing = Err(format!("Required field '{missing}' is missing"));
            assert_eq!(check(resource, &result, FieldValidation::Strict), missing, "{resource}");
            assert_eq!(check(resource, &result, FieldValidation::Present), Ok(()), "{resource}");
        }
        // What is mocked of a job is how it ended.
        let status = Err("Required field 'StateMachineArn' is missing".to_owned());
        assert_eq!(
            check("states:startExecution.sync:2", &started, FieldValidation::Strict),
            status
        );
    }
}
