//! Notes on a stack: what has to be known of it, besides what its permissions tell.

use crate::naming::verified;
use crate::quotas;
use crate::settings::{LargeValues, Settings};
use crate::stack::{Stack, machine_arn};
use crate::text::Text;

/// The least memory of a function in MB that goes without a note of large values: three of the largest fit.
const MEMORY: u32 = 512;

/// Adds what has to be known.
pub(crate) fn add(stack: &mut Stack, settings: &Settings) {
    stack.notes.extend(quotas::notes(&stack.definition, &settings.quotas));
    for objects in &settings.objects {
        stack.notes.push(format!(
            "bucket {}: switch on its events for EventBridge, or nothing starts",
            objects.bucket
        ));
    }
    for queue in &settings.queues {
        stack.notes.push(format!(
            "queue {}: the input is a list of messages with `body` and `messageId`, also where there is one; a message is gone once it has started an execution",
            queue.name
        ));
    }
    if let Some(large) = stack.large.clone() {
        of_large_values(stack, &large);
    }
    if let Some(bucket) = settings.large.as_ref().and_then(|it| it.bucket.as_ref()) {
        stack.notes.push(format!(
            "bucket {bucket}: large values lie there, for as long as its own lifecycle says: private, and longer than executions take"
        ));
    }
    of_memory(stack);
    if !settings.requests.is_empty() {
        stack.notes.push("requests are signed by IAM: callers need execute-api:Invoke".to_owned());
    }
}

/// Adds what has to be known of the bucket of large values, and of the functions that use it.
fn of_large_values(stack: &mut Stack, large: &LargeValues) {
    stack.notes.push(format!(
        "large values are gone {} days after they were written: an execution that still reads one fails with Large.Missing",
        large.days
    ));
    if starts_others(stack) {
        let note = "a workflow that this one starts has a bucket of its own and does not find these values: give both stacks the same `large: { bucket: NAME }`";
        stack.notes.push(note.to_owned());
    }
}

/// Adds which functions with large values have little memory.
fn of_memory(stack: &mut Stack) {
    let users = stack.functions.iter().map(|it| (&it.key, &it.settings));
    let small = users.filter(|(_, it)| it.large && it.memory < MEMORY);
    let notes: Vec<String> = small
        .map(|(key, it)| {
            format!(
                "function {key}: a large value takes about three times its size, and it has {} MB: give it more `memory`",
                it.memory
            )
        })
        .collect();
    stack.notes.extend(notes);
}

/// True if the state machine starts others. A distributed Map starts its own.
fn starts_others(stack: &Stack) -> bool {
    let own = [machine_arn(&stack.name), machine_arn(&verified(&stack.name, "*"))];
    let others = |resources: &[Text]| resources.iter().any(|it| !own.contains(it));
    let starts = ["states:StartExecution", "states:StartSyncExecution"];
    stack.statements.iter().any(|it| {
        others(&it.resources) && it.actions.iter().any(|action| starts.contains(&action.as_str()))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use crate::plan::{Request, plan};
    use crate::settings::Settings;
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    /// The notes of a machine that calls the function `keep`, and then does this.
    fn notes(then: Value, keep: Value) -> Vec<String> {
        let definition = json!({ "StartAt": "Keep", "States": {
            "Keep": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Then",
                "Parameters": { "FunctionName": "keep" } },
            "Then": then,
        } });
        let settings = Settings::read(&json!({ "functions": { "keep": keep } })).unwrap();
        let releases = BTreeMap::new();
        let request = Request {
            name: "m",
            definition: &definition,
            settings: &settings,
            releases: &releases,
        };
        plan(request).unwrap().notes
    }

    fn large(memory: u32) -> Value {
        json!({ "code": "f.zip", "large": true, "memory": memory })
    }

    fn starting(resource: &str) -> Value {
        json!({ "Type": "Task", "Resource": resource, "End": true,
            "Parameters": { "StateMachineArn": "arn:aws:states:eu-west-1:123456789012:stateMachine:other" } })
    }

    /// A Map whose items are executions of the machine's own.
    fn distributed() -> Value {
        let items = json!({ "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "Item", "States": { "Item": { "Type": "Succeed" } } });
        json!({ "Type": "Map", "ItemProcessor": items, "End": true })
    }

    #[test]
    fn a_workflow_that_starts_another_does_not_share_its_bucket() {
        let ends = json!({ "Type": "Succeed" });
        let own = json!({ "code": "f.zip", "large": true, "environment": { "WORKFLOW_LARGE": "s3://b/l" } });
        for (then, keep, told) in [
            (starting("arn:aws:states:::states:startExecution"), large(512), true),
            (starting("arn:aws:states:::states:startExecution.sync:2"), large(512), true),
            (starting("arn:aws:states:::aws-sdk:sfn:startSyncExecution"), large(512), true),
            (starting("arn:aws:states:::states:startExecution"), own, false),
            (starting("arn:aws:states:::states:startExecution"), json!({ "code": "f.zip" }), false),
            (distributed(), large(512), false),
            (ends, large(512), false),
        ] {
            let notes = notes(then.clone(), keep);
            let found = notes.iter().any(|it| it.contains("has a bucket of its own"));
            assert_eq!(found, told, "{then}: {notes:#?}");
        }
    }

    #[test]
    fn a_bucket_that_is_shared_is_used_and_not_made() {
        let keeps = json!({ "StartAt": "Keep", "States": { "Keep": { "Type": "Task", "End": true,
            "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "keep" } } } });
        let planned = |settings: Value| {
            let settings = Settings::read(&settings).unwrap();
            let releases = BTreeMap::new();
            plan(Request {
                name: "m",
                definition: &keeps,
                settings: &settings,
                releases: &releases,
            })
        };
        let functions = json!({ "keep": large(512) });
        let shared =
            planned(json!({ "functions": functions, "large": { "bucket": "shop-values" } }));
        let shared = shared.unwrap();
        assert!(shared.large.is_none());
        let keep = &shared.functions[0];
        assert_eq!(keep.settings.environment["WORKFLOW_LARGE"], "s3://shop-values/large");
        let own = planned(json!({ "functions": functions })).unwrap();
        let actions = |stack: &crate::Stack| -> Vec<String> {
            stack.functions[0].statements.iter().flat_map(|it| it.actions.clone()).collect()
        };
        assert_eq!(actions(&shared), actions(&own));
        let arns: Vec<String> = keep
            .statements
            .iter()
            .flat_map(|it| &it.resources)
            .map(|it| format!("{it:?}"))
            .collect();
        assert!(arns.iter().all(|it| it.contains(":s3:::shop-values")), "{arns:?}");
        assert!(
            shared.notes.iter().any(|it| it.starts_with("bucket shop-values: ")),
            "{:?}",
            shared.notes
        );
        for (settings, expected) in [
            (
                json!({ "functions": functions, "large": { "bucket": "Shop" } }),
                "settings /large/bucket: the name of a bucket",
            ),
            (
                json!({ "functions": { "keep": { "code": "f.zip" } }, "large": { "bucket": "shop-values" } }),
                "settings /large: no function of the stack has large values",
            ),
        ] {
            let problems = planned(settings).unwrap_err();
            assert!(problems[0].to_string().starts_with(expected), "{problems:?}");
        }
    }

    #[test]
    fn a_function_with_little_memory_is_told_that_large_values_take_more() {
        let ends = || json!({ "Type": "Succeed" });
        for (keep, told) in [
            (large(128), true),
            (large(511), true),
            (large(512), false),
            (json!({ "code": "f.zip" }), false),
        ] {
            let notes = notes(ends(), keep.clone());
            let found = notes.iter().any(|it| it.starts_with("function keep: a large value takes"));
            assert_eq!(found, told, "{keep}: {notes:#?}");
        }
    }
}
