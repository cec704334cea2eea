//! Resources: which there are, and what EXPRESS machines do not have.

use super::diagnostic::Diagnostic;
use super::fields::Problems;
use super::map::{MachineType, Mode};
use super::states::{Map, Scope, State, StateKind, Task};

/// The optimized integrations with their actions and patterns (Developer Guide, "Integrating optimized services").
#[rustfmt::skip]
const INTEGRATIONS: &[(&str, &[&str], &[&str])] = &[
    ("apigateway", &["invoke"], &[WAIT]),
    ("athena", &["startQueryExecution", "stopQueryExecution", "getQueryExecution", "getQueryResults"], &[SYNC]),
    ("batch", &["submitJob"], &[SYNC]),
    ("bedrock", &["invokeModel", "createModelCustomizationJob"], &[SYNC, WAIT]),
    ("databrew", &["startJobRun"], &[SYNC]),
    ("dynamodb", &["getItem", "putItem", "updateItem", "deleteItem"], &[]),
    ("ecs", &["runTask"], &[SYNC, WAIT]),
    ("events", &["putEvents"], &[WAIT]),
    ("glue", &["startJobRun"], &[SYNC]),
    ("http", &["invoke"], &[]),
    ("lambda", &["invoke"], &[WAIT]),
    ("mediaconvert", &["createJob"], &[SYNC]),
    ("sns", &["publish"], &[WAIT]),
    ("sqs", &["sendMessage"], &[WAIT]),
    ("states", &["startExecution"], &[SYNC, SYNC_2, WAIT]),
];
/// Services that are integrated, too; their actions are many, and not listed here. (`s3`: measured, of a Task.)
const OTHERS: &[&str] = &[
    "codebuild",
    "eks",
    "elasticmapreduce",
    "emr-containers",
    "emr-serverless",
    "s3",
    "sagemaker",
    "ssm",
];
const SYNC: &str = "sync";
const SYNC_2: &str = "sync:2";
const WAIT: &str = "waitForTaskToken";

pub(super) fn check(scope: &Scope, machine: MachineType, problems: &mut Problems) {
    for state in &scope.states {
        let mut inner = machine;
        match &state.kind {
            StateKind::Task(task) => self::task(state, task, machine, problems),
            StateKind::Map(map) => inner = self::map(state, map, machine, problems),
            _ => {}
        }
        state.kind.scopes().iter().for_each(|scope| check(scope, inner, problems));
    }
}

fn task(state: &State, task: &Task, machine: MachineType, problems: &mut Problems) {
    let resource = Resource::of(&task.resource);
    let pointer = format!("{}/Resource", state.pointer);
    let refused = match machine {
        MachineType::Express => resource.express(),
        MachineType::Standard => None,
    };
    if let Some(message) = refused.or_else(|| resource.unknown(&task.resource)) {
        problems.push(Diagnostic::refusal(pointer, message));
    }
    if task.credentials.is_some() && matches!(resource, Resource::Activity) {
        let message = "The field 'Credentials' is not supported for activities";
        problems.push(Diagnostic::refusal(format!("{}/Credentials", state.pointer), message));
    }
}

/// The type of the executions that a Map starts, or of the one it runs in.
fn map(state: &State, map: &Map, machine: MachineType, problems: &mut Problems) -> MachineType {
    let Mode::Distributed(children) = map.mode else { return machine };
    if machine == MachineType::Express {
        let pointer = format!("{}/ProcessorConfig/Mode", map.processor.pointer);
        let message = "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines";
        problems.push(Diagnostic::refusal(pointer, message));
    }
    if let Some(reader) = &map.reader {
        let known = ["s3:getObject", "s3:listObjectsV2"];
        storage(state, "ItemReader", &reader.resource, &known, problems);
    }
    if let Some(resource) = map.writer.as_ref().and_then(|writer| writer.resource.as_ref()) {
        storage(state, "ResultWriter", resource, &["s3:putObject"], problems);
    }
    children
}

fn storage(state: &State, field: &str, arn: &str, known: &[&str], problems: &mut Problems) {
    let integration = match Resource::of(arn) {
        Resource::Integration { service, action, pattern: None } => format!("{service}:{action}"),
        Resource::Template => return,
        _ => arn.to_owned(),
    };
    if !known.contains(&integration.as_str()) {
        let pointer = format!("{}/{field}/Resource", state.pointer);
        let message = "The field 'Resource' does not match any of the allowed values";
        problems.push(Diagnostic::refusal(pointer, message).help(known.join(" or ")));
    }
}

/// The resource that an ARN names.
pub(super) enum Resource<'a> {
    /// Something that a deployment fills in.
    Template,
    /// An activity.
    Activity,
    /// A service integration, with the pattern in which it is called.
    Integration { service: &'a str, action: &'a str, pattern: Option<&'a str> },
    /// Another ARN, such as that of a function.
    Arn,
    /// No ARN.
    Other,
}

impl<'a> Resource<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        if !text.starts_with("arn:") {
            return if text.contains("${") { Resource::Template } else { Resource::Other };
        }
        let mut parts = text.splitn(6, ':');
        let service = parts.nth(2);
        let (account, rest) = (parts.nth(1), parts.next().unwrap_or_default());
        match service {
            Some("states") if rest.starts_with("activity:") => Resource::Activity,
            Some("states") if account == Some("") => integration(rest),
            _ if text.contains("${") => Resource::Template,
            Some(_) if !rest.is_empty() => Resource::Arn,
            // Fewer parts than an ARN has (judgement).
            _ => Resource::Other,
        }
    }

    /// Why an EXPRESS machine cannot call it (recorded, with both spaces).
    fn express(&self) -> Option<String> {
        let what = match self {
            Resource::Activity => "Activity ARN",
            Resource::Integration { pattern: Some(WAIT), .. } => {
                "'.waitForTaskToken' service integration "
            }
            Resource::Integration { pattern: Some(SYNC | SYNC_2), .. } => {
                "'.sync' service integration"
            }
            _ => return None,
        };
        Some(format!("Express state machine does not support {what}"))
    }

    fn unknown(&self, text: &str) -> Option<String> {
        match self {
            Resource::Other => Some("Value is not a valid resource ARN".to_owned()),
            Resource::Integration { service, action, pattern } => {
                let known = known(service, action, *pattern);
                // Recorded.
                (!known).then(|| format!("The resource provided {text} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."))
            }
            _ => None,
        }
    }
}

fn integration(rest: &str) -> Resource<'_> {
    if rest.contains("${") {
        return Resource::Template;
    }
    let Some((service, action)) = rest.split_once(':') else { return Resource::Other };
    let (action, pattern) = match action.split_once('.') {
        Some((action, pattern)) => (action, Some(pattern)),
        None => (action, None),
    };
    Resource::Integration { service, action, pattern }
}

fn known(service: &str, action: &str, pattern: Option<&str>) -> bool {
    if service == "aws-sdk" {
        let named = action.split_once(':').is_some_and(|(_, action)| !action.is_empty());
        return named && pattern.is_none_or(|pattern| pattern == WAIT);
    }
    let Some((_, actions, patterns)) = INTEGRATIONS.iter().find(|(name, ..)| *name == service)
    else {
        return OTHERS.contains(&service);
    };
    actions.contains(&action) && pattern.is_none_or(|pattern| patterns.contains(&pattern))
}
