//! Calls of services in documents, with mocks, and in the roles of state machines.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::{Value, json};
use std::collections::BTreeMap;
use workflow::Workflow;
use workflow::aws::{dynamodb, sns, sqs};
use workflow::testing::Test;
use workflow_aws_tests as flows;
use workflow_deploy::{Request, Settings, plan};

fn document<W: Workflow>() -> Value {
    serde_json::from_str(&W::definition().unwrap().to_json_pretty()).unwrap()
}

/// The arguments of the states that call a resource.
fn arguments<W: Workflow>(resource: &str) -> Vec<Value> {
    let resource = format!("arn:aws:states:::{resource}");
    let document = document::<W>();
    let states = document["States"].as_object().unwrap().values();
    states.filter(|it| it["Resource"] == resource).map(|it| it["Arguments"].clone()).collect()
}

#[test]
fn arguments_have_the_casing_of_the_service_and_none_is_left_out() {
    let input = "$states.context.Execution.Input";
    let expected = json!({
        "QueueUrl": format!("{{% {input}.queue %}}"),
        "MessageBody": format!("{{% {input}.order %}}"),
        "DelaySeconds": 0,
    });
    assert_eq!(arguments::<flows::enqueue>("sqs:sendMessage"), [expected]);
    let [put] = &arguments::<flows::keep>("dynamodb:putItem")[..] else { panic!() };
    assert_eq!(put["TableName"], format!("{{% {input}.table %}}"));
    assert_eq!(put["ConditionExpression"], "attribute_not_exists(id)");
    let keys: Vec<_> = put.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["TableName", "Item", "ConditionExpression"]);
    assert_eq!(put["Item"]["id"]["S"], format!("{{% {input}.id %}}"));
    let [read, _] = &arguments::<flows::file>("aws-sdk:s3:getObject")[..] else { panic!() };
    let expected = json!({ "Bucket": format!("{{% {input}.bucket %}}"), "Key": format!("{{% {input}.key %}}") });
    assert_eq!(*read, expected);
}

/// An option that is known only at run time is absent, or is there.
#[test]
fn an_option_is_decided_where_it_runs() {
    let [publish] = &arguments::<flows::tell>("sns:publish")[..] else { panic!() };
    let text = publish.as_str().unwrap();
    assert!(text.starts_with("{% $merge([") && text.contains("{\"Subject\":"), "{text}");
}

#[test]
fn the_token_stands_where_the_task_says() {
    let [ask] = &arguments::<flows::approve>("sqs:sendMessage.waitForTaskToken")[..] else {
        panic!()
    };
    let body = json!({
        "order": "{% $states.context.Execution.Input.order %}",
        "Token": "{% $states.context.Task.Token %}",
    });
    assert_eq!(ask["MessageBody"], body);
}

#[test]
fn mocks_answer_machine_and_document_alike() {
    let sent =
        sqs::Sent { message_id: "1".into(), md5_of_message_body: None, sequence_number: None };
    let input = || ("q".to_owned(), "o".to_owned());
    let test = Test::of::<flows::enqueue>().mock::<sqs::send_message>(|call| {
        call.with(|message| message.queue_url == "q").returns(sent.clone())
    });
    test.run(input()).assert_output(&"1".to_owned());
    test.assert_same([input()]);
    let fails = Test::of::<flows::enqueue>()
        .mock::<sqs::send_message>(|call| call.fails(sqs::Error::QueueDoesNotExist));
    fails.run(input()).assert_fails("NoQueue");
    fails.assert_same([input()]);
    let published = sns::Published { message_id: "7".into(), sequence_number: None };
    let subjects = [None, Some("new".to_owned())];
    Test::of::<flows::tell>()
        .mock::<sns::publish>(|call| call.returns(published.clone()))
        .assert_same(subjects.map(|subject| ("t".to_owned(), "x".to_owned(), subject)));
    Test::of::<flows::approve>()
        .mock::<flows::ask>(|call| {
            call.with(|asked| asked.1 == flows::Question { order: "o".into() }).returns(true)
        })
        .assert_same([input()]);
}

#[test]
fn items_of_tables_agree() {
    let item = BTreeMap::from([("amount".to_owned(), dynamodb::Attribute::N("12".into()))]);
    let got = |item| dynamodb::Got { item };
    let changed = dynamodb::Changed { attributes: None };
    let found = dynamodb::Found { count: 1, items: vec![item.clone()], last_evaluated_key: None };
    let test = Test::of::<flows::keep>()
        .mock::<dynamodb::put_item>(|call| call.returns(changed.clone()))
        .mock::<dynamodb::update_item>(|call| call.returns(changed.clone()))
        .mock::<dynamodb::get_item>(|call| {
            call.returns(got(Some(item.clone()))).then().returns(got(None))
        })
        .mock::<dynamodb::query>(|call| call.returns(found.clone()))
        .mock::<dynamodb::delete_item>(|call| call.returns(changed.clone()));
    let input = || ("t".to_owned(), "o".to_owned(), 7);
    test.run(input()).assert_output(&("12".to_owned(), 1, true));
    test.assert_same([input()]);
}

#[test]
fn the_role_may_do_what_is_called_and_nothing_else() {
    let role = |document: &Value| {
        let settings = Settings::read(&json!({})).unwrap();
        let request = Request {
            name: "x",
            definition: document,
            settings: &settings,
            releases: &Default::default(),
        };
        let statements = plan(request).unwrap().statements;
        statements.into_iter().flat_map(|it| it.actions).collect::<Vec<_>>()
    };
    assert_eq!(role(&document::<flows::enqueue>()), ["sqs:SendMessage"]);
    let table = ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"];
    let table = [&table[..], &["dynamodb:Query", "dynamodb:UpdateItem"]].concat();
    assert_eq!(role(&document::<flows::keep>()), table);
    assert_eq!(role(&document::<flows::approve>()), ["sqs:SendMessage"]);
}
