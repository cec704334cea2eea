//! Names and ARNs that a deployment would give to resources: made up here, so that a document of a template runs.

use serde_json::Value;

pub(super) const REGION: &str = "us-east-1";
pub(super) const ACCOUNT: &str = "123456789012";

/// The ARN of a function that a placeholder stands for.
pub(in super::super) fn function(placeholder: &str) -> String {
    let is_arn = |part: &&str| part.eq_ignore_ascii_case("arn");
    let name = placeholder.rsplit(['.', ':']).find(|part| !is_arn(part)).unwrap_or_default();
    let allowed = |c: char| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' };
    let name: String = name.chars().map(allowed).take(64).collect();
    let name = if name.is_empty() { "placeholder" } else { &name };
    format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}")
}

/// The pseudo parameters (CloudFormation User Guide, "Pseudo parameters").
pub(super) fn pseudo(name: &str) -> Option<&'static str> {
    Some(match name {
        "AWS::Region" | "aws:region" => REGION,
        "AWS::AccountId" | "aws:accountId" => ACCOUNT,
        "AWS::Partition" | "aws:partition" => "aws",
        "AWS::URLSuffix" => "amazonaws.com",
        "AWS::StackName" => "stack",
        "AWS::StackId" => "arn:aws:cloudformation:us-east-1:123456789012:stack/stack/1",
        "sls:stage" | "opt:stage" => "dev",
        "opt:region" => REGION,
        _ => return None,
    })
}

/// Returns what `Ref` gives of a resource (`attribute` is empty), or `Fn::GetAtt`.
pub(super) fn resource(name: &str, resource: &Value, attribute: &str) -> Option<String> {
    let kind = resource.get("Type")?.as_str()?;
    let called = named(name, resource);
    let arn =
        |service: &str, rest: &str| format!("arn:aws:{service}:{REGION}:{ACCOUNT}:{rest}{called}");
    Some(match (kind, attribute) {
        ("AWS::Lambda::Function" | "AWS::Serverless::Function", "Arn")
        | ("AWS::Lambda::Alias" | "AWS::Lambda::Version", "") => arn("lambda", "function:"),
        ("AWS::StepFunctions::Activity", "" | "Arn") => arn("states", "activity:"),
        ("AWS::StepFunctions::StateMachine" | "AWS::Serverless::StateMachine", "" | "Arn") => {
            arn("states", "stateMachine:")
        }
        ("AWS::SNS::Topic", "" | "TopicArn") => arn("sns", ""),
        ("AWS::SQS::Queue", "") => format!("https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/{called}"),
        ("AWS::S3::Bucket", "Arn") => format!("arn:aws:s3:::{called}"),
        ("AWS::DynamoDB::Table" | "AWS::Serverless::SimpleTable", "Arn") => {
            arn("dynamodb", "table/")
        }
        ("AWS::Batch::JobQueue", "" | "JobQueueArn") => arn("batch", "job-queue/"),
        ("AWS::Batch::JobDefinition", "") => arn("batch", "job-definition/"),
        ("AWS::ECS::TaskDefinition", "") => arn("ecs", "task-definition/"),
        ("AWS::ECS::Cluster", "Arn") => arn("ecs", "cluster/"),
        (_, "Arn") => {
            let service = kind.split("::").nth(1)?.to_lowercase();
            arn(&service, "")
        }
        (_, "" | "Name") => called.to_owned(),
        (_, attribute) if attribute.ends_with("Name") => called.to_owned(),
        _ => return None,
    })
}

/// The name of a resource: the one it is given, or the one it has in the template.
fn named<'a>(name: &'a str, resource: &'a Value) -> &'a str {
    let properties = resource.get("Properties").and_then(Value::as_object);
    let own = properties.and_then(|all| {
        let names = [
            "FunctionName",
            "Name",
            "TableName",
            "QueueName",
            "TopicName",
            "BucketName",
            "StateMachineName",
            "ClusterName",
            "Family",
        ];
        names.iter().find_map(|field| all.get(*field)?.as_str())
    });
    own.filter(|own| !own.contains("${")).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn placeholders_name_functions() {
        for (placeholder, name) in [
            ("UploadArn", "UploadArn"),
            ("Charge.Arn", "Charge"),
            ("aws_lambda_function.mail.arn", "mail"),
            ("self:custom.x-y", "x-y"),
            ("é", "-"),
        ] {
            let name = format!("arn:aws:lambda:us-east-1:123456789012:function:{name}");
            assert_eq!(function(placeholder), name);
        }
    }

    #[test]
    fn resources_have_names_and_arns() {
        let table =
            json!({ "Type": "AWS::DynamoDB::Table", "Properties": { "TableName": "orders" } });
        assert_eq!(resource("T", &table, "").as_deref(), Some("orders"));
        let arn = "arn:aws:dynamodb:us-east-1:123456789012:table/orders";
        assert_eq!(resource("T", &table, "Arn").as_deref(), Some(arn));
        let queue = json!({ "Type": "AWS::SQS::Queue" });
        let url = "https://sqs.us-east-1.amazonaws.com/123456789012/Q";
        assert_eq!(resource("Q", &queue, "").as_deref(), Some(url));
        assert_eq!(resource("Q", &queue, "QueueName").as_deref(), Some("Q"));
        assert_eq!(resource("Q", &queue, "Other"), None);
        assert_eq!(resource("Q", &json!(1), ""), None);
    }
}
