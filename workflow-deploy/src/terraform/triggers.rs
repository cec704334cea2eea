//! Triggers: schedules, events, messages, requests.

use super::body::{Module, policy, role};
use crate::iam::Statement;
use crate::naming::{schedule_name, snake};
use crate::settings::{Event, Kind, Queue, Request, Schedule};
use crate::stack::{may_start, target};
use serde_json::{Value, json};

/// Adds all of them.
pub(super) fn add(module: &mut Module<'_>) {
    let stack = module.stack;
    let request = match stack.kind {
        Kind::Standard => "states:StartExecution",
        Kind::Express => "states:StartSyncExecution",
    };
    for (any, what, service, action) in [
        (
            !stack.schedules.is_empty(),
            "scheduler",
            "scheduler.amazonaws.com",
            "states:StartExecution",
        ),
        (!stack.events.is_empty(), "events", "events.amazonaws.com", "states:StartExecution"),
        (!stack.requests.is_empty(), "api", "apigateway.amazonaws.com", request),
    ] {
        if any {
            let name = format!("{}_{what}", module.name);
            role(module, &name, service, &[]);
            policy(module, &name, &[may_start(action)], &[]);
        }
    }
    stack.schedules.iter().for_each(|it| schedule(module, it));
    stack.events.iter().for_each(|it| event(module, it));
    stack.queues.iter().for_each(|it| queue(module, it));
    if !stack.requests.is_empty() {
        api(module, request);
        stack.requests.iter().for_each(|it| route(module, it));
    }
}

fn role_of(module: &Module<'_>, what: &str) -> String {
    format!("${{aws_iam_role.{}_{what}.arn}}", module.name)
}

fn named(module: &Module<'_>, name: &str) -> String {
    format!("{}_{}", module.name, snake(name))
}

fn schedule(module: &mut Module<'_>, it: &Schedule) {
    let window = match it.window {
        Some(minutes) => json!({ "mode": "FLEXIBLE", "maximum_window_in_minutes": minutes }),
        None => json!({ "mode": "OFF" }),
    };
    let input = it.input.as_ref().map_or_else(|| "{}".to_owned(), Value::to_string);
    let mut body = json!({
        "name": schedule_name(&module.stack.name, &it.name),
        "schedule_expression": it.expression,
        "state": if it.disabled { "DISABLED" } else { "ENABLED" },
        "@flexible_time_window": window,
        "@target": {
            "arn": module.text(&target()),
            "role_arn": role_of(module, "scheduler"),
            "input": super::body::escaped(&input),
        },
    });
    if let Some(zone) = &it.zone {
        body["schedule_expression_timezone"] = zone.clone().into();
    }
    let name = named(module, &it.name);
    module.resource("aws_scheduler_schedule", &name, body, false);
}

fn event(module: &mut Module<'_>, it: &Event) {
    let name = named(module, &it.name);
    let mut rule = json!({
        "name_prefix": format!("{}-", module.name.chars().take(37).collect::<String>()),
        "description": format!("Starts {}", module.stack.name),
        "event_pattern": module.given(&it.pattern.to_string()),
    });
    let mut target = json!({
        "rule": format!("${{aws_cloudwatch_event_rule.{name}.name}}"),
        "arn": module.text(&target()),
        "role_arn": role_of(module, "events"),
    });
    if let Some(bus) = &it.bus {
        rule["event_bus_name"] = module.given(bus).into();
        target["event_bus_name"] = module.given(bus).into();
    }
    module.resource("aws_cloudwatch_event_rule", &name, rule, true);
    module.resource("aws_cloudwatch_event_target", &name, target, false);
}

fn queue(module: &mut Module<'_>, it: &Queue) {
    let name = named(module, &it.name);
    let source = crate::parameters::text(&it.arn);
    let read = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
    let start = may_start("states:StartExecution");
    role(module, &name, "pipes.amazonaws.com", &[]);
    policy(module, &name, &[Statement::new(&read, vec![source.clone()]), start], &[]);
    let mut source_parameters = json!({ "batch_size": it.batch.unwrap_or(1) });
    if let Some(seconds) = it.seconds() {
        source_parameters["maximum_batching_window_in_seconds"] = seconds.into();
    }
    let body = json!({
        "name_prefix": format!("{}-", name.chars().take(30).collect::<String>()),
        "role_arn": format!("${{aws_iam_role.{name}.arn}}"),
        "source": module.text(&source),
        "target": module.text(&target()),
        "@source_parameters": { "@sqs_queue_parameters": source_parameters },
        "@target_parameters": { "@step_function_state_machine_parameters": { "invocation_type": "FIRE_AND_FORGET" } },
        "depends_on": [format!("${{aws_iam_role_policy.{name}}}")],
    });
    module.resource("aws_pipes_pipe", &name, body, true);
}

fn api(module: &mut Module<'_>, action: &str) {
    let name = module.name.clone();
    let api = format!("${{aws_apigatewayv2_api.{name}.id}}");
    let body = json!({ "name": module.stack.name, "protocol_type": "HTTP" });
    module.resource("aws_apigatewayv2_api", &name, body, true);
    let stage = json!({ "api_id": api, "name": "$default", "auto_deploy": true });
    module.resource("aws_apigatewayv2_stage", &name, stage, true);
    let integration = json!({
        "api_id": api,
        "integration_type": "AWS_PROXY",
        "integration_subtype": action.replace("states:", "StepFunctions-"),
        "payload_format_version": "1.0",
        "credentials_arn": role_of(module, "api"),
        "request_parameters": { "StateMachineArn": module.text(&target()), "Input": "$request.body" },
    });
    module.resource("aws_apigatewayv2_integration", &name, integration, false);
}

fn route(module: &mut Module<'_>, it: &Request) {
    let own = &module.name;
    let body = json!({
        "api_id": format!("${{aws_apigatewayv2_api.{own}.id}}"),
        "route_key": format!("{} {}", it.method, it.path),
        "authorization_type": "AWS_IAM",
        "target": format!("integrations/${{aws_apigatewayv2_integration.{own}.id}}"),
    });
    let name = named(module, &it.name);
    module.resource("aws_apigatewayv2_route", &name, body, false);
}
