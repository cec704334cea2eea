//! Tags that a call gives to what it makes: for these the services ask for another permission (Service Authorization
//! Reference, "dependent actions"; of each service's guide "Grant permission to tag resources on creation").

use super::Statement;
use super::optimized::{Allowing, pascal};
use crate::call::Argument;
use crate::services::prefix;
use crate::text::Text;
use serde_json::json;

/// Services whose permission to tag has another name than `TagResource`.
const OTHERS: &[(&str, &str)] = &[
    ("acm-pca", "TagCertificateAuthority"),
    ("autoscaling", "CreateOrUpdateTags"),
    ("cloudtrail", "AddTags"),
    ("dms", "AddTagsToResource"),
    ("ds", "AddTagsToResource"),
    ("ec2", "CreateTags"),
    ("elasticache", "AddTagsToResource"),
    ("elasticloadbalancing", "AddTags"),
    ("elasticmapreduce", "AddTags"),
    ("es", "AddTags"),
    ("firehose", "TagDeliveryStream"),
    ("medialive", "CreateTags"),
    ("mq", "CreateTags"),
    ("rds", "AddTagsToResource"),
    ("redshift", "CreateTags"),
    ("sagemaker", "AddTags"),
    ("sqs", "TagQueue"),
    ("ssm", "AddTagsToResource"),
    ("storagegateway", "AddTagsToResource"),
    ("workspaces", "CreateTags"),
];

/// Services that ask for none.
const UNASKED: &[&str] = &["codebuild", "s3"];

/// Calls that make something else than what they name: its ARN, behind region and account.
const MADE: &[(&str, &str, &str)] = &[
    ("batch", "submitJob", "job/*"),
    ("ecs", "runTask", "task/*"),
    ("ecs", "startTask", "task/*"),
    ("eks", "createCluster", "cluster/*"),
    ("elasticmapreduce", "createCluster", "cluster/*"),
    ("elasticmapreduce", "runJobFlow", "cluster/*"),
    ("emr-containers", "createVirtualCluster", "/virtualclusters/*"),
    ("emr-containers", "startJobRun", "/virtualclusters/*/jobruns/*"),
    ("emr-serverless", "createApplication", "/applications/*"),
    ("emr-serverless", "startJobRun", "/applications/*/jobruns/*"),
    ("mediaconvert", "createJob", "jobs/*"),
];

/// The arguments that give tags.
const TAGS: &[&str] = &["CustomModelTags", "JobTags", "Tags", "TagSpecifications"];

/// Calls of these words make something.
const MAKERS: &[&str] = &[
    "copy", "create", "import", "put", "register", "request", "restore", "run", "start", "submit",
];

/// Allows a call to tag what it makes, if it does. `before` it had so many statements.
pub(super) fn allow(allowing: &mut Allowing<'_>, before: usize) {
    let call = allowing.call;
    let (service, action) = (prefix(call.service).to_owned(), call.action);
    if !tags(allowing)
        || UNASKED.contains(&service.as_str())
        || !MAKERS.iter().any(|it| action.starts_with(it))
    {
        return;
    }
    let other = OTHERS.iter().find(|(of, _)| *of == service).map(|(_, other)| *other);
    // IAM itself has an action for each kind of thing: `TagRole` for `createRole`.
    let own =
        action.strip_prefix("create").filter(|_| service == "iam").map(|of| format!("Tag{of}"));
    let tagging = own.unwrap_or_else(|| other.unwrap_or("TagResource").to_owned());
    let tagging = format!("{service}:{tagging}");
    let made = MADE.iter().find(|(of, by, _)| *of == service && *by == action);
    let resources = match made {
        Some((.., made)) => vec![Text::arn(&service, &Text::plain(*made))],
        None => named(allowing, before, &format!("{service}:{}", pascal(action))),
    };
    let mut statement = Statement::new(&[&tagging], resources);
    if service == "ecs" {
        statement.condition =
            Some(json!({ "StringEquals": { "ecs:CreateAction": pascal(action) } }));
    }
    allowing.permissions.statements.push(statement);
}

/// True if a call gives tags, or may.
fn tags(allowing: &Allowing<'_>) -> bool {
    let given = |name: &&str| allowing.call.argument(name) != Argument::Absent;
    let own = !allowing.call.arguments.is_null() && TAGS.iter().any(given);
    // The tags of a task definition are tags of the task, too.
    let handed = match allowing.call.argument("PropagateTags") {
        Argument::Absent => false,
        Argument::Known(from) => from.as_plain() != Some("NONE"),
        Argument::Computed => allowing.call.service == "ecs",
    };
    own || handed && allowing.call.service == "ecs"
}

/// The resources on which a call was allowed.
fn named(allowing: &Allowing<'_>, before: usize, action: &str) -> Vec<Text> {
    let own = allowing.permissions.statements[before..].iter();
    let own = own.filter(|it| it.actions.iter().any(|it| it == action));
    let resources: Vec<Text> = own.flat_map(|it| it.resources.clone()).collect();
    if resources.is_empty() { vec![Text::any()] } else { resources }
}
