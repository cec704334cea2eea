//! The actions behind optimized integrations.

use super::Permissions;
use super::queue::queue_arn;
use crate::call::{Argument, Call, State};
use crate::functions::function_arn;
use crate::text::{Part, Text};
use serde_json::{Value, json};

/// The rule by which a service tells Step Functions that a job has ended.
const WATCH: &[&str] = &["events:DescribeRule", "events:PutRule", "events:PutTargets"];

/// Allows what a call needs.
pub(super) fn allow(state: &State<'_>, call: &Call<'_>, permissions: &mut Permissions) {
    let mut allowing = Allowing { state, call, permissions };
    match (call.service, call.action) {
        ("lambda", _) => allowing.named(&["lambda:InvokeFunction"], "FunctionName", function_arn),
        ("sns", _) => allowing.topic(),
        ("sqs", _) => allowing.queue(),
        ("dynamodb", action) => {
            let action = format!("dynamodb:{}", pascal(action));
            allowing.named(&[&action], "TableName", |it| within("dynamodb", "table/", it));
        }
        ("events", _) => allowing.buses(),
        ("states", _) => allowing.execution(),
        ("http", _) => allowing.endpoint(),
        ("apigateway", _) => allowing.api(),
        ("batch", _) => allowing.batch(),
        ("ecs", _) => allowing.containers(),
        ("glue", _) => {
            let waits: &[&str] = &["glue:BatchStopJobRun", "glue:GetJobRun", "glue:GetJobRuns"];
            let job = |it: &Text| within("glue", "job/", it);
            allowing.named(&["glue:StartJobRun"], "JobName", job);
            allowing.waiting(waits, "JobName", job, None);
        }
        ("athena", action) => allowing.athena(action),
        ("codebuild", _) => {
            let project = |it: &Text| within("codebuild", "project/", it);
            allowing.named(&["codebuild:StartBuild"], "ProjectName", project);
            let waits: &[&str] = &["codebuild:BatchGetBuilds", "codebuild:StopBuild"];
            allowing.waiting(
                waits,
                "ProjectName",
                project,
                Some("StepFunctionsGetEventForCodeBuildStartBuildRule"),
            );
        }
        ("databrew", _) => {
            let job = |it: &Text| within("databrew", "job/", it);
            allowing.named(&["databrew:StartJobRun"], "Name", job);
            allowing.waiting(&["databrew:ListJobRuns", "databrew:StopJobRun"], "Name", job, None);
        }
        ("bedrock", "invokeModel") => {
            let model = |it: &Text| match it.is_arn() {
                true => it.clone(),
                false => {
                    Text::arn_in("bedrock", true, false, &Text::plain("foundation-model/").then(it))
                }
            };
            allowing.named(&["bedrock:InvokeModel"], "ModelId", model);
        }
        ("elasticmapreduce", action) => allowing.emr(action),
        ("mediaconvert", _) => {
            allowing.any(&["mediaconvert:CreateJob"], "no resource of a new job is known");
            if call.waits() {
                allowing.any(
                    &["mediaconvert:CancelJob", "mediaconvert:GetJob"],
                    "no resource of a new job is known",
                );
                allowing.watch("StepFunctionsGetEventsForMediaConvertJobRule");
            }
        }
        (service, action) => {
            let action = format!("{service}:{}", pascal(action));
            allowing.any(&[&action], "no resource of this service is known");
        }
    }
    allowing.pass_roles();
}

/// The name of an action as IAM has it.
pub(super) fn pascal(action: &str) -> String {
    let mut letters = action.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The ARN of something that is named, or has an ARN already.
pub(super) fn within(service: &str, prefix: &str, name: &Text) -> Text {
    if name.is_arn() { name.clone() } else { Text::arn(service, &Text::plain(prefix).then(name)) }
}

/// A call whose permissions are being added.
pub(super) struct Allowing<'a> {
    pub(super) state: &'a State<'a>,
    pub(super) call: &'a Call<'a>,
    pub(super) permissions: &'a mut Permissions,
}

impl Allowing<'_> {
    /// Allows actions on what an argument names.
    pub(super) fn named(&mut self, actions: &[&str], argument: &str, arn: impl Fn(&Text) -> Text) {
        match self.call.argument(argument) {
            Argument::Known(text) => self.permissions.allow(actions, vec![arn(&text)]),
            _ => self.any(actions, &format!("`{argument}` is computed")),
        }
    }

    /// Allows actions on everything, for a reason.
    pub(super) fn any(&mut self, actions: &[&str], why: &str) {
        self.permissions.note(self.state.name, actions, why);
        self.permissions.anywhere(actions);
    }

    /// Allows what waiting for the end needs.
    fn waiting(
        &mut self,
        actions: &[&str],
        argument: &str,
        arn: impl Fn(&Text) -> Text,
        rule: Option<&str>,
    ) {
        if self.call.waits() {
            self.named(actions, argument, arn);
            rule.into_iter().for_each(|rule| self.watch(rule));
        }
    }

    pub(super) fn watch(&mut self, rule: &str) {
        let rule = Text::arn("events", &Text::plain(format!("rule/{rule}")));
        self.permissions.allow(WATCH, vec![rule]);
    }

    fn topic(&mut self) {
        match self.call.argument("TopicArn") {
            Argument::Absent => self.any(&["sns:Publish"], "a phone number is no resource"),
            _ => self.named(&["sns:Publish"], "TopicArn", Text::clone),
        }
    }

    fn queue(&mut self) {
        self.named(&["sqs:SendMessage"], "QueueUrl", queue_arn);
    }

    /// The buses of `putEvents`.
    fn buses(&mut self) {
        let entries = self.call.arguments.get("Entries").and_then(Value::as_array);
        let Some(entries) = entries else {
            return self.any(&["events:PutEvents"], "`Entries` are computed");
        };
        for entry in entries {
            match crate::call::argument(entry, "EventBusName") {
                Argument::Computed => self.any(&["events:PutEvents"], "`EventBusName` is computed"),
                Argument::Absent => self.bus(&Text::plain("default")),
                Argument::Known(name) => self.bus(&name),
            }
        }
    }

    fn bus(&mut self, name: &Text) {
        self.permissions.allow(&["events:PutEvents"], vec![within("events", "event-bus/", name)]);
    }

    /// A nested execution; waiting for it stops it as well.
    fn execution(&mut self) {
        self.named(&["states:StartExecution"], "StateMachineArn", Text::clone);
        if self.call.waits() {
            let actions: &[&str] = &["states:DescribeExecution", "states:StopExecution"];
            self.named(actions, "StateMachineArn", executions_of);
            self.watch("StepFunctionsGetEventsForStepFunctionsExecutionRule");
        }
    }

    /// An HTTP endpoint, with its method and address as conditions.
    fn endpoint(&mut self) {
        let mut equals = json!({});
        let own = |argument| match argument {
            Argument::Known(text) => text.as_plain().map(str::to_owned),
            _ => None,
        };
        for (argument, key) in
            [("Method", "states:HTTPMethod"), ("ApiEndpoint", "states:HTTPEndpoint")]
        {
            match own(self.call.argument(argument)) {
                Some(value) => equals[key] = value.into(),
                None => self.permissions.notes.push(format!("`{}`: states:InvokeHTTPEndpoint whatever the {argument}: it is known only later", self.state.name)),
            }
        }
        let mut statement =
            super::Statement::new(&["states:InvokeHTTPEndpoint"], vec![Text::part(Part::Machine)]);
        statement.condition = equals
            .as_object()
            .is_some_and(|it| !it.is_empty())
            .then(|| json!({ "StringEquals": equals }));
        self.permissions.statements.push(statement);
        let authentication = self.call.arguments.get("Authentication").unwrap_or(&Value::Null);
        let connection = match crate::call::argument(authentication, "ConnectionArn") {
            Argument::Known(arn) => arn,
            _ => Text::arn("events", &Text::plain("connection/*")),
        };
        self.permissions.allow(&["events:RetrieveConnectionCredentials"], vec![connection]);
        let secret = Text::arn("secretsmanager", &Text::plain("secret:events!connection/*"));
        let actions = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"];
        self.permissions.allow(&actions, vec![secret]);
    }

    /// A method of an API: `execute-api:Invoke` on ID/STAGE/METHOD/PATH.
    fn api(&mut self) {
        let part = |argument: &str, otherwise: &str| match self.call.argument(argument) {
            Argument::Known(text) => text,
            Argument::Absent => Text::plain(otherwise),
            Argument::Computed => Text::any(),
        };
        let endpoint = part("ApiEndpoint", "*");
        let id = match endpoint.0.first() {
            Some(Part::Plain(text)) => Text::plain(text.split('.').next().unwrap_or("*")),
            Some(Part::Parameter(name)) if endpoint.0.len() > 1 => {
                Text::part(Part::Parameter(name.clone()))
            }
            _ => Text::any(),
        };
        if id.is_any() {
            self.permissions.notes.push(format!("`{}`: execute-api:Invoke on every API: the id of its API is known only later; name it in `ApiEndpoint` as ${{ApiId}}.execute-api.…", self.state.name));
        }
        let path = part("Path", "/").render(|it| match it {
            Part::Plain(text) => text.clone(),
            _ => "*".to_owned(),
        });
        let resource = id.with("/").then(&part("Stage", "*")).with("/").then(&part("Method", "*"));
        let resource = resource.with("/").with(path.trim_start_matches('/'));
        self.permissions.allow(&["execute-api:Invoke"], vec![Text::arn("execute-api", &resource)]);
    }

    /// The roles that a call hands on.
    pub(super) fn pass_roles(&mut self) {
        for name in ["Role", "RoleArn", "ServiceRole", "ExecutionRoleArn", "TaskRoleArn"] {
            if let Argument::Known(role) = self.call.argument(name) {
                let role = match role.is_arn() {
                    true => role,
                    false => Text::arn_in("iam", false, true, &Text::plain("role/").then(&role)),
                };
                self.permissions.allow(&["iam:PassRole"], vec![role]);
            }
        }
    }
}

/// The executions of a state machine.
fn executions_of(machine: &Text) -> Text {
    let mut parts = machine.clone();
    let replaced = parts.0.iter_mut().any(|part| match part {
        Part::Plain(text) if text.contains(":stateMachine:") || text.contains("stateMachine:") => {
            *text = text.replacen("stateMachine:", "execution:", 1);
            true
        }
        _ => false,
    });
    match replaced {
        true => parts.with(":*"),
        // The name within a parameter's ARN cannot be taken out of it.
        false => Text::arn("states", &Text::plain("execution:*")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn executions_belong_to_machines() {
        for (machine, expected) in [
            (
                "arn:aws:states:eu-west-1:123456789012:stateMachine:pack",
                "arn:aws:states:eu-west-1:123456789012:execution:pack:*",
            ),
            ("${PackArn}", "arn:P:states:R:A:execution:*"),
        ] {
            assert_eq!(executions_of(&Text::of(machine)).shown(), expected);
        }
    }
}
