//! The actions behind optimized integrations.

use super::integration;
use super::queue::queue_arn;
use super::{Permissions, Statement, tagging};
use crate::call::{Argument, Call, State};
use crate::functions::function_arn;
use crate::services::prefix;
use crate::text::{Part, Text};
use serde_json::{Value, json};

/// The rule by which a service tells Step Functions that a job has ended.
const WATCH: &[&str] = &["events:DescribeRule", "events:PutRule", "events:PutTargets"];

/// Allows what a call needs.
pub(super) fn allow(state: &State<'_>, call: &Call<'_>, permissions: &mut Permissions) {
    let before = permissions.statements.len();
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
        ("athena", action) => allowing.athena(action),
        ("bedrock", "invokeModel") => {
            let model = |it: &Text| match it.is_arn() {
                true => it.clone(),
                false => {
                    Text::arn_in("bedrock", true, false, &Text::plain("foundation-model/").then(it))
                }
            };
            allowing.named(&["bedrock:InvokeModel"], "ModelId", model);
        }
        ("elasticmapreduce", action @ ("addStep" | "createCluster" | "terminateCluster")) => {
            allowing.emr(action);
        }
        _ if integration::allow(&mut allowing) => {}
        _ => integration::unlisted(&mut allowing),
    }
    tagging::allow(&mut allowing, before);
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

    pub(super) fn watch(&mut self, rule: &str) {
        let rule = Text::arn("events", &Text::plain(format!("rule/{rule}")));
        self.permissions.allow(WATCH, vec![rule]);
    }

    fn topic(&mut self) {
        let all = ["TopicArn", "TargetArn"];
        match all.into_iter().find(|it| self.call.argument(it) != Argument::Absent) {
            Some(argument) => self.named(&["sns:Publish"], argument, Text::clone),
            None => self.any(&["sns:Publish"], "a phone number is no resource"),
        }
    }

    fn queue(&mut self) {
        self.named(&["sqs:SendMessage"], "QueueUrl", queue_arn);
    }

    /// The buses of `putEvents`.
    pub(super) fn buses(&mut self) {
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
        self.named(&["states:StartExecution"], "StateMachineArn", unqualified);
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
            Statement::new(&["states:InvokeHTTPEndpoint"], vec![Text::part(Part::Machine)]);
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
        // A role that is taken is not handed on; EMR on EKS asks for none, but has a condition of its own.
        if ["sts", "emr-containers"].contains(&prefix(self.call.service)) {
            return;
        }
        for name in ROLES {
            if let Argument::Known(role) = self.call.argument(name) {
                self.pass(&role);
                if *name == "NodeRole" {
                    let read = ["iam:GetRole", "iam:ListAttachedRolePolicies"];
                    self.permissions.allow(&read, vec![role_arn(&role)]);
                }
            }
        }
        for (holder, name) in INNER {
            for inner in inner(self.call.arguments, holder) {
                if let Argument::Known(role) = crate::call::argument(inner, name) {
                    self.pass(&role);
                }
            }
        }
    }

    fn pass(&mut self, role: &Text) {
        let mut statement = Statement::new(&["iam:PassRole"], vec![role_arn(role)]);
        let to = RECEIVERS.iter().find(|(service, _)| *service == self.call.service);
        statement.condition = to
            .filter(|_| !self.call.sdk)
            .map(|(_, to)| json!({ "StringEquals": { "iam:PassedToService": to } }));
        self.permissions.statements.push(statement);
    }
}

/// The arguments that name roles which a call hands on. (`JobFlowRole` is a profile of instances, whose role has its
/// name.)
const ROLES: &[&str] = &[
    "AutoScalingRole",
    "ExecutionRoleArn",
    "JobFlowRole",
    "NodeRole",
    "PodExecutionRoleArn",
    "Role",
    "RoleArn",
    "ServiceRole",
    "ServiceRoleOverride",
    "TaskRoleArn",
];

/// The same within arguments: the members that hold them, of which any may be a list.
#[rustfmt::skip]
const INNER: &[(&str, &str)] = &[
    ("Overrides", "ExecutionRoleArn"),
    ("Overrides", "TaskRoleArn"),
    ("Target", "RoleArn"),
    ("Targets", "RoleArn"),
    ("TrainingJobDefinition", "RoleArn"),
    ("TrainingJobDefinitions", "RoleArn"),
    ("VolumeConfigurations/ManagedEBSVolume", "RoleArn"),
];

/// The values at a path of members, those of lists one by one.
fn inner<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    path.split('/').fold(vec![value], |all, name| {
        let members = all.iter().filter_map(|it| it.as_object()).flatten();
        let named = members.filter(|(key, _)| key.eq_ignore_ascii_case(name));
        named
            .flat_map(|(_, it)| it.as_array().map_or_else(|| vec![it], |all| all.iter().collect()))
            .collect()
    })
}

/// The services to which AWS's own policies restrict a role that is handed on.
const RECEIVERS: &[(&str, &str)] = &[
    ("bedrock", "bedrock.amazonaws.com"),
    ("eks", "eks.amazonaws.com"),
    ("emr-serverless", "emr-serverless.amazonaws.com"),
    ("sagemaker", "sagemaker.amazonaws.com"),
];

/// The ARN of a role that is named, or has an ARN already.
fn role_arn(role: &Text) -> Text {
    match role.is_arn() {
        true => role.clone(),
        false => Text::arn_in("iam", false, true, &Text::plain("role/").then(role)),
    }
}

/// The machine of a version or an alias: neither is a resource of IAM, which asks for the ARN of the machine
/// (Developer Guide, "Authorization for versions and aliases").
pub(super) fn unqualified(machine: &Text) -> Text {
    // `arn:P:states:R:A:stateMachine:NAME` has six colons; a part that is filled in with an ARN has them all.
    let (mut colons, mut parts) = (0, vec![]);
    for part in &machine.0 {
        match part {
            Part::Plain(text) => {
                let end = text.match_indices(':').nth(6 - colons).map(|(at, _)| at);
                parts.push(Part::Plain(text[..end.unwrap_or(text.len())].to_owned()));
                if end.is_some() {
                    break;
                }
                colons += text.matches(':').count();
            }
            _ if parts.is_empty() => {
                colons = 6;
                parts.push(part.clone());
            }
            _ => parts.push(part.clone()),
        }
    }
    parts.retain(|part| *part != Part::Plain(String::new()));
    Text(parts)
}

/// The executions of a state machine.
fn executions_of(machine: &Text) -> Text {
    let mut parts = unqualified(machine);
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
    fn versions_and_aliases_are_those_of_machines() {
        for (machine, expected) in [
            (
                "arn:aws:states:eu-west-1:1:stateMachine:pack",
                "arn:aws:states:eu-west-1:1:stateMachine:pack",
            ),
            (
                "arn:aws:states:eu-west-1:1:stateMachine:pack:7",
                "arn:aws:states:eu-west-1:1:stateMachine:pack",
            ),
            (
                "arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:stateMachine:${Name}:live",
                "arn:P:states:R:A:stateMachine:<Name>",
            ),
            ("${PackArn}", "<PackArn>"),
            ("${PackArn}:live", "<PackArn>"),
        ] {
            assert_eq!(unqualified(&Text::of(machine)).shown(), expected);
        }
    }

    #[test]
    fn executions_belong_to_machines() {
        for (machine, expected) in [
            (
                "arn:aws:states:eu-west-1:123456789012:stateMachine:pack",
                "arn:aws:states:eu-west-1:123456789012:execution:pack:*",
            ),
            (
                "arn:aws:states:eu-west-1:123456789012:stateMachine:pack:live",
                "arn:aws:states:eu-west-1:123456789012:execution:pack:*",
            ),
            ("${PackArn}", "arn:P:states:R:A:execution:*"),
        ] {
            assert_eq!(executions_of(&Text::of(machine)).shown(), expected);
        }
    }
}
