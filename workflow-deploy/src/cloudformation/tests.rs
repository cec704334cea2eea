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
        "all_functions": { "code": "f.zip", "large": true },
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

#[test]
fn a_large_role_has_policies_beside_it_in_all_formats() {
    let branch = |index: usize| {
        let function = format!("arn:aws:lambda:eu-west-1:123456789012:function:function-{index}");
        let call = json!({ "Type": "Task", "Resource": function, "End": true });
        json!({ "StartAt": format!("S{index}"), "States": { format!("S{index}"): call } })
    };
    let all: Vec<Value> = (0..90).map(branch).collect();
    let states = json!({ "P": { "Type": "Parallel", "End": true, "Branches": all } });
    let stack = planned("many", &json!({ "StartAt": "P", "States": states }), &json!({}));
    let known: BTreeSet<String> = stack.resources().into_iter().map(|it| it.id).collect();
    let template = template(&stack, true);
    let resources = template["Resources"].as_object().unwrap();
    assert_eq!(resources.keys().cloned().collect::<BTreeSet<_>>(), known);
    let role = &resources["ManyRole"]["Properties"];
    let arns = ["ManyPolicy1", "ManyPolicy2"].map(|it| json!({ "Ref": it }));
    assert_eq!((&role["ManagedPolicyArns"], role.get("Policies")), (&json!(arns), None));
    for format in
        [Format::Sam, Format::CloudFormation, Format::Cdk, Format::Serverless, Format::Terraform]
    {
        let files = format.files(&stack, Notation::Json).unwrap();
        let text: String = files.into_iter().map(|it| it.text).collect();
        let policies = match format {
            Format::Terraform => ["\"many_2\"", "aws_iam_role_policy_attachment.many_2"],
            Format::Cdk => ["new iam.CfnManagedPolicy(", "'ManyPolicy2'"],
            _ => ["AWS::IAM::ManagedPolicy", "ManyPolicy2"],
        };
        for part in policies {
            assert!(text.contains(part), "{format:?}: {part} is not in\n{text}");
        }
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

/// A machine that calls two functions, with settings of the first.
fn keeping(keep: &Value, more: &Value) -> Result<Value, String> {
    let call = |name: &str| json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": name } });
    let (mut first, mut second) = (call("keep"), call("tell"));
    first["Next"] = "B".into();
    second["End"] = true.into();
    let definition = json!({ "StartAt": "A", "States": { "A": first, "B": second } });
    let mut settings =
        json!({ "functions": { "keep": { "code": "f.zip" }, "tell": { "code": "f.zip" } } });
    for (name, value) in keep.as_object().unwrap() {
        settings["functions"]["keep"][name] = value.clone();
    }
    for (name, value) in more.as_object().unwrap() {
        settings[name] = value.clone();
    }
    let settings = Settings::read(&settings).unwrap();
    let releases = BTreeMap::new();
    let request =
        Request { name: "m", definition: &definition, settings: &settings, releases: &releases };
    let stack = plan(request).map_err(|problems| problems[0].to_string())?;
    let noted = |format: Format| format.notes(&stack).concat().contains("BucketNotEmpty");
    assert_eq!((noted(Format::Terraform), noted(Format::Sam)), (stack.large.is_some(), false));
    Ok(template(&stack, true))
}

#[test]
fn a_function_with_large_values_may_use_their_bucket_and_no_other_role_may() {
    let template = keeping(&json!({ "large": true }), &json!({ "large": { "days": 30 } })).unwrap();
    let resources = &template["Resources"];
    let bucket = &resources["MLarge"];
    assert_eq!(bucket["DeletionPolicy"], "RetainExceptOnCreate");
    assert_eq!(bucket["UpdateReplacePolicy"], "Retain");
    let rule = &bucket["Properties"]["LifecycleConfiguration"]["Rules"][0];
    assert_eq!((&rule["ExpirationInDays"], &rule["Prefix"]), (&json!(30), &json!("large/")));
    let variables = |name: &str| &resources[name]["Properties"]["Environment"]["Variables"];
    let address = json!({ "WORKFLOW_LARGE": { "Fn::Sub": "s3://${MLarge}/large" } });
    assert_eq!(variables("KeepFunction"), &address);
    assert_eq!(variables("TellFunction"), &Value::Null);
    let statements = resources["KeepFunctionRole"]
        .pointer("/Properties/Policies/0/PolicyDocument/Statement")
        .unwrap();
    let allow = |actions: Value, resource: &str| json!({ "Effect": "Allow", "Action": actions, "Resource": { "Fn::Sub": resource } });
    let own = "arn:${AWS::Partition}:s3:::${MLarge}";
    let expected = [
        allow(json!(["s3:GetObject", "s3:PutObject"]), &format!("{own}/large/*")),
        allow(json!(["s3:ListBucket"]), own),
    ];
    assert_eq!(statements.as_array().unwrap()[1..], expected);
    for role in ["MRole", "TellFunctionRole"] {
        assert!(!resources[role].to_string().contains("s3:"), "{role}");
    }
    let policy = &resources["MLargePolicy"]["Properties"]["PolicyDocument"]["Statement"][0];
    assert_eq!((&policy["Effect"], &policy["Action"]), (&json!("Deny"), &json!("s3:*")));
    assert_eq!(policy["Condition"]["Bool"]["aws:SecureTransport"], "false");
    assert_eq!(template["Outputs"]["LargeBucket"]["Value"], json!({ "Ref": "MLarge" }));
}

#[test]
fn a_bucket_is_made_where_a_function_uses_it() {
    let own = json!({ "large": true, "environment": { "WORKFLOW_LARGE": "s3://mine/values" } });
    for keep in [json!({}), own.clone()] {
        let template = keeping(&keep, &json!({})).unwrap();
        assert!(template["Resources"].get("MLarge").is_none(), "{keep}");
        let refused = keeping(&keep, &json!({ "large": {} })).unwrap_err();
        assert!(refused.contains("/large: no function of the stack has large values"), "{refused}");
    }
    let template = keeping(&own, &json!({})).unwrap();
    let variables = &template["Resources"]["KeepFunction"]["Properties"]["Environment"];
    assert_eq!(variables["Variables"]["WORKFLOW_LARGE"], "s3://mine/values");
    let template = keeping(&json!({ "large": true }), &json!({})).unwrap();
    let rules = &template["Resources"]["MLarge"]["Properties"]["LifecycleConfiguration"]["Rules"];
    assert_eq!(rules[0]["ExpirationInDays"], 400);
    for days in [0, 36_501] {
        let more = json!({ "large": { "days": days } });
        let refused = keeping(&json!({ "large": true }), &more).unwrap_err();
        assert!(refused.contains("/large/days: large values are kept"), "{refused}");
    }
}
