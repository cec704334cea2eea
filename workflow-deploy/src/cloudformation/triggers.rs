//! Triggers: schedules, events, messages, requests. Each has a role that may start this machine, and
//! nothing else.

use super::Resources;
use super::policy::role;
use super::write::Writer;
use crate::iam::Statement;
use crate::naming::{identifier, schedule_name};
use crate::settings::{Event, Kind, Queue, Request, Schedule};
use crate::stack::{may_start, target};
use serde_json::{Value, json};

/// Adds all of them.
pub(super) fn add(writer: &Writer<'_>, resources: &mut Resources) {
    let stack = writer.stack;
    stack.schedules.iter().for_each(|it| schedule(writer, it, resources));
    stack.events.iter().for_each(|it| event(writer, it, resources));
    stack.queues.iter().for_each(|it| queue(writer, it, resources));
    if !stack.requests.is_empty() {
        api(writer, resources);
        stack.requests.iter().for_each(|it| request(writer, it, resources));
    }
    let service = |any: bool, name: &str| any.then(|| format!("{name}.amazonaws.com"));
    for (what, service, action) in [
        (
            "SchedulerRole",
            service(!stack.schedules.is_empty(), "scheduler"),
            "states:StartExecution",
        ),
        ("EventsRole", service(!stack.events.is_empty(), "events"), "states:StartExecution"),
        ("ApiRole", service(!stack.requests.is_empty(), "apigateway"), start(stack.kind)),
    ] {
        let Some(service) = service else { continue };
        resources.insert(stack.id(what), role(writer, &service, &[], &[may_start(action)]));
    }
}

fn arn(id: &str) -> Value {
    json!({ "Fn::GetAtt": [id, "Arn"] })
}

fn schedule(writer: &Writer<'_>, schedule: &Schedule, resources: &mut Resources) {
    let stack = writer.stack;
    let window = match schedule.window {
        Some(minutes) => json!({ "Mode": "FLEXIBLE", "MaximumWindowInMinutes": minutes }),
        None => json!({ "Mode": "OFF" }),
    };
    let input = schedule.input.as_ref().map_or_else(|| "{}".to_owned(), Value::to_string);
    let mut properties = json!({
        "Name": schedule_name(&stack.name, &schedule.name),
        "ScheduleExpression": schedule.expression,
        "FlexibleTimeWindow": window,
        "State": if schedule.disabled { "DISABLED" } else { "ENABLED" },
        "Target": { "Arn": writer.text(&target()), "RoleArn": arn(&stack.id("SchedulerRole")), "Input": input },
    });
    if let Some(zone) = &schedule.zone {
        properties["ScheduleExpressionTimezone"] = zone.clone().into();
    }
    let id = stack.id(&format!("Schedule{}", identifier(&schedule.name)));
    resources.insert(id, json!({ "Type": "AWS::Scheduler::Schedule", "Properties": properties }));
}

fn event(writer: &Writer<'_>, event: &Event, resources: &mut Resources) {
    let stack = writer.stack;
    let mut properties = json!({
        "Description": format!("Starts {}", stack.name),
        "EventPattern": writer.value(&event.pattern),
        "Targets": [{ "Id": "StateMachine", "Arn": writer.text(&target()), "RoleArn": arn(&stack.id("EventsRole")) }],
    });
    if let Some(bus) = &event.bus {
        properties["EventBusName"] = writer.given(bus);
    }
    let id = stack.id(&format!("Event{}", identifier(&event.name)));
    resources.insert(id, json!({ "Type": "AWS::Events::Rule", "Properties": properties }));
}

fn queue(writer: &Writer<'_>, queue: &Queue, resources: &mut Resources) {
    let stack = writer.stack;
    let id = stack.id(&format!("Queue{}", identifier(&queue.name)));
    let source = crate::parameters::text(&queue.arn);
    let read = ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"];
    let statements =
        [Statement::new(&read, vec![source.clone()]), may_start("states:StartExecution")];
    resources.insert(format!("{id}Role"), role(writer, "pipes.amazonaws.com", &[], &statements));
    let mut source_parameters = json!({ "BatchSize": queue.batch.unwrap_or(1) });
    if let Some(seconds) = queue.seconds() {
        source_parameters["MaximumBatchingWindowInSeconds"] = seconds.into();
    }
    let mut properties = json!({
        "RoleArn": arn(&format!("{id}Role")),
        "Source": writer.text(&source),
        "SourceParameters": { "SqsQueueParameters": source_parameters },
        "Target": writer.text(&target()),
        "TargetParameters": { "StepFunctionStateMachineParameters": { "InvocationType": "FIRE_AND_FORGET" } },
    });
    if !stack.tags.is_empty() {
        properties["Tags"] = json!(stack.tags);
    }
    resources.insert(id, json!({ "Type": "AWS::Pipes::Pipe", "Properties": properties }));
}

/// The way in which a request starts: an EXPRESS machine answers it.
pub(crate) fn start(kind: Kind) -> &'static str {
    match kind {
        Kind::Standard => "states:StartExecution",
        Kind::Express => "states:StartSyncExecution",
    }
}

fn api(writer: &Writer<'_>, resources: &mut Resources) {
    let stack = writer.stack;
    let mut properties = json!({ "Name": stack.name, "ProtocolType": "HTTP" });
    if !stack.tags.is_empty() {
        properties["Tags"] = json!(stack.tags);
    }
    resources.insert(
        stack.id("Api"),
        json!({ "Type": "AWS::ApiGatewayV2::Api", "Properties": properties }),
    );
    let api = json!({ "Ref": stack.id("Api") });
    let stage = json!({ "ApiId": api, "StageName": "$default", "AutoDeploy": true });
    resources.insert(
        stack.id("ApiStage"),
        json!({ "Type": "AWS::ApiGatewayV2::Stage", "Properties": stage }),
    );
    let integration = json!({
        "ApiId": api,
        "IntegrationType": "AWS_PROXY",
        "IntegrationSubtype": start(stack.kind).replace("states:", "StepFunctions-"),
        "PayloadFormatVersion": "1.0",
        "CredentialsArn": arn(&stack.id("ApiRole")),
        "RequestParameters": { "StateMachineArn": writer.text(&target()), "Input": "$request.body" },
    });
    let integration =
        json!({ "Type": "AWS::ApiGatewayV2::Integration", "Properties": integration });
    resources.insert(stack.id("ApiIntegration"), integration);
}

fn request(writer: &Writer<'_>, request: &Request, resources: &mut Resources) {
    let stack = writer.stack;
    let properties = json!({
        "ApiId": { "Ref": stack.id("Api") },
        "RouteKey": format!("{} {}", request.method, request.path),
        "AuthorizationType": "AWS_IAM",
        "Target": { "Fn::Sub": format!("integrations/${{{}}}", stack.id("ApiIntegration")) },
    });
    let id = stack.id(&format!("Request{}", identifier(&request.name)));
    resources.insert(id, json!({ "Type": "AWS::ApiGatewayV2::Route", "Properties": properties }));
}
