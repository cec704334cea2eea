//! Compares a mocked result with what the service says it returns.

use super::request::FieldValidation;
use super::shapes::{Kind, Member, Shape, shape};
use crate::connector::Target;
use serde_json::Value;

/// True if results of a target are compared with what its service says.
pub(super) fn is_checked(target: &Target, validation: FieldValidation) -> bool {
    validation != FieldValidation::None && shape(target).is_some()
}

/// Checks a result; fields that the service does not know are let pass (recorded).
pub(super) fn validate(
    target: &Target,
    result: &Value,
    validation: FieldValidation,
) -> Result<(), String> {
    if validation == FieldValidation::None {
        return Ok(());
    }
    match shape(target) {
        Some(shape) => object(shape, result, validation),
        None => Ok(()),
    }
}

/// Checks a value whose members are known: others are not allowed, and none must be there. `path` leads to it.
pub(super) fn closed(shape: Shape, path: &str, value: &Value) -> Result<(), String> {
    for (name, value) in value.as_object().into_iter().flatten() {
        let Some(known) = shape.iter().find(|member| member.name == name) else {
            return Err(format!("Field '{name}' is not allowed"));
        };
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        match (&known.kind, value) {
            // As where it may be absent.
            (_, Value::Null) => {}
            (Kind::Object(shape), Value::Object(_)) => closed(shape, &path, value)?,
            (Kind::Object(_), _) => return Err(format!("{path} must be an object")),
            (Kind::Number, value) if value.as_i64().is_none() => {
                return Err(format!("{path} must be an integer"));
            }
            (Kind::Text | Kind::Time, value) if !value.is_string() => {
                return Err(format!("{path} must be a string"));
            }
            _ => {}
        }
    }
    Ok(())
}

fn object(shape: Shape, value: &Value, validation: FieldValidation) -> Result<(), String> {
    for Member { name, kind, required } in shape {
        match value.get(name) {
            // A member may be null where it may be absent.
            None | Some(Value::Null) if *required && validation == FieldValidation::Strict => {
                return Err(format!("Required field '{name}' is missing"));
            }
            None | Some(Value::Null) => {}
            Some(value) => member(name, kind, value, validation)?,
        }
    }
    Ok(())
}

fn member(
    name: &str,
    kind: &Kind,
    value: &Value,
    validation: FieldValidation,
) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("Field '{name}' {what}"));
    // Recorded of bytes; the words of the maximum are made after it.
    let length = |is_short: bool, is_long: bool| match (is_short, is_long) {
        (true, _) => wrong("is smaller than the minimum length"),
        (_, true) => wrong("is larger than the maximum length"),
        _ => Ok(()),
    };
    match (kind, value) {
        (Kind::Text | Kind::Time, Value::String(_))
        | (Kind::Flag, Value::Bool(_))
        | (Kind::Any, _) => Ok(()),
        (Kind::Sized(least, most), Value::String(text)) => {
            let letters = text.chars().count();
            length(letters < *least, letters > *most)
        }
        // In base64 bytes take a third more.
        (Kind::Blob(least, most), Value::String(text)) => {
            length(text.len() < *least, text.len() / 4 * 3 > *most)
        }
        (Kind::OneOf(words), Value::String(text)) => {
            if words.contains(&text.as_str()) {
                Ok(())
            } else {
                wrong("is not an expected value")
            }
        }
        (Kind::Number, Value::Number(_)) => Ok(()),
        (Kind::Between(least, most), Value::Number(number)) => {
            let number = number.as_f64().unwrap_or_default();
            if number < *least {
                wrong("is less than the minimum value")
            } else if number > *most {
                wrong("is greater than the maximum value")
            } else {
                Ok(())
            }
        }
        (Kind::List(kind), Value::Array(items)) => {
            items.iter().try_for_each(|item| member(name, kind, item, validation))
        }
        (Kind::Object(shape), Value::Object(_)) => object(shape, value, validation),
        (Kind::Table(kind), Value::Object(fields)) => {
            fields.iter().try_for_each(|(key, value)| member(key, kind, value, validation))
        }
        (Kind::Text | Kind::Sized(..) | Kind::Time | Kind::OneOf(_) | Kind::Blob(..), _) => {
            wrong("must be a string")
        }
        (Kind::Flag, _) => wrong("must be a boolean"),
        (Kind::Number | Kind::Between(..), _) => wrong("must be a number"),
        (Kind::List(_), _) => wrong("must be an array"),
        (Kind::Object(_) | Kind::Table(_), _) => wrong("must be an object"),
    }
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
