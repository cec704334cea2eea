//! A module of Terraform, in HCL or JSON.

mod body;
mod functions;
mod hcl;
mod large;
mod triggers;

use crate::file::{File, Notation};
use crate::iam::Policies;
use crate::naming::snake;
use crate::problem::Problem;
use crate::settings::Level;
use crate::stack::Stack;
use body::{Block, Module, beside, policy, role};
use serde_json::{Value, json};

/// The files of a module.
///
/// # Errors
/// Names that would be those of two blocks.
pub(crate) fn files(stack: &Stack, notation: Notation) -> Result<Vec<File>, Vec<Problem>> {
    let mut module = Module::new(stack);
    head(&mut module);
    machine(&mut module);
    functions::add(&mut module);
    large::add(&mut module);
    triggers::add(&mut module);
    alarms(&mut module);
    outputs(&mut module);
    let clashes = module.clashes();
    if !clashes.is_empty() {
        return Err(clashes);
    }
    let main = match notation {
        Notation::Usual => File { name: "main.tf".to_owned(), text: hcl::text(&module.blocks) },
        Notation::Json => File {
            name: "main.tf.json".to_owned(),
            text: format!("{:#}\n", body::json(&module.blocks)),
        },
    };
    Ok(vec![main, template(stack)])
}

/// The definition as a template: what is no placeholder of ours is written so that Terraform leaves it alone.
fn template(stack: &Stack) -> File {
    let text = stack.text();
    let (mut out, mut rest) = (String::new(), text.as_str());
    while let Some((before, name, after)) = crate::text::placeholder(rest) {
        out += &body::escaped(before);
        // Names that nothing has a value for are text.
        let known = stack.substitutions.contains_key(name);
        out += &if known { format!("${{{name}}}") } else { format!("$${{{name}}}") };
        rest = after;
    }
    File { name: format!("{}.tftpl", stack.file()), text: out + &body::escaped(rest) }
}

fn head(module: &mut Module<'_>) {
    let stack = module.stack;
    let folders = stack.functions.iter().any(|it| !it.settings.code.ends_with(".zip"));
    let mut providers = json!({ "aws": { "source": "hashicorp/aws", "version": "~> 6.0" } });
    if folders {
        providers["archive"] = json!({ "source": "hashicorp/archive", "version": "~> 2.4" });
    }
    module.add(Block::new(
        "terraform",
        &[],
        json!({ "required_version": ">= 1.5", "@required_providers": providers }),
    ));
    for parameter in &stack.parameters {
        let mut body =
            json!({ "type": "${string}", "description": body::escaped(&parameter.description) });
        if let Some(default) = &parameter.default {
            body["default"] = body::escaped(default).into();
        }
        module.add(Block::new("variable", &[&snake(&parameter.name)], body));
    }
    for data in ["aws_caller_identity", "aws_partition", "aws_region"] {
        module.add(Block::new("data", &[data, "current"], json!({})));
    }
}

fn machine(module: &mut Module<'_>) {
    let stack = module.stack;
    let name = module.name.clone();
    role(module, &name, "states.amazonaws.com", &stack.sources());
    let allowed = match stack.policies() {
        Policies::Within(statements) => {
            policy(module, &name, &statements, &[]);
            vec![format!("${{aws_iam_role_policy.{name}}}")]
        }
        Policies::Beside(all) => beside(module, &name, &all),
    };
    let values = stack
        .substitutions
        .iter()
        .map(|(name, value)| format!("{name} = {}", hcl::expression(&module.text(value))));
    let values: Vec<String> = values.collect();
    let values =
        if values.is_empty() { "{}".to_owned() } else { format!("{{ {} }}", values.join(", ")) };
    let file = format!("{}.tftpl", stack.file());
    let mut body = json!({
        "name": stack.name,
        "type": stack.kind.name(),
        "role_arn": format!("${{aws_iam_role.{name}.arn}}"),
        "definition": format!("${{templatefile(\"${{path.module}}/{file}\", {values})}}"),
        "publish": true,
    });
    if let Some(logs) = &stack.logs {
        let group = json!({ "name": stack.log_group(), "retention_in_days": logs.days });
        module.resource("aws_cloudwatch_log_group", &name, group, true);
        body["@logging_configuration"] = json!({
            "level": if logs.level == Level::Off { "OFF" } else { logs.level.name() },
            "include_execution_data": logs.data,
            "log_destination": format!("${{aws_cloudwatch_log_group.{name}.arn}}:*"),
        });
    }
    if stack.tracing {
        body["@tracing_configuration"] = json!({ "enabled": true });
    }
    // A role that may not yet call what it has to makes the first execution fail.
    body["depends_on"] = allowed.into();
    module.resource("aws_sfn_state_machine", &name, body, true);
    alias(module);
}

/// The alias: all starts go to the version of this release, or a part of them.
fn alias(module: &mut Module<'_>) {
    let (stack, name) = (module.stack, module.name.clone());
    let Some(alias) = &stack.alias else { return };
    let own = format!("${{aws_sfn_state_machine.{name}.state_machine_version_arn}}");
    let mut body = json!({ "name": alias.name });
    match alias.shift {
        None => {
            body["@routing_configuration"] =
                json!({ "state_machine_version_arn": own, "weight": 100 })
        }
        Some(shift) => {
            let about = format!(
                "The percentage of starts that go to this release: {} first, 100 at the end",
                shift.percent
            );
            module.add(Block::new(
                "variable",
                &["new_version_weight"],
                json!({ "type": "${number}", "description": about, "default": 100 }),
            ));
            let about =
                "The version that the other starts go to, while new_version_weight is below 100";
            module.add(Block::new(
                "variable",
                &["previous_version_arn"],
                json!({ "type": "${string}", "description": about, "default": "" }),
            ));
            body["@routing_configuration"] =
                json!({ "state_machine_version_arn": own, "weight": "${var.new_version_weight}" });
            body["@dynamic routing_configuration"] = json!({
                "for_each": "${var.previous_version_arn == \"\" ? [] : [var.previous_version_arn]}",
                "@content": {
                    "state_machine_version_arn": "${routing_configuration.value}",
                    "weight": "${100 - var.new_version_weight}",
                },
            });
        }
    }
    module.resource("aws_sfn_alias", &name, body, false);
}

fn alarms(module: &mut Module<'_>) {
    let (stack, name) = (module.stack, module.name.clone());
    for alarm in &stack.alarms {
        let mut body = json!({
            "alarm_name": format!("{}-{}", stack.name, alarm.name),
            "alarm_description": alarm.description(&stack.name),
            "namespace": "AWS/States",
            "metric_name": alarm.metric,
            "dimensions": { "StateMachineArn": format!("${{aws_sfn_state_machine.{name}.arn}}") },
            "statistic": "Sum",
            "period": alarm.minutes * 60,
            "evaluation_periods": 1,
            "threshold": alarm.from,
            "comparison_operator": "GreaterThanOrEqualToThreshold",
            "treat_missing_data": "notBreaching",
        });
        if let Some(topic) = &stack.topic {
            body["alarm_actions"] = json!([module.text(topic)]);
        }
        let own = format!("{name}_{}", snake(alarm.name));
        module.resource("aws_cloudwatch_metric_alarm", &own, body, true);
    }
}

fn outputs(module: &mut Module<'_>) {
    let (stack, name) = (module.stack, module.name.clone());
    let mut output = |own: &str, value: String, about: &str| {
        let body: Value = json!({ "description": about, "value": value });
        module.add(Block::new("output", &[own], body));
    };
    output(
        "state_machine_arn",
        format!("${{aws_sfn_state_machine.{name}.arn}}"),
        "The state machine",
    );
    if stack.alias.is_some() {
        output("start_arn", format!("${{aws_sfn_alias.{name}.arn}}"), "The alias to start");
    }
    if !stack.requests.is_empty() {
        output("api_url", format!("${{aws_apigatewayv2_api.{name}.api_endpoint}}"), "Requests");
    }
    if stack.large.is_some() {
        output("large_bucket", format!("${{aws_s3_bucket.{name}.bucket}}"), "Large values");
    }
}
