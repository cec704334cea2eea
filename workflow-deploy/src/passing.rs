//! Stacks that are there for a while: what `verify` deploys, runs and deletes.

use crate::cloudformation;
use crate::functions::Called;
use crate::plan::completed;
use crate::settings::Settings;
use crate::stack::{Function, Stack};
use serde_json::{Value, json};

impl Settings {
    /// The settings of a stack that is there for a while, under a name of its own: nothing starts its machine by itself,
    /// nobody is told how executions end, and it has the functions that this definition calls. `large` are those that have
    /// large values, whatever the settings say.
    ///
    /// ```
    /// use serde_json::json;
    /// use workflow_deploy::Settings;
    ///
    /// let daily = json!({ "logs": {}, "schedules": [{ "name": "daily", "expression": "rate(1 day)" }] });
    /// let ends = json!({ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } });
    /// let passing = Settings::read(&daily).unwrap().passing("verify-pay-1", &ends, &[]);
    /// assert_eq!(passing.name.as_deref(), Some("verify-pay-1"));
    /// assert!(passing.logs.is_some() && passing.schedules.is_empty());
    /// ```
    #[must_use]
    pub fn passing(self, name: &str, definition: &Value, large: &[&str]) -> Self {
        let mut settings = Settings {
            name: Some(name.to_owned()),
            schedules: vec![],
            events: vec![],
            objects: vec![],
            queues: vec![],
            requests: vec![],
            without: vec![],
            alias: None,
            alarms: None,
            verify: false,
            ..completed(self, definition)
        };
        let called = Called::of(definition, &settings.functions).deployed;
        settings.functions.retain(|key, _| called.contains(key));
        for name in large {
            settings.functions.get_mut(*name).into_iter().for_each(|it| it.large = true);
        }
        if !settings.functions.values().any(crate::settings::Function::uses_bucket) {
            settings.large = None;
        }
        settings
    }
}

/// The template of a stack that is there for a while. Everything goes with the stack, and its machine has no version,
/// which nothing starts. `code` is the object of the bucket that has the code of a function.
#[must_use]
pub fn passing(stack: &Stack, bucket: &str, code: &dyn Fn(&Function) -> String) -> Value {
    let mut template = cloudformation::template(stack, false);
    let Some(resources) = template["Resources"].as_object_mut() else { return template };
    resources.shift_remove(&stack.id("Version"));
    for resource in resources.values_mut() {
        for policy in ["DeletionPolicy", "UpdateReplacePolicy"] {
            if resource.get(policy).is_some() {
                resource[policy] = "Delete".into();
            }
        }
    }
    for function in &stack.functions {
        let object = json!({ "S3Bucket": bucket, "S3Key": code(function) });
        if let Some(resource) = resources.get_mut(&function.id) {
            resource["Properties"]["Code"] = object;
        }
    }
    template
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::plan::{Request, plan};
    use std::collections::BTreeMap;

    fn settings() -> Settings {
        let function = json!({ "code": "f.zip", "large": true });
        let all = json!({
            "functions": { "charge": function, "other": function },
            "large": { "days": 30 },
            "logs": {},
            "queues": [{ "name": "q", "arn": "${QueueArn}" }],
            "alias": { "name": "live" },
            "alarms": {},
            "verify": true,
        });
        Settings::read(&all).unwrap()
    }

    fn calls(function: &str) -> Value {
        json!({ "StartAt": "A", "States": { "A": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": { "FunctionName": function }, "End": true } } })
    }

    #[test]
    fn everything_goes_with_the_stack() {
        let definition = calls("charge");
        let settings = settings().passing("verify-pay-1", &definition, &[]);
        let releases = BTreeMap::new();
        let request = Request {
            name: "pay",
            definition: &definition,
            settings: &settings,
            releases: &releases,
        };
        let stack = plan(request).unwrap();
        assert_eq!(stack.functions.len(), 1);
        let template = passing(&stack, "code", &|it| format!("a/{}.zip", it.key));
        let resources = template["Resources"].as_object().unwrap();
        let kinds: std::collections::BTreeSet<&str> =
            resources.values().filter_map(|it| it["Type"].as_str()).collect();
        let expected = [
            "AWS::IAM::Role",
            "AWS::Lambda::Function",
            "AWS::Lambda::Version",
            "AWS::Logs::LogGroup",
            "AWS::S3::Bucket",
            "AWS::S3::BucketPolicy",
            "AWS::StepFunctions::StateMachine",
        ];
        assert_eq!(kinds, expected.into());
        let text = template.to_string();
        assert!(!text.contains("Retain") && !text.contains("f.zip"), "{text}");
        let code = json!({ "S3Bucket": "code", "S3Key": "a/charge.zip" });
        assert_eq!(resources["ChargeFunction"]["Properties"]["Code"], code);
    }

    #[test]
    fn functions_that_it_does_not_call_are_left_out() {
        let passing = settings().passing("verify-pay-1", &calls("elsewhere"), &[]);
        assert!(passing.functions.is_empty() && passing.large.is_none());
    }

    #[test]
    fn functions_of_which_it_is_known_have_large_values() {
        let shared =
            json!({ "all_functions": { "code": "f.zip" }, "large": { "bucket": "shop-values" } });
        let shared = Settings::read(&shared).unwrap();
        let passing = |large: &[&str]| shared.clone().passing("p", &calls("charge"), large);
        let known = passing(&["charge", "away"]);
        assert!(known.functions["charge"].large && known.large.is_some());
        assert!(passing(&[]).large.is_none());
    }
}
