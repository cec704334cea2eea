//! Functions, each with a role, a log and the version that this release publishes.

use super::body::{Block, Module, function, policy, role};
use crate::naming::{function_name, hyphened};
use crate::parameters::variables;
use crate::stack::Function;
use serde_json::{Map, Value, json};

/// Adds the functions.
pub(super) fn add(module: &mut Module<'_>) {
    let stack = module.stack;
    for it in &stack.functions {
        one(module, it);
    }
}

fn one(module: &mut Module<'_>, it: &Function) {
    let (name, settings) = (function(&it.key), &it.settings);
    let full = function_name(&module.stack.name, &hyphened(&it.key));
    let group =
        json!({ "name": format!("/aws/lambda/{full}"), "retention_in_days": module.stack.days() });
    module.resource("aws_cloudwatch_log_group", &name, group, true);
    role(module, &name, "lambda.amazonaws.com", &[]);
    let write = json!({
        "actions": ["logs:CreateLogStream", "logs:PutLogEvents"],
        "resources": [format!("${{aws_cloudwatch_log_group.{name}.arn}}:*")],
    });
    policy(module, &name, &it.statements, &[write]);
    let (file, digest) = code(module, &name, &settings.code);
    let mut body = json!({
        "function_name": full,
        "filename": file,
        "source_code_hash": digest,
        "handler": settings.handler,
        "runtime": settings.runtime,
        "architectures": [settings.architecture],
        "memory_size": settings.memory,
        "timeout": settings.timeout,
        "role": format!("${{aws_iam_role.{name}.arn}}"),
        "publish": true,
        "@logging_config": { "log_format": "JSON", "log_group": format!("${{aws_cloudwatch_log_group.{name}.name}}") },
    });
    let variables = variables(it).into_iter();
    let variables: Map<_, _> =
        variables.map(|(name, value)| (name.to_owned(), module.text(&value).into())).collect();
    if !variables.is_empty() {
        body["@environment"] = json!({ "variables": Value::Object(variables) });
    }
    if module.stack.tracing {
        body["@tracing_config"] = json!({ "mode": "Active" });
    }
    module.resource("aws_lambda_function", &name, body, true);
}

/// The zip file of a function, and the digest that shows its changes. A folder is put into one.
fn code(module: &mut Module<'_>, name: &str, code: &str) -> (String, String) {
    let path =
        if code.starts_with('/') { code.to_owned() } else { format!("${{path.module}}/{code}") };
    if code.ends_with(".zip") {
        let digest = format!("${{filebase64sha256(\"{path}\")}}");
        return (path, digest);
    }
    let body = json!({
        "type": "zip",
        "source_dir": path,
        "output_path": format!("${{path.module}}/.build/{name}.zip"),
    });
    module.add(Block::new("data", &["archive_file", name], body));
    let of = |what: &str| format!("${{data.archive_file.{name}.{what}}}");
    (of("output_path"), of("output_base64sha256"))
}
