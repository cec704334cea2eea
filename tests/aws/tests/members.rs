//! The typed arguments of actions, the table by which documents are checked, and AWS's public models.
#![allow(clippy::unwrap_used, reason = "tests")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use workflow::__private::Skips;
use workflow::aws::{athena, batch, dynamodb, ecs, events, glue, http, lambda, s3, sfn, sns, sqs};
use workflow::{Data, Schema, Task};
use workflow_asl::document::{ACTIONS, Action, action};

fn names(text: &str) -> BTreeSet<&str> {
    text.split(' ').filter(|it| !it.is_empty()).collect()
}

/// The members of a task's arguments that must be there, and those that may be.
fn members<T: Task>() -> (BTreeSet<&'static str>, BTreeSet<&'static str>)
where
    T::Input: Data,
{
    let Schema::Struct { fields, .. } = <T::Input as Data>::schema() else { panic!() };
    let of = |absent| {
        fields.iter().filter(|it| (it.skips == Skips::None) == absent).map(|it| it.json).collect()
    };
    (of(false), of(true))
}

/// Members that a constructor asks for where AWS could do without: one of several, or nothing useful without.
const ASKED: &[(&str, &str)] = &[
    ("aws-sdk:dynamodb:query", "ExpressionAttributeValues KeyConditionExpression"),
    ("aws-sdk:s3:putObject", "Body"),
    ("dynamodb:updateItem", "UpdateExpression"),
    ("http:invoke", "InvocationConfig"),
    ("lambda:invoke", "Payload"),
    ("sns:publish", "TopicArn"),
];

fn check<T: Task>()
where
    T::Input: Data,
{
    let resource = T::DEFINITION.way.named().unwrap();
    let (name, required, optional) = action(resource).unwrap_or_else(|| panic!("{resource}"));
    let asked = ASKED.iter().find(|it| it.0 == *name).map_or("", |it| it.1);
    let (needed, may) = members::<T>();
    let expected: BTreeSet<_> = names(required).union(&names(asked)).copied().collect();
    assert_eq!(needed, expected, "{resource}");
    let unknown: Vec<_> = may.difference(&names(optional)).copied().collect();
    assert_eq!(unknown, Vec::<&str>::new(), "{resource}");
}

#[test]
fn typed_arguments_are_members_of_the_action() {
    check::<athena::get_query_results>();
    check::<athena::start_query_execution>();
    check::<athena::start_query_execution_sync>();
    check::<batch::submit_job>();
    check::<batch::submit_job_sync>();
    check::<dynamodb::delete_item>();
    check::<dynamodb::get_item>();
    check::<dynamodb::put_item>();
    check::<dynamodb::query>();
    check::<dynamodb::update_item>();
    check::<ecs::run_task>();
    check::<ecs::run_task_sync>();
    check::<events::put_events>();
    check::<glue::start_job_run>();
    check::<glue::start_job_run_sync>();
    check::<http::invoke>();
    check::<lambda::invoke>();
    check::<s3::get_object>();
    check::<s3::list_objects_v2>();
    check::<s3::put_object>();
    check::<sfn::start_execution>();
    check::<sfn::start_execution_sync>();
    check::<sns::publish>();
    check::<sqs::send_message>();
}

#[test]
fn the_table_is_as_the_models_have_it() {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("tools");
    let python = tools.join(".venv/bin/python");
    if !python.exists() {
        println!("skipped: `pip install -r requirements.txt` into tests/aws/tools/.venv");
        return;
    }
    // No model has it.
    let rows: Vec<&Action> = ACTIONS.iter().filter(|it| it.0 != "http:invoke").collect();
    let ran = Command::new(python)
        .arg(tools.join("members.py"))
        .args(rows.iter().map(|it| it.0))
        .output()
        .unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    let told = String::from_utf8(ran.stdout).unwrap();
    assert_eq!(told.lines().count(), rows.len());
    for (line, (name, required, optional)) in told.lines().zip(rows) {
        let model: Value = serde_json::from_str(line).unwrap();
        let list = |key: &str| {
            let items = model[key].as_array().unwrap();
            items.iter().map(|it| it.as_str().unwrap()).collect::<BTreeSet<_>>()
        };
        assert_eq!(names(required), list("required"), "{name}");
        let all: BTreeSet<_> = names(required).union(&names(optional)).copied().collect();
        assert_eq!(all, list("all"), "{name}");
    }
}
