//! A stack: everything that is deployed with a state machine, as plain data. Formats only write it down.

use crate::document::text;
use crate::iam::{Policies, Statement, policies};
use crate::naming::{identifier, verified};
use crate::problem::escaped;
use crate::settings::{
    self, Alarms, Alias, Event, Kind, LargeValues, Logs, Objects, Queue, Request, Schedule,
};
use crate::text::{Part, Text};
use serde_json::Value;
use std::collections::BTreeMap;
use workflow_triggers::eventbridge;

/// The folder of large values in their bucket.
pub(crate) const LARGE: &str = "large";

/// A state machine with all that it needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Stack {
    /// The name of the state machine.
    pub name: String,
    /// The beginning of the names of its resources.
    pub id: String,
    /// Its description.
    pub comment: Option<String>,
    /// `STANDARD` or `EXPRESS`.
    pub kind: Kind,
    /// The definition, with placeholders.
    pub definition: Value,
    /// The values of the placeholders.
    pub substitutions: BTreeMap<String, Text>,
    /// The values that are given when it is deployed.
    pub parameters: Vec<Parameter>,
    /// The functions that are deployed with it.
    pub functions: Vec<Function>,
    /// The permissions of its role.
    pub statements: Vec<Statement>,
    /// The bucket of large values, if a function uses it.
    pub large: Option<LargeValues>,
    /// The log of executions.
    pub logs: Option<Logs>,
    /// True if X-Ray traces executions and functions.
    pub tracing: bool,
    /// True if machines that `verify` makes of this one may take its role.
    pub verify: bool,
    /// Tags of everything.
    pub tags: BTreeMap<String, String>,
    /// Starts by time.
    pub schedules: Vec<Schedule>,
    /// Starts by events of EventBridge, those of buckets among them.
    pub events: Vec<Event>,
    /// Starts by messages.
    pub queues: Vec<Queue>,
    /// Starts by requests.
    pub requests: Vec<Request>,
    /// The alias that starts go through.
    pub alias: Option<Alias>,
    /// The alarms.
    pub alarms: Vec<Alarm>,
    /// The topic that alarms tell.
    pub topic: Option<Text>,
    /// Notes for the deployment: permissions that could not be narrowed, and other things to know.
    pub notes: Vec<String>,
}

/// A resource of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resource {
    /// Its name.
    pub(crate) id: String,
    /// The thing that it is a part of, in words.
    pub(crate) what: String,
    /// The setting that it is from.
    pub(crate) pointer: String,
}

impl Resource {
    fn new(id: String, what: &str, pointer: String) -> Self {
        Resource { id, what: what.to_owned(), pointer }
    }
}

/// A value that is given when a stack is deployed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// Its value if none is given.
    pub default: Option<String>,
    /// Its meaning.
    pub description: String,
}

/// A function that is deployed.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    /// The name that the definition had.
    pub key: String,
    /// The name of its resource.
    pub id: String,
    /// The settings that it is deployed with.
    pub settings: settings::Function,
    /// The permissions of its role besides its log and traces.
    pub statements: Vec<Statement>,
    /// A digest of its code and settings: another release has another one.
    pub release: String,
}

/// An alarm on the number of executions that failed, or that timed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alarm {
    /// `Failed`, a part of its name.
    pub name: &'static str,
    /// The metric in the namespace `AWS/States`.
    pub metric: &'static str,
    /// The number from which on there is an alarm.
    pub from: u32,
    /// Minutes in which they are counted.
    pub minutes: u32,
}

impl Alarm {
    /// The text that it tells: `2 or more executions of pay failed within 5 minutes`.
    pub(crate) fn description(&self, machine: &str) -> String {
        let ended = if self.metric == "ExecutionsTimedOut" { "timed out" } else { "failed" };
        let many = match self.from {
            1 => "Executions".to_owned(),
            from => format!("{from} or more executions"),
        };
        let within = match self.minutes {
            1 => "a minute".to_owned(),
            minutes => format!("{minutes} minutes"),
        };
        format!("{many} of {machine} {ended} within {within}")
    }
}

impl Stack {
    /// The name of a resource: the machine's, and what it is.
    pub(crate) fn id(&self, what: &str) -> String {
        format!("{}{what}", self.id)
    }

    /// The policies of its role. A role that none hold was refused before.
    pub(crate) fn policies(&self) -> Policies {
        policies(&self.statements).unwrap_or_else(|_| Policies::Within(self.statements.clone()))
    }

    /// The resources of its template.
    pub(crate) fn resources(&self) -> Vec<Resource> {
        let mut all = vec![Resource::new(self.id.clone(), "the state machine", String::new())];
        let mut own = |what: &str| {
            all.push(Resource::new(
                self.id(what),
                "a resource of the state machine",
                String::new(),
            ));
        };
        ["Role", "Version"].into_iter().for_each(&mut own);
        if let Policies::Beside(all) = self.policies() {
            (1..=all.len()).for_each(|number| own(&format!("Policy{number}")));
        }
        let some = [
            (self.logs.is_some(), &["Logs"][..]),
            (self.large.is_some(), &["Large", "LargePolicy"]),
            (self.alias.is_some(), &["Alias"]),
            (!self.schedules.is_empty(), &["SchedulerRole"]),
            (!self.events.is_empty(), &["EventsRole"]),
            (!self.requests.is_empty(), &["Api", "ApiIntegration", "ApiRole", "ApiStage"]),
        ];
        some.iter().filter(|(is, _)| *is).flat_map(|(_, all)| *all).for_each(|it| own(it));
        self.alarms.iter().for_each(|it| own(it.name));
        all.extend(self.triggers());
        for function in &self.functions {
            let pointer = format!("/functions/{}", escaped(&function.key));
            for what in ["", "Role", "Logs", &format!("Version{}", function.release)] {
                let words = format!("the function {:?}", function.key);
                all.push(Resource::new(format!("{}{what}", function.id), &words, pointer.clone()));
            }
        }
        all
    }

    /// Returns its triggers, a line each.
    #[must_use]
    pub fn starts(&self) -> Vec<String> {
        let schedules = self.schedules.iter().map(|it| {
            let zone = it.zone.as_deref().unwrap_or("UTC");
            let rests = if it.disabled { ", disabled" } else { "" };
            format!("{}: {} {zone}{rests}", it.name, it.expression)
        });
        let events = self.events.iter().map(|it| format!("{}: events {}", it.name, it.pattern));
        let queues = self.queues.iter().map(|it| format!("{}: messages of {}", it.name, it.arn));
        let requests =
            self.requests.iter().map(|it| format!("{}: {} {}", it.name, it.method, it.path));
        schedules.chain(events).chain(queues).chain(requests).collect()
    }

    /// The resources of triggers; a queue has a role besides.
    fn triggers(&self) -> Vec<Resource> {
        let schedules = self.schedules.iter().map(|it| ("Schedule", &it.name, ""));
        let events = self.events.iter().map(|it| ("Event", &it.name, ""));
        let queues = self
            .queues
            .iter()
            .flat_map(|it| [("Queue", &it.name, ""), ("Queue", &it.name, "Role")]);
        let requests = self.requests.iter().map(|it| ("Request", &it.name, ""));
        let all = schedules.chain(events).chain(queues).chain(requests);
        all.map(|(kind, name, more)| {
            let id = self.id(&format!("{kind}{}{more}", identifier(name)));
            Resource::new(id, &format!("the trigger {name:?}"), String::new())
        })
        .collect()
    }

    /// The function of a key.
    pub(crate) fn function(&self, key: &str) -> Option<&Function> {
        self.functions.iter().find(|it| it.key == key)
    }

    /// The text of its definition.
    pub(crate) fn text(&self) -> String {
        text(&self.definition)
    }

    /// The name of the file with its definition.
    pub(crate) fn file(&self) -> String {
        format!("{}.asl.json", self.name)
    }

    /// The ARN of the machine, by its name.
    pub(crate) fn arn(&self) -> Text {
        machine_arn(&self.name)
    }

    /// The ARNs for which Step Functions takes its role: the machine, its versions and aliases, and the items of its
    /// distributed Maps.
    pub(crate) fn sources(&self) -> Vec<Text> {
        let own = [self.arn(), self.arn().with("/*"), self.arn().with(":*")];
        let made = self.verify.then(|| machine_arn(&verified(&self.name, "*")));
        own.into_iter().chain(made).collect()
    }

    /// The name of its log group. Groups of that prefix need no resource policy of their own (Developer Guide,
    /// "Logging using CloudWatch Logs").
    pub(crate) fn log_group(&self) -> String {
        format!("/aws/vendedlogs/states/{}", self.name)
    }

    /// Days for which logs are kept.
    pub(crate) fn days(&self) -> u32 {
        self.logs.as_ref().map_or(30, |logs| logs.days)
    }

    /// The alarms that are on.
    pub(crate) fn alarms_of(settings: &Alarms) -> Vec<Alarm> {
        let all = [
            ("Failed", "ExecutionsFailed", settings.failed),
            ("TimedOut", "ExecutionsTimedOut", settings.timed_out),
        ];
        let on = all.into_iter().filter(|(_, _, from)| *from > 0);
        on.map(|(name, metric, from)| Alarm { name, metric, from, minutes: settings.minutes })
            .collect()
    }
}

impl Schedule {
    /// The same in the words of EventBridge; what it has no words for was refused before.
    pub(crate) fn for_eventbridge(&self) -> Self {
        let expression = eventbridge(&self.expression);
        Schedule {
            expression: expression.unwrap_or_else(|_| self.expression.clone()),
            ..self.clone()
        }
    }
}

impl Objects {
    /// The events that EventBridge gets of its objects.
    pub(crate) fn event(&self) -> Event {
        let mut detail = serde_json::json!({ "bucket": { "name": [self.bucket] } });
        if let Some(prefix) = &self.prefix {
            detail["object"] = serde_json::json!({ "key": [{ "prefix": prefix }] });
        }
        let created = ["Object Created".to_owned()];
        let events = if self.events.is_empty() { &created[..] } else { &self.events };
        let pattern = serde_json::json!({
            "source": ["aws.s3"], "detail-type": events, "detail": detail,
        });
        Event { name: self.name.clone(), pattern, bus: None }
    }
}

/// The ARN of a state machine in the account and region of the stack.
pub(crate) fn machine_arn(name: &str) -> Text {
    Text::arn("states", &Text::plain(format!("stateMachine:{name}")))
}

/// The ARN that triggers start.
pub(crate) fn target() -> Text {
    Text::part(Part::Target)
}

/// True for a service that says for which account it takes a role. Lambda and the integrations of API Gateway do not: a
/// role that asks for it is denied to them.
pub(crate) fn tells_account(service: &str) -> bool {
    !["lambda.amazonaws.com", "apigateway.amazonaws.com"].contains(&service)
}

/// Allows a function to read and to write large values. Whoever may not list a bucket is refused what is missing there, and
/// is not told that it is missing (S3 API Reference, `GetObject`).
pub(crate) fn may_keep() -> Vec<Statement> {
    let bucket = Text::arn_in("s3", false, false, &Text::part(Part::Large));
    let objects = bucket.clone().with(&format!("/{LARGE}/*"));
    vec![
        Statement::new(&["s3:GetObject", "s3:PutObject"], vec![objects]),
        Statement::new(&["s3:ListBucket"], vec![bucket]),
    ]
}

/// Allows an action that starts the machine. Neither a version nor an alias is a resource of IAM: where one is started,
/// the ARN of its machine is asked for (Developer Guide, "Authorization for versions and aliases").
pub(crate) fn may_start(action: &str) -> Statement {
    Statement::new(&[action], vec![Text::part(Part::Machine)])
}

#[cfg(test)]
mod tests {
    use super::Alarm;

    #[test]
    fn alarms_say_what_happened() {
        for (metric, from, minutes, expected) in [
            ("ExecutionsFailed", 1, 5, "Executions of pay failed within 5 minutes"),
            ("ExecutionsTimedOut", 3, 1, "3 or more executions of pay timed out within a minute"),
        ] {
            let alarm = Alarm { name: "A", metric, from, minutes };
            assert_eq!(alarm.description("pay"), expected);
        }
    }
}
