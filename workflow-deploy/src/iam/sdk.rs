//! Actions of the SDK (`aws-sdk:SERVICE:ACTION`).

use super::Permissions;
use super::optimized::{Allowing, pascal, unqualified, within};
use super::queue::queue_arn;
use super::{events, keys, logs, s3, tables, tagging};
use crate::call::{Argument, Call, State, written};
use crate::functions::function_arn;
use crate::services::prefix;
use crate::text::Text;
use serde_json::Value;

/// Actions whose permission has another name (Service Authorization Reference, "Operations and actions").
#[rustfmt::skip]
const OTHERS: &[(&str, &str, &[&str])] = &[
    ("bedrockruntime", "converse", &["bedrock:InvokeModel"]),
    ("bedrockruntime", "converseStream", &["bedrock:InvokeModelWithResponseStream"]),
    ("bedrockruntime", "startAsyncInvoke", &["bedrock:InvokeModel"]),
    ("dynamodb", "batchExecuteStatement", PARTIQL),
    ("dynamodb", "executeStatement", PARTIQL),
    ("dynamodb", "executeTransaction", PARTIQL),
    ("dynamodb", "transactGetItems", &["dynamodb:GetItem"]),
    ("dynamodb", "transactWriteItems", &[
        "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem", "dynamodb:PutItem", "dynamodb:UpdateItem",
    ]),
    ("eks", "createNodegroup", &["ec2:DescribeSubnets", "eks:CreateNodegroup"]),
    ("lambda", "invoke", &["lambda:InvokeFunction"]),
    ("sns", "publishBatch", &["sns:Publish"]),
    ("sqs", "changeMessageVisibilityBatch", &["sqs:ChangeMessageVisibility"]),
    ("sqs", "deleteMessageBatch", &["sqs:DeleteMessage"]),
    ("sqs", "sendMessageBatch", &["sqs:SendMessage"]),
    ("timestreamquery", "query", &["timestream:Select"]),
];
const PARTIQL: &[&str] = &[
    "dynamodb:PartiQLDelete",
    "dynamodb:PartiQLInsert",
    "dynamodb:PartiQLSelect",
    "dynamodb:PartiQLUpdate",
];

/// The argument that names the resource of a service's actions, and what its ARN has before the name. An action that is
/// named goes before the others of its service.
#[rustfmt::skip]
const RESOURCES: &[(&str, &str, &str, &str)] = &[
    ("athena", "", "WorkGroup", "workgroup/"),
    ("cloudwatch", "putMetricAlarm", "AlarmName", "alarm:"),
    ("codebuild", "startBuild", "ProjectName", "project/"),
    ("dynamodb", "", "TableName", "table/"),
    ("ecr", "", "RepositoryName", "repository/"),
    ("firehose", "", "DeliveryStreamName", "deliverystream/"),
    ("glue", "", "JobName", "job/"),
    ("kinesis", "", "StreamName", "stream/"),
    ("lambda", "", "FunctionName", "function:"),
    ("rds", "describeDBClusters", "DbClusterIdentifier", "cluster:"),
    ("rds", "describeDBInstances", "DbInstanceIdentifier", "db:"),
    ("rds", "rebootDBInstance", "DbInstanceIdentifier", "db:"),
    ("rds", "startDBCluster", "DbClusterIdentifier", "cluster:"),
    ("rds", "startDBInstance", "DbInstanceIdentifier", "db:"),
    ("rds", "stopDBCluster", "DbClusterIdentifier", "cluster:"),
    ("rds", "stopDBInstance", "DbInstanceIdentifier", "db:"),
    ("secretsmanager", "", "SecretId", "secret:"),
    ("sns", "", "TopicArn", ""),
    ("sns", "publish", "TargetArn", ""),
    ("ssm", "deleteParameter", "Name", "parameter/"),
    ("ssm", "getParameter", "Name", "parameter/"),
    ("ssm", "putParameter", "Name", "parameter/"),
    ("sts", "assumeRole", "RoleArn", ""),
];

/// Actions that know no resource, whatever they are given.
#[rustfmt::skip]
const EVERYWHERE: &[(&str, &[&str])] = &[
    ("athena", &["listWorkGroups", "listDataCatalogs"]),
    ("dynamodb", &["listBackups", "listTables", "describeLimits"]),
    // Sources of events have a function as a condition, and no resource.
    ("lambda", &[
        "createEventSourceMapping", "getAccountSettings", "listEventSourceMappings", "listFunctions", "listLayers",
    ]),
    ("kinesis", &["listStreams", "describeLimits"]),
];

/// Allows what a call needs.
pub(super) fn allow(state: &State<'_>, call: &Call<'_>, permissions: &mut Permissions) {
    let service = call.service.to_ascii_lowercase();
    let other = OTHERS.iter().find(|(of, action, _)| *of == service && *action == call.action);
    let plain = format!("{}:{}", prefix(&service), pascal(call.action));
    let actions = other.map_or_else(|| vec![plain.as_str()], |(_, _, actions)| actions.to_vec());
    let everywhere =
        EVERYWHERE.iter().any(|(of, list)| *of == service && list.contains(&call.action));
    let before = permissions.statements.len();
    let mut allowing = Allowing { state, call, permissions };
    match service.as_str() {
        _ if everywhere => allowing.permissions.anywhere(&actions),
        "s3" => s3::allow(&mut allowing),
        "sqs" if !matches!(call.argument("QueueUrl"), Argument::Absent) => {
            allowing.named(&actions, "QueueUrl", queue_arn)
        }
        "lambda" if call.action == "invoke" => {
            allowing.named(&actions, "FunctionName", function_arn)
        }
        "sfn" => machines(&mut allowing, &actions),
        "dynamodb" if call.action == "query" || call.action == "scan" => {
            tables::indexed(&mut allowing, &actions)
        }
        "dynamodb" if tables::several(&mut allowing, &actions) => {}
        "eventbridge" if events::allow(&mut allowing, &actions) => {}
        "cloudwatchlogs" if logs::allow(&mut allowing, &actions) => {}
        "kms" => keys::allow(&mut allowing, &actions),
        "ssm" if settings(&mut allowing, &actions) => {}
        "bedrockruntime" => allowing.named(&actions, "ModelId", |it| match it.is_arn() {
            true => it.clone(),
            false => {
                Text::arn_in("bedrock", true, false, &Text::plain("foundation-model/").then(it))
            }
        }),
        "lambda" if call.action.ends_with("EventSourceMapping") => sources(&mut allowing, &actions),
        _ => by_name(&mut allowing, &service, &actions),
    }
    if service == "athena" && call.action == "startQueryExecution" {
        allowing.catalog();
    }
    tagging::allow(&mut allowing, before);
    allowing.pass_roles();
}

/// Sources of events of functions, which have names of their own.
fn sources(allowing: &mut Allowing<'_>, actions: &[&str]) {
    let arn = |name: &Text| within("lambda", "event-source-mapping:", name);
    allowing.named(actions, "UUID", arn);
}

/// By the argument that names its resource, where there is one.
fn by_name(allowing: &mut Allowing<'_>, service: &str, actions: &[&str]) {
    let rows = || RESOURCES.iter().filter(|(of, ..)| *of == service);
    let own = rows().filter(|(_, action, ..)| *action == allowing.call.action);
    let rows = own.chain(rows().filter(|(_, action, ..)| action.is_empty()));
    let row = rows
        .map(|(_, _, argument, before)| (*argument, *before, allowing.call.argument(argument)))
        .find(|(.., argument)| *argument != Argument::Absent);
    match row {
        Some((_, before, Argument::Known(name))) => {
            let name = if service == "ssm" { unlabelled(&name) } else { name };
            let mut arn = within(prefix(service), before, &absolute(&name, before));
            if service == "secretsmanager" && !name.is_arn() {
                // Behind the name of a secret its ARN has six letters of its own.
                arn.push("-??????");
            }
            allowing.permissions.allow(actions, vec![arn]);
        }
        Some((argument, _, Argument::Computed)) => {
            allowing.any(actions, &format!("`{argument}` is computed"))
        }
        _ => allowing.any(actions, "no resource of it is known here"),
    }
}

/// Several parameters of the Systems Manager: by a list of names, or by a path; false where neither is known.
fn settings(allowing: &mut Allowing<'_>, actions: &[&str]) -> bool {
    let parameter =
        |name: &Text| within("ssm", "parameter/", &absolute(&unlabelled(name), "parameter/"));
    let call = allowing.call;
    let resources: Option<Vec<Text>> = match (call.arguments.get("Names"), call.argument("Path")) {
        (Some(Value::Array(names)), _) => names
            .iter()
            .map(|it| match it.as_str().map(written) {
                Some(Argument::Known(name)) => Some(parameter(&name)),
                _ => None,
            })
            .collect(),
        (None, Argument::Known(path)) => {
            let path = match path.as_plain() {
                Some(text) => Text::plain(text.trim_end_matches('/')),
                None => path,
            };
            Some(vec![parameter(&path), parameter(&path).with("/*")])
        }
        _ => None,
    };
    let known = resources.filter(|it| !it.is_empty());
    known.map(|resources| allowing.permissions.allow(actions, resources)).is_some()
}

/// A parameter may be asked for by its version or a label, `NAME:7`, which is no part of its ARN.
fn unlabelled(name: &Text) -> Text {
    match name.as_plain().filter(|_| !name.is_arn()).and_then(|it| it.split_once(':')) {
        Some((plain, _)) => Text::plain(plain),
        None => name.clone(),
    }
}

/// The name of a parameter begins with the slash that its ARN has already.
fn absolute(name: &Text, before: &str) -> Text {
    match name.as_plain().and_then(|it| it.strip_prefix('/')) {
        Some(rest) if before.ends_with('/') => Text::plain(rest),
        _ => name.clone(),
    }
}

/// State machines: their ARN is an argument; of an execution it is mostly computed.
fn machines(allowing: &mut Allowing<'_>, actions: &[&str]) {
    let tokens = ["sendTaskSuccess", "sendTaskFailure", "sendTaskHeartbeat"];
    if tokens.contains(&allowing.call.action) {
        // A token says by itself which task it is for.
        return allowing.permissions.anywhere(actions);
    }
    for argument in ["ExecutionArn", "ActivityArn", "MapRunArn"] {
        if let Argument::Known(arn) = allowing.call.argument(argument) {
            return allowing.permissions.allow(actions, vec![arn]);
        }
    }
    for argument in ["StateMachineArn", "StateMachineAliasArn", "StateMachineVersionArn"] {
        if let Argument::Known(arn) = allowing.call.argument(argument) {
            return allowing.permissions.allow(actions, vec![unqualified(&arn)]);
        }
    }
    allowing.any(actions, "its ARN is computed");
}
