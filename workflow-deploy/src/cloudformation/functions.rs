//! Functions, each with a role, a log and the version that this release publishes.

use super::Resources;
use super::policy::role as policy_role;
use super::write::Writer;
use crate::iam::Statement;
use crate::parameters::variables;
use crate::stack::Function;
use serde_json::{Map, Value, json};

/// Adds the functions.
pub(super) fn add(writer: &Writer<'_>, resources: &mut Resources) {
    for function in &writer.stack.functions {
        let mut properties = properties(writer, function, "Code", &[]);
        if writer.stack.tracing {
            properties["TracingConfig"] = json!({ "Mode": "Active" });
        }
        resources.insert(function.id.clone(), writer.tagged("AWS::Lambda::Function", properties));
        role(writer, function, resources);
        let version = json!({
            "Type": "AWS::Lambda::Version",
            "DeletionPolicy": "Retain",
            "UpdateReplacePolicy": "Retain",
            "Properties": { "FunctionName": { "Ref": function.id }, "Description": format!("Release {}", function.release) },
        });
        resources.insert(writer.version(&function.key), version);
    }
}

/// The properties that a function has in CloudFormation and SAM, under the name that its code has there; `more` stands
/// after its timeout.
pub(crate) fn properties(
    writer: &Writer<'_>,
    function: &Function,
    code: &str,
    more: &[(&str, Value)],
) -> Value {
    let settings = &function.settings;
    let mut properties = json!({
        code: settings.code,
        "Handler": settings.handler,
        "Runtime": settings.runtime,
        "Architectures": [settings.architecture],
        "MemorySize": settings.memory,
        "Timeout": settings.timeout,
    });
    for (name, value) in more {
        properties[*name] = value.clone();
    }
    properties["Role"] = json!({ "Fn::GetAtt": [format!("{}Role", function.id), "Arn"] });
    properties["LoggingConfig"] =
        json!({ "LogFormat": "JSON", "LogGroup": { "Ref": format!("{}Logs", function.id) } });
    if let Some(variables) = environment(writer, function) {
        properties["Environment"] = json!({ "Variables": variables });
    }
    properties
}

/// Its environment variables, if it has some.
pub(crate) fn environment(writer: &Writer<'_>, function: &Function) -> Option<Value> {
    let variables = variables(function).into_iter();
    let variables: Map<_, _> =
        variables.map(|(name, value)| (name.to_owned(), writer.text(&value))).collect();
    (!variables.is_empty()).then_some(Value::Object(variables))
}

/// Adds its role and its log, which is the only one that it may write to.
pub(crate) fn role(writer: &Writer<'_>, function: &Function, resources: &mut Resources) {
    let logs = format!("{}Logs", function.id);
    let mut all = function.statements.clone();
    let write = Statement::new(&["logs:CreateLogStream", "logs:PutLogEvents"], vec![]);
    all.insert(0, write);
    let mut role = policy_role(writer, "lambda.amazonaws.com", &[], &all);
    // The ARN of a group ends with `:*` already.
    role["Properties"]["Policies"][0]["PolicyDocument"]["Statement"][0]["Resource"] =
        json!({ "Fn::GetAtt": [logs, "Arn"] });
    resources.insert(format!("{}Role", function.id), role);
    let group =
        writer.tagged("AWS::Logs::LogGroup", json!({ "RetentionInDays": writer.stack.days() }));
    resources.insert(logs, group);
}
