//! Resources of templates.

use super::template;
use crate::{Format, Notation, Request, Settings, Stack, plan};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn planned(name: &str, definition: &Value, settings: &Value) -> Stack {
    let settings = Settings::read(settings).unwrap();
    let releases = BTreeMap::new();
    plan(Request { name, definition, settings: &settings, releases: &releases }).unwrap()
}

/// A stack that calls a function by name, with one of each trigger.
fn stack(alias: bool) -> Stack {
    let definition = json!({ "StartAt": "A", "States": { "A": {
        "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": { "FunctionName": "orders" }, "End": true } } });
    let mut settings = json!({
        "all_functions": { "code": "f.zip" },
        "logs": {}, "alarms": {},
        "schedules": [{ "name": "daily", "expression": "rate(1 day)" }],
        "events": [{ "name": "made", "pattern": { "source": ["shop"] } }],
        "queues": [{ "name": "orders", "arn": "arn:aws:sqs:eu-west-1:123456789012:orders", "batch": 20 }],
        "requests": [{ "name": "start", "method": "POST", "path": "/" }],
    });
    if alias {
        settings["alias"] = json!({ "name": "live" });
    }
    planned("orders", &definition, &settings)
}

#[test]
fn each_resource_is_one_that_is_looked_at_for_clashes() {
    for alias in [true, false] {
        let stack = stack(alias);
        let known: BTreeSet<String> = stack.resources().into_iter().map(|it| it.id).collect();
        let written = template(&stack, true);
        let written: BTreeSet<String> =
            written["Resources"].as_object().unwrap().keys().cloned().collect();
        assert_eq!(written, known);
    }
}

/// The resources on which each statement of a template allows an action.
fn allowed(template: &Value, action: &str) -> Vec<Value> {
    let resources = template["Resources"].as_object().unwrap().values();
    let policies = resources.filter_map(|it| it.pointer("/Properties/Policies/0/PolicyDocument"));
    let statements = policies.flat_map(|it| it["Statement"].as_array().unwrap());
    statements
        .filter(|it| it["Action"] == json!([action]))
        .map(|it| it["Resource"].clone())
        .collect()
}

#[test]
fn triggers_start_an_alias_and_may_start_its_machine() {
    let template = template(&stack(true), true);
    let machine = json!({ "Ref": "Orders" });
    assert_eq!(allowed(&template, "states:StartExecution"), vec![machine; 4]);
    let resources = &template["Resources"];
    let alias = json!({ "Ref": "OrdersAlias" });
    assert_eq!(resources["OrdersScheduleDaily"]["Properties"]["Target"]["Arn"], alias);
    assert_eq!(resources["OrdersEventMade"]["Properties"]["Targets"][0]["Arn"], alias);
    assert_eq!(resources["OrdersQueueOrders"]["Properties"]["Target"], alias);
}

#[test]
fn trust_asks_for_the_account_only_where_a_service_tells_it() {
    let template = template(&stack(true), true);
    for (role, asks) in [
        ("OrdersApiRole", false),
        ("OrdersFunctionRole", false),
        ("OrdersSchedulerRole", true),
        ("OrdersEventsRole", true),
        ("OrdersQueueOrdersRole", true),
        ("OrdersRole", true),
    ] {
        let trust = template["Resources"][role]
            .pointer("/Properties/AssumeRolePolicyDocument/Statement/0")
            .unwrap();
        assert_eq!(trust.get("Condition").is_some(), asks, "{role}");
    }
}

#[test]
fn a_version_is_published_without_an_alias_too() {
    let template = template(&stack(false), true);
    assert_eq!(
        template["Resources"]["OrdersVersion"]["Type"],
        "AWS::StepFunctions::StateMachineVersion"
    );
    assert_eq!(template["Resources"]["OrdersVersion"]["DeletionPolicy"], "Retain");
}

#[test]
fn machines_that_verify_makes_take_the_role_where_that_is_asked_for() {
    let map = json!({ "StartAt": "Each", "States": { "Each": {
        "Type": "Map", "Label": "Each", "End": true, "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "A", "States": { "A": { "Type": "Pass", "End": true } } } } } });
    let arn = |rest: &str| json!({ "Fn::Sub": format!("arn:${{AWS::Partition}}:states:${{AWS::Region}}:${{AWS::AccountId}}:{rest}") });
    let own = [
        arn("stateMachine:load.orders"),
        arn("stateMachine:load.orders/*"),
        arn("stateMachine:load.orders:*"),
    ];
    for (verify, made) in [(false, None), (true, Some(arn("stateMachine:verify-load-orders-*")))] {
        let stack = planned("load.orders", &map, &json!({ "verify": verify }));
        let template = template(&stack, true);
        let trust = template["Resources"]["LoadOrdersRole"].pointer(
            "/Properties/AssumeRolePolicyDocument/Statement/0/Condition/ArnLike/aws:SourceArn",
        );
        let expected: Vec<Value> = own.iter().cloned().chain(made.clone()).collect();
        assert_eq!(*trust.unwrap(), json!(expected));
        let starts: Vec<Value> = [own[0].clone()].into_iter().chain(made).collect();
        let starts = if verify { json!(starts) } else { starts[0].clone() };
        assert_eq!(allowed(&template, "states:StartExecution"), [starts]);
    }
}

#[test]
fn a_large_batch_is_waited_for() {
    let template = template(&stack(false), true);
    assert_eq!(
        template["Resources"]["OrdersQueueOrders"]["Properties"]["SourceParameters"]["SqsQueueParameters"],
        json!({ "BatchSize": 20, "MaximumBatchingWindowInSeconds": 1 })
    );
}

#[test]
fn a_machine_and_a_function_of_one_name_stay_apart_in_terraform() {
    let files = Format::Terraform.files(&stack(true), Notation::Json).unwrap();
    let module: Value = serde_json::from_str(&files[0].text).unwrap();
    let resource = &module["resource"];
    let roles = resource["aws_iam_role"].as_object().unwrap();
    for name in ["orders", "orders_function", "orders_scheduler", "orders_events", "orders_api"] {
        assert!(roles.contains_key(name), "{name}: {:?}", roles.keys());
    }
    let trust = |name: &str| {
        module["data"]["aws_iam_policy_document"][name]["statement"]["principals"]["identifiers"][0]
            .clone()
    };
    assert_eq!(trust("orders_trust"), "states.amazonaws.com");
    assert_eq!(trust("orders_function_trust"), "lambda.amazonaws.com");
    let start = &module["data"]["aws_iam_policy_document"]["orders_scheduler"]["statement"][0];
    assert_eq!(start["resources"], json!(["${aws_sfn_state_machine.orders.arn}"]));
    let target = &resource["aws_scheduler_schedule"]["orders_daily"]["target"]["arn"];
    assert_eq!(*target, "${aws_sfn_alias.orders.arn}");
}

#[test]
fn two_blocks_of_one_name_are_refused() {
    let definition = json!({ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } });
    let queue = json!({ "name": "api", "arn": "arn:aws:sqs:eu-west-1:123456789012:q" });
    let request = json!({ "name": "start", "method": "POST", "path": "/" });
    let settings = json!({ "queues": [queue], "requests": [request] });
    let stack = planned("orders", &definition, &settings);
    let problems = Format::Terraform.files(&stack, Notation::Usual).unwrap_err();
    let told = problems[0].to_string();
    assert!(
        told.starts_with(
            "settings: two things would be the data aws_iam_policy_document.orders_api_trust"
        ),
        "{told}"
    );
}

#[test]
fn commands_have_names_that_are_taken() {
    let definition = json!({ "StartAt": "A", "States": { "A": { "Type": "Succeed", "Comment": "x".repeat(52_000) } } });
    let small = json!({ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } });
    let command = |name: &str, definition: &Value, format: Format| {
        let stack = planned(name, definition, &json!({}));
        let files = format.files(&stack, Notation::Usual).unwrap();
        format.commands(&stack, Notation::Usual, &files)[0].clone()
    };
    for (name, expected) in [("load_orders", "load-orders"), ("pay.v2", "pay-v2"), ("2nd", "x2nd")]
    {
        for format in [Format::Sam, Format::CloudFormation] {
            let command = command(name, &small, format);
            assert!(
                command.contains(&format!(" --stack-name {expected} --capabilities")),
                "{command}"
            );
        }
    }
    let large = command("pay", &definition, Format::CloudFormation);
    assert!(large.contains(" --stack-name pay --s3-bucket BUCKET "), "{large}");
}
