//! The role of a state machine: what it may do, derived from its definition, and nothing else.
//!
//! The actions of optimized integrations are those of the Developer Guide, "IAM policies for integrated services"; an
//! action of the SDK is the action of IAM of the same name, but for those in [`sdk`]. Where the definition names a
//! resource, the statement has its ARN; where an execution computes it, `*`, and a note says so.

mod events;
mod integration;
mod jobs;
mod keys;
mod logs;
mod optimized;
mod policies;
mod queue;
mod s3;
mod sdk;
mod statement;
mod storage;
mod tables;
mod tagging;
#[cfg(test)]
mod tests;

pub(crate) use policies::{Policies, policies};
pub(crate) use queue::queue_parameter;
pub use statement::Statement;

use crate::call::{Argument, Call, State, argument, is_distributed, states};
use crate::functions::Called;
use crate::problem::Problem;
use crate::rules::wrong_arn;
use crate::text::{Part, Text};
use serde_json::Value;
use statement::merged;

/// The permissions of a role, and what could not be narrowed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Permissions {
    /// The statements of its policy, in a stable order.
    pub statements: Vec<Statement>,
    /// A line for each permission that is wider than it has to be.
    pub notes: Vec<String>,
    /// The ARNs of the definition that are none, with the states that have them.
    pub(crate) problems: Vec<Problem>,
}

impl Permissions {
    /// Allows actions on resources.
    fn allow(&mut self, actions: &[&str], resources: Vec<Text>) {
        self.statements.push(Statement::new(actions, resources));
    }

    /// Allows actions on everything, for they know no resources.
    fn anywhere(&mut self, actions: &[&str]) {
        self.allow(actions, vec![Text::any()]);
    }

    /// Notes that something is wider than it has to be.
    fn note(&mut self, state: &str, actions: &[&str], why: &str) {
        self.note_of(state, actions, "resource", why);
    }

    /// Notes that something is allowed on every resource of a kind.
    fn note_of(&mut self, state: &str, actions: &[&str], kind: &str, why: &str) {
        self.tell(state, &format!("{} on every {kind}: {why}", actions.join(", ")));
    }

    /// Notes something about a state.
    fn tell(&mut self, state: &str, note: &str) {
        self.notes.push(format!("`{state}`: {note}"));
    }
}

/// The machine whose role it is.
pub(crate) struct Machine {
    /// Its ARN, made of its name: the role is there before the machine. Then those of others that take its role.
    pub(crate) arns: Vec<Text>,
    /// Their names.
    pub(crate) names: Vec<String>,
    /// True if executions are logged.
    pub(crate) logs: bool,
    /// True if they are traced.
    pub(crate) tracing: bool,
}

/// The permissions that a definition needs.
pub(crate) fn derive(definition: &Value, machine: &Machine, called: &Called) -> Permissions {
    let mut permissions = Permissions::default();
    for state in states(definition) {
        let before = permissions.statements.len();
        match state.json["Type"].as_str() {
            Some("Task") => task(&state, called, &mut permissions),
            Some("Map") if is_distributed(state.json) => map(&state, machine, &mut permissions),
            _ => {}
        }
        let resources = permissions.statements[before..].iter().flat_map(|it| &it.resources);
        let wrong = resources.filter(|it| !it.is_any()).filter_map(|it| wrong_arn(it, ""));
        let wrong = wrong.map(|it| Problem::definition(state.pointer.clone(), it));
        permissions.problems.extend(wrong);
    }
    if machine.logs {
        permissions.anywhere(LOGS);
    }
    if machine.tracing {
        permissions.anywhere(TRACES);
    }
    permissions.statements =
        merged(permissions.statements).into_iter().map(|it| it.named(&machine.arns)).collect();
    permissions.notes.sort();
    permissions.notes.dedup();
    permissions
}

/// Actions that write the log of a machine; they know no resources (Developer Guide, "Logging using CloudWatch Logs").
const LOGS: &[&str] = &[
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
];

/// Actions that send traces; they know no resources (Developer Guide, "Tracing with X-Ray").
pub(crate) const TRACES: &[&str] = &[
    "xray:GetSamplingRules",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
];

fn task(state: &State<'_>, called: &Called, permissions: &mut Permissions) {
    if let Some(credentials) = state.json.get("Credentials") {
        return assumed(state, credentials, permissions);
    }
    if let Some(function) = called.at(&state.pointer) {
        return permissions.allow(&["lambda:InvokeFunction"], invoked(function));
    }
    let resource = state.json["Resource"].as_str().unwrap_or_default();
    if let Some(call) = Call::of(resource, state.json) {
        match call.sdk {
            true => sdk::allow(state, &call, permissions),
            false => optimized::allow(state, &call, permissions),
        }
    }
}

/// A Task that takes another role for its call: the machine needs that role, and the role what the call needs
/// (Developer Guide, "Accessing resources in other AWS accounts").
fn assumed(state: &State<'_>, credentials: &Value, permissions: &mut Permissions) {
    const ASSUME: &[&str] = &["sts:AssumeRole"];
    match argument(credentials, "RoleArn") {
        Argument::Known(role) => permissions.allow(ASSUME, vec![role]),
        _ => {
            permissions.note(state.name, ASSUME, "`RoleArn` of its `Credentials` is computed");
            permissions.anywhere(ASSUME);
        }
    }
    let note = "the role of its `Credentials` has to allow what it calls, and to trust the role of this machine";
    permissions.tell(state.name, note);
}

/// The ARNs under which a function is called: its own, and those of its versions and aliases.
fn invoked(function: &Text) -> Vec<Text> {
    if let [Part::Function(_)] = function.0[..] {
        // A machine calls the version of a function that was published with it, and never the function itself.
        return vec![function.clone().with(":*")];
    }
    // A version or an alias is named: that one, and no other.
    let plain = function.render(|part| match part {
        Part::Plain(text) => text.clone(),
        _ => "x".to_owned(),
    });
    let qualified = plain.split_once(":function:").is_some_and(|(_, name)| name.contains(':'));
    let wide = function.is_any() || qualified;
    if wide { vec![function.clone()] } else { vec![function.clone(), function.clone().with(":*")] }
}

/// A distributed Map starts executions of its own machine (Developer Guide, "IAM policies for using Distributed Map").
fn map(state: &State<'_>, machine: &Machine, permissions: &mut Permissions) {
    let label = state.json["Label"].as_str().unwrap_or("*");
    let execution = |rest: &str| {
        let one =
            |name: &String| Text::arn("states", &Text::of(&format!("execution:{name}{rest}")));
        machine.names.iter().map(one).collect::<Vec<_>>()
    };
    permissions.allow(&["states:StartExecution"], machine.arns.clone());
    let watch = ["states:DescribeExecution", "states:StopExecution"];
    let items = execution(&format!("/{label}:*"));
    permissions.allow(&watch, [execution(":*"), items.clone()].concat());
    permissions.allow(&["states:RedriveExecution"], items);
    storage::reader(state, permissions);
    storage::writer(state, permissions);
}

impl Statement {
    /// The machine is named by its name: its own ARN is known only after its role.
    fn named(mut self, machines: &[Text]) -> Self {
        let (own, mut others): (Vec<Text>, Vec<Text>) =
            self.resources.into_iter().partition(|it| it.0.first() == Some(&Part::Machine));
        for resource in own {
            let rest = Text(resource.0[1..].to_vec());
            others.extend(machines.iter().map(|it| it.clone().then(&rest)));
        }
        self.resources = others;
        self.resources.sort();
        self.resources.dedup();
        self
    }
}
